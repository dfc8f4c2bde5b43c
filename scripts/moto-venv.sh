#!/bin/sh
# Makes .venv for test/emulator, if it is missing or was made from other requirements.
set -eu
cd "$(dirname "$0")/.."

wanted=test/emulator/requirements.txt
made=.venv/made-from.txt

cmp -s "$wanted" "$made" && exit 0
python3 -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$made"
