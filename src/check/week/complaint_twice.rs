//! Within a week no complaint is written twice.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::all_complaints;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Complaint;
use crate::source::Spanned;

pub static TWICE: Rule = Rule {
    code: "complaint-twice",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "同一件投诉（编号相同）在「投诉」里写了两次：同一周里、两个平台上，或者另一周已经写过。",
    why: "同一件会计入两次；上一期没有办结的，这一期写到「续办」里，不再计数。",
    example: "两周的「投诉」里都有 编号: GD20230306001",
    fix: "删掉多余的一件；上周没有办结的移到「续办」；编号写错的改正。",
};

static TWO_PLATFORMS: Rule = Rule {
    code: "complaint-two-platforms",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "两个平台上，有同一天、投诉同一家、转给同一单位的投诉。",
    why: "游客常常在几个平台投诉同一件事，各计一件会虚增件数。",
    example: "12301平台和“云游”投诉平台同一天都有投诉山海旅行社的一件",
    fix: "核对是不是同一件；是的，按本机构的办法只计一件。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWICE, &TWO_PLATFORMS], check: Check::Week(check) };

/// Identifiers from this length on are no platform's running numbers, which begin anew each year.
const UNIQUE: usize = 6;

/// Within a week no complaint is written twice.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let names = &view.checker.firms_and_units;
    let mut by_number: HashMap<(&str, &str), &Complaint> = HashMap::new();
    let mut anywhere: HashMap<&str, &Complaint> = HashMap::new();
    let mut by_matter: HashMap<_, (&Spanned<String>, &Complaint)> = HashMap::new();
    for (platform, complaint) in all_complaints(week) {
        let firm = names.full_name(&complaint.respondent.value);
        if let Some(date) = &complaint.date {
            let (first_platform, first) =
                *by_matter.entry((firm, date.value, complaint.unit.value.as_str())).or_insert((platform, complaint));
            if first_platform.value != platform.value && !have_one_number(first, complaint) {
                findings.push(
                    TWO_PLATFORMS
                        .finding(format!("「{platform}」和「{first_platform}」同一天有投诉同一家、转给同一单位的"))
                        .at(complaint.span.first_line(), "这个平台的一件")
                        .and_at(first.span.first_line(), "那个平台的一件")
                        .help("核对是不是同一件；是的，按本机构的办法只计一件"),
                );
            }
        }
        let Some(id) = &complaint.id else { continue };
        let first = *by_number.entry((&platform.value, &id.value)).or_insert(complaint);
        let other = *anywhere.entry(&id.value).or_insert(complaint);
        if !std::ptr::eq(first, complaint) {
            findings.push(twice_at(id, first, "已经写过", "删掉多余的一件；编号写错的改正"));
        } else if !std::ptr::eq(other, complaint) && (is_unique(id) || names.full_name(&other.respondent.value) == firm)
        {
            findings.push(twice_at(id, other, "另一个平台上已经写过", "同一件只写在一个平台下；编号写错的改正"));
        }
    }
}

pub fn is_unique(id: &str) -> bool {
    id.chars().count() >= UNIQUE
}

fn have_one_number(a: &Complaint, b: &Complaint) -> bool {
    matches!((&a.id, &b.id), (Some(a), Some(b)) if a.value == b.value)
}

pub fn twice_at(id: &Spanned<String>, first: &Complaint, label: &str, help: &str) -> Diagnostic {
    let place = first.id.as_ref().map_or_else(|| first.span.first_line(), |id| id.span.clone());
    TWICE
        .finding(format!("编号「{id}」的投诉写了两次"))
        .at(id.span.clone(), "又写了一次")
        .and_at(place, label)
        .help(help)
}
