//! Names that are nearly registered ones.

use super::Findings;
use super::line::Line;
use super::walk::{Kind, Text};
use crate::check::names::{Known, Names, Near};
use crate::diagnostic::{Certainty, Fix, Rule, Severity};

pub(in crate::check) static NEAR: Rule = Rule {
    code: "name-near",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "与 office.yaml 登记的名称（企业、平台、单位、文书），或者与同一份通报单的来源、被投诉单位只差一两个字的写法。",
    why: "名称错一个字，就成了另一家单位；上级照错的名称查不到。",
    example: "花之城雪上神话",
    fix: "照登记的名称改；确实是另一家，写在「认可」里，或者登记到 office.yaml。",
};

/// What the notice that a text belongs to names itself.
pub(super) fn own(text: &Text) -> Vec<Known> {
    match text.notice.filter(|_| text.kind != Kind::Name) {
        Some(notice) => [notice.origin.written(), notice.respondent.written()]
            .into_iter()
            .map(|name| Known::new(name.value.trim().to_owned(), name.span.clone()))
            .collect(),
        None => Vec::new(),
    }
}

/// Names in a line that are nearly registered, or nearly one of the notice's `own`.
pub(super) fn names(names: &Names, own: &[Known], line: &Line, findings: &mut Findings) {
    let written = line.all();
    let mut near = names.near(written, &findings.named);
    for known in own {
        let apart = |found: &Near<'_>| {
            !near.iter().any(|other| found.place.start < other.place.end && other.place.start < found.place.end)
        };
        let found: Vec<_> = known.near_in(written, &findings.named).into_iter().filter(apart).collect();
        near.extend(found);
    }
    for Near { known, place, sure } in near {
        // What is said of the name need not be said of a word in it.
        findings.named.push(place.clone());
        let typed = &written[place.clone()];
        let place = line.place_of(place);
        let right = &known.text;
        let fix = Fix::replace(Certainty::Likely, place.clone(), right.as_str());
        let mut finding = NEAR
            .finding(format!("「{typed}」与「{right}」只差一点"))
            .at(place, "")
            .and_at(known.place.clone(), "登记的是这样")
            .help(format!("如果就是它，改为「{right}」"))
            .fix(fix);
        if !sure {
            finding.severity = Severity::Advice;
        }
        findings.push(finding);
    }
}
