"""Every setting of RefugeeGuide, read top to bottom.

Values come from the environment, or from a file `.env` beside manage.py. A production site must be given SECRET_KEY and
ALLOWED_HOSTS; LOCAL=true serves one's own machine, over plain http, with neither. DEBUG=true shows Django's own error
pages instead of ours.
"""

import base64
import hashlib
import os
import sys
from pathlib import Path

import environ
from django.conf import locale

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- Secrets ---------------------------------------------------------------------------------------------------------

LOCAL = env.bool("LOCAL", default="pytest" in sys.modules)  # tests run on a developer's machine
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development") if LOCAL else env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if LOCAL else [])


def fernet_key(secret: str) -> str:
    """A key for cryptography's Fernet (32 bytes, URL-safe base64) made from any secret."""
    return base64.urlsafe_b64encode(hashlib.sha256(b"answers:" + secret.encode()).digest()).decode()


# The first key closes the cookie with a visitor's answers, the others still open it: put a new key in front to rotate.
ANSWERS_KEYS = env.list("ANSWERS_KEYS", default=[fernet_key(SECRET_KEY)])

# --- Languages -------------------------------------------------------------------------------------------------------

# Every text has a column for each of these from the first migration: adding one later changes the tables.
ALL_LANGUAGES = {
    "en": "English", "nl": "Nederlands", "fr": "Français", "de": "Deutsch", "ar": "العربية", "fa": "دری / فارسی",
    "ps": "پښتو", "ti": "ትግርኛ", "so": "Soomaali", "tr": "Türkçe", "ru": "Русский", "es": "Español",
    "uk": "Українська", "sq": "Shqip", "ku": "Kurdî (Kurmancî)", "ckb": "کوردی (سۆرانی)", "am": "አማርኛ",
    "rn": "Ikirundi",
}  # fmt: skip
# What visitors can choose: every text of these is complete, or publishing is refused.
PUBLISHED_LANGUAGES = ["en", "fr", "nl", "ar"]
LANGUAGES = list(ALL_LANGUAGES.items())
LANGUAGE_CODE = "en"
# Django's own list lacks Pashto.
LANGUAGES_BIDI = ["ar", "fa", "fa-af", "ps", "ckb"]
# Languages that Django doesn't know, and names that browsers send for languages it does.
locale.LANG_INFO.update(
    {
        code: {"bidi": code in LANGUAGES_BIDI, "code": code, "name": name, "name_local": ALL_LANGUAGES[code]}
        for code, name in {
            "ps": "Pashto", "ti": "Tigrinya", "so": "Somali", "rn": "Kirundi", "ku": "Kurmanji", "am": "Amharic",
        }.items()
    }
)  # fmt: skip
locale.LANG_INFO.update({"prs": {"fallback": ["fa"]}, "kmr": {"fallback": ["ku"]}})
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_LANGUAGES = tuple(ALL_LANGUAGES)
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en",)
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# --- What runs -------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose forms it extends
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "formtools",
    "csp",
    "simple_history",
    "refugeeguide.content",
    "refugeeguide.journey",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "refugeeguide.journey.compression.compressed",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "refugeeguide.journey.inline.own_policy",
    "refugeeguide.journey.pages.explain_method",
]
ROOT_URLCONF = "refugeeguide.urls"
WSGI_APPLICATION = "refugeeguide.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "refugeeguide.journey.squeezing.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "refugeeguide.journey.pages.page_context",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {
                "guide": "refugeeguide.journey.tags",
                "contacts": "refugeeguide.journey.contact_tags",
            },
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Tables ----------------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer, and a process killed while saving leaves nothing half-written.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# Pages, and pieces of them, that are the same for many readers, in the memory of each process. None holds an answer,
# nor does its key.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# --- Files -----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
# Texts that a person reads aloud; index.yaml in it says which. They are served under /static/recordings/.
RECORDINGS = Path(env.str("RECORDINGS", default=str(BASE_DIR / "recordings")))
STATICFILES_DIRS = [BASE_DIR / "static", ("recordings", RECORDINGS)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL  # no collecting of files on one's own machine
WHITENOISE_MAX_AGE = 0 if LOCAL else 3600
# Fontconfig reads this once, before the first PDF: only the fonts in our folder are ever used.
os.environ.setdefault("FONTCONFIG_FILE", str(BASE_DIR / "fonts" / "fonts.conf"))

# --- Safety ----------------------------------------------------------------------------------------------------------

PRODUCTION = not LOCAL
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUCTION)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
# Not `no-referrer`: Chromium would then send `Origin: null` and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # journey/inline.py sets it, on documents alone
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
# Where the exit leads: a page about something else, that many people open.
ELSEWHERE = env.str("ELSEWHERE", default="https://www.meteo.be/")
ANSWERS_COOKIE = "__Host-answers" if PRODUCTION else "answers"
LOOKED_FOR_COOKIE = "__Host-looked-for" if PRODUCTION else "looked-for"
CSRF_FAILURE_VIEW = "refugeeguide.journey.pages.form_refused"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an editor's page of a procedure holds every language of every part
CSRF_COOKIE_AGE = None  # gone with the browser
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Of editors' pages and of what is no page; readers' pages have a narrower one each (journey/inline.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- Log -------------------------------------------------------------------------------------------------------------

# Where and what went wrong, never who: no address of a visitor, no request line, no form data. Django's own error mails
# would hold the whole request, so there are none.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no address": {"()": "refugeeguide.logs.NoAddress"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no address"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # its warnings name the address of each page refused
        "refugeeguide": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
