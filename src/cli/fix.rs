//! `zhoubao check --fix`: the fixes that are certain, and those that the writer says yes to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use super::findings::findings;
use crate::diagnostic::gate::discreet_lines;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Label, discreet};
use crate::record::find::find;
use crate::report::{Answer, Event, Report};
use crate::source::Source;
use crate::workspace::{Draft, FixedPlaces, fix};
use crate::yaml::Problems;

/// What is fixed may show what else is wrong; more rounds than this come to no end.
const MOST_ROUNDS: usize = 10;
/// Lines shown before and behind a change.
const AROUND: usize = 2;
/// In characters; of a longer line only its beginning is shown.
const LONGEST_LINE: usize = 200;

/// Fixes the files under `paths` until nothing is left that may be fixed.
pub(super) fn run(paths: &[PathBuf], yes: bool, report: &Report) {
    let mut run = Run { writer: Writer::new(yes, report), files: HashMap::new(), given_up: HashSet::new(), report };
    for _ in 0..MOST_ROUNDS {
        if !run.fix_all(paths) {
            return;
        }
    }
}

struct Run<'a> {
    writer: Writer<'a>,
    files: HashMap<String, FixedFile>,
    /// Files that cannot be written.
    given_up: HashSet<String>,
    report: &'a Report,
}

/// A file that this run has looked at.
#[derive(Default)]
struct FixedFile {
    places: FixedPlaces,
    /// The file as it was before the run, once it has been written.
    backup: Option<PathBuf>,
}

impl Run<'_> {
    /// Fixes each file once. Whether any was written.
    fn fix_all(&mut self, paths: &[PathBuf]) -> bool {
        let mut is_any_written = false;
        for (name, findings) in fixable_by_file(paths) {
            if self.given_up.contains(&name) {
                continue;
            }
            match self.fix_file(&name, &findings) {
                Ok(is_written) => is_any_written |= is_written,
                Err(finding) => {
                    self.report.finding(finding);
                    self.given_up.insert(name);
                }
            }
        }
        is_any_written
    }

    /// Whether the file was written.
    fn fix_file(&mut self, name: &str, findings: &[Diagnostic]) -> Result<bool, Diagnostic> {
        let file = self.files.entry(name.to_owned()).or_default();
        let Some(draft) = fix(name, findings, &mut file.places, &mut |finding| self.writer.wants(finding))? else {
            return Ok(false);
        };
        let diff = diff(name, &draft);
        self.report.emit(&Event::FixShown { diff: diff.trim_end() });
        let backup = draft.write(file.backup.take())?;
        self.report.emit(&Event::Fixed { file: name, edits: draft.fixes, backup: &backup, diff: &diff });
        file.backup = Some(backup);
        Ok(true)
    }
}

/// All findings with a fix, by the file that they are about, in the order of their places. What is built into the
/// program is no file.
fn fixable_by_file(paths: &[PathBuf]) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut files: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for folder in find(paths, &mut Problems::new()) {
        let found = findings(&folder);
        for finding in found.of_office.into_iter().chain(found.of_weeks) {
            if let (Some(label), Some(_)) = (&finding.primary, &finding.fix) {
                files.entry(label.span.source().name().to_owned()).or_default().push(finding);
            }
        }
    }
    files.retain(|name, _| Path::new(name).is_file());
    for findings in files.values_mut() {
        findings.sort_by_cached_key(Diagnostic::sort_key);
    }
    files
}

/// Who says whether a fix that is only likely is made.
struct Writer<'a> {
    report: &'a Report,
    /// What he said of all that follow.
    always: Option<bool>,
    /// What he said no to, and the text in which it stood then: in one text there may be several alike.
    declined: HashMap<Question, Arc<Source>>,
}

/// The same question in another round: the file, the line, and what would be changed there.
type Question = (String, usize, String);

impl<'a> Writer<'a> {
    fn new(yes: bool, report: &'a Report) -> Self {
        Self { report, always: yes.then_some(true), declined: HashMap::new() }
    }

    fn wants(&mut self, finding: &Diagnostic) -> bool {
        let Some((fix, label)) = finding.fix.as_ref().zip(finding.primary.as_ref()) else { return false };
        if fix.certainty == Certainty::Certain {
            return true;
        }
        if let Some(always) = self.always {
            return always;
        }
        let source = label.span.source();
        let question = question(finding, fix, label);
        if self.declined.get(&question).is_some_and(|declined| !Arc::ptr_eq(declined, source)) {
            return false;
        }
        let yes = self.ask(finding);
        if !yes {
            self.declined.insert(question, Arc::clone(source));
        }
        yes
    }

    fn ask(&mut self, finding: &Diagnostic) -> bool {
        let answer = self.report.ask(finding);
        let yes = matches!(answer, Answer::Yes | Answer::YesToAll);
        if matches!(answer, Answer::YesToAll | Answer::NoToAll) {
            self.always = Some(yes);
        }
        yes
    }
}

fn question(finding: &Diagnostic, fix: &Fix, label: &Label) -> Question {
    let change = format!("{} {} {}", finding.rule.code, label.span.first_line().text(), fix.label);
    (label.span.source().name().to_owned(), label.span.start().line, change)
}

/// What is changed, as a unified diff.
fn diff(name: &str, draft: &Draft) -> String {
    let (before, after) = draft.texts();
    let name = discreet(name);
    let mut shown = format!("--- {name}\n+++ {name}\n");
    if before.text() == after.text() {
        shown.push_str("  （编码改为 UTF-8，文字不变）\n");
    }
    // A person's number may be wrapped: the whole is masked, line for line, before any of it is cut.
    let (shown_before, shown_after) = (discreet_lines(before.text()), discreet_lines(after.text()));
    let lines = [&shown_before, &shown_after].map(|text| text.split('\n').collect::<Vec<_>>());
    let diff = TextDiff::from_lines(before.text(), after.text());
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        let _ = writeln!(shown, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let (mark, place) = match change.tag() {
                ChangeTag::Equal => (' ', lines[0].get(change.old_index().unwrap_or_default())),
                ChangeTag::Delete => ('-', lines[0].get(change.old_index().unwrap_or_default())),
                ChangeTag::Insert => ('+', lines[1].get(change.new_index().unwrap_or_default())),
            };
            let line: String = place.unwrap_or(&"").chars().take(LONGEST_LINE).collect();
            let _ = writeln!(shown, "{mark}{line}");
        }
    }
    shown
}
