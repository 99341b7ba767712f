//! How long the office may take to answer a notice, in working days.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::value::Date;
use crate::source::Span;

static LATE: Rule = Rule {
    code: "notice-late",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "从收到通报单到上报，超过了「检查」里「答复期限」的工作日；收到当天不算，节假日照「放假」「调休上班」扣算。",
    why: "逾期要通报；更常见的是日期写错了一天或一个月。",
    example: "答复期限: 5；收到: 2021-01-04，上报: 2021-01-20",
    fix: "核对收到和上报的日期；确实逾期的，写明理由认可。",
};

static OVERDUE: Rule = Rule {
    code: "notice-overdue",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "到这一周结束，还在处理的通报单已经超过「答复期限」。",
    why: "再不答复，上级就要来催。",
    example: "答复期限: 5；收到: 2021-01-04，状态: 处理中，周期止于 2021-01-14",
    fix: "尽快答复；上级同意延期的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&LATE, &OVERDUE], check: Check::Week(check) };

/// Replies that came too late, and notices whose reply is overdue.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let Some(limit) = view.office.checks.as_ref().and_then(|checks| checks.reply_within.as_ref()) else { return };
    for notice in &view.week.notices {
        if !notice.is_open() {
            findings.extend(late(view, notice, limit.value));
        } else if let Some(status) = &notice.status {
            findings.extend(overdue(view, notice, &status.span, limit.value));
        }
    }
}

/// How many working days a notice has taken `until` a day, where they are more than the limit.
fn taken_too_long(view: &WeekView, notice: &Notice, until: Date, limit: u32) -> Option<usize> {
    view.checker.working_days.between(notice.received.value, until).filter(|taken| *taken > limit as usize)
}

fn late(view: &WeekView, notice: &Notice, limit: u32) -> Option<Diagnostic> {
    let (received, number) = (&notice.received, &notice.number);
    let reported = notice.reported.as_ref()?;
    let taken = taken_too_long(view, notice, reported.value, limit)?;
    let mut finding = LATE
        .finding(format!(
            "{number} 号通报单 {received} 收到，{reported} 上报，用了 {taken} 个工作日，超过了 {limit} 个"
        ))
        .at(reported.span.clone(), format!("第 {taken} 个工作日"))
        .and_at(received.span.clone(), "从第二天算起");
    if is_without_holidays(view.office, reported.value.year()) {
        finding.severity = Severity::Advice;
        return Some(finding.help(format!(
            "office.yaml 的「放假」里还没有 {} 年的日子，工作日是按没有假期算的：先补上，再核对两个日期",
            reported.value.year()
        )));
    }
    Some(finding.help("请核对两个日期；确实逾期的，写明理由认可；节假日不对的，改 office.yaml 的「放假」「调休上班」"))
}

fn overdue(view: &WeekView, notice: &Notice, status: &Span, limit: u32) -> Option<Diagnostic> {
    let (number, end) = (&notice.number, view.week.period.value.end().value);
    let taken = taken_too_long(view, notice, end, limit)?;
    let finding = OVERDUE
        .finding(format!("{number} 号通报单到 {end} 已经过了 {taken} 个工作日，还没有答复；期限是 {limit} 个"))
        .at(status.clone(), "还在处理")
        .and_at(notice.received.span.clone(), "从第二天算起");
    Some(finding.help("尽快答复；已经答复的，写上报、文号和下一步，删掉「状态」；同意延期的，写明理由认可"))
}

/// Whether the office keeps a table of holidays that says nothing of a year.
fn is_without_holidays(office: &Office, year: i16) -> bool {
    let Some(holidays) = office.checks.as_ref().map(|checks| &checks.holidays) else { return false };
    let is_of_year = holidays.iter().any(|days| [days.first(), days.last()].iter().any(|it| it.value.year() == year));
    !holidays.is_empty() && !is_of_year
}
