//! The names that an office has registered.

use crate::archive::rules;
use crate::record::office::Office;
use crate::source::Span;

/// A kind of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    Platform,
    Inspection,
    Firm,
    /// Who may be asked to handle something: the members, and the office itself.
    Unit,
    Member,
    Outward,
    Inward,
    Superior,
    /// Rules that may be acknowledged or weighed.
    Rule,
}

/// A registered name.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) text: String,
    /// What it is, in a few words.
    pub(super) what: String,
    /// Where it is registered; a rule is registered in no file.
    pub(super) place: Option<Span>,
}

impl Register {
    /// What its names are called.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Platform => "投诉平台",
            Self::Inspection => "检查项目",
            Self::Firm => "企业",
            Self::Unit => "单位",
            Self::Member => "成员单位",
            Self::Outward => "上报文书",
            Self::Inward => "收到文书",
            Self::Superior => "上级机关",
            Self::Rule => "检查规则",
        }
    }

    /// All names, in the office's order.
    pub(super) fn names(self, office: Option<&Office>) -> Vec<Name> {
        if self == Self::Rule {
            let adjustable = rules().filter(|rule| rule.adjustable);
            let name = |text: &str, what: &str| Name { text: text.to_owned(), what: what.to_owned(), place: None };
            return adjustable.map(|rule| name(rule.name, rule.looks_for)).collect();
        }
        office.map_or_else(Vec::new, |office| self.registered(office))
    }

    fn registered(self, office: &Office) -> Vec<Name> {
        let name = |text: &str, what: String, place: &Span| Name {
            text: text.to_owned(),
            what: if what.is_empty() { self.title().to_owned() } else { format!("{}，{what}", self.title()) },
            place: Some(place.clone()),
        };
        let plain = |text: &crate::source::Spanned<String>| name(&text.value, String::new(), &text.span);
        match self {
            Self::Platform => {
                let told = |platform: &crate::record::office::Platform| {
                    if platform.is_timed() { "计办结时长".to_owned() } else { String::new() }
                };
                let platforms = office.platforms.iter().flatten();
                platforms.map(|it| name(&it.name.value, told(it), &it.name.span)).collect()
            }
            Self::Inspection => office.inspections.iter().flatten().map(|it| plain(&it.name)).collect(),
            Self::Firm => {
                let short = |it: &crate::record::office::Firm| {
                    it.short.as_ref().map_or_else(String::new, |short| format!("简称 {short}"))
                };
                office.firms.iter().flatten().map(|it| name(&it.name.value, short(it), &it.name.span)).collect()
            }
            Self::Unit => {
                let own =
                    [&office.self_name, &office.short].map(|own| name(&own.value, "就是本中心".to_owned(), &own.span));
                Self::Member.registered(office).into_iter().chain(own).collect()
            }
            Self::Member => office.members.iter().flatten().map(plain).collect(),
            Self::Outward => {
                let told = |it: &crate::record::office::OutwardPaper| {
                    let copies = it.copies.as_ref().map_or_else(String::new, |copies| format!("，算 {copies} 份"));
                    format!("报送{}{copies}", it.to)
                };
                office.outward.iter().flatten().map(|it| name(&it.name.value, told(it), &it.name.span)).collect()
            }
            Self::Inward => {
                let told = |everyone| if everyone { "全体成员单位都要报".to_owned() } else { String::new() };
                let papers = office.inward.iter().flatten();
                let names = papers.flat_map(|it| it.names.0.iter().map(|name| (name, it.is_from_everyone())));
                names.map(|(it, everyone)| name(&it.value, told(everyone), &it.span)).collect()
            }
            Self::Superior => {
                let superior = &office.superior;
                let own = [&superior.name, &superior.short];
                own.into_iter().chain(office.other_superiors.iter().flatten()).map(plain).collect()
            }
            Self::Rule => Vec::new(),
        }
    }

    /// The registered name that is written `text`, in full or short.
    pub(super) fn find(self, text: &str, office: Option<&Office>) -> Option<Name> {
        let mut names = self.names(office);
        let full = names.iter().position(|name| name.text == text);
        let short = || {
            let firms = office?.firms.iter().flatten().filter(|_| self == Self::Firm);
            let firm = firms.into_iter().find(|firm| firm.short.as_ref().is_some_and(|short| short.value == text))?;
            names.iter().position(|name| name.text == firm.name.value)
        };
        let at = full.or_else(short)?;
        Some(names.swap_remove(at))
    }
}
