//! Numbers of the notices of all weeks: sender by sender, kind by kind and year by year.

use std::collections::{HashMap, HashSet};

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::notices::described;
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::record::notice_identity::identity;
use crate::record::value::NoticeNumber;

static NUMBER_AGAIN: Rule = Rule {
    code: "notice-number-again",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "同一来文单位同一年的通报单编号，另一周用过，收到日期却不同。",
    why: "编号或收到日期有一个写错了；两份答复会说同一个编号。",
    example: "上一周 8 号 2021-01-12 收到，这一周又有 8 号，2021-01-19 收到",
    fix: "照通报单原件核对编号和收到日期；上一周在办的，收到日期照抄。",
};

static NUMBER_BACKWARD: Rule = Rule {
    code: "notice-number-backward",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一来文单位同一年的通报单，收到在后的编号反而小。",
    why: "来文单位顺着编号；编号或收到日期有一个写错了。",
    example: "1月11日收到 8 号，1月12日收到 6 号",
    fix: "照通报单原件核对；确实先后颠倒寄到的，写明理由认可。",
};

pub static REPLIED_TWICE: Rule = Rule {
    code: "notice-replied-twice",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "前面一周已经办结的通报单，后面一周又写了一遍。",
    why: "会再做一份答复、再占一个文号。",
    example: "8 号 1月14日已经上报，下一周又写 8 号，1月18日上报",
    fix: "删掉多写的一份；确实补充报告的，写明理由认可。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&NUMBER_AGAIN, &NUMBER_BACKWARD, &REPLIED_TWICE], check: Check::History(check) };

/// Notices of one kind of one sender in one year.
#[derive(Default)]
struct Series<'a> {
    /// Each number's latest record, with the place of its week.
    known: HashMap<&'a NoticeNumber, (usize, &'a Notice)>,
    /// The one that came in last, of those that are counted.
    last: Option<(u32, &'a Notice)>,
    greatest: u32,
}

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let superiors: HashSet<&str> =
        history.offices().into_iter().map(|office| office.superior.name.value.as_str()).collect();
    let mut series: HashMap<(&str, &str, i16), Series> = HashMap::new();
    for (at, WeekView { week, office, .. }) in history.distinct() {
        let mut notices: Vec<&Notice> = week.notices.iter().collect();
        notices.sort_by_key(|notice| notice.received.value);
        for notice in notices {
            let ((from, kind, number), year) = (identity(office, notice), notice.received.value.year());
            let greatest = |from| series.get(&(from, kind, year.saturating_sub(1))).map_or(0, |series| series.greatest);
            // The superior may have gone by another name last year.
            let last_year = if superiors.contains(from) {
                superiors.iter().map(|name| greatest(*name)).max().unwrap_or_default()
            } else {
                greatest(from)
            };
            let series = series.entry((from, kind, year)).or_default();
            match series.known.insert(number, (at, notice)) {
                // Twice in one week is reported with that week.
                Some((week, _)) if week == at => {}
                Some((_, before)) => findings.extend(again(before, notice)),
                None => {
                    // A number that is a text is not counted on.
                    let Some(digits) = number.digits() else { continue };
                    findings.extend(series.last.and_then(|last| backward(last, (digits, notice), last_year)));
                    series.last = Some((digits, notice));
                    series.greatest = series.greatest.max(digits);
                }
            }
        }
    }
}

/// What is wrong with a number of the same sender that an earlier week has.
fn again(before: &Notice, notice: &Notice) -> Option<Diagnostic> {
    let number = &notice.number;
    if before.received.value == notice.received.value {
        return (!before.is_open()).then(|| {
            REPLIED_TWICE
                .finding(format!("{}前面已经办结，这里又写了一遍", described(notice)))
                .at(number.span.clone(), "又写了一遍")
                .and_at(before.number.span.clone(), "已经办结")
                .help("删掉多写的一份；确实补充报告的，写明理由认可；前面没有办结的，在那里写「状态: 处理中」")
        });
    }
    let finding = NUMBER_AGAIN.finding(format!(
        "{}前面写的是 {} 收到，这里写的是 {} 收到",
        described(notice),
        before.received,
        notice.received
    ));
    Some(if before.is_open() {
        finding
            .at(notice.received.span.clone(), "收到日期不同")
            .and_at(before.received.span.clone(), "前面这样写")
            .help("同一份通报单，收到日期照抄；不是同一份的，核对编号")
    } else {
        finding
            .at(number.span.clone(), "又是这个编号")
            .and_at(before.number.span.clone(), "已有一份")
            .help("照通报单原件核对编号和收到日期")
    })
}

/// By then the last year's notices have come in.
const LAST_OF_LAST_YEAR: u32 = 15;

/// No sender numbers more notices within a fortnight.
const FORTNIGHT: u32 = 60;

fn backward(
    (last_digits, last): (u32, &Notice),
    (digits, notice): (u32, &Notice),
    last_year: u32,
) -> Option<Diagnostic> {
    let (before, number) = (&last.number, &notice.number);
    let is_behind = digits < last_digits && notice.received.value > last.received.value;
    // Received in the first days of January, but still of last year's series.
    let of_last_year = last.received.value.day_of_year() <= LAST_OF_LAST_YEAR
        && (last_year.saturating_add(1)..=last_year.saturating_add(FORTNIGHT)).contains(&last_digits)
        && last_year > 0;
    (is_behind && !of_last_year).then(|| {
        NUMBER_BACKWARD
            .finding(format!("{} 收到 {before} 号，{} 收到的却是 {number} 号", last.received, notice.received))
            .at(number.span.clone(), format!("{} 收到", notice.received))
            .and_at(before.span.clone(), format!("{} 收到", last.received))
            .help("照通报单原件核对编号和收到日期")
    })
}
