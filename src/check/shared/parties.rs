//! Firms and units in a record stand in the office's registers, by whatever key they are written.

use super::firms_and_units::FirmsAndUnits;
use super::propose::Propose as _;
use super::unquoted::within_quotes;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::source::Spanned;

pub static FIRM: Rule = Rule {
    code: "complaint-firm",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "投诉的「被投诉」、自设的企业栏，在 office.yaml 的「企业」里没有登记。登记了企业的指挥中心才查。",
    why: "企业名称错一个字，对外就成了另一家；没有登记的，同一家会有几种写法。",
    example: "被投诉: 雪上神话乐园",
    fix: "写错了就照登记的名称改；确实是新的企业，登记到 office.yaml 的「企业」里。",
};

pub static SHORT_NAME: Rule = Rule {
    code: "complaint-short-name",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "投诉的「被投诉」、自设的企业栏，写的是企业的简称。",
    why: "周报里照写的印；同一家一处全称一处简称，看上去像两家。",
    example: "被投诉: 山海旅行社",
    fix: "改成登记的全称。",
};

pub static UNIT: Rule = Rule {
    code: "complaint-unit",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "投诉的「转办」、自设的单位栏，不是成员单位，也不是本机构或上级。登记了成员单位的指挥中心才查。",
    why: "单位名称错一个字，就成了没有的单位。",
    example: "转办: 区文化合旅游局",
    fix: "写错了就照成员单位的名称改；确实是别的单位，写明理由认可。",
};

/// A firm that is written under `key`.
pub fn firm(names: &FirmsAndUnits, key: &str, name: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    let place = within_quotes(name);
    match names.firm(&name.value) {
        Some(full) if full.value != name.value => findings.push(
            SHORT_NAME
                .finding(format!("「{key}」写的是「{full}」的简称"))
                .at(place.clone(), "简称")
                .and_at(full.span.clone(), "全称是这样")
                .propose_word("改成", place, full.value.clone()),
        ),
        Some(_) => {}
        None if !names.has_firms() || is_person(&name.value) => {}
        None => {
            let finding = FIRM
                .finding(format!("「{key}」的单位没有登记在 office.yaml 的「企业」里"))
                .at(place.clone(), "没有登记");
            findings.push(match names.near_firm(&name.value) {
                Some(near) => finding
                    .help(format!("是不是想写「{near}」？确实是另一家，就登记到「企业」里"))
                    .fix(Fix::word(Certainty::Likely, place, near)),
                None => finding.help("照营业执照核对名称，登记到 office.yaml 的「企业」里；不便登记的，写明理由认可"),
            });
        }
    }
}

/// 王某某, 导游李某: no firm that a register would have.
fn is_person(name: &str) -> bool {
    name.contains('某')
}

/// A unit, or several, that are written under `key`.
pub fn unit(names: &FirmsAndUnits, key: &str, unit: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    // 区文化和旅游局、区市场监管局: two units that handle it together.
    let are_all =
        || unit.value.split(['、', '，', '；']).all(|one| names.has_unit(one.trim()) || is_pair(names, one.trim()));
    if !names.has_units() || names.has_unit(&unit.value) || are_all() {
        return;
    }
    let place = within_quotes(unit);
    let finding = UNIT.finding(format!("「{key}」的「{unit}」不在成员单位里")).at(place.clone(), "没有登记");
    findings.push(match names.near_unit(&unit.value) {
        Some(near) => finding
            .help(format!("是不是想写「{near}」？确实是另一个单位，就登记到 office.yaml 的「成员单位」里"))
            .fix(Fix::word(Certainty::Likely, place, near)),
        None => finding.help("照成员单位的名称写；确实是别的单位，写明理由认可"),
    });
}

/// Two registered units with 和 or 与 between them.
fn is_pair(names: &FirmsAndUnits, units: &str) -> bool {
    let joins = units.char_indices().filter(|(_, c)| matches!(c, '和' | '与' | '及'));
    joins
        .map(|(at, c)| (&units[..at], &units[at + c.len_utf8()..]))
        .any(|(one, other)| names.has_unit(one.trim()) && names.has_unit(other.trim()))
}
