//! What others see in a PDF: poppler, qpdf and mutool, each asked as a command.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// A PDF in a folder of its own, which goes with it.
pub struct Saved {
    folder: TempDir,
    path: PathBuf,
}

/// Ink that stands on one line: its edges in mm from the sheet's top and left.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

const DPI: f64 = 360.0;
const DARK: u8 = 128;
/// Rows of ink nearer than this are one line's: parts of a character stand apart.
const SAME_LINE: f64 = 1.5;

impl Saved {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("paper.pdf");
        fs::write(&path, bytes).expect("a file in it");
        Self { folder, path }
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(program).args(before).arg(&self.path).args(after).output();
        let output = output.unwrap_or_else(|error| panic!("{program} does not run: {error}"));
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program}: {complaint}{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Fails where qpdf finds anything to warn of.
    pub fn qpdf(&self) {
        self.run("qpdf", &["--check"], &[]);
    }

    /// The text's lines without white space, page numbers left out.
    pub fn lines(&self) -> Vec<String> {
        squeezed(&self.run("mutool", &["draw", "-q", "-F", "txt"], &[]))
    }

    /// The same as one string, as poppler reads it: it takes squeezed marks for a line's end here and there.
    pub fn text(&self) -> String {
        squeezed(&self.run("pdftotext", &[], &["-"])).concat()
    }

    pub fn info(&self) -> String {
        self.run("pdfinfo", &[], &[])
    }

    /// The structure's tags in order, without their titles: `P`, `H1` …
    pub fn tags(&self) -> Vec<String> {
        let structure = self.run("pdfinfo", &["-struct"], &[]);
        // A title may hold a byte that breaks the line.
        let words =
            structure.lines().filter(|line| line.starts_with(' ')).filter_map(|line| line.split_whitespace().next());
        words.filter(|word| ["P", "H1", "H2", "H3", "H4"].contains(word)).map(str::to_owned).collect()
    }

    /// The outline's entries in order, each behind as many tabs as it is deep.
    pub fn outline(&self) -> Vec<String> {
        let outline = self.run("mutool", &["show"], &["outline"]);
        let entry = |line: &str| line.rsplit_once("\"\t").map(|(entry, _)| entry[1..].replace('"', ""));
        outline.lines().filter_map(entry).collect()
    }

    pub fn families(&self) -> String {
        self.run("pdffonts", &[], &[])
    }

    /// The lines of ink on a page, top to bottom. Pages count from 1.
    pub fn ink(&self, page: u32) -> Vec<Ink> {
        let (page, dpi) = (page.to_string(), DPI.to_string());
        let image = self.folder.path().join("page");
        let image = image.to_str().expect("an UTF-8 path");
        self.run("pdftoppm", &["-r", &dpi, "-gray", "-f", &page, "-l", &page, "-singlefile"], &[image]);
        lines_of_ink(&fs::read(format!("{image}.pgm")).expect("the page's image"))
    }
}

fn squeezed(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<String>());
    lines.filter(|line| !line.is_empty() && !is_page_number(line)).collect()
}

fn is_page_number(line: &str) -> bool {
    line.strip_prefix('—').and_then(|rest| rest.strip_suffix('—')).is_some_and(|number| number.parse::<u32>().is_ok())
}

fn lines_of_ink(image: &[u8]) -> Vec<Ink> {
    let mut header = image.splitn(4, |byte| *byte == b'\n');
    let size = header.by_ref().nth(1).map(|line| String::from_utf8_lossy(line).into_owned()).expect("a size");
    let width: usize = size.split(' ').next().and_then(|width| width.parse().ok()).expect("a width");
    let pixels = header.nth(1).expect("pixels");
    let mm = |pixels: usize| f64::from(u32::try_from(pixels).expect("a page's size")) / DPI * 25.4;
    let mut lines: Vec<Ink> = Vec::new();
    for (y, row) in pixels.chunks_exact(width).enumerate() {
        let Some(left) = row.iter().position(|pixel| *pixel < DARK) else { continue };
        let right = mm(row.iter().rposition(|pixel| *pixel < DARK).unwrap_or(left) + 1);
        match lines.last_mut() {
            Some(line) if mm(y) - line.bottom < SAME_LINE => {
                line.bottom = mm(y + 1);
                line.left = line.left.min(mm(left));
                line.right = line.right.max(right);
            }
            _ => lines.push(Ink { top: mm(y), bottom: mm(y + 1), left: mm(left), right }),
        }
    }
    lines
}
