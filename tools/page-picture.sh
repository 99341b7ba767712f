#!/bin/sh
# Makes docs/images/papers.png, the picture in both READMEs: a weekly, a reply with a red head, a 简报 and a 复函, first
# pages side by side, from the program's own PDFs. Needs the built program, the fonts and the judges (`make report judges`).
set -eu

cd "$(dirname "$0")/.."
program=${1:-target/release/zhoubao}
python=${2:-target/judges/venv/bin/python}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

"$program" build data --format pdf --out "$work" >/dev/null
number=0
for paper in panlong/2021-01-08/weekly panlong/2021-01-08/notice-8 yunling/2022-03-07/weekly yunling/2022-03-21/notice-3; do
    number=$((number + 1))
    pdftoppm -r 50 -f 1 -singlefile -png "$work/$paper.pdf" "$work/page-$number"
done

mkdir -p docs/images
"$python" - "$work" docs/images/papers.png <<'PYTHON'
import pathlib
import sys

from PIL import Image

GAP = 12
folder, out = map(pathlib.Path, sys.argv[1:])
pages = [Image.open(path) for path in sorted(folder.glob("page-*.png"))]
width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
sheet = Image.new("RGB", (width, pages[0].height + 2 * GAP), (200, 200, 200))
left = GAP
for page in pages:
    sheet.paste(page, (left, GAP))
    left += page.width + GAP
sheet.quantize(32).save(out, optimize=True)
PYTHON
