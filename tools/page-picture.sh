#!/bin/sh
# Makes docs/images/weekly.png, the picture in both READMEs: the weekly's first two pages side by side, from the
# program's own PDF. Needs the built program, the fonts and the judges (`make report judges`).
set -eu

cd "$(dirname "$0")/.."
program=${1:-target/release/zhoubao}
python=${2:-target/judges/venv/bin/python}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

"$program" build data --kind weekly --format pdf --out "$work" >/dev/null
pdftoppm -gray -r 75 -f 1 -l 2 -png "$work/panlong/2021-01-08/weekly.pdf" "$work/page"

mkdir -p docs/images
"$python" - "$work" docs/images/weekly.png <<'PYTHON'
import pathlib
import sys

from PIL import Image

GAP = 12
folder, out = map(pathlib.Path, sys.argv[1:])
pages = [Image.open(path) for path in sorted(folder.glob("page-*.png"))]
width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
sheet = Image.new("L", (width, pages[0].height + 2 * GAP), 200)
left = GAP
for page in pages:
    sheet.paste(page, (left, GAP))
    left += page.width + GAP
sheet.quantize(16).save(out, optimize=True)
PYTHON
