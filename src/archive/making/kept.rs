//! The manifest as it is kept up to date while papers are made.

use std::collections::BTreeMap;
use std::ops::RangeBounds;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::output::{OnDisk, OutputFolder, write_finding};
use super::sent;
use super::task::Task;
use crate::archive::manifest::{Entry, Manifest};
use crate::diagnostic::Diagnostic;

/// How often the manifest is brought up to date: what a killed run has made since then is looked at anew.
const BETWEEN_MANIFESTS: Duration = Duration::from_millis(500);

/// The character behind `/`: all paths in a folder lie between its name with `/` and its name with this.
const AFTER_SLASH: char = '0';

/// The manifest as it is kept up to date while papers are made.
pub(super) struct KeptManifest {
    pub(super) lines: Manifest,
    /// Its text as it lies on the disk, what that was printed from by this run, and since when.
    written: String,
    printed: Option<Manifest>,
    at: Instant,
}

impl KeptManifest {
    pub(super) fn new(output: &OutputFolder) -> Self {
        let mut lines = output.before.clone();
        lines.offices.extend(output.here.offices.clone());
        lines.fonts.extend(output.here.fonts.clone());
        Self { lines, written: output.text.clone(), printed: None, at: Instant::now() }
    }

    /// Marks the lines of all files that may be written anew, before any is.
    pub(super) fn take_out(&mut self, output: &OutputFolder, tasks: &[Task]) -> Result<(), Diagnostic> {
        let rewritten: Vec<String> = tasks.par_iter().flat_map_iter(|task| output.rewritten(task)).collect();
        for path in rewritten {
            if let Some(entry) = self.lines.papers.remove(&path) {
                sent::keep(output, &mut self.lines, (&path, &entry))?;
                self.lines.remaking.insert(path, entry);
            }
        }
        self.write(output)?;
        output.remove_former()
    }

    /// A week is done: its files have new lines, or those that they had and are true of them.
    pub(super) fn put_back(&mut self, output: &OutputFolder, week: &str, entries: BTreeMap<String, Entry>) {
        self.put_back_range(output, format!("{week}/")..format!("{week}{AFTER_SLASH}"));
        self.lines.papers.extend(entries);
    }

    pub(super) fn put_back_all(&mut self, output: &OutputFolder) {
        self.put_back_range(output, ..);
    }

    fn put_back_range(&mut self, output: &OutputFolder, range: impl RangeBounds<String>) {
        let lines = self.lines.remaking.extract_if(range, |_, _| true);
        self.lines.papers.extend(lines.filter(|(path, entry)| output.on_disk(path, entry) == OnDisk::Right));
    }

    pub(super) fn write_now_and_then(&mut self, output: &OutputFolder) -> Result<(), Diagnostic> {
        if self.at.elapsed() >= BETWEEN_MANIFESTS { self.write(output) } else { Ok(()) }
    }

    /// Writes what holds once the run is done, and then the seals for what it has sealed.
    pub(super) fn write_at_the_end(&mut self, output: &mut OutputFolder) -> Result<(), Diagnostic> {
        let same = sent::settle(&mut self.lines);
        self.write(output)?;
        if output.order.only_explain {
            return Ok(());
        }
        for kept in same {
            // One that stays is reported as a file that no manifest names.
            let _ = std::fs::remove_file(output.folder.join(kept));
        }
        output.seals.add(&self.lines).map_err(|error| write_finding(&error))
    }

    pub(super) fn write(&mut self, output: &OutputFolder) -> Result<(), Diagnostic> {
        // Where a run finds nothing to do, its lines stay what they are: to print them takes longer than to compare them.
        if self.printed.as_ref() == Some(&self.lines) {
            self.at = Instant::now();
            return Ok(());
        }
        let Manifest { papers, sent, remaking, .. } = &self.lines;
        let is_empty = papers.is_empty() && sent.is_empty() && remaking.is_empty();
        let has_nothing_to_say = self.written.is_empty() && is_empty;
        let text = if has_nothing_to_say { String::new() } else { self.lines.print() };
        if text != self.written && !output.order.only_explain {
            output.write_manifest(&text)?;
            self.written = text;
        }
        self.printed = Some(self.lines.clone());
        self.at = Instant::now();
        Ok(())
    }
}
