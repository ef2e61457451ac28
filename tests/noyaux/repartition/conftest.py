"""A busy machine draws examples slowly: speed is measured by the benchmarks, not here."""

from hypothesis import HealthCheck, settings

settings.register_profile("sans_chrono", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sans_chrono")
