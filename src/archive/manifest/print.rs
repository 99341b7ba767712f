//! A manifest as text.

use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};

use super::escape::escaped;
use super::{HEADER, Manifest};

const LEGEND: &str = "\
# 一行一个文件：大小、SHA-256、面数，以及它由什么做成：周记录、office.yaml 里用得到的内容、模板、字体、版式版本、
# 正文、程序版本。写着 sealed 的已经封存。由 zhoubao build 写成，不要手改；zhoubao verify 核对。
";

impl Manifest {
    /// The text, the same for the same content. Of offices and fonts only those that papers were made from are named.
    #[must_use]
    pub fn print(&self) -> String {
        let mut text = format!("{HEADER}\n{LEGEND}");
        let offices: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.office).collect();
        let fonts: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.fonts).collect();
        for (name, faces) in self.fonts.iter().filter(|(name, _)| fonts.contains(name)) {
            define(&mut text, "fonts", name, faces.iter().map(|(face, hash)| (face, hash)));
        }
        for (name, parts) in self.offices.iter().filter(|(name, _)| offices.contains(name)) {
            define(&mut text, "office", name, parts);
        }
        for (path, entry) in &self.remaking {
            let _ = writeln!(text, "re{}", entry.line(path));
        }
        for (path, entry) in &self.papers {
            let _ = writeln!(text, "{}", entry.line(path));
        }
        text
    }
}

/// A line that says what a name stands for, in words `key:hash`.
fn define<'a, H: Display>(
    text: &mut String,
    kind: &str,
    name: impl Display,
    words: impl IntoIterator<Item = (&'a String, H)>,
) {
    let _ = write!(text, "{kind} {name}");
    for (key, hash) in words {
        let _ = write!(text, " {}:{hash}", escaped(key));
    }
    text.push('\n');
}
