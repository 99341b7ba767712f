//! What a week refers to must stand in the office's registers, and what the registers ask for must stand in the week.

use super::Checker;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::nearest::nearest;
use crate::record::office::{InwardPaper, Office};
use crate::record::register::Register;
use crate::record::text::Text;
use crate::record::week::Week;
use crate::source::{Span, Spanned};
use std::collections::HashMap;

pub(super) static UNREGISTERED: Rule = Rule {
    code: "reference-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "提到的平台、检查项目、文书或成员单位，office.yaml 里没有登记。",
    why: "没有登记的不会计入统计，也就不会印出来。",
    example: "12310平台: []",
    fix: "写错了就照登记的名称改；确实是新的，先登记到 office.yaml。",
};

pub(super) static UNWRITTEN: Rule = Rule {
    code: "reference-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "office.yaml 里登记的平台或检查项目，这一周没有写到。",
    why: "没有和忘了写，印出来是一样的：没有也要写明。",
    example: "「投诉」里没有写 12301平台",
    fix: "没有投诉的平台写 []，没有检查的项目写 0。",
};

pub(super) static REPEATED: Rule = Rule {
    code: "list-repeated",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一个列表里同一个名称写了两次。",
    why: "会印两遍、算两份。",
    example: "单位: [区信访局, 区信访局]",
    fix: "删掉多余的一个。",
};

pub(super) static UNITS_OR_COPIES: Rule = Rule {
    code: "paper-units",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "收到的文书，「单位」和「份数」两个都写了、两个都没写，或者全体都要报的文书只写了份数。",
    why: "份数由单位算出；只有份数，就说不出谁没有报。",
    example: "{ 文书: 旅游市场秩序整治周报, 份数: 28 }",
    fix: "知道是哪些单位报来的，写「单位: […]」；只知道份数，写「份数: 10」。",
};

/// Every platform of the office is named, and no other: zero is written, never assumed.
pub(super) fn platforms(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let written: Vec<&Spanned<String>> = week.complaints.iter().map(|(name, _)| name).collect();
    let owner = week.complaints.span.as_ref().unwrap_or(&week.span);
    both_ways((Register::Platforms, office), ("投诉", "[]"), &written, owner, findings);
}

/// Every inspection figure of the office is given, and no other.
pub(super) fn inspections(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let written: Vec<&Spanned<String>> = week.inspections.iter().map(|(name, _)| name).collect();
    let owner = week.inspections.span.as_ref().unwrap_or(&week.span);
    both_ways((Register::Inspections, office), ("执法检查", "0"), &written, owner, findings);
}

/// The platform of a complaint that a notice refers to is one of the office's, or was.
pub(super) fn related_platforms(office: &Office, checker: &Checker, week: &Week, findings: &mut Vec<Diagnostic>) {
    let registered = checker.platforms_until_now(office);
    let related = week.notices.iter().filter_map(|notice| notice.related.as_ref());
    findings.extend(related.filter_map(|related| unknown(Register::Platforms, &registered, &related.platform)));
}

/// Papers sent up stand in the office's register.
pub(super) fn sent(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let registered = Register::OutwardPapers.names(office);
    let sent = week.reports.iter().flat_map(|reports| &reports.sent).map(Text::written);
    repeated("上报", sent.clone(), findings);
    findings.extend(sent.filter_map(|sent| unknown(Register::OutwardPapers, &registered, sent)));
}

/// Papers received and the units that sent them stand in the office's registers, and their number is told one way.
pub(super) fn received(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
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

/// No name stands twice in a register of the office.
pub(super) fn registers(office: &Office) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for register in
        [Register::Platforms, Register::Inspections, Register::Members, Register::OutwardPapers, Register::InwardPapers]
    {
        repeated(register.title(), register.names(office).into_iter(), &mut findings);
    }
    if let Some(issuing) = &office.issuing {
        repeated("签发人", issuing.signers.iter().flat_map(|names| &names.0).map(Text::written), &mut findings);
        repeated("抄送", issuing.copies_to.iter().flat_map(|names| &names.0).map(Text::written), &mut findings);
    }
    findings
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

/// Names that stand in a list more than once would be printed and counted twice.
fn repeated<'a>(list: &str, names: impl Iterator<Item = &'a Spanned<String>>, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &Spanned<String>> = HashMap::new();
    for name in names {
        if let Some(first) = seen.get(name.value.as_str()) {
            findings.push(
                REPEATED
                    .finding(format!("「{list}」里的「{}」写了两次", name.value))
                    .at(name.span.clone(), "又写了一次")
                    .and_at(first.span.clone(), "已经写过")
                    .help("删掉多余的一个"),
            );
        } else {
            seen.insert(&name.value, name);
        }
    }
}

/// That `name` is none of the names of a register, which are `registered`.
pub(super) fn unknown(
    register: Register,
    registered: &[&Spanned<String>],
    name: &Spanned<String>,
) -> Option<Diagnostic> {
    if is_among(registered, name) {
        return None;
    }
    let list = register.title();
    let finding = UNREGISTERED
        .finding(format!("office.yaml 的「{list}」里没有「{}」", name.value))
        .at(name.span.clone(), "没有登记");
    Some(match nearest(&name.value, registered.iter().map(|known| known.value.as_str())) {
        Some(guess) => finding
            .help(format!("是不是想写「{guess}」？确实是新的，就先登记到 office.yaml 的「{list}」里"))
            .fix(Fix::replace(Certainty::Likely, name.span.clone(), guess)),
        None => finding.help(format!("先登记到 office.yaml 的「{list}」里")),
    })
}

fn is_among(names: &[&Spanned<String>], name: &Spanned<String>) -> bool {
    names.iter().any(|known| known.value == name.value)
}
