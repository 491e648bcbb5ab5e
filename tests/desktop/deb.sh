#!/usr/bin/env bash
# A Debian package is built, installed, started from the desktop's side, and removed without a trace.
#
# usage: tests/desktop/deb.sh PROGRAM [FOLDER]
#   PROGRAM  the built program, such as target/release/tallyscope
#   FOLDER   where package, pictures and logs go; a temporary one by default, kept when something fails
#
# The package is what `cargo deb` makes of the list in Cargo.toml, with PROGRAM as the program. It is made by dpkg-deb, which
# every Debian has. Needs root (or sudo) for dpkg, and for the window xvfb, xdotool, imagemagick; for what a double click does
# xdg-utils with libfile-mimeinfo-perl (without it they ask `file`, which knows no types of the desktop), desktop-file-utils,
# shared-mime-info and libglib2.0-bin; appstream for the description.
set -euo pipefail

program=$(realpath "$1")
given=${2:-}
folder=${given:-$(mktemp -d)}
mkdir -p "$folder"
folder=$(realpath "$folder")
cd "$(dirname "$0")/../.."
log=$folder/window.log
probe=$folder/probe.txt
id=org.tallyscope.Tallyscope

as_root=()
((EUID == 0)) || as_root=(sudo)
pid= server= installed=
finish() {
    local status=$?
    if [[ $pid ]]; then kill "$pid" 2>/dev/null || true; fi
    if [[ $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    if [[ $installed ]]; then "${as_root[@]}" dpkg --purge tallyscope >/dev/null 2>&1 || true; fi
    if ((status != 0)); then
        echo "what was left behind: $folder"
        tail -n 20 "$log" 2>/dev/null || true
    elif [[ ! $given ]]; then
        rm -rf "$folder"
    fi
}
trap finish EXIT

fail() {
    echo "package: $*"
    exit 1
}

if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    echo "package: left out, there is no root here to install it"
    exit 0
fi
if dpkg-query -W tallyscope >/dev/null 2>&1; then fail "tallyscope is installed here already; it is left alone"; fi
for need in dpkg-deb Xvfb xdotool import identify xdg-open xdg-mime mimetype gio update-desktop-database desktop-file-validate appstreamcli; do
    command -v "$need" >/dev/null || fail "$need is missing; .ci/run names the packages"
done

# One value of [package.metadata.deb].
value() {
    awk -v key="$1" '/^\[/ { inside = $0 == "[package.metadata.deb]" }
        inside && $1 == key && $2 == "=" { sub(/^[^"]*"/, ""); sub(/"$/, ""); print; exit }' Cargo.toml
}
# Its assets: source, place, mode.
assets() {
    awk '/^\[/ { inside = $0 == "[package.metadata.deb]" } inside && /^assets = \[/ { rows = 1; next }
        inside && rows && /^\]/ { exit } inside && rows { gsub(/[][",]/, " "); print $1, $2, $3 }' Cargo.toml
}
version=$(awk -F '"' '/^version = / { print $2; exit }' Cargo.toml)
description=$(awk -F '"' '/^description = / { print $2; exit }' Cargo.toml)

echo "== entry and description"
desktop-file-validate assets/desktop/$id.desktop || fail "the desktop entry is not valid"
appstreamcli validate --no-net assets/desktop/$id.metainfo.xml >"$folder/appstream.txt" || {
    cat "$folder/appstream.txt"
    fail "the description is not valid"
}

echo "== build"
tree=$folder/tree
rm -rf "$tree"
count=0
while read -r source place mode; do
    [[ $place == */ ]] && place+=$(basename "$source")
    [[ $source == target/release/tallyscope ]] && source=$program
    install -D -m "$mode" "$source" "$tree/$place"
    count=$((count + 1))
done < <(assets)
install -D -m 644 LICENSE-MIT "$tree/usr/share/doc/tallyscope/copyright"
((count > 20)) || fail "only $count files in the list of Cargo.toml"
# What the program is linked against; `$auto` of cargo deb asks the same tool.
auto="libc6, libgcc-s1"
if command -v dpkg-shlibdeps >/dev/null; then
    mkdir -p "$folder/shlibs/debian"
    : >"$folder/shlibs/debian/control"
    found=$(cd "$folder/shlibs" && dpkg-shlibdeps -O "$tree/usr/bin/tallyscope" 2>/dev/null | sed -n 's/^shlibs:Depends=//p') || true
    auto=${found:-$auto}
fi
depends=$(value depends)
mkdir -p "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: tallyscope
Version: $version-1
Architecture: $(dpkg --print-architecture)
Maintainer: $(value maintainer)
Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f 1)
Depends: ${depends/\$auto/$auto}
Recommends: $(value recommends)
Section: $(value section)
Priority: $(value priority)
Description: $description
$(awk '/^extended-description = """/ { inside = 1; next } inside { end = sub(/"""$/, ""); print " " $0; if (end) exit }' Cargo.toml)
CONTROL
package=$folder/tallyscope_$version-1_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zgzip -z1 --build "$tree" "$package" >/dev/null
dpkg-deb --info "$package" | sed -n '/Package:/,$p'
echo "$count files, $(du -k "$package" | cut -f 1) KB"

echo "== install"
installed=yes
"${as_root[@]}" dpkg -i "$package" >"$folder/dpkg.txt" 2>&1 || {
    cat "$folder/dpkg.txt"
    fail "the package could not be installed"
}
# Where dpkg has no triggers for them, as in a small machine.
"${as_root[@]}" update-desktop-database -q /usr/share/applications || true
"${as_root[@]}" update-mime-database /usr/share/mime || true
[[ $(tallyscope --version) == "tallyscope $version"* ]] || fail "the installed program says: $(tallyscope --version)"
command -v tallyscope

export HOME=$folder/home TALLYSCOPE_HOME=$folder/home/tallyscope TALLYSCOPE_PROBE=$probe LIBGL_ALWAYS_SOFTWARE=1
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_DATA_DIRS=/usr/local/share:/usr/share
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_CURRENT_DESKTOP DESKTOP_SESSION

mkfifo "$folder/display"
Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp 7>"$folder/display" >/dev/null 2>&1 &
server=$!
read -r -t 20 number <"$folder/display" || fail "Xvfb did not start"
rm "$folder/display"
export DISPLAY=:$number

# Waits for the first frame, and finds window and process.
wait_for_window() {
    for _ in $(seq 1200); do
        [[ -s $probe ]] && break
        sleep 0.025
    done
    [[ -s $probe ]] || fail "no frame after 30 s"
    local window=
    for _ in $(seq 100); do
        # by its class, as a desktop finds the entry of a window
        window=$(xdotool search --onlyvisible --class "$id" 2>/dev/null | tail -n 1) || true
        [[ $window ]] && break
        sleep 0.1
    done
    [[ $window ]] || fail "no window has the class $id, so that the desktop cannot know its entry"
    pid=$(pgrep -n -x tallyscope) || fail "the window's process is not found"
}

# Ends it as a desktop does at the end of a session: it closes by itself and says so.
end_window() {
    kill -TERM "$pid"
    for _ in $(seq 200); do
        kill -0 "$pid" 2>/dev/null || { pid=; break; }
        sleep 0.05
    done
    [[ ! $pid ]] || fail "the program did not close when it was asked to"
    grep -q "closed" "$TALLYSCOPE_HOME/state/log/tallyscope.log" || fail "the program was ended, it did not close"
    [[ ! $(ls "$TALLYSCOPE_HOME/state/windows") ]] || fail "the window left its note behind"
    rm -f "$probe" "$TALLYSCOPE_HOME/state/log/tallyscope.log"
}

echo "== a project, by the installed program"
project="$folder/Unrest in Varland.tally"
tallyscope demo --project "$project" >>"$log" 2>&1 &
wait_for_window
end_window
[[ -s $project ]] || fail "there is no project"

echo "== what the desktop thinks of it"
expect() {
    local what=$1 wanted=$2 got=$3
    [[ $got == "$wanted" ]] || fail "$what: “$got”, not “$wanted”"
    echo "$what: $got"
}
expect "type by name" application/x-tallyscope "$(xdg-mime query filetype "$project")"
cp "$project" "$folder/without an ending"
kind=$(gio info -a standard::content-type "$folder/without an ending" | sed -n 's/.*content-type: //p')
expect "type by content" application/x-tallyscope "$kind"
expect "opened by" $id.desktop "$(xdg-mime query default application/x-tallyscope)"
[[ $(gio mime application/x-tallyscope) == *"$id.desktop"* ]] || fail "gio knows no program for projects"

# A double click, by both of the ways that desktops have. The same article must be on the screen, not the start page.
for way in "xdg-open" "gio open"; do
    echo "== $way"
    $way "$project" >>"$log" 2>&1 &
    wait_for_window
    (($(wc -l <"$probe") > 5)) || fail "$way opened a window without the project's marks"
    title=$(tail -n 1 "$TALLYSCOPE_HOME/state/windows/window-$pid.toml")
    [[ $title == *"Unrest in Varland.tally"* ]] || fail "$way opened something else: $title"
    import -window root "$folder/${way%% *}.png"
    colours=$(identify -format '%k' "$folder/${way%% *}.png")
    ((colours > 50)) || fail "the window is blank: $colours colours"
    end_window
done

echo "== for one user"
# In the presence of another program for pages: that one stays the one that opens them.
mkdir -p "$folder/others/applications"
cat >"$folder/others/applications/pages.desktop" <<'ENTRY'
[Desktop Entry]
Type=Application
Name=Pages
Exec=true %f
MimeType=text/html;application/pdf;
ENTRY
update-desktop-database -q "$folder/others/applications"
export XDG_DATA_DIRS=$folder/others:/usr/share
before=$(xdg-mime query default text/html)
"$program" install --user
expect "pages are opened by" "$before" "$(xdg-mime query default text/html)"
expect "pages are opened by, says gio" "$before" "$(gio mime text/html | sed -n '1s/.*: //p')"
expect "projects are opened by" $id.desktop "$(xdg-mime query default application/x-tallyscope)"
"$program" uninstall --user
left=$(find "$HOME/.local" -name '*allyscope*' -not -type d)
[[ ! $left ]] || fail "left behind: $left"
export XDG_DATA_DIRS=/usr/local/share:/usr/share

echo "== removed"
"${as_root[@]}" dpkg --purge tallyscope >"$folder/purge.txt" 2>&1 || fail "the package could not be removed"
installed=
left=$(find /usr/bin /usr/share/applications /usr/share/icons /usr/share/metainfo /usr/share/mime/packages /usr/share/doc -iname '*tallyscope*')
[[ ! $left ]] || fail "left behind: $left"
"${as_root[@]}" update-desktop-database -q /usr/share/applications || true
"${as_root[@]}" update-mime-database /usr/share/mime || true
echo "package: built, installed, opened by a double click, removed, in $SECONDS s"
