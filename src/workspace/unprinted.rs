//! What an office's weeks record and none of its papers prints.

use std::collections::BTreeMap;

use super::findings::UNPRINTED;
use super::office::{CheckedWeek, OfficeWorkspace};
use crate::check;
use crate::compose::{Unprinted, UnprintedKeys};
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::source::Span;

impl OfficeWorkspace {
    /// Once for each key: it stands at the office's name, whose file acknowledges it.
    pub(super) fn unprinted(&self, weeks: &[CheckedWeek]) -> Vec<Diagnostic> {
        let offices: Vec<&Office> = self.generations().map(|generation| &generation.office).collect();
        let keys = UnprintedKeys::of_office(&self.templates, &offices);
        let mut found: BTreeMap<Unprinted, Span> = BTreeMap::new();
        for week in weeks.iter().filter_map(|checked| checked.week.as_ref()) {
            keys.find(week, &mut found);
        }
        let Some(first) = offices.first() else { return Vec::new() };
        let mut findings: Vec<Diagnostic> = found.iter().map(|(key, place)| finding(first, key, place)).collect();
        check::weigh(first.checks.as_ref(), &first.acknowledged, first.span.source(), &mut findings);
        findings
    }
}

fn finding(office: &Office, Unprinted { within, key }: &Unprinted, place: &Span) -> Diagnostic {
    let what = within.map_or_else(|| format!("「{key}」"), |within| format!("「{within}」的「{key}」"));
    UNPRINTED
        .finding(format!("记录里写了{what}，没有一份模板印它"))
        .at(office.name.span.clone(), "这个机构的模板")
        .and_at(place.first_line(), "写了，印不出来")
        .help(format!("在模板里印出来；只作内部记录的，在「认可」里写 {{ 规则: unprinted, 内容: {what}, 理由: … }}"))
}
