"""Computation kernels: pure, deterministic, explained. They import neither Django nor the product."""
