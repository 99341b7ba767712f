//! Names of papers: two in one pair of 《》, and one paper under two names.

use std::ops::Range;

use super::Findings;
use super::alike::alike;
use super::line::Line;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::text::Text;
use crate::source::{Span, Spanned};

pub(in crate::check) static TWO_IN_ONE: Rule = Rule {
    code: "papers-in-one-title",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一对书名号里，或者登记的一个文书名称里，写了两份文书。",
    why: "一对书名号是一份；两份写在一起，份数就对不上。",
    example: "《案件统计表、诉转案统计表》",
    fix: "各用一对书名号；在 office.yaml 里各登记一条。",
};

pub(in crate::check) static DIFFERENTLY: Rule = Rule {
    code: "papers-named-differently",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「收到文书」与「上报文书」里，像是同一份文书，名称却差一两个字或者次序不同。",
    why: "一份文书两个名称，收发对不上。",
    example: "收到《案件情况办理统计表》，上报《案件办理情况统计表》",
    fix: "核对原件，两处写成一样；确实是两份，写在「认可」里。",
};

/// What the names of papers end with.
const ENDINGS: [&str; 16] = [
    "表", "报告", "周报", "月报", "日报", "年报", "方案", "通知", "总结", "清单", "台账", "简报", "专报", "统计", "函",
    "汇总",
];

/// The titles between 《》 in a part of a line, without the marks.
pub(super) fn listed(line: &Line, within: Range<usize>) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut open = None;
    let mut depth = 0_usize;
    for at in within {
        match line.c(at) {
            '《' => {
                depth += 1;
                open = open.or(Some(at + 1));
            }
            '》' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    titles.extend(open.take().map(|start| start..at));
                }
            }
            _ => {}
        }
    }
    titles
}

/// Whether a title is that of several papers.
fn is_two(title: &str) -> bool {
    let parts: Vec<&str> = title.split(['、', '，']).collect();
    parts.len() >= 2
        && !title.contains(['〈', '（'])
        && parts.iter().all(|part| part.chars().count() >= 4 && ENDINGS.iter().any(|ending| part.ends_with(ending)))
}

pub(super) fn in_text(line: &Line, findings: &mut Findings) {
    for title in listed(line, 0..line.len()) {
        if is_two(line.text(title.clone())) {
            let place = line.place(title.start - 1..title.end + 1);
            findings.push(
                TWO_IN_ONE.finding("一对书名号里写了两份文书").at(place, "").help("各用一对书名号：《……》、《……》"),
            );
        }
    }
}

/// The office's registers of papers.
pub(super) fn registered(office: &Office, list: &mut Vec<Diagnostic>) {
    let outward: Vec<&Spanned<String>> = office.outward.iter().map(|paper| paper.name.written()).collect();
    let inward: Vec<&Spanned<String>> =
        office.inward.iter().flat_map(|paper| &paper.names.0).map(Text::written).collect();
    for name in outward.iter().chain(&inward).filter(|name| is_two(&name.value)) {
        list.push(
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
            list.push(
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
