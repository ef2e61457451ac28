"""Fakes and fast hashers; everything else as a real site, so that tests meet real behaviour."""

import os
import tempfile

os.environ.setdefault("ACCORD_VAR", tempfile.mkdtemp(prefix="accord-tests-"))

from accord.config.settings.base import *  # noqa: F403

SECRET_KEY = "cle-des-tests"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # do not scan the static folder at each test client
ACCOUNT_RATE_LIMITS = False
