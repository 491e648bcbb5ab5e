#!/bin/bash
# Reads a report in headless Chromium, without network: it asks for nothing, complains of nothing, and prints to PDF.
#
# usage: report.sh PROGRAM PROJECT     (PROGRAM is tallyscope, PROJECT a .tally file); skips where there is no chromium
set -eu
program=$1 project=$2
command -v chromium >/dev/null || { echo "skipped: no chromium here (apt-get install chromium)"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" export "$project" --format report --out "$folder/report.html"
browser=(chromium --headless --no-sandbox --disable-gpu "--user-data-dir=$folder/profile"
    "--host-resolver-rules=MAP * ~NOTFOUND" --enable-logging=stderr)
"${browser[@]}" --dump-dom "file://$folder/report.html" >"$folder/dom.html" 2>"$folder/dom.log"
if grep -E 'CONSOLE|Content Security Policy' "$folder/dom.log"; then
    echo "the page complains"; exit 1
fi
count() { grep -o "$1" "$2" | wc -l; }
written=$(count '<tr id="c' "$folder/report.html") read=$(count '<tr id="c' "$folder/dom.html")
[ "$written" -gt 0 ] && [ "$written" = "$read" ] || { echo "$written figures written, $read read"; exit 1; }
if grep -nE '(src|href)="(https?:|//|file:)' "$folder/report.html"; then
    echo "the page leads out"; exit 1
fi
"${browser[@]}" --no-pdf-header-footer "--print-to-pdf=$folder/report.pdf" "file://$folder/report.html" 2>/dev/null
[ "$(head -c 4 "$folder/report.pdf")" = "%PDF" ] || { echo "no PDF was printed"; exit 1; }
echo "report: $read figures, $(stat -c %s "$folder/report.pdf") bytes of PDF"
