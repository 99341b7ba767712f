//! Making an office's papers: those that are not right already, whole or not at all, with a manifest that is true at
//! every moment.

mod cause;
mod orphans;
mod output;
mod plan;
mod sealed;
mod week;
mod writers;

use std::collections::BTreeMap;
use std::ops::RangeBounds;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

pub use cause::Cause;
pub(super) use cause::differences;
pub use orphans::orphaned_offices;
pub(super) use output::{below, path_of};

use super::inputs::KnownFonts;
use super::manifest::{Entry, Manifest};
use crate::diagnostic::Diagnostic;
use crate::layout::LineCount;
use crate::record::find::OfficeFolder;
use crate::record::format::Format;
use crate::workspace::Due;
use crate::workspace::OfficeWorkspace;
use crate::workspace::write::WriteError;
use output::{OnDisk, OutputFolder};
use plan::{Plan, Task};
use week::Finished;

/// What is to be made, and where it goes.
#[derive(Debug)]
pub struct Order<'a> {
    pub fonts: &'a KnownFonts<'a>,
    pub out: PathBuf,
    /// Only these formats of those that a paper has; all of them where empty.
    pub formats: Vec<Format>,
    /// Only these kinds; all where empty.
    pub kinds: Vec<String>,
    /// Make also what is already right.
    pub force: bool,
    pub sealing: Sealing,
    /// Say how the lines of every paper come out, also of those that are already right.
    pub lines: bool,
    /// Only say what would be made, and why.
    pub only_explain: bool,
}

impl Order<'_> {
    /// The formats in which a paper is to be made.
    fn formats<'d>(&'d self, due: &'d Due) -> impl Iterator<Item = Format> + 'd {
        due.formats.iter().copied().filter(|format| self.formats.is_empty() || self.formats.contains(format))
    }

    /// Whether papers of that kind are to be made.
    fn has_kind(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|asked| asked == kind)
    }
}

/// What becomes of seals on weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sealing {
    /// Sealed weeks stay as they are.
    #[default]
    Keep,
    /// The weeks that are made, or are right already, are sealed.
    Seal,
    /// Sealed weeks are made like others, and their seals taken off.
    Unseal,
}

/// One file of a paper, on the disk.
#[derive(Debug)]
pub struct Made {
    pub due: Due,
    pub format: Format,
    pub path: PathBuf,
    pub sha256: String,
    /// `None` where its format has no pages.
    pub pages: Option<usize>,
    /// It was already right and was left alone.
    pub fresh: bool,
}

/// A file that would be made.
#[derive(Debug)]
pub struct Stale {
    pub due: Due,
    pub format: Format,
    pub path: PathBuf,
    pub causes: Vec<Cause>,
}

/// What came of a file.
pub type Outcome = Result<Made, WriteError>;

/// What came of a week: its files, or why there are none.
#[derive(Debug, Default)]
pub struct WeekOutcome {
    /// Its first day; empty where the record has none.
    pub start: String,
    pub findings: Vec<Diagnostic>,
    pub files: Vec<Outcome>,
    /// How the lines of each paper came out, where that was asked for.
    pub lines: Vec<(Due, LineCount)>,
    pub stale: Vec<Stale>,
}

/// So many weeks are made before their results are reported: that bounds memory, and keeps reports in order.
const BATCH: usize = 64;

/// How often the manifest is brought up to date: what a killed run has made since then is looked at anew.
const BETWEEN_MANIFESTS: Duration = Duration::from_millis(500);

/// Fewer weeks are looked at again as fast as they are remembered.
const WORTH_REMEMBERING: usize = 16;

/// The character behind `/`: all paths in a folder lie between its name with `/` and its name with this.
const AFTER_SLASH: char = '0';

/// How a run is watched and stopped.
pub struct Watch<'a> {
    pub stop: &'a AtomicBool,
    /// Called once where another run is at work in the folder.
    pub waiting: &'a (dyn Fn() + Sync),
    /// Called after each week, on any thread.
    pub week_done: &'a (dyn Fn() + Sync),
}

impl Watch<'_> {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Makes the papers of the weeks of `folder` that were asked for. `report` hears of the weeks in their order. Returns
/// what is found about papers that no record asks for any more.
///
/// # Errors
/// Where the office's output folder cannot be used.
pub fn make_office(
    order: &Order,
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    watch: &Watch,
    report: &mut dyn FnMut(WeekOutcome),
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let Some(output) = OutputFolder::open(order, office, watch)? else { return Ok(Vec::new()) };
    let Plan { tasks, is_complete } = plan::for_folder(&output, folder);
    let mut manifest = KeptManifest::new(&output);
    manifest.take_out(&output, &tasks)?;
    let mut seen = orphans::WeeksSeen::new(is_complete);
    let mut tasks = tasks.into_iter().peekable();
    while tasks.peek().is_some() && !watch.stopped() {
        let batch: Vec<Task> = tasks.by_ref().take(BATCH).collect();
        let started = batch.into_par_iter().filter_map(|task| {
            let week = (!watch.stopped()).then(|| week::start(&output, task));
            (watch.week_done)();
            week
        });
        for week in started.collect::<Vec<_>>() {
            let Finished { outcome, entries, due } = week.finish(&output);
            seen.add(&outcome.start, due.as_deref());
            manifest.put_back(&output, &outcome.start, entries);
            report(outcome);
        }
        manifest.write_now_and_then(&output)?;
    }
    manifest.put_back_all(&output);
    let orphans = if watch.stopped() { Vec::new() } else { seen.orphans(&output, &mut manifest.lines) };
    manifest.write(&output)?;
    output.close(folder.weeks.len() >= WORTH_REMEMBERING);
    Ok(orphans)
}

/// The manifest as it is kept up to date while papers are made.
struct KeptManifest {
    lines: Manifest,
    /// Its text as it lies on the disk, and since when.
    written: String,
    at: Instant,
}

impl KeptManifest {
    fn new(output: &OutputFolder) -> Self {
        let mut lines = output.before.clone();
        lines.offices.extend(output.here.offices.clone());
        lines.fonts.extend(output.here.fonts.clone());
        Self { lines, written: output.text.clone(), at: Instant::now() }
    }

    /// Marks the lines of all files that may be written anew, before any is.
    fn take_out(&mut self, output: &OutputFolder, tasks: &[Task]) -> Result<(), Diagnostic> {
        let rewritten: Vec<String> = tasks.par_iter().flat_map_iter(|task| output.rewritten(task)).collect();
        for path in rewritten {
            if let Some(entry) = self.lines.papers.remove(&path) {
                self.lines.remaking.insert(path, entry);
            }
        }
        self.write(output)?;
        output.remove_former()
    }

    /// A week is done: its files have new lines, or those that they had and are true of them.
    fn put_back(&mut self, output: &OutputFolder, week: &str, entries: BTreeMap<String, Entry>) {
        self.put_back_range(output, format!("{week}/")..format!("{week}{AFTER_SLASH}"));
        self.lines.papers.extend(entries);
    }

    fn put_back_all(&mut self, output: &OutputFolder) {
        self.put_back_range(output, ..);
    }

    fn put_back_range(&mut self, output: &OutputFolder, range: impl RangeBounds<String>) {
        let lines = self.lines.remaking.extract_if(range, |_, _| true);
        self.lines.papers.extend(lines.filter(|(path, entry)| output.on_disk(path, entry) == OnDisk::Right));
    }

    fn write_now_and_then(&mut self, output: &OutputFolder) -> Result<(), Diagnostic> {
        if self.at.elapsed() >= BETWEEN_MANIFESTS { self.write(output) } else { Ok(()) }
    }

    fn write(&mut self, output: &OutputFolder) -> Result<(), Diagnostic> {
        let Manifest { papers, remaking, .. } = &self.lines;
        let has_nothing_to_say = self.written.is_empty() && papers.is_empty() && remaking.is_empty();
        let text = if has_nothing_to_say { String::new() } else { self.lines.print() };
        if text != self.written && !output.order.only_explain {
            output.write_manifest(&text)?;
            self.written = text;
        }
        self.at = Instant::now();
        Ok(())
    }
}
