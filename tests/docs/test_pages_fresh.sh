#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The pages of docs/commands and docs/rules and the picture are made by programs: they must be what is made today.
root=$(cd "$(dirname "$0")/../.." && pwd)
status=0
if ! stale=$("${ANZENMAP:-$root/build/anzenmap}" docs "$root/docs" --check); then
  printf 'stale or missing pages; make them with: build/anzenmap docs docs\n%s\n' "$stale"
  status=1
fi
python3 "$root/docs/make_picture.py" --check || status=1
exit $status
