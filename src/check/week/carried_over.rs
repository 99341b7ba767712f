//! What is carried over stands on a platform of the office, has the time that its state asks for, and is not counted again.

use std::collections::HashMap;

use super::handling_times::{TIME_BEYOND_A_YEAR, TIME_WHILE_OPEN, time};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::{all_complaints, is_timed};
use crate::check::shared::listed_names::{UNREGISTERED, unknown};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Status;
use crate::record::register::Register;
use crate::source::Spanned;

static COUNTED: Rule = Rule {
    code: "carried-over-counted",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「续办」里的一件（编号相同），又写在这一周的「投诉」里。",
    why: "同一件上一周已经计数，写在「投诉」里会再计一次。",
    example: "「续办」和「投诉」里都有 编号: GD20230306001",
    fix: "从「投诉」里删掉；确实是新的一件，改正编号。",
};

static NO_TIME: Rule = Rule {
    code: "carried-over-time",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "在计办结时长的平台上，「续办」的一件已经办结，却没有写「办结时长」。",
    why: "周报讲续办的结果时就少了用时。",
    example: "续办: [{ 平台: “一机游”游客投诉平台, 状态: 办结 }]",
    fix: "补上「办结时长: 26小时」这样一项。",
};

pub static RULE_SET: RuleSet = RuleSet {
    rules: &[&COUNTED, &NO_TIME, &UNREGISTERED, &TIME_WHILE_OPEN, &TIME_BEYOND_A_YEAR],
    check: Check::Week(check),
};

/// What is carried over stands on a platform of the office, has the time that its state asks for, and is not counted
/// again.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, checker, week } = *view;
    let Some(entries) = week.carried_over.written() else { return };
    let platforms = checker.platforms_until_now(office);
    let mut numbered: HashMap<(&str, &str), &Spanned<String>> = HashMap::new();
    for entry in entries {
        findings.extend(unknown(Register::Platforms, &platforms, &entry.platform));
        findings.extend(time(&entry.status, entry.minutes.as_ref()));
        let is_timed = is_timed(office, &entry.platform.value);
        if is_timed && entry.status.value == Status::Closed && entry.minutes.is_none() {
            findings.push(
                NO_TIME
                    .finding("续办的投诉已经办结，却没有写「办结时长」")
                    .at(entry.status.span.clone(), "办结了")
                    .help("这个平台计办结时长：补上「办结时长: 26小时」这样一项"),
            );
        }
        if let Some(id) = &entry.id {
            numbered.insert((&entry.platform.value, &id.value), id);
        }
    }
    for (platform, complaint) in all_complaints(week) {
        let Some(id) = &complaint.id else { continue };
        if let Some(entry) = numbered.get(&(platform.value.as_str(), id.value.as_str())) {
            findings.push(
                COUNTED
                    .finding(format!("编号「{id}」的投诉是续办的，又写在「投诉」里"))
                    .at(id.span.clone(), "会再计一次")
                    .and_at(entry.span.clone(), "在「续办」里")
                    .help("从「投诉」里删掉；确实是新的一件，改正编号"),
            );
        }
    }
}
