"""Reads of the démarche, composed for its pages: one module a page."""
