#!/bin/sh
# A short session, for `make start`: what a person sees who looks something up.
set -eu
peerethics=$1
say() { printf '\n$ peerethics %s\n' "$*"; "$peerethics" "$@" || true; }
PAGER=cat; export PAGER
say show ms IV.5
say search lend bus fare
say compare gifts
say codes
say scenarios --topic money
if [ -t 0 ] && [ -t 1 ]; then
    printf '\n$ peerethics quiz --count 1 --no-history\n'
    "$peerethics" quiz --count 1 --no-history || true
fi
printf '\nAll commands: %s --help\n' "$peerethics"
