//! Numbers that are typed before headings and paragraphs of sections, out of order: the program numbers anew.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::paragraphs::{Number, Paragraph, paragraphs};
use crate::record::section::Part;
use crate::record::typed_number::{NumberLevel, TypedNumber, typed_number};
use crate::source::Spanned;

static HEADINGS: Rule = Rule {
    code: "heading-numbered",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节标题前面手打的序号中断、重复：同一级的标题，后一个不是前一个加一。",
    why: "手打的序号印的时候去掉，由程序重新编；打的和印的不一样，多半是漏了、多了一个章节，或者排错了先后。",
    example: "标题: 一、宣传引导；下一个章节 标题: 三、环境整治",
    fix: "核对是不是漏了一个章节；没有漏，就删掉手打的序号，只写标题。",
};

static PARAGRAPHS: Rule = Rule {
    code: "paragraph-numbered",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "章节正文、下一步里段首手打的「（一）」「1.」中断、重复。",
    why: "段首的序号算作这一级的序号，印的时候由程序重新编；打的和印的不一样，多半是漏了、多了一项。",
    example: "（一）开展巡查。……（三）清理堆物。……",
    fix: "核对是不是漏了一项；没有漏，就把序号改成连着的，或者删掉。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&HEADINGS, &PARAGRAPHS], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let parts: Vec<Part> = view.week.sections.iter().map(|section| section.part()).collect();
    among(&parts, None, findings);
    if let Some(next) = &view.week.next {
        in_order(next, paragraphs(&next.value, Some(NumberLevel::One)), findings);
    }
}

/// Parts that stand beside one another, and what is in each. `above` is the last number that is typed for what stands
/// beside them in the text above them, or 0; `None` of sections, which stand behind headings that the program prints.
fn among(parts: &[Part], above: Option<u32>, findings: &mut Vec<Diagnostic>) {
    let mut before: Option<TypedNumber> = None;
    for part in parts {
        if let Some((text, typed)) = own_number(part) {
            let expected = match before {
                Some(before) if before.level == typed.level => before.value + 1,
                Some(_) => typed.value,
                None => above.map_or(typed.value, |above| above + 1),
            };
            if typed.value != expected {
                findings.push(finding(&HEADINGS, "标题前面", text, 0, typed, &typed.level.written(expected)));
            }
            before = Some(typed);
        }
        let last = part.text.and_then(|text| within(text, part, findings));
        among(&part.parts, Some(last.unwrap_or(0)), findings);
    }
}

/// The number that is typed for a part: before its title, or before the text of one that has none.
fn own_number<'a>(part: &Part<'a>) -> Option<(&'a Spanned<String>, TypedNumber)> {
    let text: &Spanned<String> = match (part.title, part.text) {
        (Some(title), _) => title,
        (None, Some(text)) if part.is_below() => text,
        _ => return None,
    };
    Some((text, typed_number(&text.value)?))
}

/// Looks at the text of a part, and tells the last number in it for what stands beside the parts below.
fn within(text: &Spanned<String>, part: &Part, findings: &mut Vec<Diagnostic>) -> Option<u32> {
    let mut paragraphs = paragraphs(&text.value, part.heading());
    if part.title.is_none() && part.is_below() && !paragraphs.is_empty() {
        paragraphs.remove(0);
    }
    let below = part.level.lower_by(1);
    let numbers = paragraphs.iter().filter_map(|paragraph| paragraph.number);
    let beside = numbers.filter(|number| Some(number.level) == below).filter_map(|number| number.typed);
    let last = beside.max_by_key(|(_, expected)| *expected).map(|(_, expected)| expected);
    in_order(text, paragraphs, findings);
    last
}

fn in_order(text: &Spanned<String>, paragraphs: Vec<Paragraph>, findings: &mut Vec<Diagnostic>) {
    for paragraph in paragraphs {
        let Some(Number { level, typed: Some((typed, expected)), .. }) = paragraph.number else { continue };
        if typed.value != expected {
            let at = paragraph.range.start - typed.length;
            findings.push(finding(&PARAGRAPHS, "段首", text, at, typed, &level.written(expected)));
        }
    }
}

/// `expected` is the number that follows on what is typed before.
fn finding(
    rule: &'static Rule,
    whose: &str,
    text: &Spanned<String>,
    at: usize,
    typed: TypedNumber,
    expected: &str,
) -> Diagnostic {
    let number = text.value.get(at..at + typed.length).unwrap_or_default().trim();
    rule.finding(format!("{whose}的序号「{number}」接不上前面的"))
        .at(text.part(at..at + typed.length), format!("接着应当是「{expected}」"))
        .help(format!("序号印的时候由程序重新编：核对是不是漏了一项；没有漏，就改成「{expected}」，或者删掉序号"))
}
