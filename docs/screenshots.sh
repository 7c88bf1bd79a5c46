#!/usr/bin/env bash
# Draws the pictures in docs/images anew, from sample people and places. Wants a Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -B -Pquick,browser verify -Dit.test=Screenshots
