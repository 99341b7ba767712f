#!/bin/sh
# Installs what `make test` and `make bench` need besides Rust: programs from Debian's packages, a Python venv and
# the Open XML validator, the last two into target/judges, and fonts beside them. Quick where all is there.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
judges=$root/tests/judges
target=$root/target/judges

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo

# 1. Programs. Each line: the package, and a command that shows that it is not needed.
packages=
has_calc() {
    test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so"
}
needs() {
    package=$1
    shift
    "$@" >/dev/null 2>&1 || packages="$packages $package"
}
needs libreoffice-writer-nogui command -v soffice
needs libreoffice-calc-nogui has_calc
needs poppler-utils command -v pdftotext
needs qpdf command -v qpdf
needs mupdf-tools command -v mutool
needs pandoc command -v pandoc
needs fontconfig command -v fc-match
needs python3-venv python3 -c 'import ensurepip, venv'
needs nodejs command -v node
needs npm command -v npm
needs shellcheck command -v shellcheck

if [ -n "$packages" ]; then
    if ! command -v apt-get >/dev/null; then
        echo "本机没有 apt-get，请自行安装：$packages" >&2
        exit 1
    fi
    if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
        echo "请以 root 身份运行：apt-get install --no-install-recommends$packages" >&2
        exit 1
    fi
    $as_root apt-get -q update
    # shellcheck disable=SC2086 # one word a package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $packages
fi

# 2. to 4. The venv, the validator and fonts, laid anew when what they are made from has changed.
wanted=$(cat "$judges/requirements.txt" "$judges/package.json" "$0" | sha256sum)
if [ "$(cat "$target/installed" 2>/dev/null || true)" = "$wanted" ]; then
    echo "测试工具齐全：target/judges"
    exit 0
fi
rm -rf "$target"
mkdir -p "$target/node"
python3 -m venv "$target/venv"
"$target/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$judges/requirements.txt"
cp "$judges/package.json" "$target/node/"
# Fonts built otherwise than the free ones. They are unpacked, not installed, so that no other judge finds them.
mkdir -p "$target/fonts" "$target/packages"
(
    cd "$target/packages"
    fonts="fonts-arphic-ukai fonts-arphic-uming fonts-wqy-zenhei fonts-noto-cjk"
    # shellcheck disable=SC2086 # one word a package
    apt-get -q download $fonts || { $as_root apt-get -q update && apt-get -q download $fonts; }
    for package in *.deb; do
        dpkg-deb -x "$package" .
    done
    mv usr/share/fonts/truetype/arphic/*.ttc usr/share/fonts/truetype/wqy/wqy-zenhei.ttc \
        usr/share/fonts/opentype/noto/NotoSerifCJK-*.ttc ../fonts/
)
rm -rf "$target/packages"
npm install --prefix "$target/node" --no-package-lock --no-audit --no-fund --loglevel=error
echo "$wanted" >"$target/installed"
echo "已安装测试工具：target/judges"
