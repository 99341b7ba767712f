//! A file with fixes made in it, not yet written.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::backup;
use super::edits::Edits;
use super::places::FixedPlaces;
use super::refusal::failed;
use super::replace::{replace, target};
use crate::diagnostic::{Diagnostic, Fix};
use crate::record::find::OFFICE_FILE;
use crate::record::office::Office;
use crate::record::{bytes, read, read_week_without_office};
use crate::source::Source;
use crate::yaml::Problems;
use crate::yaml::tree::{self, Kind, Node};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file with fixes made in it, not yet written.
#[derive(Debug)]
pub struct Draft {
    /// As the user knows it.
    name: String,
    path: PathBuf,
    was: Vec<u8>,
    now: Vec<u8>,
    /// How many fixes were made.
    pub fixes: usize,
    /// The text as it was read, in whatever encoding.
    before: Arc<Source>,
}

impl Draft {
    /// The file as it was read, without any fix as yet.
    pub(super) fn new(name: &str, bytes: Vec<u8>, before: &Arc<Source>) -> Self {
        Self {
            name: name.to_owned(),
            path: PathBuf::from(name),
            now: bytes.clone(),
            was: bytes,
            fixes: 0,
            before: Arc::clone(before),
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        self.now != self.was
    }

    /// The text as it was and as it will be.
    #[must_use]
    pub fn texts(&self) -> (Arc<Source>, Arc<Source>) {
        let now = self.text().unwrap_or_else(|| Arc::clone(&self.before));
        (Arc::clone(&self.before), now)
    }

    /// The text as far as it can be read, without a byte-order mark.
    pub(super) fn text(&self) -> Option<Arc<Source>> {
        match bytes::decode(&self.name, &self.now) {
            Ok(source) => Some(source),
            Err(finding) => finding.primary.map(|label| Arc::clone(label.span.source())),
        }
    }

    /// What keeps the file from being a record.
    pub(super) fn misread(&self) -> Vec<Diagnostic> {
        match bytes::decode(&self.name, &self.now) {
            Ok(source) => self.wrong(&source),
            Err(finding) => vec![finding],
        }
    }

    /// What keeps a text from being a record.
    fn wrong(&self, source: &Arc<Source>) -> Vec<Diagnostic> {
        let mut problems = Problems::new();
        if self.path.file_name().is_some_and(|name| name == OFFICE_FILE) {
            let _: Option<Office> = read(source, &mut problems);
        } else if self.is_record() {
            let _ = read_week_without_office(source, &mut problems);
        }
        problems.into_vec()
    }

    /// Weeks and the like, not templates.
    fn is_record(&self) -> bool {
        let ending = self.path.extension();
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    }

    /// Whether the file could be read if this were its text, and had no more than so many values that are empty.
    fn reads_with(&self, text: &str, most_empty: usize) -> bool {
        self.reads_as(text) && self.empty_values(text) <= most_empty
    }

    /// How many values of a text are nothing: a word that a fix turns into `null` would be lost.
    fn empty_values(&self, text: &str) -> usize {
        let source = Source::new(&*self.name, text);
        tree::parse(&source, &|_| false, &mut Problems::new()).map_or(0, |root| empty_in(&root))
    }

    /// Whether the file could be read if this were its text.
    fn reads_as(&self, text: &str) -> bool {
        !self.wrong(&Source::new(&*self.name, text)).iter().any(Diagnostic::holds_up)
    }

    /// Makes the fixes that do not get in one another's way; of those that do, the first. Whether anything changed.
    pub(super) fn make(&mut self, chosen: &[&Diagnostic], fixed: &mut FixedPlaces) -> bool {
        let Some(source) = self.text() else { return false };
        let harmless = self.harmless(source.text(), chosen.iter().filter_map(|finding| finding.fix.as_ref()).collect());
        let edits = Edits::new(source.text(), &harmless);
        fixed.add(&edits);
        let is_utf_8 = harmless.iter().all(|fix| !fix.edits.is_empty());
        let mark = if is_utf_8 && self.now.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
        let now = [mark, edits.applied().as_bytes()].concat();
        let is_other = now != self.now;
        self.now = now;
        self.fixes += edits.fixes;
        is_other
    }

    /// Those of `fixes` after which a text that could be read still can, and loses no value; all of them where it could not
    /// be read.
    fn harmless<'a>(&self, text: &str, fixes: Vec<&'a Fix>) -> Vec<&'a Fix> {
        let empty = self.empty_values(text);
        if !self.reads_as(text) || self.reads_with(&Edits::new(text, &fixes).applied(), empty) {
            return fixes;
        }
        let mut kept = Vec::new();
        for fix in fixes {
            kept.push(fix);
            if !self.reads_with(&Edits::new(text, &kept).applied(), empty) {
                kept.pop();
            }
        }
        kept
    }

    /// Writes the file, and beforehand a backup beside it unless `backup` is one of this run. The backup's path.
    ///
    /// # Errors
    /// The file cannot be written, or was changed since it was read; then it is as it was.
    pub fn write(&self, backup: Option<PathBuf>) -> Result<PathBuf, Diagnostic> {
        let (target, permissions) = target(&self.name, &self.path)?;
        let is_new = backup.is_none();
        let backup = match backup {
            Some(backup) => backup,
            None => backup::write(&self.path, &self.was, &permissions).map_err(|error| failed(&self.name, &error))?,
        };
        if let Err(finding) = replace(&self.name, &target, &self.was, &self.now) {
            if is_new {
                let _ = fs::remove_file(&backup);
            }
            return Err(finding);
        }
        Ok(backup)
    }
}

fn empty_in(node: &Node) -> usize {
    match &node.kind {
        Kind::Null => 1,
        Kind::Scalar { .. } => 0,
        Kind::List(items) => items.iter().map(empty_in).sum(),
        Kind::Map(entries) => entries.iter().map(|(_, value)| empty_in(value)).sum(),
    }
}
