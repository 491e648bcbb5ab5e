#!/usr/bin/env bash
# What the program exports is read by programs that others wrote.
#
# usage: tests/readers/run.sh PROGRAM [PROJECT]
#   PROGRAM  the built program, such as target/debug/tallyscope
#   PROJECT  a project (.tally) whose exports are checked as well
#
# Makes a Python environment in a temporary folder, installs the packages of requirements.txt there, and runs every
# check*.py beside this file with PROGRAM, a folder for what is exported, and PROJECT. A further reader is a file beside
# check.py and its packages, with their versions, in requirements.txt. Needs python3 with venv, and once the network.
set -euo pipefail

program=$(realpath "$1")
project=${2:+$(realpath "$2")}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
for check in "$here"/check*.py; do
    echo "-- $(basename "$check")"
    mkdir -p "$work/$(basename "$check" .py)"
    TALLYSCOPE_HOME=$work/home "$work/python/bin/python" "$check" "$program" "$work/$(basename "$check" .py)" ${project:+"$project"}
done
