//! What a single paper is about.
//!
//! Whoever only passes a paper on does not look into its subject: all that depends on it is asked here.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use crate::compose::Topic;
use crate::record::paper::PerWhat;
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
}

impl Subject {
    /// All subjects that a week gives to papers of a kind: a notice that is still open gets no reply yet.
    #[must_use]
    pub fn in_week(per: PerWhat, week: &Week) -> Vec<Self> {
        match per {
            PerWhat::Week => vec![Self::Week],
            PerWhat::Notice => closed_notices(week),
        }
    }

    /// What templates see of it.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::Week => Topic::Week,
            Self::Notice { at, .. } => Topic::Notice(*at),
        }
    }

    /// The number by which people know it, where it has one.
    #[must_use]
    pub fn number(&self) -> Option<&NoticeNumber> {
        match self {
            Self::Week => None,
            Self::Notice { number, .. } => Some(number),
        }
    }

    /// What the paper's file has in its name behind the kind; no two subjects of one week share it.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self {
            Self::Week => String::new(),
            Self::Notice { file_part, .. } => format!("-{file_part}"),
        }
    }

    /// For the records office: the week's issue, or whom the paper answers.
    #[must_use]
    pub fn remark(&self, week: &Week) -> String {
        match self {
            Self::Week => format!("第{}期", week.issue.value),
            Self::Notice { number: NoticeNumber::Digits(digits), .. } => format!("{digits}号通报单"),
            Self::Notice { number: NoticeNumber::Text(text), .. } => text.clone(),
        }
    }
}

fn closed_notices(week: &Week) -> Vec<Subject> {
    let mut taken = HashSet::new();
    let mut closed = Vec::new();
    for (at, notice) in week.notices.iter().enumerate() {
        let number = notice.number.value.clone();
        let file_part = free_file_part(&number, &mut taken);
        if !notice.is_open() {
            closed.push(Subject::Notice { at, number, file_part });
        }
    }
    closed
}

/// A number as a part of a file's name. Where it is taken, as by a notice of the same number of another sender, a number
/// is put behind it: `6`, `6-2`.
fn free_file_part(number: &NoticeNumber, taken: &mut HashSet<String>) -> String {
    let plain: String = number.to_string().chars().map(in_file_name).collect();
    let mut part = plain.clone();
    let mut namesakes = 1_usize;
    // Some systems take names that differ in case for one.
    while !taken.insert(part.to_lowercase()) {
        namesakes += 1;
        part = format!("{plain}-{namesakes}");
    }
    part
}

/// A character of a number in a file's name: those that some system refuses there become `-`.
fn in_file_name(c: char) -> char {
    if c.is_alphanumeric() || matches!(c, '〔' | '〕' | '（' | '）') { c } else { '-' }
}

/// One word, as it is remembered from run to run.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week => f.write_str("week"),
            Self::Notice { at, number, file_part } => write!(f, "notice:{at}:{file_part}:{number}"),
        }
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        if word == "week" {
            return Ok(Self::Week);
        }
        let parts = word.strip_prefix("notice:").ok_or(())?;
        let (at, rest) = parts.split_once(':').ok_or(())?;
        let (file_part, number) = rest.split_once(':').ok_or(())?;
        if file_part.is_empty() || file_part.chars().any(|c| in_file_name(c) != c && c != '-') {
            return Err(());
        }
        Ok(Self::Notice {
            at: at.parse().map_err(|_| ())?,
            number: number.parse().map_err(|_| ())?,
            file_part: file_part.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn notice(at: usize, number: &str, file_part: &str) -> Subject {
        Subject::Notice { at, number: number.parse().unwrap(), file_part: file_part.to_owned() }
    }

    #[test]
    fn papers_on_namesakes_have_files_of_their_own() {
        let mut taken = HashSet::new();
        let numbers = ["6", "6", "6-2", "督办〔2020〕3号", "市长/信箱:3", "市长-信箱-3", "a1", "A1"];
        let parts = numbers.map(|number| free_file_part(&number.parse().unwrap(), &mut taken));
        assert_eq!(parts, ["6", "6-2", "6-2-2", "督办〔2020〕3号", "市长-信箱-3", "市长-信箱-3-2", "a1", "A1-2"]);
        assert_eq!([notice(3, "6", "6-2"), Subject::Week].map(|subject| subject.suffix()), ["-6-2", ""]);
    }

    proptest! {
        #[test]
        fn every_subject_is_one_word_and_read_again(at: usize, number in "[1-9][0-9]{0,6}|[督办A:/]{1,5}〔2020〕3号") {
            let file_part = free_file_part(&number.parse().unwrap(), &mut HashSet::new());
            for subject in [Subject::Week, notice(at, &number, &file_part)] {
                let word = subject.to_string();
                prop_assert!(!word.contains(char::is_whitespace));
                prop_assert_eq!(word.parse(), Ok(subject));
            }
        }

        #[test]
        fn no_other_word_is_a_subject(word in "notice:[0-9:x/]{0,8}|[a-z]{0,6}") {
            if let Ok(subject) = word.parse::<Subject>() {
                prop_assert_eq!(subject.to_string().parse(), Ok(subject));
            }
        }
    }
}
