#!/bin/sh
# Puts the free fonts into the user's data folder, out of Debian's packages, which are not installed themselves:
# texlive-lang-chinese would pull in twenty more. Needs no root. Does nothing where the fonts are there and right.
#
# fonts.sha256 names each file with its SHA-256. LXGW WenKai stands there twice: Debian 12 and 13 carry different
# versions, and either will do, since it serves only characters that Fandol lacks.
set -eu

pins=$(cd "$(dirname "$0")" && pwd)/fonts.sha256
folder=${XDG_DATA_HOME:-$HOME/.local/share}/fonts/zhoubao
packages="texlive-lang-chinese fonts-lxgw-wenkai"

names() { awk '{ print $2 }' "$pins" | sort -u; }

# Whether the file $1 is, by its content, one of those pinned under the name $2.
is_pinned() {
    [ -f "$1" ] && grep -qx "$(sha256sum "$1" | cut -d ' ' -f 1)  $2" "$pins"
}

missing=
for name in $(names); do
    is_pinned "$folder/$name" "$name" || missing="$missing $name"
done
[ -n "$missing" ] || { echo "字体齐全：$folder"; exit 0; }

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    {
        echo "本机没有 apt-get 和 dpkg-deb，无法自动取得字体。请把下列文件放进 $folder："
        for name in $missing; do echo "  $name"; done
        echo "Fandol 字体见 CTAN 的 fandol 包，LXGW WenKai（霞鹜文楷）见其项目主页；校验值见 tools/fonts.sha256。"
    } >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

apt() { apt-get -q -o APT::Sandbox::User=root "$@"; }

# shellcheck disable=SC2086 # one word a package
if ! apt download $packages >download.log 2>&1; then
    # No package lists, or old ones: fetch lists of our own, which needs no root.
    mkdir -p lists/partial cache/archives/partial
    private="-o Dir::State::lists=$work/lists -o Dir::Cache=$work/cache"
    if ! { apt $private update && apt $private download $packages; } >download.log 2>&1; then
        cat download.log >&2
        echo "取不到 Debian 软件包：$packages。请检查网络和 apt 软件源。" >&2
        exit 1
    fi
fi
for package in ./*.deb; do
    dpkg-deb -x "$package" unpacked
done

mkdir -p "$folder"
for name in $missing; do
    found=$(find unpacked -type f -name "$name" | head -n 1)
    if [ -z "$found" ]; then
        echo "软件包里没有 $name。" >&2
        exit 1
    fi
    if ! is_pinned "$found" "$name"; then
        echo "$name 的 SHA-256 与 tools/fonts.sha256 不符：$(sha256sum "$found" | cut -d ' ' -f 1)" >&2
        exit 1
    fi
    cp "$found" "$folder/$name.part"
    chmod 644 "$folder/$name.part"
    mv "$folder/$name.part" "$folder/$name"
    echo "已安装 $folder/$name"
done
