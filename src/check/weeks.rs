//! A week's days, the weeks one after another, and the day on which the weekly is dated.

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::checks::Weekday;
use crate::record::office::Office;
use crate::record::week::Week;

use super::History;
use super::days;

pub(super) static LENGTH: Rule = Rule {
    code: "week-length",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周期不是七天。",
    why: "少的几天没有人报，多的几天会报两次；多半是起止写错了一个。",
    example: "周期: { 起: 2021-01-08, 止: 2021-01-13 }",
    fix: "改正起止日期；年初、年末确实分开报的，写明理由认可。",
};

pub(super) static FIRST_DAY: Rule = Rule {
    code: "week-first-day",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周期的第一天不是 office.yaml「检查」里「首日」的那个星期几。",
    why: "起始日错一天，整周的统计口径就错了。",
    example: "首日: 星期五；周期: { 起: 2021-01-07, … }（星期四）",
    fix: "改正起止日期；改了报送周期的，同时改「首日」。",
};

pub(super) static GAP: Rule = Rule {
    code: "week-gap",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "前一周止的日子和这一周起的日子之间有空缺。",
    why: "空缺的日子没有周报：少了一个文件，或者起止写错了。",
    example: "上一周止于 2021-01-14，这一周从 2021-01-16 起",
    fix: "补上缺的一周，或者改正起止日期；假期停报的，写明理由认可。",
};

pub(super) static DATED_EARLY: Rule = Rule {
    code: "week-dated-early",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周报的成文日期在这一周结束之前。",
    why: "一周没有完，就说不出一周的事。",
    example: "周期止于 2021-01-14，成文: 2021-01-12",
    fix: "核对「成文」和「周期」。",
};

pub(super) static DATED_LATE: Rule = Rule {
    code: "week-dated-late",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "周报的成文日期在这一周结束十四天以后。",
    why: "周报一般在下一周报出；多半是月份写错了。",
    example: "周期止于 2021-01-14，成文: 2021-02-15",
    fix: "核对「成文」；确实晚报的，写明理由认可。",
};

const LENGTH_OF_A_WEEK: i64 = 7;

/// A weekly is dated at most so many days after its week.
pub(super) const LATEST_DATE: i64 = 14;

/// A week has seven days and begins on the office's day.
pub(super) fn period(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let (start, end) = (week.period.value.start(), week.period.value.end());
    let regular_end = days::later(start.value, LENGTH_OF_A_WEEK - 1);
    let regular_start = days::later(end.value, 1 - LENGTH_OF_A_WEEK);
    let first_day = office.checks.as_ref().and_then(|checks| checks.first_day.as_ref());
    let begins_right = |day| first_day.is_none_or(|first| Weekday::from_date(day) == first.value);
    let length = days::after(start.value, end.value) + 1;
    // Where the end alone fits the office's weeks, the start is wrong.
    let start_is_wrong = !begins_right(start.value) && begins_right(regular_start);
    if length != LENGTH_OF_A_WEEK {
        let finding = LENGTH
            .finding(format!("这一周有 {length} 天：{start} 至 {end}"))
            .help("一周是七天：改正起止日期；年初、年末确实分开报的，写明理由认可");
        findings.push(if start_is_wrong {
            finding.at(start.span.clone(), "起得不对").and_at(end.span.clone(), "到这天")
        } else {
            let fix = Fix::replace(Certainty::Likely, end.span.clone(), regular_end.to_string());
            let finding = finding.at(end.span.clone(), format!("七天应当到 {regular_end}"));
            finding.and_at(start.span.clone(), "从这天起").fix(fix)
        });
    }
    if let Some(first) = first_day.filter(|_| !begins_right(start.value)) {
        let weekday = Weekday::from_date(start.value).word();
        let finding = FIRST_DAY
            .finding(format!("周期从{weekday}（{start}）起，本中心的一周从{first}起"))
            .at(start.span.clone(), weekday);
        findings.push(if start_is_wrong {
            let fix = Fix::replace(Certainty::Likely, start.span.clone(), regular_start.to_string());
            finding.help(format!("是不是 {regular_start}？")).fix(fix)
        } else {
            finding.help("改正起止日期；改了报送周期的，同时改 office.yaml「检查」里的「首日」")
        });
    }
}

/// A week that is far too long has a wrong end, and other days are not to be measured by it.
pub(super) fn end_is_wrong(week: &Week) -> bool {
    days::after(week.period.value.start().value, week.period.value.end().value) > 2 * LENGTH_OF_A_WEEK
}

/// The weekly is dated after its week, and not long after.
pub(super) fn dated(week: &Week, findings: &mut Vec<Diagnostic>) {
    let (start, end, dated) = (week.period.value.start(), week.period.value.end(), &week.dated);
    if super::years::of_paper(week).is_some() {
        return;
    }
    if end_is_wrong(week) && dated.value >= start.value {
        return;
    }
    if dated.value < end.value {
        findings.push(
            DATED_EARLY
                .finding(format!("周报的成文日期 {dated} 在这一周结束（{end}）之前"))
                .at(dated.span.clone(), "一周还没有完")
                .and_at(end.span.clone(), "到这天才完")
                .help("请核对「成文」和「周期」"),
        );
    } else if days::after(end.value, dated.value) > LATEST_DATE {
        findings.push(
            DATED_LATE
                .finding(format!("周报在这一周结束 {} 天以后才成文", days::after(end.value, dated.value)))
                .at(dated.span.clone(), "晚了")
                .and_at(end.span.clone(), "这一周到这天")
                .help("请核对月份；确实晚报的，写明理由认可"),
        );
    }
}

/// One week begins where the one before it ended.
pub(super) fn gaps(history: &History, findings: &mut Vec<Diagnostic>) {
    if !history.complete {
        return;
    }
    for (before, week) in history.pairs() {
        let (ended, start) = (before.period.value.end(), week.period.value.start());
        let (first, last) = (days::later(ended.value, 1), days::later(start.value, -1));
        if first <= last {
            findings.push(
                GAP.finding(format!("{}没有周报", days::told(first, last)))
                    .at(start.span.clone(), "这一周从这天起")
                    .and_at(ended.span.clone(), "前一周到这天")
                    .help("补上缺的文件，或者改正起止日期；停报的，写明理由认可"),
            );
        }
    }
}
