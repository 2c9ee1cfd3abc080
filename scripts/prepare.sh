#!/bin/sh
# Gets a checkout ready: scripts/prepare.sh serve | run | test. Safe to repeat; the second time takes a moment.
#
# serve: the system libraries, and .venv with the locked packages
# run: the same, plus .env with the settings of a developer's machine
# test: the same, plus a browser and the tools of the tests
set -eu
cd "$(dirname "$0")/.."

purpose=$1
libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 gettext"
requirements=requirements.txt
if [ "$purpose" = test ]; then
    libraries="$libraries chromium fonts-noto-core poppler-utils"
    requirements=requirements-test.txt
fi

say() { printf '%s\n' "$*" >&2; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    say "RefugeeGuide needs Python 3.11 or newer; found: $(python3 --version 2>&1 || echo none)."
    say "Debian has it from version 12 on: apt-get install python3 python3-venv"
    say "With another Python in a special place: make run PYTHON=/path/to/python3"
    exit 1
}

missing_libraries() {
    for package in $libraries; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || printf '%s ' "$package"
    done
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

install_libraries() {
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system, so this cannot be checked. Needed, under your system's names: $libraries"
        return
    fi
    missing=$(missing_libraries)
    if [ -z "$missing" ]; then
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "Some system packages are missing. Install them, then repeat:"
        say "    sudo apt-get install --no-install-recommends $missing"
        exit 1
    fi
    say "Installing system packages: $missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# The stamp holds what was installed; a changed lock, or a .venv without the test tools, installs again.
install_packages() {
    new_enough .venv/bin/python || "$python" -m venv --clear .venv
    stamp=.venv/installed-$requirements
    if ! cmp -s "$requirements" "$stamp"; then
        say "Installing Python packages from $requirements (a minute or two the first time)"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
        cp "$requirements" "$stamp"
    fi
}

# A developer's own secret, made once on this machine and never in git.
write_env() {
    if [ ! -e .env ]; then
        say "Writing .env for development"
        umask 077
        secret=$("$python" -c 'import secrets; print(secrets.token_urlsafe(50))')
        printf 'LOCAL=true\nSECRET_KEY=%s\n' "$secret" >.env
    fi
}

python=$(find_python)
install_libraries
install_packages
if [ "$purpose" != serve ]; then
    write_env
fi
