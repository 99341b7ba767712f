//! Complaints: who is complained of, who handles it, and which of them are one and the same.

use std::collections::HashMap;

use super::history::History;
use super::registered::{Names, Registered, within_quotes};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::complaint::Complaint;
use crate::record::week::Week;
use crate::source::Spanned;

pub(super) static FIRM: Rule = Rule {
    code: "complaint-firm",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "投诉的「被投诉」在 office.yaml 的「企业」里没有登记。登记了企业的指挥中心才查。",
    why: "企业名称错一个字，对外就成了另一家；没有登记的，同一家会有几种写法。",
    example: "被投诉: 雪上神话乐园",
    fix: "写错了就照登记的名称改；确实是新的企业，登记到 office.yaml 的「企业」里。",
};

pub(super) static SHORT_NAME: Rule = Rule {
    code: "complaint-short-name",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "投诉的「被投诉」写的是企业的简称。",
    why: "周报里照写的印；同一家一处全称一处简称，看上去像两家。",
    example: "被投诉: 山海旅行社",
    fix: "改成登记的全称。",
};

pub(super) static UNIT: Rule = Rule {
    code: "complaint-unit",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "投诉的「转办」不是成员单位，也不是本机构或上级。登记了成员单位的指挥中心才查。",
    why: "单位名称错一个字，就像转给了没有的单位。",
    example: "转办: 区文化合旅游局",
    fix: "写错了就照成员单位的名称改；确实转给了别的单位，写明理由认可。",
};

pub(super) static TWICE: Rule = Rule {
    code: "complaint-twice",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "同一件投诉（编号相同）在「投诉」里写了两次：同一周里、两个平台上，或者另一周已经写过。",
    why: "同一件会计入两次；上周没有办结的，本周写到「续办」里，不再计数。",
    example: "两周的「投诉」里都有 编号: GD20230306001",
    fix: "删掉多余的一件；上周没有办结的移到「续办」；编号写错的改正。",
};

pub(super) static TWO_PLATFORMS: Rule = Rule {
    code: "complaint-two-platforms",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "两个平台上，有同一天、投诉同一家、转给同一单位的投诉。",
    why: "游客常常在几个平台投诉同一件事，各计一件会虚增件数。",
    example: "12301平台和“云游”投诉平台同一天都有投诉山海旅行社的一件",
    fix: "核对是不是同一件；是的，按本机构的办法只计一件。",
};

/// Identifiers from this length on are no platform's running numbers, which begin anew each year.
const UNIQUE: usize = 6;

/// Every complaint of a week with its platform, in the file's order.
pub(super) fn all(week: &Week) -> impl Iterator<Item = (&Spanned<String>, &Complaint)> {
    let platforms = week.complaints.iter();
    platforms.flat_map(|(platform, complaints)| complaints.iter().map(move |complaint| (platform, complaint)))
}

/// Firms and units stand in the office's registers.
pub(super) fn registered(names: &Registered, week: &Week, findings: &mut Vec<Diagnostic>) {
    for (_, complaint) in all(week) {
        firm(names, &complaint.respondent, findings);
        unit(names, &complaint.unit, findings);
    }
    for carried in &week.carried_over {
        firm(names, &carried.respondent, findings);
        unit(names, &carried.unit, findings);
    }
}

fn firm(names: &Registered, respondent: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    let place = within_quotes(respondent);
    match names.firm(&respondent.value) {
        Some(full) if full.value != respondent.value => findings.push(
            SHORT_NAME
                .finding(format!("「被投诉」写的是「{full}」的简称"))
                .at(place.clone(), "简称")
                .and_at(full.span.clone(), "全称是这样")
                .help(format!("改成「{full}」"))
                .fix(Fix::replace(Certainty::Likely, place, full.value.clone())),
        ),
        Some(_) => {}
        None if !names.has_firms() || is_person(&respondent.value) => {}
        None => {
            let finding =
                FIRM.finding("「被投诉」的单位没有登记在 office.yaml 的「企业」里").at(place.clone(), "没有登记");
            findings.push(match names.near_firm(&respondent.value) {
                Some(near) => finding
                    .help(format!("是不是想写「{near}」？确实是另一家，就登记到「企业」里"))
                    .fix(Fix::replace(Certainty::Likely, place, near)),
                None => finding.help("照营业执照核对名称，登记到 office.yaml 的「企业」里；不便登记的，写明理由认可"),
            });
        }
    }
}

/// 王某某, 导游李某: no firm that a register would have.
fn is_person(name: &str) -> bool {
    name.contains('某')
}

fn unit(names: &Registered, unit: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    // 区文化和旅游局、区市场监管局: two units that handle it together.
    let are_all =
        || unit.value.split(['、', '，', '；']).all(|one| names.has_unit(one.trim()) || is_pair(names, one.trim()));
    if !names.has_units() || names.has_unit(&unit.value) || are_all() {
        return;
    }
    let place = within_quotes(unit);
    let finding = UNIT.finding(format!("「转办」的「{unit}」不在成员单位里")).at(place.clone(), "没有登记");
    findings.push(match names.near_unit(&unit.value) {
        Some(near) => finding
            .help(format!("是不是想写「{near}」？确实是另一个单位，就登记到 office.yaml 的「成员单位」里"))
            .fix(Fix::replace(Certainty::Likely, place, near)),
        None => finding.help("照成员单位的名称写；确实转给了别的单位，写明理由认可"),
    });
}

/// Two registered units with 和 or 与 between them.
fn is_pair(names: &Registered, units: &str) -> bool {
    let joins = units.char_indices().filter(|(_, c)| matches!(c, '和' | '与' | '及'));
    joins
        .map(|(at, c)| (&units[..at], &units[at + c.len_utf8()..]))
        .any(|(one, other)| names.has_unit(one.trim()) && names.has_unit(other.trim()))
}

/// Within a week no complaint is told twice.
pub(super) fn twice(names: &Registered, week: &Week, findings: &mut Vec<Diagnostic>) {
    let mut by_number: HashMap<(&str, &str), &Complaint> = HashMap::new();
    let mut anywhere: HashMap<&str, &Complaint> = HashMap::new();
    let mut by_matter: HashMap<_, (&Spanned<String>, &Complaint)> = HashMap::new();
    for (platform, complaint) in all(week) {
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

/// Nor in two weeks: what was open goes on under 续办.
pub(super) fn twice_in_history(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut known: HashMap<&str, (usize, &Spanned<String>, &Complaint)> = HashMap::new();
    for (at, dated) in history.weeks.iter().enumerate() {
        for (platform, complaint) in all(dated.week) {
            let Some(id) = &complaint.id else { continue };
            let (week, first_platform, first) = *known.entry(&id.value).or_insert((at, platform, complaint));
            let then = history.weeks.get(week).unwrap_or(dated);
            let names = Names { before: &then.checker.registered, now: &dated.checker.registered };
            let is_one_platform = first_platform.value == platform.value;
            let is_one_firm = names.full_name(&first.respondent.value) == names.full_name(&complaint.respondent.value);
            let is_one = if is_unique(id) { is_one_platform || is_one_firm } else { is_one_platform && is_one_firm };
            if week != at && is_one {
                let help = "上次没有办结的，移到「续办」里，不再计数；编号写错的改正";
                findings.push(twice_at(id, first, "那一周已经写过", help));
            }
        }
    }
}

fn is_unique(id: &str) -> bool {
    id.chars().count() >= UNIQUE
}

fn have_one_number(a: &Complaint, b: &Complaint) -> bool {
    matches!((&a.id, &b.id), (Some(a), Some(b)) if a.value == b.value)
}

fn twice_at(id: &Spanned<String>, first: &Complaint, told: &str, help: &str) -> Diagnostic {
    let place = first.id.as_ref().map_or_else(|| first.span.first_line(), |id| id.span.clone());
    TWICE
        .finding(format!("编号「{id}」的投诉写了两次"))
        .at(id.span.clone(), "又写了一次")
        .and_at(place, told)
        .help(help)
}
