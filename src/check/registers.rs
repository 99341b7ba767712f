//! The registers of an office among themselves: one name for one thing, and nobody among those he is apart from.

use std::collections::HashMap;

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::text::Text;
use crate::source::Spanned;

pub(super) static NAME_TWICE: Rule = Rule {
    code: "office-name-twice",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "两家企业的名称或简称、两个平台的名称或全称，有一个是一样的。",
    why: "一个名称指两样，印出来分不清是哪一样。",
    example: "两家企业的简称都是 山海旅行社",
    fix: "删掉重复的一条，或者换一个分得清的简称。",
};

pub(super) static SELF_LISTED: Rule = Rule {
    code: "office-self-listed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「成员单位」「其他上级」或「抄送」里列了本机构自己。",
    why: "自己不向自己报送，也不抄送自己；列在成员单位里，周报会说自己没有报。",
    example: "成员单位里有 青禾区旅游市场监管综合调度指挥中心",
    fix: "删掉这一项。",
};

pub(super) static COPIED_SUPERIOR: Rule = Rule {
    code: "office-copies-superior",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「抄送」里有主送的上级机关。",
    why: "主送的机关不再抄送。",
    example: "抄送: [南渡市旅游市场监管综合调度指挥中心]",
    fix: "从「抄送」里删掉。",
};

pub(super) static SENT_TO: Rule = Rule {
    code: "office-sent-to",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "上报文书的「报送」与一个上级的名称只差一个字。",
    why: "照写的印，报送的机关就印错了。",
    example: "报送: 市指挥中芯",
    fix: "写错了就照上级的名称改；确实是另一个机关的，不用改。",
};

/// No name stands for two things.
pub(super) fn names(office: &Office, findings: &mut Vec<Diagnostic>) {
    let firms = office.firms.iter();
    once("企业", firms.map(|firm| (firm.name.written(), firm.short.as_deref())), |_, _| true, findings);
    let platforms = office.platforms.iter();
    let platforms = platforms.map(|platform| (platform.name.written(), platform.full.as_deref()));
    // Two platforms of one name are found as names repeated in a list.
    once("投诉平台", platforms, |first, second| !(first && second), findings);
}

/// `entries`: the name and the other name of each; `is_ours` is asked whether the one and the other are the name.
fn once<'a>(
    register: &str,
    entries: impl Iterator<Item = (&'a Spanned<String>, Option<&'a Spanned<String>>)>,
    is_ours: impl Fn(bool, bool) -> bool,
    findings: &mut Vec<Diagnostic>,
) {
    let mut known: HashMap<&str, (usize, bool, &Spanned<String>)> = HashMap::new();
    for (at, (name, other)) in entries.enumerate() {
        for (name, is_name) in std::iter::once((name, true)).chain(other.map(|other| (other, false))) {
            let (entry, was_name, first) = *known.entry(&name.value).or_insert((at, is_name, name));
            if entry != at && is_ours(was_name, is_name) {
                findings.push(
                    NAME_TWICE
                        .finding(format!("「{register}」里有两条都叫「{name}」"))
                        .at(name.span.clone(), "又是这个名称")
                        .and_at(first.span.clone(), "已经有一条")
                        .help("删掉重复的一条，或者换一个分得清的名称"),
                );
            }
        }
    }
}

/// The office itself is none of its member units, superiors or addressees.
pub(super) fn others(office: &Office, findings: &mut Vec<Diagnostic>) {
    let own = [&office.name, &office.short, &office.self_name].map(Text::written);
    let superior = &office.superior;
    let superior = [&superior.name, &superior.short, &superior.in_text].map(Text::written);
    let is_of =
        |names: &[&Spanned<String>], name: &Spanned<String>| names.iter().any(|known| known.value == name.value);
    let copies = || office.issuing.iter().filter_map(|issuing| issuing.copies_to.as_ref()).flat_map(|names| &names.0);
    let members = office.members.iter().map(|name| ("成员单位", name));
    let above = office.other_superiors.iter().map(|name| ("其他上级", name));
    for (list, name) in members.chain(above).chain(copies().map(|name| ("抄送", name))) {
        if is_of(&own, name) {
            findings.push(
                SELF_LISTED
                    .finding(format!("「{list}」里列了本机构自己"))
                    .at(name.span.clone(), "就是本机构")
                    .help("删掉这一项"),
            );
        }
    }
    for name in copies().filter(|name| is_of(&superior, name)) {
        findings.push(
            COPIED_SUPERIOR
                .finding(format!("「{name}」是主送机关，不再抄送"))
                .at(name.span.clone(), "已经主送")
                .and_at(office.superior.name.span.clone(), "主送")
                .help("从「抄送」里删掉"),
        );
    }
    let known = Register::Superiors.names(office);
    for to in office.outward.iter().map(|paper| &paper.to).filter(|to| !is_of(&known, to)) {
        if let Some(near) = known.iter().find(|known| is_slip(&to.value, &known.value)) {
            let place = super::registered::within_quotes(to);
            findings.push(
                SENT_TO
                    .finding(format!("报送的「{to}」与「{near}」只差一个字"))
                    .at(place.clone(), "这样印")
                    .and_at(near.span.clone(), "登记的是这样")
                    .help(format!("是不是想写「{near}」？确实是另一个机关的，不用改"))
                    .fix(Fix::replace(Certainty::Likely, place, near.value.clone())),
            );
        }
    }
}

/// One character of a name of four or more is another; but 市文化和旅游局 is no slip for 区文化和旅游局.
fn is_slip(typed: &str, known: &str) -> bool {
    let level = |name: &str| name.chars().next().filter(|c| "省市州县区".contains(*c));
    known.chars().count() >= 4 && level(typed) == level(known) && strsim::osa_distance(typed, known) == 1
}
