//! Sealed weeks: their papers are those that were sent, and stay so.

use super::cause::{Cause, changed_records};
use super::outcome::WeekOutcome;
use super::output::OnDisk;
use super::paths::path_of;
use super::sound_week::Making;
use crate::archive::manifest::Entry;
use crate::diagnostic::Diagnostic;
use crate::press::Paper;
use crate::record::find::display;
use crate::workspace::Due;
use crate::workspace::findings;

const HELP: &str = "封存的文书是已经发出去的，不能变：把改动退回去；确实要更正，加上 --unseal 再运行：那几份不再封存，发出去的留在旁边";

/// What has changed about a sealed week, each paper by itself.
pub(super) fn broken(making: &Making, name: &str, due: &[Due], papers: &[Paper]) -> Vec<Diagnostic> {
    let output = making.output;
    let mut findings = Vec::new();
    for (path, entry) in output.before.week(name).filter(|(_, entry)| entry.is_sealed()) {
        let Some(due) = due.iter().find(|due| has_file(due, name, path)) else {
            findings.push(finding(making, path, "记录里已经没有它"));
            continue;
        };
        let Some(paper) = papers.iter().find(|paper| paper.due == *due) else { continue };
        let Some(now) = making.inputs(paper) else { continue };
        let mut causes = making.changes(entry, paper, &now);
        // What came with another program or machine is nobody's change.
        causes.retain(|cause| {
            !matches!(cause, Cause::Fonts(_) | Cause::Layout(..) | Cause::BuiltIn(_) | Cause::Program(_))
        });
        // A record may be moved, but not a comment in it may change.
        let changed = changed_records(&entry.inputs, &now, |(_, was), (_, now)| was == now);
        causes.extend(changed.into_iter().filter(|cause| !causes.contains(cause)).collect::<Vec<_>>());
        if output.on_disk(path, entry) == OnDisk::Damaged {
            causes.push(Cause::Damaged);
        }
        if !causes.is_empty() {
            let causes: Vec<String> = causes.iter().map(Cause::to_string).collect();
            findings.push(finding(making, path, &causes.join("；")));
        }
    }
    findings
}

/// Whether the file at `path` is one of the paper's.
fn has_file(due: &Due, name: &str, path: &str) -> bool {
    due.formats.iter().any(|format| path_of(name, due, *format) == path)
}

/// The entry of a file that is made. A sealed one that is missing is made again only as it was, and keeps its line.
pub(super) fn same(making: &Making, path: &str, before: Option<&Entry>, now: Entry) -> Result<Entry, Diagnostic> {
    match before.filter(|before| before.is_sealed()) {
        Some(before) if before.hash == now.hash => Ok(before.clone()),
        Some(_) => Err(finding(making, path, "文件不见了，现在做出来的与封存的不一样")),
        None => Ok(now),
    }
}

/// Why a week is not sealed by a run that was asked to: its papers are sealed together or not at all.
pub(super) fn unsealed(making: &Making, outcome: &WeekOutcome) -> Option<Diagnostic> {
    if outcome.held_up.is_empty() {
        return None;
    }
    let names: Vec<String> = outcome.held_up.iter().map(Due::name).collect();
    let message = format!("{} 这一期没有封存：「{}」没有做成", outcome.name, names.join("」「"));
    let help = "改好上面的错误，再加 --seal 运行一次：一周的文书一起封存";
    Some(findings::UNSEALED.finding(message).at(making.place(), "要封存的一周").help(help))
}

fn finding(making: &Making, path: &str, what: &str) -> Diagnostic {
    let file = display(&making.output.folder.join(path));
    findings::SEALED.finding(format!("「{file}」已经封存，但是{what}")).at(making.place(), "封存的一周").help(HELP)
}
