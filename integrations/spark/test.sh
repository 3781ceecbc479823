#!/usr/bin/env bash
# Tests of pagefacts_spark on a local cluster, in a virtual environment of its own. Needs Python 3.10, Java 17 and the built package.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD/../..
venv=$root/.cache/spark-venv

[ -f "$root/dist/cli.js" ] || (cd "$root" && npm run --silent build)
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --editable '.[test]'
"$venv/bin/python" -m pytest -q "$@" tests ../recipes
