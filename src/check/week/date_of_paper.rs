//! The day on which the weekly is dated.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::shared::wrong_years::{end_is_wrong, latest_date, wrong_year_of_paper};
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
    looks_for: "周报的成文日期在这一周结束十四天以后；月报、季报这样的，在周期三分之一的天数以后。",
    why: "周报一般在下一周报出；多半是月份写错了。",
    example: "周期止于 2021-01-14，成文: 2021-02-15",
    fix: "核对「成文」；确实晚报的，写明理由认可。",
};

static COUNTED_UNTIL: Rule = Rule {
    code: "week-counted-until",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「统计截止」在这一周期开始之前，或者在成文之后。",
    why: "还没有到的日子统计不了。",
    example: "成文: 2021-02-03，统计截止: 2021-02-05",
    fix: "核对「统计截止」；就到周期最后一天的，不用写。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&DATED_EARLY, &DATED_LATE, &COUNTED_UNTIL], check: Check::Week(check) };

/// The weekly is dated after its week, and not long after.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let (start, end, dated) = (week.period.value.start(), week.period.value.end(), &week.dated);
    if let Some(until) = week.counted_until.as_ref().filter(|it| it.value < start.value || it.value > dated.value) {
        findings.push(
            COUNTED_UNTIL
                .finding(format!("统计截止 {until} 不在周期开始（{start}）和成文（{dated}）之间"))
                .at(until.span.clone(), "统计到这天")
                .and_at(dated.span.clone(), "成文")
                .help("请核对「统计截止」；就到周期最后一天的，不用写"),
        );
    }
    if wrong_year_of_paper(week).is_some() {
        return;
    }
    if end_is_wrong(week) && dated.value >= start.value {
        return;
    }
    let unit = week.period.value.unit();
    if dated.value < end.value {
        findings.push(
            DATED_EARLY
                .finding(format!("周报的成文日期 {dated} 在这{unit}结束（{end}）之前"))
                .at(dated.span.clone(), format!("{unit}还没有完"))
                .and_at(end.span.clone(), "到这天才完")
                .help("请核对「成文」和「周期」"),
        );
    } else if days::after(end.value, dated.value) > latest_date(week) {
        findings.push(
            DATED_LATE
                .finding(format!("周报在这{unit}结束 {} 天以后才成文", days::after(end.value, dated.value)))
                .at(dated.span.clone(), "晚了")
                .and_at(end.span.clone(), format!("这{unit}到这天"))
                .help("请核对月份；确实晚报的，写明理由认可"),
        );
    }
}
