"""Safe defaults shared by every environment; each value that varies is read from the environment."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.contrib.messages import constants as niveaux

RACINE = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("ACCORD_VAR", RACINE / "var"))
VAR.mkdir(parents=True, exist_ok=True)

DEBUG = False
ALLOWED_HOSTS = os.environ.get("ACCORD_HOTES", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origine for origine in os.environ.get("ACCORD_ORIGINES", "").split(",") if origine]
ADRESSE_DU_SITE = os.environ.get("ACCORD_ADRESSE", "http://localhost:8000")

INSTALLED_APPS = [
    "accord.demonstration",
    "accord.accueil",
    "accord.evaluation",
    "accord.plan",
    "accord.schema",
    "accord.scenarios",
    "accord.diagnostic",
    "accord.demarche",
    "accord.comptes",
    "accord.territoire",
    "accord.socle.journal",
    "accord.socle.documents",
    "accord.socle.notifications",
    "accord.socle.interface",
    "accord.socle.droits",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "django_cotton",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accord.comptes.middleware.ConnexionExigeeMiddleware",
    "accord.comptes.middleware.ActeurMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accord.socle.interface.middleware.AdresseLisibleMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "accord.config.urls"
WSGI_APPLICATION = "accord.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "accord.socle.interface.templatetags.formats",
                "accord.socle.interface.templatetags.interface",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accord.demarche.contexte.demarche",
            ],
        },
    }
]
FORM_RENDERER = "accord.socle.interface.formulaires.RenduAccord"

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-16000;PRAGMA temp_store=MEMORY;"
    ),
}
DATABASES = {
    "default": dj_database_url.config(default=f"sqlite:///{VAR / 'accord.sqlite3'}", conn_max_age=60)
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits of the sign-in pages live in the cache: it must be shared by every process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "accord_cache"}}

AUTH_USER_MODEL = "comptes.Personne"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accueil:accueil"
ACCOUNT_ADAPTER = "accord.comptes.connexion.AdaptateurCompte"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are born from an invitation or an administrator only
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Commun Accord] "
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "accord.accueil.views.erreurs.session_perdue"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "statiques"
STATIC_ROOT.mkdir(exist_ok=True)
MEDIA_ROOT = VAR / "fichiers"
MEDIA_URL = "fichiers/"
MESSAGE_TAGS = {niveaux.ERROR: "danger", niveaux.DEBUG: "secondary"}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # an adhesion matrix of 158 communes × 40 services is one form
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

EMAIL_BACKEND = os.environ.get("ACCORD_COURRIEL_MOTEUR", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = VAR / "courriels"
EMAIL_HOST = os.environ.get("ACCORD_COURRIEL_HOTE", "localhost")
EMAIL_PORT = int(os.environ.get("ACCORD_COURRIEL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("ACCORD_COURRIEL_UTILISATEUR", "")
EMAIL_HOST_PASSWORD = os.environ.get("ACCORD_COURRIEL_MOT_DE_PASSE", "")
EMAIL_USE_TLS = os.environ.get("ACCORD_COURRIEL_TLS", "") == "1"
DEFAULT_FROM_EMAIL = os.environ.get(
    "ACCORD_COURRIEL_EXPEDITEUR", "Commun Accord <ne-pas-repondre@commun-accord.example>"
)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        # Leaflet positions its panes with style attributes; no <style> element is allowed.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

# What fails is written on the standard error, where the service manager keeps it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ligne": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "ligne"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A page refused or not found is an answer, not an incident.
        "django.request": {"level": "ERROR"},
    },
}
