//! A manifest as text.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::entry::Entry;
use super::escape::escaped;
use super::lines::Manifest;
use super::sum::with_sum;
use crate::press::hash::Short;

/// The first line of the text.
pub(super) const HEADER: &str = "zhoubao-manifest 2";

/// The first line of the text that former versions wrote, whose lines have no checksums.
pub(super) const FORMER_HEADER: &str = "zhoubao-manifest 1";

/// How the first line of a later program's begins.
pub(super) const ANY_HEADER: &str = "zhoubao-manifest ";

/// What the last line says: a text that was cut off has none.
pub(super) const END: &str = "end";

pub(super) const LEGEND: [&str; 3] = [
    "# 一行一个文件：大小、SHA-256、面数，以及它由什么做成：周记录、office.yaml 里用得到的内容、模板、字体、版式版本、",
    "# 正文、程序版本。写着 sealed 的已经封存；sent 开头的是发出以后又重做过的。每行末尾是这一行的校验值。",
    "# 由 zhoubao build 写成，不要手改；zhoubao verify 核对。",
];

pub(super) const FORMER_LEGEND: [&str; 2] = [
    "# 一行一个文件：大小、SHA-256、面数，以及它由什么做成：周记录、office.yaml 里用得到的内容、模板、字体、版式版本、",
    "# 正文、程序版本。写着 sealed 的已经封存。由 zhoubao build 写成，不要手改；zhoubao verify 核对。",
];

impl Manifest {
    /// The text, the same for the same content. Of offices and fonts only those that files were made from are named.
    #[must_use]
    pub fn print(&self) -> String {
        let offices: BTreeSet<_> = self.files().map(|(_, entry)| entry.inputs.office).collect();
        let fonts: BTreeSet<_> = self.files().map(|(_, entry)| entry.inputs.fonts).collect();
        let mut said = Vec::new();
        for (name, faces) in self.fonts.iter().filter(|(name, _)| fonts.contains(name)) {
            said.push(definition("fonts", *name, faces.iter().map(|(face, hash)| (face, hash))));
        }
        for (name, parts) in self.offices.iter().filter(|(name, _)| offices.contains(name)) {
            said.push(definition("office", *name, parts));
        }
        said.extend(self.remaking.iter().map(|file| line("repaper", file)));
        said.extend(self.papers.iter().map(|file| line("paper", file)));
        said.extend(self.sent.iter().map(|file| line("sent", file)));
        said.push(END.to_owned());
        let mut lines = vec![HEADER.to_owned()];
        lines.extend(LEGEND.map(str::to_owned));
        lines.extend(said.iter().map(|line| with_sum(line)));
        lines.join("\n") + "\n"
    }
}

/// A line about a file, without its checksum.
pub(in crate::archive) fn line(kind: &str, (path, entry): (&String, &Entry)) -> String {
    format!("{kind} {}", entry.words(path))
}

/// A line that says what a name stands for, in words `key:hash`.
fn definition<'a, H: Display>(kind: &str, name: Short, parts: impl IntoIterator<Item = (&'a String, H)>) -> String {
    let mut words = vec![kind.to_owned(), name.to_string()];
    words.extend(parts.into_iter().map(|(key, hash)| format!("{}:{hash}", escaped(key))));
    words.join(" ")
}
