#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a private PostgreSQL that lives as long as the command.
# initdb refuses root: the cluster then belongs to the user postgres that Debian's package creates.
set -euo pipefail

outils=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$outils" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installation de PostgreSQL…" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql postgresql-contrib > /dev/null
    outils=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  else
    echo "PostgreSQL est absent : installez le paquet « postgresql » puis recommencez." >&2
    exit 1
  fi
fi

grappe=$(mktemp -d /tmp/accord-pg.XXXXXX)
comme=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$grappe"
  comme=(runuser -u postgres --)
fi
cd "$grappe"
# `-m immediate`: nothing in this cluster deserves a clean shutdown.
trap '"${comme[@]}" "$outils/pg_ctl" -D "$grappe/donnees" -m immediate stop > /dev/null 2>&1 || true; rm -rf "$grappe"' EXIT
"${comme[@]}" "$outils/initdb" -D "$grappe/donnees" -U accord -A trust -E UTF8 --locale=C.UTF-8 > /dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"${comme[@]}" "$outils/pg_ctl" -D "$grappe/donnees" -w -l "$grappe/journal" \
  -o "-h 127.0.0.1 -p $port -k $grappe -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start > /dev/null
cd "$OLDPWD"
"${comme[@]}" "$outils/createdb" -h 127.0.0.1 -p "$port" -U accord accord
DATABASE_URL="postgres://accord@127.0.0.1:$port/accord" "$@"
