//! A manifest as text.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::escape::escaped;
use super::lines::{HEADER, Manifest};
use crate::press::hash::Short;

const LEGEND: &str = "\
# 一行一个文件：大小、SHA-256、面数，以及它由什么做成：周记录、office.yaml 里用得到的内容、模板、字体、版式版本、
# 正文、程序版本。写着 sealed 的已经封存。由 zhoubao build 写成，不要手改；zhoubao verify 核对。";

impl Manifest {
    /// The text, the same for the same content. Of offices and fonts only those that papers were made from are named.
    #[must_use]
    pub fn print(&self) -> String {
        let offices: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.office).collect();
        let fonts: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.fonts).collect();
        let mut lines = vec![HEADER.to_owned(), LEGEND.to_owned()];
        for (name, faces) in self.fonts.iter().filter(|(name, _)| fonts.contains(name)) {
            lines.push(definition("fonts", *name, faces.iter().map(|(face, hash)| (face, hash))));
        }
        for (name, parts) in self.offices.iter().filter(|(name, _)| offices.contains(name)) {
            lines.push(definition("office", *name, parts));
        }
        lines.extend(self.remaking.iter().map(|(path, entry)| format!("re{}", entry.line(path))));
        lines.extend(self.papers.iter().map(|(path, entry)| entry.line(path)));
        lines.join("\n") + "\n"
    }
}

/// A line that says what a name stands for, in words `key:hash`.
fn definition<'a, H: Display>(kind: &str, name: Short, parts: impl IntoIterator<Item = (&'a String, H)>) -> String {
    let mut words = vec![kind.to_owned(), name.to_string()];
    words.extend(parts.into_iter().map(|(key, hash)| format!("{}:{hash}", escaped(key))));
    words.join(" ")
}
