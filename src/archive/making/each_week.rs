//! An office's weeks, one batch after the other.

use rayon::prelude::*;

use super::kept::KeptManifest;
use super::order::{Order, Watch};
use super::orphans;
use super::outcome::WeekOutcome;
use super::output::OutputFolder;
use super::plan::{self, Plan};
use super::sealed_weeks;
use super::task::Task;
use super::week::{self, Finished};
use crate::diagnostic::Diagnostic;
use crate::record::find::OfficeFolder;
use crate::workspace::OfficeWorkspace;

/// So many weeks are made before their results are reported: that bounds memory, and keeps reports in order.
const BATCH: usize = 64;

/// Fewer weeks are looked at again as fast as they are remembered.
const WORTH_REMEMBERING: usize = 16;

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
    let Some(mut output) = OutputFolder::open(order, office, watch)? else { return Ok(Vec::new()) };
    let Plan { mut tasks, is_complete } = plan::for_folder(&output, folder);
    let mut findings = Vec::new();
    sealed_weeks::settle(&mut output, &mut tasks, folder, &mut findings)?;
    let mut manifest = KeptManifest::new(&output);
    manifest.take_out(&output, &tasks)?;
    let mut seen = orphans::WeeksSeen::new(is_complete);
    let mut told = Vec::new();
    let mut tasks = tasks.into_iter().peekable();
    while tasks.peek().is_some() && !watch.stopped() {
        let batch: Vec<Task> = tasks.by_ref().take(BATCH).collect();
        let started = batch.into_par_iter().filter_map(|task| {
            let week = (!watch.stopped()).then(|| week::start(&output, task));
            (watch.week_done)();
            week
        });
        for week in started.collect::<Vec<_>>() {
            let Finished { mut outcome, entries, due } = week.finish(&output);
            tell_once(&mut outcome, &mut told);
            seen.add(&outcome.name, due.as_deref());
            manifest.put_back(&output, &outcome.name, entries);
            report(outcome);
        }
        manifest.write_now_and_then(&output)?;
    }
    manifest.put_back_all(&output);
    if !watch.stopped() {
        findings.extend(seen.orphans(&mut output, &mut manifest.lines)?);
    }
    manifest.write_at_the_end(&mut output)?;
    output.close(folder.weeks.len() >= WORTH_REMEMBERING);
    Ok(findings)
}

/// What holds up papers of several weeks, such as their template, is told with the first of them.
fn tell_once(outcome: &mut WeekOutcome, told: &mut Vec<Diagnostic>) {
    if !outcome.held_up.is_empty() {
        outcome.findings.retain(|finding| !told.contains(finding));
        told.extend(outcome.findings.iter().cloned());
    }
}
