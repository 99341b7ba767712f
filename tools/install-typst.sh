#!/bin/sh
# The typst program, beside which `make bench` sets ours: from crates.io, built as its own releases are, into
# target/typst. Takes about ten minutes the first time.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)/target/typst
version=0.15.1

if [ "$("$root/bin/typst" --version 2>/dev/null | cut -d ' ' -f 2)" = "$version" ]; then
    echo "typst 已安装：target/typst"
    exit 0
fi
CARGO_PROFILE_RELEASE_LTO=thin CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1 \
    cargo install typst-cli --version "$version" --locked --root "$root"
echo "已安装 typst：target/typst"
