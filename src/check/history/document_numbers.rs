//! 文号: one series a year for the office's replies, its weekly and its other papers.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::issued_number::{IssuedNumber, issued_numbers};
use crate::record::notice_identity::same_notice;
use crate::record::office::Office;

static REPEATED: Rule = Rule {
    code: "number-repeated",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一年里同一个文号用了两次。文号算哪一年，通报单的回复看上报日期，周报和别的文书看成文日期。",
    why: "一个文号只能有一份公文。",
    example: "两份回复都写 文号: 2，都在 2021 年上报",
    fix: "照发文登记簿改。",
};

static BACKWARD: Rule = Rule {
    code: "number-backward",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一年之内日期在后的公文，文号反而小。",
    why: "文号按发文先后排；文号或日期有一个写错了。",
    example: "1月12日上报的是 2 号，1月14日上报的是 1 号",
    fix: "照发文登记簿核对文号和日期；确实补发的，写明理由认可。",
};

static GAP: Rule = Rule {
    code: "number-gap",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "一年之内的文号不连续。",
    why: "空着的号可能是别的公文用了，也可能是写错了。",
    example: "21 号之后是 24 号，office.yaml 的「文号留用」「文号作废」里没有 22、23 号",
    fix: "核对发文登记簿；别的公文用了的，写进「文号留用」，没有发出的写进「文号作废」，或者写明理由认可。",
};

static NOT_RESTARTED: Rule = Rule {
    code: "number-not-restarted",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "新的一年，文号接着上一年的往下排。",
    why: "发文顺序号一年一编，从 1 起。",
    example: "2020 年末是 112 号，2021 年第一份是 113 号",
    fix: "从 1 重新编起；印出来的年份不对的，核对日期。",
};

static CODE_MISSING: Rule = Rule {
    code: "number-code-missing",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "记录里写了文号，office.yaml 却没有「发文代字」。",
    why: "没有代字，发文字号就印不出来。",
    example: "文号: 1，office.yaml 里没有 发文代字",
    fix: "在 office.yaml 里写上「发文代字」。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&REPEATED, &BACKWARD, &GAP, &NOT_RESTARTED, &CODE_MISSING], check: Check::Records(check) };

/// A document number that a file states.
#[derive(Clone, Copy)]
struct Issued<'a> {
    stated: IssuedNumber<'a>,
    /// As it was then.
    office: &'a Office,
    /// The week's place in the history.
    week: usize,
}

impl<'a> Deref for Issued<'a> {
    type Target = IssuedNumber<'a>;

    fn deref(&self) -> &IssuedNumber<'a> {
        &self.stated
    }
}

/// Numbers of all weeks among one another, code by code and year by year.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut codes: Vec<Option<&str>> = Vec::new();
    let mut series: BTreeMap<(i16, usize), Vec<Issued>> = BTreeMap::new();
    for (at, view) in history.distinct() {
        let code = view.office.document_code.as_ref().map(|code| code.value.as_str());
        let known = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
            codes.push(code);
            codes.len() - 1
        });
        for stated in issued_numbers(view.week) {
            let of_year = series.entry((stated.date.value.year(), known)).or_default();
            of_year.push(Issued { stated, office: view.office, week: at });
        }
    }
    let mut last: HashMap<usize, (i16, u32)> = HashMap::new();
    for ((year, code), mut issued) in series {
        issued.sort_by_key(|issued| (issued.date.value, issued.week));
        backward(&issued, findings);
        issued.sort_by_key(|issued| (issued.number.value, issued.week));
        let before = last.get(&code).copied();
        let restarts = before.is_none_or(|before| restarted(before, year, &issued, findings));
        let from_one = before.is_some() && restarts;
        succession(
            &issued,
            &Gaps { from_one, complete: history.complete, set_aside: set_aside(history, year) },
            findings,
        );
        last.extend(issued.last().map(|issued| (code, (year, issued.number.value))));
        if let (Some(None), Some(first)) = (codes.get(code), issued.first()) {
            code_missing(first, findings);
        }
    }
}

/// Numbers against the order of days, as they are sorted.
fn backward(issued: &[Issued], findings: &mut Vec<Diagnostic>) {
    for pair in issued.windows(2) {
        let [earlier, later] = pair else { continue };
        if later.date.value == earlier.date.value || later.number.value >= earlier.number.value {
            continue;
        }
        let (here, there) = if later.week < earlier.week { (earlier, later) } else { (later, earlier) };
        findings.push(
            BACKWARD
                .finding(format!(
                    "{} 发的是 {} 号，{} 发的却是 {} 号",
                    earlier.date, earlier.number, later.date, later.number
                ))
                .at(here.number.span.clone(), format!("{} 发", here.date))
                .and_at(there.number.span.clone(), format!("{} 发", there.date))
                .help("文号按发文先后排：照发文登记簿核对文号和日期"),
        );
    }
}

/// No office issues more papers than this before the first that its weeks state.
const FEW: u32 = 20;

/// Whether the year's series does not go on with the last year's; the first number of all is the first of `issued`.
fn restarted((last_year, last): (i16, u32), year: i16, issued: &[Issued], findings: &mut Vec<Diagnostic>) -> bool {
    let Some(first) = issued.first() else { return true };
    let number = first.number.value;
    let goes_on = number == last.saturating_add(1) || (last >= FEW && number > last && number - last <= FEW);
    if number <= 1 || !goes_on || year != last_year.saturating_add(1) {
        return true;
    }
    findings.push(
        NOT_RESTARTED
            .finding(format!("{year} 年的第一个文号是 {number}，接着 {last_year} 年的 {last} 号"))
            .at(first.number.span.clone(), "没有从 1 编起")
            .and_at(first.date.span.clone(), "这一年")
            .help(format!(
                "文号一年一编：印出来是「{}〔{year}〕{number}号」",
                first.office.document_code.as_ref().map_or("…", |code| code.value.as_str())
            )),
    );
    false
}

/// What is known of the numbers of a year that no record states.
struct Gaps {
    /// Whether the year's first number is 1.
    from_one: bool,
    /// Whether all of the office's files could be read.
    complete: bool,
    /// Those of which the office's file says what has become of them.
    set_aside: BTreeSet<u32>,
}

fn set_aside(history: &History, year: i16) -> BTreeSet<u32> {
    history.set_aside_numbers().into_iter().filter(|it| it.year == year).map(|it| it.number.value).collect()
}

impl Gaps {
    /// The numbers from `first` to `last` of which nobody knows what has become, as they are told; `None` where there are
    /// none.
    fn told(&self, first: u32, last: u32) -> Option<String> {
        let mut stretches = Vec::new();
        let mut next = first;
        let known = self.set_aside.range(first..=last).copied();
        for number in known.chain([last.saturating_add(1)]) {
            match number.saturating_sub(next) {
                0 => {}
                1 => stretches.push(format!("{next} 号")),
                _ => stretches.push(format!("{next} 号至 {} 号", number - 1)),
            }
            next = number.saturating_add(1);
        }
        Some(stretches.join("、")).filter(|told| self.complete && !told.is_empty())
    }
}

/// Numbers of one year in their order: each once, none left out.
fn succession(issued: &[Issued], gaps: &Gaps, findings: &mut Vec<Diagnostic>) {
    let elsewhere = "核对发文登记簿；别的公文用了的，写在 office.yaml 的「文号留用」「文号作废」里，或者写明理由认可";
    for pair in issued.windows(2) {
        let [before, next] = pair else { continue };
        let (last, number) = (before.number.value, next.number.value);
        if number == last {
            let carried = before
                .notice
                .zip(next.notice)
                .is_some_and(|(notice, again)| same_notice((before.office, notice), (next.office, again)));
            if carried && before.week != next.week {
                continue;
            }
            findings.push(
                REPEATED
                    .finding(format!("文号 {number} 在 {} 年用了两次", next.date.value.year()))
                    .at(next.number.span.clone(), "又是这个号")
                    .and_at(before.number.span.clone(), "已经用过")
                    .help("照发文登记簿改：一个文号只能有一份公文"),
            );
        } else if number - last > 1
            && last > 0
            && let Some(skipped) = gaps.told(last + 1, number - 1)
        {
            let (here, there) = if next.week < before.week { (before, next) } else { (next, before) };
            findings.push(
                GAP.finding(format!("{last} 号之后是 {number} 号，{skipped}没有记录"))
                    .at(here.number.span.clone(), "不连续")
                    .and_at(there.number.span.clone(), "最近的一个号")
                    .help(elsewhere),
            );
        }
    }
    if let Some(first) = issued.first().filter(|first| gaps.from_one && first.number.value > 1)
        && gaps.told(1, first.number.value - 1).is_some()
    {
        findings.push(
            GAP.finding(format!("这一年从 {} 号起，前面的号没有记录", first.number.value))
                .at(first.number.span.clone(), "这一年的第一个号")
                .help(elsewhere),
        );
    }
}

fn code_missing(first: &Issued, findings: &mut Vec<Diagnostic>) {
    findings.push(
        CODE_MISSING
            .finding("写了文号，office.yaml 里却没有「发文代字」")
            .at(first.number.span.clone(), "印不成发文字号")
            .help("在 office.yaml 里写上「发文代字」，例如 盘旅调"),
    );
}
