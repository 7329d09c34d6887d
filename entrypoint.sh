#!/bin/sh
# The Action's first process: its inputs, as the runner sets them, become a command line.
set -eu

set -- check --format github
# The default is left to the command, which takes it for no more than a place to look.
case ${INPUT_CONFIG-} in
'' | .github/spec-steward.yml) ;;
*) set -- "$@" "--config=$INPUT_CONFIG" ;;
esac
if [ -n "${INPUT_BASE-}" ]; then
    set -- "$@" "--base=$INPUT_BASE"
fi
exec python3 -I -m bot "$@"
