//! Papers that every week has to speak of: the weekly itself, and what all units must send.

use std::collections::HashSet;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::inward_papers::registered_as;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::line_end::without_line_ends;

static WEEKLY_UNSENT: Rule = Rule {
    code: "paper-weekly-unsent",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "周报登记在「上报文书」里，这一周的「上报」却没有写它。",
    why: "这一份周报就是要上报的，多半是漏了；份数也会少。",
    example: "「上报」里没有写 青禾区旅游市场秩序整治工作情况周报",
    fix: "在「上报」里补上周报。",
};

static ROSTER_MISSING: Rule = Rule {
    code: "paper-roster-missing",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "全体成员单位都要报的文书，这一周的「收到」里没有写。",
    why: "没有写，就讲不出谁没有报；一份也没有收到，也要写明。",
    example: "「收到」里没有写 旅游市场秩序整治周报",
    fix: "补上报来的单位；一份也没有收到，写「单位: []」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&WEEKLY_UNSENT, &ROSTER_MISSING], check: Check::Week(check) };

/// Papers that every week has to speak of: the weekly itself, and what all units must send.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let Some(reports) = &week.reports else { return };
    let weekly_name = without_line_ends(&office.weekly_name.value);
    let weekly = office.outward.iter().find(|paper| paper.name.value == weekly_name);
    if let Some(weekly) = weekly.filter(|weekly| !reports.sent.iter().any(|sent| sent.value == weekly.name.value)) {
        findings.push(
            WEEKLY_UNSENT
                .finding(format!("「上报」里没有写周报「{}」", weekly.name))
                .at(reports.span.first_line(), "没有写到")
                .and_at(weekly.name.span.clone(), "登记在上报文书里")
                .help(format!("在「上报」里补上「{}」", weekly.name)),
        );
    }
    let written: HashSet<usize> = reports.received.iter().filter_map(|it| Some(registered_as(office, it)?.0)).collect();
    for (at, paper) in office.inward.iter().enumerate().filter(|(_, paper)| paper.is_from_everyone()) {
        if let Some(name) = paper.names.0.first().filter(|_| !written.contains(&at)) {
            findings.push(
                ROSTER_MISSING
                    .finding(format!("「收到」里没有写全体都要报的「{name}」"))
                    .at(reports.span.first_line(), "没有写到")
                    .and_at(name.span.clone(), "登记为全体报送")
                    .help(format!("补上报来的单位；一份也没有收到，写 {{ 文书: {name}, 单位: [] }}")),
            );
        }
    }
}
