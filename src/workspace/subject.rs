//! What a single paper is about.
//!
//! Whoever only passes a paper on does not look into its subject: all that depends on it is asked here.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use crate::compose::Topic;
use crate::record::paper::PerWhat;
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
        number: u32,
        /// How many notices of the same number, of other senders, stand before it in the week.
        namesakes: usize,
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
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Week => None,
            Self::Notice { number, .. } => Some(*number),
        }
    }

    /// What the paper's file has in its name behind the kind; no two subjects of one week share it.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self {
            Self::Week => String::new(),
            Self::Notice { number, namesakes: 0, .. } => format!("-{number}"),
            Self::Notice { number, namesakes, .. } => format!("-{number}-{}", namesakes + 1),
        }
    }

    /// For the records office: the week's issue, or whom the paper answers.
    #[must_use]
    pub fn remark(&self, week: &Week) -> String {
        match self {
            Self::Week => format!("第{}期", week.issue.value),
            Self::Notice { number, .. } => format!("{number}号通报单"),
        }
    }
}

fn closed_notices(week: &Week) -> Vec<Subject> {
    let mut seen: HashMap<u32, usize> = HashMap::new();
    let mut closed = Vec::new();
    for (at, notice) in week.notices.iter().enumerate() {
        let number = notice.number.value;
        let namesakes = seen.entry(number).or_default();
        if !notice.is_open() {
            closed.push(Subject::Notice { at, number, namesakes: *namesakes });
        }
        *namesakes += 1;
    }
    closed
}

/// One word, as it is remembered from run to run.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week => f.write_str("week"),
            Self::Notice { at, number, namesakes } => write!(f, "notice:{at}:{number}:{namesakes}"),
        }
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        if word == "week" {
            return Ok(Self::Week);
        }
        let numbers = word.strip_prefix("notice:").ok_or(())?;
        let (at, rest) = numbers.split_once(':').ok_or(())?;
        let (number, namesakes) = rest.split_once(':').ok_or(())?;
        Ok(Self::Notice {
            at: at.parse().map_err(|_| ())?,
            number: number.parse().map_err(|_| ())?,
            namesakes: namesakes.parse().map_err(|_| ())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn papers_on_namesakes_have_files_of_their_own() {
        let notice = |namesakes| Subject::Notice { at: 3, number: 6, namesakes };
        assert_eq!([notice(0), notice(1)].map(|subject| subject.suffix()), ["-6", "-6-2"]);
        assert_eq!(Subject::Week.suffix(), "");
    }

    proptest! {
        #[test]
        fn every_subject_is_one_word_and_read_again(at: usize, number: u32, namesakes: usize) {
            for subject in [Subject::Week, Subject::Notice { at, number, namesakes }] {
                prop_assert_eq!(subject.to_string().parse(), Ok(subject));
            }
        }

        #[test]
        fn no_other_word_is_a_subject(word in "notice:[0-9:x]{0,8}|[a-z]{0,6}") {
            if let Ok(subject) = word.parse::<Subject>() {
                prop_assert_eq!(subject.to_string().parse(), Ok(subject));
            }
        }
    }
}
