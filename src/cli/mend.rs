//! `zhoubao check --fix`: the mends that are certain, and those that the writer says yes to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use super::check;
use super::report::Report;
use crate::diagnostic::{Certainty, Diagnostic, Human, discreet};
use crate::record::Problems;
use crate::record::find::find;
use crate::source::Source;
use crate::workspace::{Draft, Mended, mend};

/// What is mended may show what else is wrong; more rounds than this are no mending.
const MOST_ROUNDS: usize = 10;
/// Lines shown before and behind a change.
const AROUND: usize = 2;
/// In characters; of a longer line only its beginning is shown.
const LONGEST_LINE: usize = 200;

/// Mends the files under `paths` until nothing is left that may be mended.
pub(super) fn run(paths: &[PathBuf], yes: bool, report: &mut Report) {
    let mut writer = Writer::new(yes, report.is_for_people());
    let mut backups: HashMap<String, PathBuf> = HashMap::new();
    let mut mended: HashMap<String, Mended> = HashMap::new();
    let mut given_up = HashSet::new();
    for _ in 0..MOST_ROUNDS {
        let mut written = false;
        for (name, findings) in by_file(paths) {
            if given_up.contains(&name) {
                continue;
            }
            let places = mended.entry(name.clone()).or_default();
            let outcome = mend(&name, &findings, places, &mut |finding| writer.wants(finding)).and_then(|draft| {
                let Some(draft) = draft else { return Ok(None) };
                let diff = diff(&name, &draft);
                report.shows(diff.trim_end());
                let backup = draft.write(backups.get(&name).cloned())?;
                Ok(Some((draft.mends, backup, diff)))
            });
            match outcome {
                Ok(None) => {}
                Ok(Some((mends, backup, diff))) => {
                    written = true;
                    report.mended(&name, mends, &backup, &diff);
                    backups.insert(name, backup);
                }
                Err(finding) => {
                    report.findings(vec![finding]);
                    given_up.insert(name);
                }
            }
        }
        if !written {
            return;
        }
    }
}

/// All findings with a mend, by the file that they are about, in the order of their places. What is built into the
/// program is no file.
fn by_file(paths: &[PathBuf]) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut files: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for folder in find(paths, &mut Problems::new()) {
        let (of_office, of_weeks) = check::findings(&folder);
        for finding in of_office.into_iter().chain(of_weeks) {
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

/// Who says whether a mend that is only likely is made.
struct Writer {
    /// What he said of all that follow.
    always: Option<bool>,
    /// What he said no to, and the text in which it stood then: in one text there may be several alike.
    declined: HashMap<(String, usize, String), Arc<Source>>,
}

impl Writer {
    fn new(yes: bool, is_for_people: bool) -> Self {
        let can_be_asked = is_for_people && io::stdin().is_terminal() && io::stderr().is_terminal();
        Self { always: if yes { Some(true) } else { (!can_be_asked).then_some(false) }, declined: HashMap::new() }
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
        let question = format!("{} {} {}", finding.rule.code, label.span.first_line().text(), fix.label);
        let question = (source.name().to_owned(), label.span.start().line, question);
        if self.declined.get(&question).is_some_and(|declined| !Arc::ptr_eq(declined, source)) {
            return false;
        }
        anstream::eprintln!("{}", Human { color: false }.render(finding).trim_end());
        let yes = self.ask();
        if !yes {
            self.declined.insert(question, Arc::clone(source));
        }
        yes
    }

    fn ask(&mut self) -> bool {
        loop {
            anstream::eprint!("改吗？y 改，n 不改，a 这一处和后面的都改，q 都不改了：");
            let _ = io::stderr().flush();
            let mut answer = String::new();
            let is_end = io::stdin().lock().read_line(&mut answer).is_ok_and(|length| length == 0);
            match answer.trim() {
                "y" | "Y" | "是" | "改" => return true,
                "n" | "N" | "否" | "不改" => return false,
                "a" | "A" => self.always = Some(true),
                "q" | "Q" => self.always = Some(false),
                _ if is_end => self.always = Some(false),
                _ => {}
            }
            if let Some(always) = self.always {
                return always;
            }
        }
    }
}

/// What is changed, as a unified diff.
fn diff(name: &str, draft: &Draft) -> String {
    let (before, after) = draft.texts();
    let name = discreet(name);
    let mut shown = format!("--- {name}\n+++ {name}\n");
    if before.text() == after.text() {
        shown.push_str("  （编码改为 UTF-8，文字不变）\n");
    }
    let diff = TextDiff::from_lines(before.text(), after.text());
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        let _ = writeln!(shown, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let mark = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let line: String = change.value().trim_end_matches(['\n', '\r']).chars().take(LONGEST_LINE).collect();
            let _ = writeln!(shown, "{mark}{}", discreet(&line));
        }
    }
    shown
}
