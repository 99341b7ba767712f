//! How long the office may take to answer a notice, in working days.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::checks::{Days, Weekday};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;

use super::days;
use super::working_days::WorkingDays;

pub(super) static LATE: Rule = Rule {
    code: "notice-late",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "从收到通报单到上报，超过了「检查」里「答复期限」的工作日；收到当天不算，节假日照「放假」「调休上班」扣算。",
    why: "逾期要通报；更常见的是日期写错了一天或一个月。",
    example: "答复期限: 5；收到: 2021-01-04，上报: 2021-01-20",
    fix: "核对收到和上报的日期；确实逾期的，写明理由认可。",
};

pub(super) static OVERDUE: Rule = Rule {
    code: "notice-overdue",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "到这一周结束，还在处理的通报单已经超过「答复期限」。",
    why: "再不答复，上级就要来催。",
    example: "答复期限: 5；收到: 2021-01-04，状态: 处理中，周期止于 2021-01-14",
    fix: "尽快答复；上级同意延期的，写明理由认可。",
};

pub(super) static HOLIDAY_CLASH: Rule = Rule {
    code: "office-holidays-clash",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一天既写在「放假」里，又写在「调休上班」里。",
    why: "答复期限会多算或少算一天；现在按上班算。",
    example: "放假: [2021-02-20]；调休上班: [2021-02-20]",
    fix: "照国务院办公厅的放假通知，留下对的一处。",
};

pub(super) static HOLIDAYS: Rule = Rule {
    code: "office-holidays",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「调休上班」的日子不是周末，或者「放假」一连超过 31 天。",
    why: "平日本来就上班，没有这么长的假：多半是日期写错了。",
    example: "调休上班: [2021-02-22]（星期一）",
    fix: "照国务院办公厅的放假通知核对日期。",
};

/// No holiday of the calendar is longer, in days.
const LONGEST_HOLIDAY: i64 = 31;

/// Replies that came too late, and notices whose reply is overdue.
pub(super) fn replies(office: &Office, calendar: &WorkingDays, week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(limit) = office.checks.as_ref().and_then(|checks| checks.reply_within.as_ref()) else { return };
    let end = week.period.value.end().value;
    for notice in &week.notices {
        let (received, number) = (&notice.received, &notice.number);
        let taken = |until| calendar.between(received.value, until).filter(|taken| *taken > limit.value as usize);
        if let (false, Some(reported)) = (notice.is_open(), &notice.reported) {
            findings.extend(taken(reported.value).map(|taken| {
                LATE.finding(format!(
                    "{number} 号通报单 {received} 收到，{reported} 上报，用了 {taken} 个工作日，超过了 {limit} 个"
                ))
                .at(reported.span.clone(), format!("第 {taken} 个工作日"))
                .and_at(received.span.clone(), "从第二天算起")
                .help("请核对两个日期；确实逾期的，写明理由认可；节假日不对的，改 office.yaml 的「放假」「调休上班」")
            }));
            if let Some(late) = findings.last_mut().filter(|finding| finding.rule == &LATE)
                && untold(office, reported.value)
            {
                late.severity = Severity::Advice;
                late.help = Some(format!(
                    "office.yaml 的「放假」里还没有 {} 年的日子，工作日是按没有假期算的：先补上，再核对两个日期",
                    reported.value.year()
                ));
            }
        } else if let (true, Some(status)) = (notice.is_open(), &notice.status) {
            findings.extend(taken(end).map(|taken| {
                OVERDUE
                    .finding(format!(
                        "{number} 号通报单到 {end} 已经过了 {taken} 个工作日，还没有答复；期限是 {limit} 个"
                    ))
                    .at(status.span.clone(), "还在处理")
                    .and_at(received.span.clone(), "从第二天算起")
                    .help("尽快答复；已经答复的，写上报、文号和下一步，删掉「状态」；同意延期的，写明理由认可")
            }));
        }
    }
}

/// Whether the office keeps a table of holidays that says nothing of the year of `day`.
fn untold(office: &Office, day: Date) -> bool {
    let holidays = || office.checks.iter().flat_map(|checks| checks.holidays.iter());
    let is_of_year = |days: &Days| [days.first(), days.last()].iter().any(|it| it.value.year() == day.year());
    holidays().next().is_some() && !holidays().any(is_of_year)
}

/// The office's table of holidays, with itself and with the calendar.
pub(super) fn holidays(office: &Office) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(checks) = &office.checks else { return findings };
    let mut holidays: Vec<&Days> = checks.holidays.iter().collect();
    holidays.sort_by_key(|days| days.first().value);
    for long in holidays.iter().filter(|days| days::after(days.first().value, days.last().value) >= LONGEST_HOLIDAY) {
        let (first, last) = (long.first(), long.last());
        findings.push(
            HOLIDAYS
                .finding(format!("从 {first} 放假到 {last}，一连 {} 天", days::after(first.value, last.value) + 1))
                .at(last.span.clone(), "到这天")
                .and_at(first.span.clone(), "从这天")
                .help("请核对年份和月份"),
        );
    }
    // The longest that begins before a day reaches furthest: one look at it and at the last one before is enough.
    let mut furthest: Vec<&Days> = Vec::new();
    for days in holidays {
        let longer = furthest.last().is_none_or(|before| before.last().value < days.last().value);
        furthest.push(if longer { days } else { furthest.last().copied().unwrap_or(days) });
    }
    let starts: Vec<_> = furthest.iter().map(|days| days.first().value).collect();
    for worked in &checks.working_weekends {
        let (first, last) = (worked.first(), worked.last());
        let before = starts.partition_point(|start| *start <= last.value);
        let clash =
            before.checked_sub(1).and_then(|at| furthest.get(at)).filter(|free| free.last().value >= first.value);
        if let Some(free) = clash {
            findings.push(
                HOLIDAY_CLASH
                    .finding(format!("{first} 既写在「放假」里，又写在「调休上班」里"))
                    .at(first.span.clone(), "又说上班")
                    .and_at(free.first().span.clone(), "说放假")
                    .help("照国务院办公厅的放假通知，留下对的一处；现在按上班算"),
            );
        } else if !Weekday::from_date(first.value).is_weekend() || days::after(first.value, last.value) > 1 {
            findings.push(
                HOLIDAYS
                    .finding(format!("调休上班的 {first} 不是周末的日子"))
                    .at(first.span.clone(), "平日本来就上班")
                    .help("请核对日期；「调休上班」只写周末里要上班的日子"),
            );
        }
    }
    findings
}
