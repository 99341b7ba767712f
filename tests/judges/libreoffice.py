"""LibreOffice as a judge of Word files: it lays them out with the fonts that serve the names in them."""

import os
import subprocess

from house import ROOT

FONTS = ROOT / "tests/judges/fonts.conf"


def to_pdf(files, folder):
    """Lays out all Word files in one run, with a profile of its own; returns their PDFs in the same order."""
    assert FONTS.is_file(), f"no {FONTS}"
    environment = os.environ | {"FONTCONFIG_FILE": str(FONTS)}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=300)
    made = [folder / f"{file.stem}.pdf" for file in files]
    for pdf in made:
        assert pdf.is_file(), f"LibreOffice made no {pdf.name}"
    return made
