# shellcheck shell=bash
# A PostgreSQL for the time of one command, for ./check and bench/. Sourced, not run.

# with_postgres COMMAND...: runs it beside a new PostgreSQL 15 whose address stands in VASTIN_TEST_POSTGRES. The server
# listens on a Unix socket only, keeps fsync on, and is gone with its data afterwards, whatever happens.
with_postgres() (
    binaries=/usr/lib/postgresql/15/bin
    [[ -x $binaries/postgres ]] || { echo "PostgreSQL 15 is missing: no $binaries/postgres" && exit 1; }
    as=()
    ((EUID == 0)) && as=(runuser -u postgres --) # PostgreSQL refuses to be root
    home=$("${as[@]}" mktemp -d /tmp/vastin-postgres.XXXXXX) || exit 1
    cd / || exit 1 # a folder that the other user may enter
    stop_postgres() {
        "${as[@]}" "$binaries/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1
        rm -rf "$home"
    }
    trap stop_postgres EXIT
    trap 'exit 1' INT TERM
    "${as[@]}" "$binaries/initdb" -D "$home/data" --username="$(id -un)" --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 >"$home/initdb.log" 2>&1 || { cat "$home/initdb.log" && exit 1; }
    "${as[@]}" "$binaries/pg_ctl" -D "$home/data" -l "$home/log" -w -t 60 \
        -o "-k $home -c listen_addresses='' -c max_connections=200" start >/dev/null || { cat "$home/log" && exit 1; }
    "$binaries/createdb" --host="$home" vastin || exit 1
    export VASTIN_TEST_POSTGRES="postgresql:///vastin?host=$home"
    cd "$OLDPWD" || exit 1
    "$@"
)
