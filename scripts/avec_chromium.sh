#!/usr/bin/env bash
# Runs a command once Debian's chromium is there; installs it when one may, says so clearly otherwise.
set -euo pipefail

if ! command -v chromium > /dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installation de Chromium…" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core > /dev/null
  else
    echo "Chromium est absent : installez le paquet « chromium » puis recommencez." >&2
    exit 1
  fi
fi
exec "$@"
