//! What a week reports happened in that week.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::events::{Before, Event, events};
use crate::check::shared::wrong_years::wrong_year_of_event;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static OUTSIDE: Rule = Rule {
    code: "event-outside-week",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一件事的日期不在这一周里：受理、查处、投诉、收到、上报、反馈。上一周在办、这一周续办的通报单除外。",
    why: "日期写错了，或者应当记在另一周；统计口径会乱。",
    example: "周期止于 2021-01-14，反馈: 2021-01-15",
    fix: "改正日期，或者移到那一周的文件里；确实这样写的，写明理由认可。",
};

static AFTER_PAPER: Rule = Rule {
    code: "event-after-paper",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一件事的日期在这一周之后，又在周报的成文日期之后。",
    why: "周报成文的时候，这件事还没有发生。",
    example: "成文: 2021-01-15，上报: 2021-01-18",
    fix: "改正日期；成文日期不对的，改「成文」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&OUTSIDE, &AFTER_PAPER], check: Check::Week(check) };

/// Events before and after their week.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let (start, end, dated) = (week.period.value.start(), week.period.value.end(), &week.dated);
    let unit = week.period.value.unit();
    for Event { what, date, before, may_follow } in events(week) {
        let is_counted =
            week.counted_until.as_ref().is_some_and(|until| (end.value..=until.value).contains(&date.value));
        if week.period.value.contains(date.value) || is_counted || wrong_year_of_event(week, date.value).is_some() {
            continue;
        }
        if date.value < start.value {
            let mut finding = OUTSIDE
                .finding(format!("{what} {date} 在这{unit}（从 {start} 起）之前"))
                .at(date.span.clone(), format!("在这{unit}之前"))
                .and_at(start.span.clone(), format!("这{unit}从这天起"))
                .help(format!("改正日期，或者移到那{unit}的文件里"));
            match before {
                Before::Slip => {}
                Before::Possible => finding.severity = Severity::Advice,
                Before::Elsewhere => continue,
            }
            findings.push(finding);
        } else if date.value > dated.value {
            findings.push(
                AFTER_PAPER
                    .finding(format!("{what} {date} 在周报成文（{dated}）之后"))
                    .at(date.span.clone(), "那时还没有发生")
                    .and_at(dated.span.clone(), "周报这天成文")
                    .help("改正日期；成文日期不对的，改「成文」"),
            );
        } else {
            let mut finding = OUTSIDE
                .finding(format!("{what} {date} 在这{unit}（到 {end} 止）之后"))
                .at(date.span.clone(), format!("在这{unit}之后"))
                .and_at(end.span.clone(), format!("这{unit}到这天"))
                .help(format!("改正日期，或者移到那{unit}的文件里；一定要写在这{unit}的，写明理由认可"));
            if may_follow {
                finding.severity = Severity::Advice;
            }
            findings.push(finding);
        }
    }
}
