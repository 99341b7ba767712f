"""LibreOffice lays out Word files, with the free fonts that serve the names in them, or with stand-ins for those of offices."""

import concurrent.futures
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile

FONTS = pathlib.Path(__file__).resolve().parent.parent.parent / "tests/judges/fonts.conf"
# LibreOffice works on one core. Of more runs than two, each would wait for the disk.
RUNS = 2


def to_pdf(files, folder, fonts=FONTS):
    """PDFs of all Word files, made in `folder`, in the same order, with the fonts that a fontconfig file tells."""
    folder = pathlib.Path(folder)
    # Papers of different weeks have the same names.
    copies = [folder / f"{index:05}.docx" for index, _ in enumerate(files)]
    for file, copy in zip(files, copies, strict=True):
        shutil.copy(file, copy)
    shares = [copies[start::RUNS] for start in range(min(RUNS, len(copies)))]
    with concurrent.futures.ThreadPoolExecutor(RUNS) as pool:
        list(pool.map(functools.partial(_run, folder=folder, fonts=fonts), shares))
    made = [copy.with_suffix(".pdf") for copy in copies]
    for file, pdf in zip(files, made, strict=True):
        if not pdf.is_file():
            raise RuntimeError(f"LibreOffice made no PDF of {file}")
    return made


def _run(files, folder, fonts):
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
        environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=600)
