//! What an editor shows of registered names.

use crate::diagnostic::Rule;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::source::Span;
use crate::workspace::rules;

/// A registered name.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) text: String,
    /// What it is, in a few words.
    pub(super) what: String,
    /// Where it is registered; a rule is registered in no file.
    pub(super) place: Option<Span>,
}

impl Name {
    fn from_rule(rule: &Rule) -> Self {
        Self { text: rule.code.to_owned(), what: rule.looks_for.to_owned(), place: None }
    }
}

/// All names of a register, in the office's order.
pub(super) fn names(register: Register, office: Option<&Office>) -> Vec<Name> {
    if register == Register::Rules {
        return rules().filter(|rule| rule.adjustable).map(Name::from_rule).collect();
    }
    let Some(office) = office else { return Vec::new() };
    let names = register.names(office).into_iter();
    names
        .map(|name| {
            let more = more(register, &name.value, office).map_or_else(String::new, |more| format!("，{more}"));
            Name {
                text: name.value.clone(),
                what: format!("{}{more}", register.title()),
                place: Some(name.span.clone()),
            }
        })
        .collect()
}

/// What its entry says of a name besides.
fn more(register: Register, name: &str, office: &Office) -> Option<String> {
    match register {
        Register::Platforms => {
            let platform = office.platforms.iter().find(|platform| platform.name.value == name)?;
            platform.is_timed().then(|| "计办结时长".to_owned())
        }
        Register::Firms => {
            let firm = office.firms.iter().find(|firm| firm.name.value == name)?;
            firm.short.as_ref().map(|short| format!("简称 {short}"))
        }
        Register::Units => office.is_own(name).then(|| "就是本中心".to_owned()),
        Register::OutwardPapers => {
            let paper = office.outward.iter().find(|paper| paper.name.value == name)?;
            let copies = paper.copies.as_ref().map_or_else(String::new, |copies| format!("，算 {copies} 份"));
            Some(format!("报送{}{copies}", paper.to))
        }
        Register::InwardPapers => {
            let mut papers = office.inward.iter();
            let paper = papers.find(|paper| paper.names.0.iter().any(|known| known.value == name))?;
            paper.is_from_everyone().then(|| "全体成员单位都要报".to_owned())
        }
        Register::Inspections | Register::IncomingKinds | Register::Members | Register::Superiors | Register::Rules => {
            None
        }
    }
}

/// The registered name that is written `text`, in full or short.
pub(super) fn find(register: Register, text: &str, office: Option<&Office>) -> Option<Name> {
    let names = names(register, office);
    let full = if names.iter().any(|name| name.text == text) { text } else { full_name(register, text, office?)? };
    names.into_iter().find(|name| name.text == full)
}

/// The name in full of a firm that is written `short`; no other names are written short.
fn full_name<'a>(register: Register, short: &str, office: &'a Office) -> Option<&'a str> {
    if register != Register::Firms {
        return None;
    }
    let firm = office.firms.iter().find(|firm| firm.short.as_ref().is_some_and(|own| own.value == short))?;
    Some(&firm.name.value)
}
