//! Where a record has the document number of a paper.

use std::sync::Arc;

use crate::record::built_in::weekly_kind;
use crate::record::office::Office;
use crate::record::paper_numbers::NumbersOfKind;
use crate::record::series::Series;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::{Source, Spanned};
use crate::workspace::Due;
use crate::workspace::Subject;
use crate::yaml::adding::{Addition, New, Step, added};

/// The keys of a week behind which its numbers stand, in their order there.
const BEFORE_NUMBERS: [&str; 6] = ["周期", "期号", "总期号", "成文", "统计截止", OWN];
const OWN: &str = "文号";
const OF_PAPERS: &str = "各件文号";

/// Where a record has the document number of a paper; two papers to one notice have the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The record's own 文号, which is the weekly's.
    Week,
    /// In the notice at this place of the week's list.
    Notice(usize),
    /// In 各件文号, for the one paper of a kind.
    Kind(String),
    /// In 各件文号, for the paper of a kind that is about a unit or an item called so.
    Each { kind: String, called: String },
}

impl Place {
    pub(super) fn of(due: &Due, office: &Office, week: &Week) -> Self {
        let kind = due.kind.clone();
        if let Some(called) = due.subject.called() {
            return Self::Each { kind, called: called.to_owned() };
        }
        match due.subject {
            Subject::Notice { at, .. } => Self::Notice(at),
            _ if weekly_kind(office, Series::of_period(office, &week.period.value)) == Some(kind.as_str()) => {
                Self::Week
            }
            _ => Self::Kind(kind),
        }
    }

    /// The number that stands there. A weekly may have its own among those of the other papers.
    pub(super) fn written<'w>(&self, due: &Due, week: &'w Week) -> Option<&'w Spanned<u32>> {
        let of_kind = |kind: &str, called: Option<&str>| {
            let numbers = week.paper_numbers.get(kind).map(NumbersOfKind::all).unwrap_or_default();
            numbers.into_iter().find(|(known, _)| known.map(|known| known.value.as_str()) == called).map(|(_, it)| it)
        };
        match self {
            Self::Week => week.document_number.as_ref().or_else(|| of_kind(&due.kind, None)),
            Self::Notice(at) => week.notices.get(*at)?.document_number.as_ref(),
            Self::Kind(kind) => of_kind(kind, None),
            Self::Each { kind, called } => of_kind(kind, Some(called)),
        }
    }

    /// The day by which the paper's number belongs to a year; `None` for a reply without one.
    pub(super) fn date(&self, week: &Week) -> Option<Date> {
        match self {
            Self::Notice(at) => Some(week.notices.get(*at)?.reported.as_ref()?.value),
            Self::Week | Self::Kind(_) | Self::Each { .. } => Some(week.dated.value),
        }
    }

    /// The record's text with the number; `None` where it is not sure where it goes.
    pub(super) fn put(&self, number: u32, text: &Arc<Source>) -> Option<String> {
        let value = number.to_string();
        let new = New::Value(&value);
        let of_week = |keys: &[&str]| added(text, &Addition { way: &[], keys, behind: &BEFORE_NUMBERS, new });
        match self {
            Self::Week => of_week(&[OWN]),
            Self::Kind(kind) => of_week(&[OF_PAPERS, kind]),
            Self::Each { kind, called } => of_week(&[OF_PAPERS, kind, called]),
            Self::Notice(at) => {
                let way = [Step::Key("通报单"), Step::Item(*at)];
                added(text, &Addition { way: &way, keys: &[OWN], behind: &["上报"], new })
            }
        }
    }

    /// The lines to write by hand where the program is not sure.
    pub(super) fn by_hand(&self, number: u32) -> String {
        match self {
            Self::Week => format!("在最外层写一行「{OWN}: {number}」"),
            Self::Notice(_) => format!("在这一份通报单里写一行「{OWN}: {number}」"),
            Self::Kind(kind) => format!("在「{OF_PAPERS}」里写「{kind}: {number}」"),
            Self::Each { kind, called } => {
                format!("在「{OF_PAPERS}」里写「{kind}: {{ {called}: {number} }}」，{kind} 已经有的，在它里面添上")
            }
        }
    }
}
