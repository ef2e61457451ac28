"""Properties judge results, not speed: a busy machine must not fail them."""

from hypothesis import settings

settings.register_profile("sans_chrono", deadline=None)
settings.load_profile("sans_chrono")
