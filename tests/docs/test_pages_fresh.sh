#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The pages of docs/commands and docs/rules are made from the tables: they must be what the program makes today.
root=$(cd "$(dirname "$0")/../.." && pwd)
stale=$("${ANZENMAP:-$root/build/anzenmap}" docs "$root/docs" --check) && exit 0
printf 'stale or missing pages; make them with: build/anzenmap docs docs\n%s\n' "$stale"
exit 1
