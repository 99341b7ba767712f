//! A record of which the office makes no paper at all.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::series::Series;

static WITHOUT_PAPER: Rule = Rule {
    code: "week-without-paper",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "记录的周期，「文书」里没有一种是照它做的。",
    why: "记了一期，一份文书也不会出。",
    example: "周期写了 累计: 是，office.yaml 没有写 报送周期: 累计",
    fix: "在 office.yaml 里写「报送周期」：只报这一样的写在最外层，另外还报的写在「文书」的那一种里。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&WITHOUT_PAPER], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let (office, period) = (view.office, &view.week.period);
    let series = view.series();
    let mut kinds = office.papers.iter();
    let has_paper = match office.papers.written() {
        Some(_) => kinds.any(|kind| Series::of_kind(office, kind) == series),
        None => series == Series::Main,
    };
    if has_paper {
        return;
    }
    let (what, help) = match series {
        Series::Own(cadence) => (
            format!("周期是{}，office.yaml 里没有一种文书是照它做的", cadence.noun()),
            format!(
                "只报{cadence}的，在 office.yaml 里写「报送周期: {cadence}」；另外还报别的，在「文书」里照它做的那一种写\
                 「报送周期: {cadence}」，例如 - {{ 代号: {code}, 模板: weekly, 报送周期: {cadence} }}",
                code = cadence.code()
            ),
        ),
        Series::Main => (
            "「文书」里的各种都另有「报送周期」，没有一种是照这一期做的".to_owned(),
            "核对「周期」的起止；本来要做的，「文书」里加一种不写「报送周期」的".to_owned(),
        ),
    };
    findings.push(WITHOUT_PAPER.finding(what).at(period.span.clone(), "这一期什么也不会做").help(help));
}
