//! 续办 beside platforms that are counted and not listed: no more complaints go on than were open, and no fewer.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::CarriedOver;
use crate::record::complaint_counts::ComplaintCounts;
use crate::record::week::Week;
use crate::source::Span;

static COUNT: Rule = Rule {
    code: "carried-over-count",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一个平台上一期只写了件数，「续办」里这个平台的件数，与上一期在办的（加上那时续办里还在处理的）不同。没有写「在办」的，是比受理减去办结还多。比在办少的是建议。",
    why: "没有在办的就没有续办的；多出来的，有一处写错了，少了的没有下文。",
    example: "上一期 热线: { 受理: 3, 办结: 3 }，这一期「续办」里有热线的一件",
    fix: "核对上一期的件数和「续办」；续办只讲其中几件的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COUNT], check: Check::History(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for (before, view) in history.view_pairs() {
        let Some(entries) = view.week.carried_over.written().filter(|_| before.is_followed_by(view.week)) else {
            continue;
        };
        for (platform, recorded) in before.week.complaints.iter().filter(|(_, recorded)| !recorded.are_all_listed()) {
            let Some(left) = recorded.counts().and_then(Left::from_counts) else { continue };
            let name = platform.value.as_str();
            let still_open = on_platform(&before.week.carried_over, name).filter(|entry| entry.is_open()).count();
            let left = Left { number: left.number.saturating_add(still_open), ..left };
            let going_on: Vec<&CarriedOver> = on_platform(entries, name).collect();
            let is_fewer = going_on.len() < left.number;
            if going_on.len() > left.number || (is_fewer && left.is_exact) {
                findings.push(finding(name, &going_on, &left, view.week));
            }
        }
    }
}

fn on_platform<'a>(entries: &'a [CarriedOver], name: &str) -> impl Iterator<Item = &'a CarriedOver> {
    entries.iter().filter(move |entry| entry.platform.value == name)
}

/// How many complaints of a platform a week left open.
struct Left {
    number: usize,
    /// Whether there were just so many, and not at most.
    is_exact: bool,
    place: Span,
}

impl Left {
    /// `None` where nothing is said of it.
    fn from_counts(counts: &ComplaintCounts) -> Option<Self> {
        let (number, is_exact, place) = match (&counts.open, &counts.closed) {
            (Some(open), _) => (open.value, true, open.span.clone()),
            (None, Some(closed)) => (counts.count.value.saturating_sub(closed.value), false, closed.span.clone()),
            (None, None) => return None,
        };
        Some(Self { number: usize::try_from(number).ok()?, is_exact, place })
    }
}

fn finding(platform: &str, going_on: &[&CarriedOver], left: &Left, week: &Week) -> Diagnostic {
    let (number, written) = (left.number, going_on.len());
    let message = match number {
        0 => format!("「{platform}」上一期没有在办的，「续办」里却有 {written} 件"),
        _ if left.is_exact => format!("「{platform}」上一期在办 {number} 件，「续办」里是 {written} 件"),
        _ => format!("「{platform}」上一期最多有 {number} 件没有办结，「续办」里却有 {written} 件"),
    };
    let place = going_on.first().map_or_else(|| week.period.span.clone(), |entry| entry.span.first_line());
    let mut finding = COUNT.finding(message).at(place, "这一期续办的").and_at(left.place.clone(), "上一期");
    if written < number {
        finding.severity = Severity::Advice;
    }
    finding.help("核对上一期的「办结」「在办」和这一期的「续办」；续办只讲其中几件的，写明理由认可")
}
