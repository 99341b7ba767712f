//! Making an office's papers: those that are not right already, whole or not at all, with a manifest that is true at
//! every moment.

mod cause;
mod orphans;
mod plan;
mod sealed;
mod site;
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
pub use orphans::without_data;
pub(super) use site::{below, path_of};

use super::inputs::KnownFonts;
use super::manifest::{Entry, Manifest};
use crate::diagnostic::Diagnostic;
use crate::layout::LineCount;
use crate::record::find::OfficeFolder;
use crate::workspace::OfficeDesk;
use crate::workspace::write::WriteError;
use crate::workspace::{Due, Format};
use plan::{Plan, Task};
use site::{OnDisk, Site};
use week::Finished;

/// What is to be made, and where it goes.
#[derive(Debug)]
pub struct Order<'a> {
    pub fonts: &'a KnownFonts<'a>,
    pub out: PathBuf,
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
    pub pages: usize,
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

/// Weeks that are made before their results are told: bounds memory, and keeps the order of what is told.
const BATCH: usize = 64;

/// How often the manifest is brought up to date: what a killed run has made since then is looked at anew.
const BETWEEN_MANIFESTS: Duration = Duration::from_millis(500);

/// Fewer weeks are looked at again as fast as they are remembered.
const WORTH_REMEMBERING: usize = 16;

/// All paths in a folder lie between its name with `/` and its name with this.
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

/// Makes the papers of the weeks of `folder` that were asked for. `tell` hears of the weeks in their order. Returns
/// what is found about papers that no record asks for any more.
///
/// # Errors
/// Where the office's output folder cannot be used.
pub fn office(
    order: &Order,
    desk: &OfficeDesk,
    folder: &OfficeFolder,
    watch: &Watch,
    tell: &mut dyn FnMut(WeekOutcome),
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let Some(site) = Site::open(order, desk, watch)? else { return Ok(Vec::new()) };
    let Plan { tasks, is_complete } = plan::of(&site, folder);
    let mut kept = Kept::new(&site);
    kept.take_out(&site, &tasks)?;
    let mut known = orphans::Known::new(is_complete);
    let mut tasks = tasks.into_iter().peekable();
    while tasks.peek().is_some() && !watch.stopped() {
        let batch: Vec<Task> = tasks.by_ref().take(BATCH).collect();
        let started: Vec<_> = batch
            .into_par_iter()
            .filter_map(|task| {
                let started = (!watch.stopped()).then(|| week::start(&site, task));
                (watch.week_done)();
                started
            })
            .collect();
        for week in started {
            let Finished { outcome, entries, due } = week.finish(&site);
            known.add(&outcome.start, due.as_deref());
            kept.put_back(&site, &outcome.start, entries);
            tell(outcome);
        }
        kept.write_now_and_then(&site)?;
    }
    kept.put_back_all(&site);
    let orphans = if watch.stopped() { Vec::new() } else { known.orphans(&site, &mut kept.manifest) };
    kept.write(&site)?;
    site.close(folder.weeks.len() >= WORTH_REMEMBERING);
    Ok(orphans)
}

/// The manifest as it is kept up to date while papers are made.
struct Kept {
    manifest: Manifest,
    written: String,
    at: Instant,
}

impl Kept {
    fn new(site: &Site) -> Self {
        let mut manifest = site.before.clone();
        manifest.offices.extend(site.here.offices.clone());
        manifest.fonts.extend(site.here.fonts.clone());
        Self { manifest, written: site.text.clone(), at: Instant::now() }
    }

    /// Marks the lines of all files that may be written anew, before any is.
    fn take_out(&mut self, site: &Site, tasks: &[Task]) -> Result<(), Diagnostic> {
        let doubtful: Vec<String> = tasks.par_iter().flat_map_iter(|task| site.doubtful(task)).collect();
        for path in doubtful {
            if let Some(entry) = self.manifest.papers.remove(&path) {
                self.manifest.remaking.insert(path, entry);
            }
        }
        self.write(site)?;
        site.remove_former()
    }

    /// A week is done: its files have new lines, or those that they had and are true of them.
    fn put_back(&mut self, site: &Site, week: &str, entries: BTreeMap<String, Entry>) {
        self.put_back_range(site, format!("{week}/")..format!("{week}{AFTER_SLASH}"));
        self.manifest.papers.extend(entries);
    }

    fn put_back_all(&mut self, site: &Site) {
        self.put_back_range(site, ..);
    }

    fn put_back_range(&mut self, site: &Site, range: impl RangeBounds<String>) {
        let lines = self.manifest.remaking.extract_if(range, |_, _| true);
        self.manifest.papers.extend(lines.filter(|(path, entry)| site.on_disk(path, entry) == OnDisk::Right));
    }

    fn write_now_and_then(&mut self, site: &Site) -> Result<(), Diagnostic> {
        if self.at.elapsed() >= BETWEEN_MANIFESTS { self.write(site) } else { Ok(()) }
    }

    fn write(&mut self, site: &Site) -> Result<(), Diagnostic> {
        let Manifest { papers, remaking, .. } = &self.manifest;
        let has_nothing_to_say = self.written.is_empty() && papers.is_empty() && remaking.is_empty();
        let text = if has_nothing_to_say { String::new() } else { self.manifest.print() };
        if text != self.written && !site.order.only_explain {
            site.write_manifest(&text)?;
            self.written = text;
        }
        self.at = Instant::now();
        Ok(())
    }
}
