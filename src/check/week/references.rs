//! What a week refers to must stand in the office's registers, and what the registers ask for must stand in the week.

use crate::check::checker::Checker;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{REPEATED, UNREGISTERED, is_among, repeated, unknown};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::{InwardPaper, Office};
use crate::record::register::Register;
use crate::record::text::Text;
use crate::record::week::Week;
use crate::source::{Span, Spanned};
use crate::yaml::nearest::nearest;

static UNWRITTEN: Rule = Rule {
    code: "reference-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "office.yaml 里登记的平台或检查项目，这一周没有写到。",
    why: "没有和忘了写，印出来是一样的：没有也要写明。",
    example: "「投诉」里没有写 12301平台",
    fix: "没有投诉的平台写 []，没有检查的项目写 0。",
};

static UNITS_OR_COPIES: Rule = Rule {
    code: "paper-units",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "收到的文书，「单位」和「份数」两个都写了、两个都没写，或者全体都要报的文书只写了份数。",
    why: "份数由单位算出；只有份数，就说不出谁没有报。",
    example: "{ 文书: 旅游市场秩序整治周报, 份数: 28 }",
    fix: "知道是哪些单位报来的，写「单位: […]」；只知道份数，写「份数: 10」。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&UNREGISTERED, &UNWRITTEN, &REPEATED, &UNITS_OR_COPIES], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, checker } = *view;
    platforms(office, week, findings);
    inspections(office, week, findings);
    related_platforms(office, checker, week, findings);
    incoming_kinds(office, week, findings);
    sent(office, week, findings);
    received(office, week, findings);
}

/// Every platform of the office is named, and no other: zero is written, never assumed.
fn platforms(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let written: Vec<&Spanned<String>> = week.complaints.iter().map(|(name, _)| name).collect();
    let owner = week.complaints.span.as_ref().unwrap_or(&week.span);
    both_ways((Register::Platforms, office), ("投诉", "[]"), &written, owner, findings);
}

/// Every inspection figure of the office is given, and no other.
fn inspections(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let written: Vec<&Spanned<String>> = week.inspections.iter().map(|(name, _)| name).collect();
    let owner = week.inspections.span.as_ref().unwrap_or(&week.span);
    both_ways((Register::Inspections, office), ("执法检查", "0"), &written, owner, findings);
}

/// The platform of a complaint that a notice refers to is one of the office's, or was.
fn related_platforms(office: &Office, checker: &Checker, week: &Week, findings: &mut Vec<Diagnostic>) {
    let registered = checker.platforms_until_now(office);
    let related = week.notices.iter().filter_map(|notice| notice.related.as_ref());
    findings.extend(related.filter_map(|related| unknown(Register::Platforms, &registered, &related.platform)));
}

/// The kinds of notices are among those that the office has.
fn incoming_kinds(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let registered = Register::IncomingKinds.names(office);
    let kinds = week.notices.iter().filter_map(|notice| notice.kind.as_ref());
    findings.extend(kinds.filter_map(|kind| unknown(Register::IncomingKinds, &registered, kind)));
}

/// Papers sent up stand in the office's register.
fn sent(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let registered = Register::OutwardPapers.names(office);
    let sent = week.reports.iter().flat_map(|reports| &reports.sent).map(Text::written);
    repeated("上报", sent.clone(), findings);
    findings.extend(sent.filter_map(|sent| unknown(Register::OutwardPapers, &registered, sent)));
}

/// Papers received and the units that sent them stand in the office's registers, and their number is given one way.
fn received(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let (papers, members) = (Register::InwardPapers.names(office), Register::Members.names(office));
    for received in week.reports.iter().flat_map(|reports| &reports.received) {
        findings.extend(unknown(Register::InwardPapers, &papers, &received.paper));
        let units = received.units.iter();
        findings.extend(units.filter_map(|unit| unknown(Register::Members, &members, unit)));
        repeated("单位", received.units.iter().map(Text::written), findings);
        let kind =
            office.inward.iter().find(|paper| paper.names.0.iter().any(|name| name.value == received.paper.value));
        if let (Some(copies), true) = (&received.copies, kind.is_some_and(InwardPaper::is_from_everyone)) {
            findings.push(
                UNITS_OR_COPIES
                    .finding("全体成员单位都要报的文书，要写明哪些单位报了")
                    .at(copies.span.clone(), "只有份数，算不出谁没有报")
                    .help("把「份数」换成「单位: […]」"),
            );
        }
        match (received.units.written(), &received.copies) {
            (None, None) => findings.push(
                UNITS_OR_COPIES
                    .finding("既没有写「单位」，也没有写「份数」")
                    .at(received.paper.span.clone(), "收到几份不清楚")
                    .help("知道是哪些单位报来的，写「单位: […]」，份数会算出来；只知道份数，写「份数: 10」"),
            ),
            (Some(units), Some(copies)) => findings.push(
                UNITS_OR_COPIES
                    .finding("「单位」和「份数」只能写一个")
                    .at(copies.span.clone(), format!("上面列了 {} 家单位，份数由此算出", units.len()))
                    .help("删掉「份数」"),
            ),
            _ => {}
        }
    }
}

/// Names that are written but not registered, and names that are registered but not written under `key`, where `none`
/// says that there are none.
fn both_ways(
    (register, office): (Register, &Office),
    (key, none): (&str, &str),
    written: &[&Spanned<String>],
    owner: &Span,
    findings: &mut Vec<Diagnostic>,
) {
    let registered = register.names(office);
    findings.extend(written.iter().filter_map(|name| unknown(register, &registered, name)));
    // What is written in the place of a registered name stands for it.
    let meant: Vec<&str> = written
        .iter()
        .filter(|name| !is_among(&registered, name))
        .filter_map(|name| nearest(&name.value, registered.iter().map(|known| known.value.as_str())))
        .collect();
    let is_written = |name: &Spanned<String>| meant.contains(&name.value.as_str()) || is_among(written, name);
    for absent in registered.iter().filter(|name| !is_written(name)) {
        findings.push(
            UNWRITTEN
                .finding(format!("「{key}」里少了「{absent}」"))
                .at(owner.first_line(), "没有写到")
                .help(format!("没有也要写明：在「{key}」下面加一行「{absent}: {none}」")),
        );
    }
}
