#!/usr/bin/env bash
# Pictures of the main views in the real window, compared with those that were accepted.
#
# usage: tests/window/look.sh PROGRAM [--accept] [FOLDER]
#   PROGRAM   the built program, such as target/release/tallyscope
#   --accept  take the new pictures as those to compare with; without it they are only compared
#   FOLDER    where new pictures and differences go; target/look by default
#
# Each view of the sample project in light and dark, large and small, and with text and controls at 200 %. A picture differs where more than one
# pixel in 1,000 is off by more than a tenth: then FOLDER/NAME.difference.png shows where, beside what is new and what was.
# Needs what tests/window/run.sh needs. Pictures have 64 colours: they are for comparing, not for showing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1")
shift
accept=
if [[ ${1:-} == --accept ]]; then
    accept=1
    shift
fi
folder=${1:-target/look}
mkdir -p "$folder" "$here/look"
folder=$(realpath "$folder")
home=$(mktemp -d)

export TALLYSCOPE_HOME=$home TALLYSCOPE_PROBE=$home/probe.txt LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY WAYLAND_SOCKET
pid= server=
close() {
    if [[ $pid ]]; then { kill "$pid" && wait "$pid"; } 2>/dev/null || true; fi
    if [[ $server ]]; then { kill "$server" && wait "$server"; } 2>/dev/null || true; fi
    pid= server=
    return 0
}
trap 'close; rm -rf "$home"' EXIT

fail() {
    echo "look: $*"
    exit 1
}

for need in Xvfb xdotool import compare convert; do
    command -v "$need" >/dev/null || fail "$need is missing; .ci/run names the packages"
done

# Opens the sample in a window of this size and waits for its first frame.
open_window() {
    local size=$1 number
    rm -f "$home/display" "$TALLYSCOPE_PROBE"
    mkfifo "$home/display"
    Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp 7>"$home/display" >/dev/null 2>&1 &
    server=$!
    read -r -t 20 number <"$home/display" || fail "Xvfb did not start"
    export DISPLAY=:$number
    "$program" demo --fresh >"$home/window.log" 2>&1 &
    pid=$!
    for _ in $(seq 1200); do
        [[ -s $TALLYSCOPE_PROBE ]] && break
        kill -0 "$pid" 2>/dev/null || fail "the program ended before its first frame"
        sleep 0.025
    done
    local window
    window=$(xdotool search --onlyvisible --name 'Tallyscope' 2>/dev/null | tail -n 1)
    xdotool windowmove "$window" 0 0 windowsize "$window" "${size%x*}" "${size#*x}"
    xdotool windowfocus "$window"
    # what is concluded over all articles comes a moment later
    sleep 3
    keys ctrl+0
}

keys() {
    xdotool key --delay 60 "$@"
    sleep 1
}

differing=0
# Takes a picture and compares it.
picture() {
    local new=$folder/$1.png old=$here/look/$1.png
    import -window root "$folder/raw.png"
    convert "$folder/raw.png" +dither -colors 64 "$new"
    rm "$folder/raw.png"
    if [[ $accept ]]; then
        cp "$new" "$old"
        return
    fi
    [[ -f $old ]] || {
        echo "$1: nothing to compare with; look at $new, then --accept"
        differing=$((differing + 1))
        return
    }
    local off all
    off=$(compare -metric AE -fuzz 10% "$old" "$new" "$folder/$1.difference.png" 2>&1) || true
    off=${off%% *}
    all=$(identify -format '%[fx:w*h]' "$new")
    if awk -v off="$off" -v all="$all" 'BEGIN { exit !(off > all / 1000) }'; then
        echo "$1 differs in $off of $all pixels: $folder/$1.difference.png"
        differing=$((differing + 1))
    else
        rm -f "$folder/$1.difference.png"
        echo "$1 is as it was"
    fi
}

# Every view in the theme that is on, then in the other.
views() {
    local size=$1
    open_window "$size"
    # nothing under the pointer
    xdotool mousemove $((${size%x*} - 3)) $((${size#*x} - 3))
    for theme in light dark; do
        local at=1
        for view in read compare review names; do
            keys "ctrl+$at"
            [[ $view == read || $view == review ]] && keys j
            picture "$view-$theme-$size"
            at=$((at + 1))
        done
        keys ctrl+shift+l
    done
    if [[ $size == 1600x1000 ]]; then
        keys ctrl+plus ctrl+plus ctrl+plus ctrl+plus ctrl+plus
        for view in 1 2 3; do
            keys "ctrl+$view"
            picture "large-$view"
        done
    fi
    close
}

views 1600x1000
views 1100x700
if [[ $accept ]]; then
    echo "accepted: $(find "$here/look" -name '*.png' | wc -l) pictures, $(du -sh "$here/look" | cut -f 1)"
elif ((differing)); then
    fail "$differing pictures differ"
fi
