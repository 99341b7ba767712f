//! An office's names are of its own district.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::firms_and_units::is_within;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static DISTRICT: Rule = Rule {
    code: "office-district",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「名称」「简称」或「自称」里是另一个行政区。",
    why: "多半是从别的指挥中心抄来，没有改全。",
    example: "行政区是青禾区，简称是 河东区指挥中心",
    fix: "改成本行政区的。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DISTRICT], check: Check::Office(check) };

/// An office's names are of its own district.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let district = &office.district;
    for name in [&office.name, &office.short, &office.self_name] {
        let Some(other) = place_name(&name.value) else { continue };
        if !name.value.contains(&district.value) && !is_within(other, &district.value) {
            findings.push(
                DISTRICT
                    .finding(format!("「{name}」说的是「{other}」，行政区却是「{district}」"))
                    .at(name.part(0..other.len()), "另一个地方")
                    .and_at(district.span.clone(), "行政区")
                    .help("核对是不是从别的指挥中心抄来的；改成本行政区的"),
            );
        }
    }
}

/// 青禾区 of 青禾区指挥中心; none of 区指挥中心, which says only what it is.
fn place_name(name: &str) -> Option<&str> {
    let (at, kind) = name.char_indices().find(|(_, c)| matches!(c, '区' | '县' | '市' | '州' | '旗'))?;
    let place = name.get(..at + kind.len_utf8())?;
    (3..=6).contains(&place.chars().count()).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::place_name;

    #[test]
    fn places_are_told_from_what_an_office_calls_itself() {
        assert_eq!(place_name("河东区指挥中心"), Some("河东区"));
        assert_eq!(place_name("大理州指挥中心"), Some("大理州"));
        assert_eq!(place_name("区指挥中心"), None);
        assert_eq!(place_name("指挥中心"), None);
    }
}
