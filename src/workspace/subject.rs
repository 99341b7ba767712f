//! What a single paper is about.
//!
//! Whoever only passes a paper on does not look into its subject: all that depends on it is asked here.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::compose::Topic;
use crate::metrics::{self, PaperItem};
use crate::record::file_part::{free_file_part, is_file_part};
use crate::record::office::Office;
use crate::record::per::{EachOf, PerItem, PerWhat};
use crate::record::value::NoticeNumber;
use crate::record::week::Week;

/// What a paper is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The week as a whole.
    Week,
    /// A notice that the paper answers.
    Notice {
        /// Its place in the week's list, counted from 0.
        at: usize,
        number: NoticeNumber,
        /// The number as a part of a file's name, and unlike those of the week's other notices.
        file_part: String,
    },
    /// A member unit that has not sent what all have to send.
    Unit {
        /// Its place among the week's silent units, counted from 0.
        at: usize,
        name: String,
        /// The name as a part of a file's name, and unlike those of the office's other units.
        file_part: String,
    },
    /// An item of an own ledger.
    Item {
        /// The ledger's place among the office's, counted from 0.
        ledger: usize,
        /// Its place among the ledger's items, counted from 0.
        at: usize,
        /// What it is known by.
        name: String,
        /// The name as a part of a file's name, and unlike those of the other items with papers.
        file_part: String,
    },
}

impl Subject {
    /// All subjects that a week gives to papers of a kind: a notice that is still open gets no reply yet.
    #[must_use]
    pub fn in_week(per: EachOf, office: &Office, week: &Week) -> Vec<Self> {
        match per {
            EachOf::What(PerWhat::Week) => vec![Self::Week],
            EachOf::What(PerWhat::Notice) => closed_notices(week),
            EachOf::What(PerWhat::SilentUnit) => silent_units(office, week),
            EachOf::Item(per) => items(office, week, per),
        }
    }

    /// What templates see of it.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::Week => Topic::Week,
            Self::Notice { at, .. } => Topic::Notice(*at),
            Self::Unit { at, .. } => Topic::Unit(*at),
            Self::Item { ledger, at, .. } => Topic::Item { ledger: *ledger, at: *at },
        }
    }

    /// The number by which people know it, where it has one.
    #[must_use]
    pub fn number(&self) -> Option<&NoticeNumber> {
        match self {
            Self::Week | Self::Unit { .. } | Self::Item { .. } => None,
            Self::Notice { number, .. } => Some(number),
        }
    }

    /// The name of the unit that it is about, where it is about one.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Unit { name, .. } => Some(name),
            Self::Week | Self::Notice { .. } | Self::Item { .. } => None,
        }
    }

    /// What the item of a ledger is known by that it is about, where it is about one.
    #[must_use]
    pub fn item(&self) -> Option<&str> {
        match self {
            Self::Item { name, .. } => Some(name),
            Self::Week | Self::Notice { .. } | Self::Unit { .. } => None,
        }
    }

    /// By what 各件文号 knows it; `None` where its number stands elsewhere.
    #[must_use]
    pub fn called(&self) -> Option<&str> {
        self.unit().or_else(|| self.item())
    }

    /// What the paper's file has in its name behind the kind; no two subjects of one week share it.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self {
            Self::Week => String::new(),
            Self::Notice { file_part, .. } | Self::Unit { file_part, .. } | Self::Item { file_part, .. } => {
                format!("-{file_part}")
            }
        }
    }

    /// For the records office: the week's issue, whom the paper answers, or to whom it goes.
    #[must_use]
    pub fn remark(&self, week: &Week) -> String {
        match self {
            Self::Week => format!("第{}期", week.issue.value),
            Self::Notice { number: NoticeNumber::Digits(digits), .. } => format!("{digits}号通报单"),
            Self::Notice { number: NoticeNumber::Text(text), .. } => text.clone(),
            Self::Item { at, name, .. } if *name == (at + 1).to_string() => format!("第{name}条"),
            Self::Unit { name, .. } | Self::Item { name, .. } => name.clone(),
        }
    }
}

fn closed_notices(week: &Week) -> Vec<Subject> {
    let mut taken = BTreeSet::new();
    let mut closed = Vec::new();
    for (at, notice) in week.notices.iter().enumerate() {
        let number = notice.number.value.clone();
        let file_part = free_file_part(&number.to_string(), &mut taken);
        if !notice.is_open() {
            closed.push(Subject::Notice { at, number, file_part });
        }
    }
    closed
}

/// Parts of files' names are of the whole roster: a unit's file is called so whoever else is silent.
fn silent_units(office: &Office, week: &Week) -> Vec<Subject> {
    let mut taken = BTreeSet::new();
    let parts: Vec<String> = office.members.iter().map(|member| free_file_part(&member.value, &mut taken)).collect();
    let mut units = Vec::new();
    for (at, unit) in metrics::silent_units(office, week).into_iter().enumerate() {
        if let Some(file_part) = parts.get(unit.in_roster) {
            units.push(Subject::Unit { at, name: unit.name.value.to_owned(), file_part: file_part.clone() });
        }
    }
    units
}

fn items(office: &Office, week: &Week, per: &PerItem) -> Vec<Subject> {
    let Some(ledger) = office.ledgers.iter().position(|ledger| ledger.name() == per.ledger.value.text()) else {
        return Vec::new();
    };
    let mut taken = BTreeSet::new();
    let mut items = Vec::new();
    for PaperItem { at, name, .. } in metrics::paper_items(office, week, per) {
        let file_part = free_file_part(&name, &mut taken);
        items.push(Subject::Item { ledger, at, name, file_part });
    }
    items
}

/// One word, as it is remembered from run to run.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week => f.write_str("week"),
            Self::Notice { at, number, file_part } => write!(f, "notice:{at}:{file_part}:{number}"),
            Self::Unit { at, name, file_part } => write!(f, "unit:{at}:{file_part}:{}", in_one_word(name)),
            Self::Item { ledger, at, name, file_part } => {
                write!(f, "item:{ledger}.{at}:{file_part}:{}", in_one_word(name))
            }
        }
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        if word == "week" {
            return Ok(Self::Week);
        }
        let (of, parts) = word.split_once(':').ok_or(())?;
        let (at, rest) = parts.split_once(':').ok_or(())?;
        let (file_part, known_by) = rest.split_once(':').ok_or(())?;
        if !is_file_part(file_part) {
            return Err(());
        }
        let file_part = file_part.to_owned();
        if of == "item" {
            let (ledger, at) = at.split_once('.').ok_or(())?;
            let (ledger, at) = (ledger.parse().map_err(|_| ())?, at.parse().map_err(|_| ())?);
            return Ok(Self::Item { ledger, at, name: from_one_word(known_by).ok_or(())?, file_part });
        }
        let at = at.parse().map_err(|_| ())?;
        match of {
            "notice" => Ok(Self::Notice { at, number: known_by.parse().map_err(|_| ())?, file_part }),
            "unit" => Ok(Self::Unit { at, name: from_one_word(known_by).ok_or(())?, file_part }),
            _ => Err(()),
        }
    }
}

/// A name without white space: each such character, and `%`, as its number between `%` and `;`.
fn in_one_word(name: &str) -> String {
    let mut word = String::new();
    for c in name.chars() {
        if c.is_whitespace() || c.is_control() || c == '%' {
            word.push_str(&format!("%{:x};", u32::from(c)));
        } else {
            word.push(c);
        }
    }
    word
}

fn from_one_word(word: &str) -> Option<String> {
    let mut parts = word.split('%');
    let mut name = parts.next()?.to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';')?;
        name.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
        name.push_str(rest);
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn notice(at: usize, number: &str, file_part: &str) -> Subject {
        Subject::Notice { at, number: number.parse().unwrap(), file_part: file_part.to_owned() }
    }

    fn unit(at: usize, name: &str, file_part: &str) -> Subject {
        Subject::Unit { at, name: name.to_owned(), file_part: file_part.to_owned() }
    }

    #[test]
    fn papers_have_files_of_their_own() {
        let subjects = [notice(3, "6", "6-2"), Subject::Week, unit(0, "区信访局", "区信访局")];
        assert_eq!(subjects.map(|subject| subject.suffix()), ["-6-2", "", "-区信访局"]);
    }

    #[test]
    fn a_unit_is_remembered_whatever_stands_in_its_name() {
        let word = unit(2, "区 100% 投诉\u{3000}科:一", "区-100--投诉-科-一").to_string();
        assert_eq!(word, "unit:2:区-100--投诉-科-一:区%20;100%25;%20;投诉%3000;科:一");
        assert_eq!(word.parse(), Ok(unit(2, "区 100% 投诉\u{3000}科:一", "区-100--投诉-科-一")));
        for wrong in ["unit:2:区:区%20", "unit:2:区:区%zz;", "unit:2::区", "unit:x:区:区", "units:2:区:区"] {
            assert_eq!(wrong.parse::<Subject>(), Err(()), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_subject_is_one_word_and_read_again(at: usize, number in "[1-9][0-9]{0,6}|[督办A:/]{1,5}〔2020〕3号") {
            let file_part = free_file_part(&number, &mut BTreeSet::new());
            let item = Subject::Item { ledger: 1, at, name: number.clone(), file_part: file_part.clone() };
            for subject in [Subject::Week, notice(at, &number, &file_part), unit(at, &number, &file_part), item] {
                let word = subject.to_string();
                prop_assert!(!word.contains(char::is_whitespace));
                prop_assert_eq!(word.parse(), Ok(subject));
            }
        }

        #[test]
        fn no_other_word_is_a_subject(word in "(notice|unit|item):[0-9.:x/%;]{0,8}|[a-z]{0,6}") {
            if let Ok(subject) = word.parse::<Subject>() {
                prop_assert_eq!(subject.to_string().parse(), Ok(subject));
            }
        }
    }
}
