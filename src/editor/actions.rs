//! What the editor offers to do: the fix of one finding, of all that are certain, and letting one stand.

use std::ops::Range;
use std::sync::Arc;

use super::acknowledge::acknowledge;
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix};
use crate::source::Source;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Fixes one finding; `preferred` where nothing else can be meant.
    Fix {
        preferred: bool,
    },
    FixAll,
    Acknowledge,
}

#[derive(Debug)]
pub(super) struct Action<'a> {
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) edits: Vec<Edit>,
    /// The finding that it is about.
    pub(super) finding: Option<&'a Diagnostic>,
}

/// What can be done about the findings that touch `range` of `source`.
pub(super) fn actions<'a>(source: &Arc<Source>, range: &Range<usize>, findings: &'a [Diagnostic]) -> Vec<Action<'a>> {
    let open: Vec<&Diagnostic> = findings.iter().filter(|finding| is_open_in(finding, source)).collect();
    let mut actions = Vec::new();
    for finding in open.iter().copied().filter(|finding| touches(finding, range)) {
        actions.extend(fix(source, finding));
        actions.extend(letting_stand(source, finding));
    }
    let edits = certain_edits(source, &open);
    if !edits.is_empty() {
        let title = "全部改正（有把握的）".to_owned();
        actions.push(Action { title, kind: Kind::FixAll, edits, finding: None });
    }
    actions
}

/// Whether a finding is about `source` and not acknowledged.
fn is_open_in(finding: &Diagnostic, source: &Source) -> bool {
    let is_here = finding.primary.as_ref().is_some_and(|label| label.span.source().name() == source.name());
    is_here && finding.acknowledged.is_none()
}

fn touches(finding: &Diagnostic, range: &Range<usize>) -> bool {
    let place = finding.primary.as_ref().map(|label| label.span.range()).unwrap_or_default();
    place.start <= range.end && range.start <= place.end
}

fn fix<'a>(source: &Source, finding: &'a Diagnostic) -> Option<Action<'a>> {
    let fix = finding.fix.as_ref().filter(|fix| is_possible(fix, source))?;
    Some(Action {
        title: fix.label.clone(),
        kind: Kind::Fix { preferred: fix.certainty == Certainty::Certain },
        edits: fix.edits.clone(),
        finding: Some(finding),
    })
}

fn letting_stand<'a>(source: &Arc<Source>, finding: &'a Diagnostic) -> Option<Action<'a>> {
    Some(Action {
        title: format!("认可这一处（{}）", finding.rule.code),
        kind: Kind::Acknowledge,
        edits: vec![acknowledge(source, finding)?],
        finding: Some(finding),
    })
}

/// A fix without edits is about the file's bytes, which an editor writes anew anyway.
fn is_possible(fix: &Fix, source: &Source) -> bool {
    !fix.edits.is_empty() && fix.edits.iter().all(|edit| edit.place.source().name() == source.name())
}

/// The edits of all certain fixes, but for those that would meet another.
fn certain_edits(source: &Source, findings: &[&Diagnostic]) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let is_meant = fix.certainty == Certainty::Certain && is_possible(fix, source);
        if is_meant && !fix.edits.iter().any(|edit| meets_any(edit, &all)) {
            all.extend(fix.edits.iter().cloned());
        }
    }
    all
}

fn meets_any(edit: &Edit, others: &[Edit]) -> bool {
    let place = edit.place.range();
    others.iter().map(|other| other.place.range()).any(|other| place.start <= other.end && other.start <= place.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Rule, Severity};
    use crate::source::Span;

    const fn rule(code: &'static str, adjustable: bool) -> Rule {
        let severity = Severity::Warning;
        Rule { code, severity, adjustable, looks_for: "", why: "", example: "", fix: "" }
    }

    static RULE: Rule = rule("text-comma", true);
    static STRICT: Rule = rule("text-strict", false);

    fn place(source: &Arc<Source>, text: &str) -> Span {
        let at = source.text().find(text).unwrap_or_default();
        Span::new(source, at..at + text.len())
    }

    fn fixed(text: &str, edits: &[Edit]) -> String {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.place.range().start));
        edits.iter().fold(text.to_owned(), |mut text, edit| {
            text.replace_range(edit.place.range(), &edit.text);
            text
        })
    }

    #[test]
    fn what_must_not_stand_is_not_offered_to_be_let_stand() {
        let source = Source::new("周.yaml", "来源: 甲乙丙丁\n");
        let finding = STRICT.finding("有误").at(place(&source, "甲乙丙丁"), "");
        assert!(actions(&source, &(0..99), &[finding]).is_empty());
    }

    #[test]
    fn all_certain_fixes_are_made_at_once_but_for_those_that_meet() {
        let source = Source::new("周.yaml", "甲乙丙丁,乙,丙\n");
        let fix = |certainty, what: &str, to: &str| {
            let place = place(&source, what);
            RULE.finding("有误").at(place.clone(), "").fix(Fix::word(certainty, place, to))
        };
        let findings = [
            fix(Certainty::Certain, "甲乙丙丁,", "甲乙丙丁，"),
            fix(Certainty::Certain, ",乙", "，乙"),
            fix(Certainty::Likely, "丙", "丁"),
            Diagnostic { acknowledged: Some("可以".to_owned()), ..fix(Certainty::Certain, "乙", "戊") },
        ];
        let found = actions(&source, &(0..0), &findings);
        let titles: Vec<&str> = found.iter().map(|action| action.title.as_str()).collect();
        assert_eq!(titles, ["改为「甲乙丙丁，」", "认可这一处（text-comma）", "全部改正（有把握的）"]);
        assert!(found.first().is_some_and(|action| action.kind == Kind::Fix { preferred: true }));
        assert_eq!(found.last().map(|all| fixed(source.text(), &all.edits)).as_deref(), Some("甲乙丙丁，乙,丙\n"));
    }
}
