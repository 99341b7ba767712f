"""LibreOffice lays out Word files, with the free fonts that serve the names in them."""

import os
import pathlib
import shutil
import subprocess
import tempfile

FONTS = pathlib.Path(__file__).resolve().parent.parent.parent / "tests/judges/fonts.conf"
# Papers a run: a run costs some seconds before its first paper.
BATCH = 40


def to_pdf(files, folder):
    """PDFs of all Word files, made in `folder`, in the same order."""
    folder = pathlib.Path(folder)
    # Papers of different weeks have the same names.
    copies = [folder / f"{index:05}.docx" for index, _ in enumerate(files)]
    for file, copy in zip(files, copies, strict=True):
        shutil.copy(file, copy)
    for start in range(0, len(copies), BATCH):
        _run(copies[start : start + BATCH], folder)
    made = [copy.with_suffix(".pdf") for copy in copies]
    for file, pdf in zip(files, made, strict=True):
        if not pdf.is_file():
            raise RuntimeError(f"LibreOffice made no PDF of {file}")
    return made


def _run(files, folder):
    with tempfile.TemporaryDirectory(prefix="conformance-profile-") as profile:
        command = [
            "soffice",
            f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *files,
        ]
        environment = os.environ | {"FONTCONFIG_FILE": str(FONTS)}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=600)
