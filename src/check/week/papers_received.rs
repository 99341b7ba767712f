//! Papers that came in: how many, and each kind once.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::inward_papers::registered_as;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::{InwardPaper, Office};
use crate::record::week::{Received, Week};

static MORE_THAN_ROSTER: Rule = Rule {
    code: "paper-copies-many",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "收到的份数比成员单位还多；一条有几个名称的文书，按每家每种一份算。",
    why: "一家报一份，不会比家数还多，多半是多打了一位。",
    example: "成员单位 31 家，份数: 310",
    fix: "核对份数；一家报几份的，写明理由认可。",
};

static NO_COPIES: Rule = Rule {
    code: "paper-copies-none",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「收到」里的一种文书是 0 份，又不是全体都要报的。",
    why: "会印成“收到……（0份）”。",
    example: "{ 文书: 每周案件情况办理统计表, 份数: 0 }",
    fix: "没有收到就删掉这一条。",
};

static PAPER_TWICE: Rule = Rule {
    code: "paper-twice",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「收到」里同一种文书写了两次，或者用它的两个名称各写了一次。",
    why: "一种文书在周报里连名称带份数讲一次，写两次会印两遍、算两份。",
    example: "「每周案件情况办理统计表」和同一条登记里的「诉转案件办理情况统计表」各写了一条",
    fix: "并成一条；确实是两种文书的，在 office.yaml 的「收到文书」里分开登记。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&MORE_THAN_ROSTER, &NO_COPIES, &PAPER_TWICE], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    copies(view.office, view.week, findings);
    once(view.office, view.week, findings);
}

/// How many came in: not none, and no more than there are units to send them.
fn copies(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let members = office.members.written().map(<[_]>::len);
    for received in week.reports.iter().flat_map(|reports| &reports.received) {
        let kind = registered_as(office, received).map(|(_, kind)| kind);
        let is_from_everyone = kind.is_some_and(InwardPaper::is_from_everyone);
        let names = kind.map_or(1, |kind| kind.names.0.len());
        if let (Some(copies), Some(members)) = (&received.copies, members)
            && usize::try_from(copies.value).is_ok_and(|copies| copies > members.saturating_mul(names))
        {
            findings.push(
                MORE_THAN_ROSTER
                    .finding(format!("收到 {copies} 份，成员单位只有 {members} 家"))
                    .at(copies.span.clone(), "比家数还多")
                    .help("核对份数；一家报几份的，写明理由认可"),
            );
        }
        let is_none = match (&received.copies, received.units.written()) {
            (Some(copies), _) => copies.value == 0,
            (None, Some(units)) => units.is_empty() && !is_from_everyone,
            (None, None) => false,
        };
        if is_none {
            let place =
                received.copies.as_ref().map_or_else(|| received.paper.span.clone(), |copies| copies.span.clone());
            findings.push(
                NO_COPIES
                    .finding(format!("「收到」里的「{}」是 0 份", received.paper))
                    .at(place, "印成（0份）")
                    .help("没有收到就删掉这一条"),
            );
        }
    }
}

/// Each kind of paper is written once, whichever of its names is used.
fn once(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let mut known: HashMap<Result<usize, &str>, &Received> = HashMap::new();
    for received in week.reports.iter().flat_map(|reports| &reports.received) {
        let kind = registered_as(office, received).map(|(at, _)| at).ok_or(received.paper.value.as_str());
        let first = *known.entry(kind).or_insert(received);
        if std::ptr::eq(first, received) {
            continue;
        }
        let finding = if first.paper.value == received.paper.value {
            PAPER_TWICE.finding(format!("「收到」里的「{}」写了两次", received.paper))
        } else {
            PAPER_TWICE
                .finding(format!("「{}」和「{}」登记为一种文书，「收到」里只写一次", first.paper, received.paper))
        };
        findings.push(
            finding
                .at(received.paper.span.clone(), "又写了一次")
                .and_at(first.paper.span.clone(), "已经写过")
                .help("并成一条；确实是两种文书的，在 office.yaml 的「收到文书」里分开登记"),
        );
    }
}
