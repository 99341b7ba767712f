//! The complaints that notices refer to are there.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::referred_complaint::{Referred, Wanted, referred};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Related;

static COMPLAINT: Rule = Rule {
    code: "notice-complaint",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「关联投诉」说的那件投诉，那一周的「投诉」里没有：平台、企业或日期对不上。",
    why: "答复和周报说“与某平台的投诉件内容一致”，后面的投诉情况却说没有，前后矛盾。",
    example: "关联投诉: { 平台: 12301平台, … }，而 12301平台: []，这家企业在“智旅通投诉平台”有一件",
    fix: "核对平台、企业和日期；是「投诉」里漏了的，补上。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COMPLAINT], check: Check::History(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for Referred { wanted, found, .. } in referred(history) {
        if found.is_none() {
            findings.extend(missing(&wanted));
        }
    }
}

/// What to say where it is not there; nothing where the week does not name the platform at all, which is reported
/// already, and nothing where it may be among those that are only counted.
fn missing(wanted: &Wanted) -> Option<Diagnostic> {
    let Related { platform, date, respondent, .. } = wanted.related;
    let (key, there) = wanted.then.complaints.iter().find(|(name, _)| name.value == platform.value)?;
    if !there.are_all_listed() {
        return None;
    }
    let elsewhere: Vec<_> = wanted.about_firm(wanted.then).filter(|(name, _)| name.value != platform.value).collect();
    if let Some(other) = wanted.on_platform(wanted.then).find_map(|complaint| complaint.date.as_ref()) {
        let finding = COMPLAINT
            .finding(format!("“{platform}”没有「{respondent}」{date} 的投诉，有一件是 {other} 的"))
            .at(date.span.clone(), "这天没有")
            .and_at(other.span.clone(), "有一件是这天的")
            .help(format!("请核对日期：是不是 {other}？"));
        return Some(finding);
    }
    let none = if there.listed().is_empty() { "没有投诉" } else { "没有投诉这家企业的" };
    let Some((first, complaint)) = elsewhere.first() else {
        let finding = COMPLAINT
            .finding(format!("“{platform}”没有「{respondent}」的投诉"))
            .at(respondent.span.clone(), "那一周没有投诉它的")
            .and_at(key.span.clone(), none);
        return Some(finding.help("请核对平台、企业和日期；是「投诉」里漏了的，补上"));
    };
    let finding = COMPLAINT
        .finding(format!(
            "“{platform}”没有「{respondent}」的投诉，这家企业在“{first}”有{}件",
            counted(elsewhere.iter().filter(|(name, _)| name.value == first.value).count())
        ))
        .at(platform.span.clone(), "这个平台没有这一件")
        .and_at(key.span.clone(), none)
        .and_at(complaint.respondent.span.clone(), format!("在“{first}”"))
        .help(format!("是不是「{first}」？是「投诉」里漏了的，补上"));
    Some(finding)
}

/// 一, 两 or a number.
fn counted(count: usize) -> String {
    match count {
        1 => "一".to_owned(),
        2 => "两".to_owned(),
        count => format!(" {count} "),
    }
}
