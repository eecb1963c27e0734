#!/usr/bin/env bash
# clang-tidy on one file: tools/tidy_one.sh BUILD FILE. Prints how far the whole is, "12 of 80", where
# TOTAL is given.
set -u
build=$1 file=$2
count=$build/tidy.count
found=$(clang-tidy-16 --quiet -p "$build" "$file" 2>&1)
status=$?
found=$(grep -vE '^[0-9]+ (warnings?|errors?)( and [0-9]+ errors?)? generated|^Suppressed ' <<<"$found")
{
    flock 9
    done_now=$(($(tail -n 1 "$count" 2>/dev/null || echo 0) + 1))
    echo "$done_now" >"$count"
    [[ $found ]] && printf '%s\n' "$found"
    [[ ${TOTAL:-} ]] && printf '%s of %s %s\n' "$done_now" "$TOTAL" "$file"
} 9>>"$build/tidy.lock"
exit "$status"
