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
printf '\nAll commands: %s --help\n' "$peerethics"
