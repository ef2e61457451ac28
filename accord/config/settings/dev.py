"""A clone on one's own machine: what `make run` serves. No secret, mails written to files."""

import os

from accord.config.settings.base import *  # noqa: F403

DEBUG = os.environ.get("ACCORD_DEBUG", "") == "1"
SECRET_KEY = "cle-de-demonstration-jamais-en-production"  # noqa: S105
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
