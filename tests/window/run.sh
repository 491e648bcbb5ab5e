#!/usr/bin/env bash
# A claim is accepted in the real window, and the decision is there after a restart.
#
# usage: tests/window/run.sh PROGRAM [FOLDER]
#   PROGRAM  the built program, such as target/release/tallyscope
#   FOLDER   where pictures, logs and the project go; a temporary one by default, kept when something fails
#
# Starts `demo` under Xvfb with software GL, clicks a mark of a claim, presses A, closes, and asks `export`.
# Where the marks are is told by the program: it writes them to the file named by TALLYSCOPE_PROBE, one mark a line,
# "x y w h label", in pixels from the window's upper left corner, when it has drawn its first frame.
# Needs xvfb, xdotool, imagemagick and the libraries that README names.
set -euo pipefail

program=$(realpath "$1")
given=${2:-}
folder=${given:-$(mktemp -d)}
mkdir -p "$folder"
folder=$(realpath "$folder")
project=$folder/demo.tally
probe=$folder/probe.txt
log=$folder/window.log

export TALLYSCOPE_HOME=$folder/home TALLYSCOPE_PROBE=$probe LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY WAYLAND_SOCKET

pid= server= window=
finish() {
    local status=$?
    if [[ $pid ]]; then kill "$pid" 2>/dev/null || true; fi
    if [[ $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    if ((status != 0)); then
        echo "what the window left behind: $folder"
        tail -n 20 "$log" 2>/dev/null || true
    elif [[ ! $given ]]; then
        rm -rf "$folder"
    fi
}
trap finish EXIT

fail() {
    echo "window: $*"
    exit 1
}

for need in Xvfb xdotool import identify; do
    command -v "$need" >/dev/null || fail "$need is missing; .ci/run names the packages"
done

# The server picks a free number itself and writes it when it is ready.
mkfifo "$folder/display"
Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp 7>"$folder/display" >/dev/null 2>&1 &
server=$!
read -r -t 20 number <"$folder/display" || fail "Xvfb did not start"
rm "$folder/display"
export DISPLAY=:$number

# Opens the demo and waits for its first frame. Sets pid and window.
open_window() {
    rm -f "$probe"
    local begin=${EPOCHREALTIME/./}
    "$program" demo --project "$project" >>"$log" 2>&1 &
    pid=$!
    for _ in $(seq 1200); do
        [[ -s $probe ]] && break
        kill -0 "$pid" 2>/dev/null || fail "the program ended before its first frame"
        sleep 0.025
    done
    [[ -s $probe ]] || fail "no frame after 30 s, or no mark in it"
    echo "first frame after $(((${EPOCHREALTIME/./} - begin) / 1000)) ms, $(wc -l <"$probe") marks in sight"
    for _ in $(seq 100); do
        window=$(xdotool search --onlyvisible --name 'Tallyscope' 2>/dev/null | tail -n 1) || true
        [[ $window ]] && break
        sleep 0.1
    done
    [[ $window ]] || fail "a frame was drawn, but no window is called Tallyscope"
    # There is no window manager that would give it the keys.
    xdotool windowfocus "$window"
    sleep 0.5
}

# Ctrl+Q as a person would; a signal if that does not help, for what was decided must be safe then, too.
close_window() {
    xdotool key --delay 60 ctrl+q
    for _ in $(seq 50); do
        if ! kill -0 "$pid" 2>/dev/null; then
            wait "$pid" || fail "the program ended with status $?"
            pid=
            return
        fi
        sleep 0.1
    done
    echo "Ctrl+Q closed nothing; the program is ended by a signal"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    pid=
}

# How many claims of the project are accepted.
accepted() {
    rm -f "$folder/claims.csv"
    "$program" export "$project" --csv "$folder/claims.csv" >>"$log" 2>&1 || fail "export failed"
    [[ -s $folder/claims.csv ]] || fail "export wrote nothing"
    # One field of the row is the state; quotes do not hold that word alone.
    grep -ciE '(^|,)"?accepted"?(,|$)' "$folder/claims.csv" || true
}

# A picture of the screen that shows more than a blank window.
picture() {
    import -window root "$folder/$1.png"
    local colours
    colours=$(identify -format '%k' "$folder/$1.png")
    ((colours > 50)) || fail "$1.png has only $colours colours: the window is blank"
    echo "$1.png has $colours colours"
}

# The middle of each mark that lies in the window, unreviewed ones first: "x y label".
marks() {
    local WIDTH=0 HEIGHT=0
    eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=[0-9]+$')"
    awk -v width="$WIDTH" -v height="$HEIGHT" '{
        x = int($1 + $3 / 2); y = int($2 + $4 / 2)
        if (x < 1 || y < 1 || x >= width || y >= height) next
        label = $0
        for (i = 0; i < 4; i++) sub(/^[^ ]+ +/, "", label)
        print (tolower(label) ~ /unreviewed/ ? 0 : 1), x, y, label
    }' "$probe" | sort -s -n -k 1,1 | cut -d ' ' -f 2-
}

open_window
picture start
close_window
before=$(accepted)

after=$before
tried=0
# The first mark should do; a mark that was decided already leaves the number as it is.
while ((after == before && tried < 5)); do
    tried=$((tried + 1))
    open_window
    mark=$(marks | sed -n "${tried}p")
    [[ $mark ]] || fail "no mark to click on: $tried"
    read -r x y label <<<"$mark"
    xdotool mousemove --window "$window" "$x" "$y"
    sleep 0.3
    xdotool click 1
    sleep 0.7
    xdotool key --delay 60 a
    sleep 1
    picture "accepted-$tried"
    close_window
    after=$(accepted)
    echo "clicked “$label” at $x, $y and pressed A: $before accepted before, $after after"
done
((after == before + 1)) || fail "one more claim should be accepted: $before before, $after after"

open_window
picture again
close_window
kept=$(accepted)
((kept == after)) || fail "the decision is gone after a restart: $after before it, $kept after"
echo "window: the decision is kept after a restart"

# The window asks for no network: the display and the desktop are reached by sockets of this machine alone.
if command -v strace >/dev/null && strace -qq -o /dev/null true 2>/dev/null; then
    rm -f "$probe"
    strace -f -qq -e trace=socket,connect -o "$folder/calls.txt" "$program" demo --project "$project" >>"$log" 2>&1 &
    pid=$!
    for _ in $(seq 2400); do
        [[ -s $probe ]] && break
        sleep 0.025
    done
    [[ -s $probe ]] || fail "no frame after 60 s under strace"
    sleep 2
    window=$(xdotool search --onlyvisible --name 'Tallyscope' 2>/dev/null | tail -n 1) || true
    [[ $window ]] && xdotool windowfocus "$window" && close_window
    ! grep AF_INET "$folder/calls.txt" || fail "the window opened a socket of the network"
    echo "window: $(grep -c socket "$folder/calls.txt") sockets, none of the network"
else
    echo "window: not watched for the network; this machine has no strace, or forbids it"
fi
