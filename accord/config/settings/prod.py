"""A real site: refuses to start without its secrets and behind anything but HTTPS."""

import os

from accord.config.settings.base import *  # noqa: F403

SECRET_KEY = os.environ["ACCORD_CLE_SECRETE"]
ALLOWED_HOSTS = os.environ["ACCORD_HOTES"].split(",")
EMAIL_BACKEND = os.environ.get("ACCORD_COURRIEL_MOTEUR", "django.core.mail.backends.smtp.EmailBackend")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
