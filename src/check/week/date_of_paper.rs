//! The day on which the weekly is dated.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::shared::wrong_years::{LATEST_DATE, end_is_wrong, wrong_year_of_paper};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static DATED_EARLY: Rule = Rule {
    code: "week-dated-early",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周报的成文日期在这一周结束之前。",
    why: "一周没有完，就说不出一周的事。",
    example: "周期止于 2021-01-14，成文: 2021-01-12",
    fix: "核对「成文」和「周期」。",
};

static DATED_LATE: Rule = Rule {
    code: "week-dated-late",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "周报的成文日期在这一周结束十四天以后。",
    why: "周报一般在下一周报出；多半是月份写错了。",
    example: "周期止于 2021-01-14，成文: 2021-02-15",
    fix: "核对「成文」；确实晚报的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DATED_EARLY, &DATED_LATE], check: Check::Week(check) };

/// The weekly is dated after its week, and not long after.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let (start, end, dated) = (week.period.value.start(), week.period.value.end(), &week.dated);
    if wrong_year_of_paper(week).is_some() {
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
