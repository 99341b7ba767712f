//! A manifest read from its text.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::entry::{Entry, name_and_hash};
use super::lines::Manifest;
use super::print::{ANY_HEADER, END, FORMER_HEADER, FORMER_LEGEND, HEADER, LEGEND};
use super::sum::without_sum;
use crate::press::hash::Short;

/// Why a file is no manifest that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It is something else, which nobody may overwrite.
    NoManifest,
    /// A later program wrote it.
    Newer,
    /// The line of that number, counted from 1, is none that a manifest has: it may have been a seal.
    Line(usize),
    /// Its end is missing.
    Cut,
}

/// What git puts around the lines of either side where it could not join them.
const CONFLICT_MARKS: [&str; 4] = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "];

/// What has been read of a manifest.
#[derive(Default)]
struct Reading {
    manifest: Manifest,
    /// Files of which lines say different things.
    clashing: BTreeSet<String>,
    has_end: bool,
}

impl Manifest {
    /// Reads a manifest as people and version control leave it: lines in any order, some twice, those of two manifests
    /// with git's marks around them. Of two different lines about one file a sealed one holds, else neither: the paper
    /// is looked at anew.
    ///
    /// # Errors
    /// Where the file is no manifest, one of a later program, or not whole.
    pub fn parse(text: &str) -> Result<Self, Unusable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A merge may have put its marks above the first line.
        let first = text.lines().map(str::trim_end).find(|line| !is_conflict_mark(line));
        match first {
            None | Some("") => return Err(Unusable::Cut),
            Some(HEADER | FORMER_HEADER) => {}
            Some(other) if other.starts_with(ANY_HEADER) => return Err(Unusable::Newer),
            Some(_) => return Err(Unusable::NoManifest),
        }
        let has_former = text.lines().any(|line| line.trim_end() == FORMER_HEADER);
        let mut reading = Reading { has_end: has_former, ..Reading::default() };
        for (number, line) in (1..).zip(text.lines().map(str::trim_end)) {
            if is_passed_over(line) {
                continue;
            }
            if line.starts_with(ANY_HEADER) {
                return Err(Unusable::Newer);
            }
            let whole = match without_sum(line) {
                Some(whole) => whole,
                None if has_former && !line.contains(" sum=") => line,
                None => return Err(Unusable::Line(number)),
            };
            reading.line(whole).ok_or(Unusable::Line(number))?;
        }
        if !reading.has_end {
            return Err(Unusable::Cut);
        }
        let Reading { mut manifest, clashing, .. } = reading;
        manifest.is_former = has_former;
        manifest.papers.retain(|path, entry| entry.is_sealed() || !clashing.contains(path));
        Ok(manifest)
    }
}

/// Whether a line says nothing.
fn is_passed_over(line: &str) -> bool {
    let is_legend = LEGEND.contains(&line) || FORMER_LEGEND.contains(&line);
    line.is_empty() || line == HEADER || line == FORMER_HEADER || is_legend || is_conflict_mark(line)
}

fn is_conflict_mark(line: &str) -> bool {
    CONFLICT_MARKS
        .iter()
        .any(|mark| if *mark == "=======" { line == *mark } else { format!("{line} ").starts_with(mark) })
}

impl Reading {
    /// Reads a line; `None` where it is none that a manifest has.
    fn line(&mut self, line: &str) -> Option<()> {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        match kind {
            "paper" => {
                let (path, entry) = Entry::parse(rest)?;
                self.paper(path, entry);
            }
            "repaper" => {
                let (path, entry) = Entry::parse(rest)?;
                self.manifest.remaking.insert(path, entry);
            }
            "sent" => {
                let (path, entry) = Entry::parse(rest)?;
                self.manifest.sent.insert(path, entry);
            }
            "office" => {
                let (name, parts) = definition(rest)?;
                self.manifest.offices.insert(name, parts.into_iter().collect());
            }
            "fonts" => {
                let (name, faces) = definition(rest)?;
                self.manifest.fonts.insert(name, faces);
            }
            _ if line == END => self.has_end = true,
            _ => return None,
        }
        Some(())
    }

    fn paper(&mut self, path: String, entry: Entry) {
        let Some(known) = self.manifest.papers.get(&path) else {
            self.manifest.papers.insert(path, entry);
            return;
        };
        if *known == entry {
            return;
        }
        self.clashing.insert(path.clone());
        if entry.is_sealed() && !known.is_sealed() {
            self.manifest.papers.insert(path, entry);
        }
    }
}

/// A name, and the words `key:hash` behind it.
fn definition<H: FromStr>(rest: &str) -> Option<(Short, Vec<(String, H)>)> {
    let mut words = rest.split(' ');
    let name = words.next()?.parse().ok()?;
    Some((name, words.map(name_and_hash).collect::<Option<_>>()?))
}
