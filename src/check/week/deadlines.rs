//! How long the office may take to answer a notice, in working days.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::days_off::{Counted, announced_years};
use crate::record::notice::Notice;
use crate::record::value::Date;
use crate::source::Span;

static LATE: Rule = Rule {
    code: "notice-late",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "从收到通报单到上报，超过了「检查」里「答复期限」的工作日；收到当天不算，节假日照国务院办公厅的放假通知和 office.yaml 的「放假」「调休上班」扣算。",
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

/// The working days that a notice has taken `until` a day, where they are more than the limit.
fn taken_too_long(view: &WeekView, notice: &Notice, until: Date, limit: u32) -> Option<Counted> {
    view.checker.working_days.between(notice.received.value, until).filter(|taken| taken.days > limit as usize)
}

fn late(view: &WeekView, notice: &Notice, limit: u32) -> Option<Diagnostic> {
    let (received, number) = (&notice.received, &notice.number);
    let reported = notice.reported.as_ref()?;
    let taken = taken_too_long(view, notice, reported.value, limit)?;
    let days = taken.days;
    let finding = LATE
        .finding(format!("{number} 号通报单 {received} 收到，{reported} 上报，用了 {days} 个工作日，超过了 {limit} 个"))
        .at(reported.span.clone(), format!("第 {days} 个工作日"))
        .and_at(received.span.clone(), "从第二天算起");
    let help = "请核对两个日期；确实逾期的，写明理由认可；节假日不对的，改 office.yaml 的「放假」「调休上班」";
    Some(finding_with_help(finding, &taken, help))
}

fn overdue(view: &WeekView, notice: &Notice, status: &Span, limit: u32) -> Option<Diagnostic> {
    let (number, end) = (&notice.number, view.week.period.value.end().value);
    let taken = taken_too_long(view, notice, end, limit)?;
    let finding = OVERDUE
        .finding(format!("{number} 号通报单到 {end} 已经过了 {} 个工作日，还没有答复；期限是 {limit} 个", taken.days))
        .at(status.clone(), "还在处理")
        .and_at(notice.received.span.clone(), "从第二天算起");
    let help = "尽快答复；已经答复的，写上报、文号和下一步，删掉「状态」；同意延期的，写明理由认可";
    Some(finding_with_help(finding, &taken, help))
}

/// Where nobody has said which days of a year are off, the days are counted without any: that is said, and the finding
/// is only an advice.
fn finding_with_help(finding: Diagnostic, taken: &Counted, help: &str) -> Diagnostic {
    if taken.unannounced.is_empty() {
        return finding.help(help);
    }
    let (known, years) = (announced_years(), taken.unannounced.iter().map(ToString::to_string).collect::<Vec<_>>());
    let years = years.join("、");
    let help = format!(
        "程序里只有 {} 年至 {} 年的放假通知，{years} 年的这几天是按没有节假日算的：先在 office.yaml「检查」的「放假」\
         「调休上班」里补上 {years} 年的；{help}",
        known.start(),
        known.end()
    );
    Diagnostic { severity: Severity::Advice, ..finding }.help(help)
}
