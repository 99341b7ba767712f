"""One week of many changed: only its papers are made again."""

import hashlib

from . import measure

WORDS = "并及时总结经验。"
"""What is added to the prose at the end of the week's file, and so to the end of its weekly."""

FORMATS = (".docx", ".pdf")


def edit(file):
    """A word more in the weekly; the line ends with the file."""
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(text.removesuffix("。") + "，" + WORDS + "\n", encoding="utf-8")


def stamps(out):
    """When each paper was written, and what it holds."""
    files = [path for path in out.rglob("*.*") if path.suffix in FORMATS]
    return {path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).digest()) for path in files}


def week(room, data, out, at):
    """Changes the week at that place, a different one each time, builds, and looks at what became of the files."""
    file = sorted(data.glob("*/*/*.yaml"))[17 + 53 * at]
    edit(file)
    before = stamps(out)
    done = measure.zhoubao(room, "build", data, "--out", out)
    after = stamps(out)
    touched = {path for path, (time, _) in after.items() if before[path][0] != time}
    differ = {path.name for path, (_, text) in after.items() if before[path][1] != text}
    elsewhere = [path for path in touched if path.parent.name != file.stem]
    if differ != {"weekly.docx", "weekly.pdf"} or elsewhere:
        raise measure.Failed(f"改了 {file.stem}：变的是 {sorted(differ)}，别处重写了 {len(elsewhere)} 个文件")
    return done
