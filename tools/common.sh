# shellcheck shell=bash
# What ./run and ./check share: packages, progress, the build. Sourced, not run; $top is the checkout.

# seconds_since START: "1.2" since an earlier $EPOCHREALTIME.
seconds_since() {
    local tenths=$(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# has COMMAND: it is there, also where only root's path has it.
has() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1; }

# missing_packages SCOPE...: names of the packages of these scopes that this machine lacks, one a line.
missing_packages() {
    local scopes=" $* " name scope instead
    local present
    present=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    while IFS='|' read -r name scope instead _; do
        name=${name//[[:space:]]/} scope=${scope//[[:space:]]/} instead=${instead//[[:space:]]/}
        [[ $name && $name != \#* && $scopes == *" $scope "* ]] || continue
        [[ $instead ]] && has "$instead" && continue
        grep -qxF -- "$name" <<<"$present" || printf '%s\n' "$name"
    done <"$top/tools/packages.txt"
}

# how_far LOG: what the last line of a log says of its progress, such as "34 of 120"; nothing when it says nothing.
how_far() {
    [[ -s $1 ]] || return 0
    tail -c 20000 "$1" | tr '\r' '\n' | sed -n -E \
        -e 's#^\[([0-9]+)/([0-9]+)\].*#\1 of \2#p' \
        -e 's#^ *([0-9]+)/([0-9]+) Test +\#.*#\1 of \2#p' \
        -e 's#^([0-9]+ of [0-9]+)( .*)?$#\1\2#p' | tail -n 1
}

# shows_progress NAME LOG: says every while how far NAME is, until it is killed. A terminal gets one line that changes.
shows_progress() {
    local name=$1 log=$2 start=$EPOCHREALTIME far pause=20 never
    [[ -t 1 ]] && pause=1
    exec {never}<> <(:) # a pipe that never says anything: a sleep of the shell itself, which leaves no process behind
    until read -r -t "$pause" -u "$never"; do
        far=$(how_far "$log")
        if [[ -t 1 ]]; then
            printf '\r\033[K%s ... %s, %s s' "$name" "${far:-at work}" "$(seconds_since "$start")"
        else
            printf '  %s: %s, %s s\n' "$name" "${far:-at work}" "$(seconds_since "$start")"
        fi
    done
}

clear_line() { [[ -t 1 ]] && printf '\r\033[K'; return 0; }

# watched NAME LOG COMMAND...: runs the command with its output in the log and shows how far it is. It has a process
# group of its own, in $watched_group, so that an interrupt ends it with all it started; what it leaves behind ends too.
watched() {
    local name=$1 log=$2 ticker status
    shift 2
    mkdir -p "$(dirname "$log")"
    : >"$log"
    set -m
    ("$@") >"$log" 2>&1 </dev/null &
    watched_group=$!
    set +m
    shows_progress "$name" "$log" &
    ticker=$!
    wait "$watched_group"
    status=$?
    kill -TERM -- "-$watched_group" 2>/dev/null
    watched_group=
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null
    clear_line
    return "$status"
}

# end_watched: for traps.
end_watched() {
    [[ ${watched_group:-} ]] || return 0
    kill -TERM -- "-$watched_group" 2>/dev/null
    wait "$watched_group" 2>/dev/null
    watched_group=
}

# apt_install PACKAGE...: installs them and says how far it is, without starting the services some of them bring.
apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q || return
    local plan total options=(-q -y --no-install-recommends)
    # in a container, gone tomorrow, dpkg need not wait for the disk after every file: three times faster
    [[ -d /run/systemd/system ]] || options+=(-o Dpkg::Options::=--force-unsafe-io)
    plan=$(apt-get install --simulate "${options[@]}" "$@") || {
        printf '%s\n' "$plan"
        return 1
    }
    total=$(grep -c '^Inst ' <<<"$plan")
    local policy=/usr/sbin/policy-rc.d
    if [[ ! -e $policy ]]; then
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
        trap 'exit 1' INT TERM
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    apt-get install "${options[@]}" "$@" | awk -v total="$total" '
        { print }
        /^Get:[0-9]/ { print ++fetched " of " total " fetched" }
        /^Unpacking / { print ++unpacked " of " total " unpacked" }
        /^Setting up / { print ++set " of " total " set up" }
        { fflush() }'
    return "${PIPESTATUS[0]}"
}

# need_packages LOG SCOPE...: installs what these scopes lack; where it may not, says what to install and fails.
need_packages() {
    local log=$1 missing
    shift
    if ! has dpkg-query; then
        printf 'This is not Debian: what it would need stands in tools/packages.txt. Going on with what is here.\n'
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        printf 'These Debian packages are missing, and only root may install them:\n\n'
        printf '  sudo apt-get install --no-install-recommends %s\n\n' "${missing[*]}"
        return 1
    fi
    printf 'Installing from Debian: %s\n' "${missing[*]}"
    watched packages "$log" apt_install "${missing[@]}" && return
    show_end "$log"
    return 1
}

# show_end LOG: the last lines of a log, and where it is.
show_end() {
    printf -- '--- the last lines of %s\n' "$1"
    tail -n "${tail_lines:-40}" "$1"
    printf -- '---\n'
}

# configure FOLDER OPTION...: plans a build; a folder that was planned for another checkout is planned anew.
configure() {
    local folder=$1 cache=$1/CMakeCache.txt fresh=()
    shift
    [[ -e $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$cache" && fresh=(--fresh)
    cmake "${fresh[@]}" -G Ninja -S "$top" -B "$folder" -DCMAKE_BUILD_TYPE=Release "$@"
}

# build FOLDER TARGET...: compiles, with as many at a time as there are processors.
build() {
    local folder=$1
    shift
    NINJA_STATUS='[%f/%t] ' ninja -C "$folder" -j "$(nproc)" "$@"
}
