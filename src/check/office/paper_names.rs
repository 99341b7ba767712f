//! Registered names of papers: two in one entry, and one paper under two names.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::alike::alike;
use crate::check::text::paper_titles::{TWO_IN_ONE, is_two};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::text::Text;
use crate::source::{Span, Spanned};

static DIFFERENTLY: Rule = Rule {
    code: "papers-named-differently",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「收到文书」与「上报文书」里，像是同一份文书，名称却差一两个字或者次序不同。",
    why: "一份文书两个名称，收发对不上。",
    example: "收到《案件情况办理统计表》，上报《案件办理情况统计表》",
    fix: "核对原件，两处写成一样；确实是两份，写在「认可」里。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWO_IN_ONE, &DIFFERENTLY], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let outward: Vec<&Spanned<String>> = office.outward.iter().map(|paper| paper.name.written()).collect();
    let inward: Vec<&Spanned<String>> =
        office.inward.iter().flat_map(|paper| &paper.names.0).map(Text::written).collect();
    for name in outward.iter().chain(&inward).filter(|name| is_two(&name.value)) {
        findings.push(
            TWO_IN_ONE
                .finding(format!("「{name}」是两份文书，登记成了一份"))
                .at(name.span.clone(), "会印在一对书名号里")
                .help("各登记一条；确实合订成一份的，写在「认可」里"),
        );
    }
    let outward: Vec<_> = outward.into_iter().flat_map(parts).collect();
    for (name, place) in inward.into_iter().flat_map(parts) {
        if outward.iter().any(|(other, _)| *other == name) {
            continue;
        }
        if let Some((other, there)) = outward.iter().find(|(other, _)| is_same_paper(name, other)) {
            findings.push(
                DIFFERENTLY
                    .finding(format!("收到的「{name}」与上报的「{other}」像是同一份文书，名称不一样"))
                    .at(place, "收到的这样写")
                    .and_at(there.clone(), "上报的这样写")
                    .help("核对原件，两处写成一样"),
            );
        }
    }
}

/// The papers of an entry, each with its place.
fn parts(entry: &Spanned<String>) -> Vec<(&str, Span)> {
    let text = entry.value.as_str();
    if !is_two(text) {
        return vec![(text, entry.span.clone())];
    }
    let mut next = 0;
    text.split_inclusive(['、', '，'])
        .map(|piece| {
            let part = piece.trim_end_matches(['、', '，']);
            let start = next;
            next += piece.len();
            (part, entry.part(start..start + part.len()))
        })
        .collect()
}

/// Whether two names are probably one paper's: the same characters in another order, one or two more, or a slip.
fn is_same_paper(one: &str, other: &str) -> bool {
    /// Papers of these differ: what is open and what is closed, each week's and each month's.
    const TELLING: &str = "未不非无已待拟新旧上下周月季年日区市县州省一二三四五六七八九十0123456789";
    let mut sorted: [Vec<char>; 2] = [one.chars().collect(), other.chars().collect()];
    let [a, b] = sorted.clone();
    for chars in &mut sorted {
        chars.sort_unstable();
    }
    if a.len() >= 6 && sorted[0] == sorted[1] {
        return true;
    }
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 6 {
        return false;
    }
    if long.len() == short.len() {
        let mut differing = long.iter().zip(short).filter(|(a, b)| a != b);
        let first = differing.next();
        return differing.next().is_none() && first.is_some_and(|(a, b)| alike(*a, *b) && !TELLING.contains(*a));
    }
    // One or two characters left out, none changed.
    let mut rest = short.iter().peekable();
    let more: Vec<char> = long.iter().copied().filter(|c| rest.next_if_eq(&c).is_none()).collect();
    rest.peek().is_none() && more.len() <= 2 && !more.iter().any(|c| TELLING.contains(*c))
}
