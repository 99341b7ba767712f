//! The papers that are due for a week.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;

use crate::record::office::Office;
use crate::record::paper::PerWhat;
use crate::record::week::Week;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Docx,
    Pdf,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Docx, Self::Pdf];

    /// The file's ending, and the name in options and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A paper to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// `weekly`, `notice` or a kind that the office named.
    pub kind: String,
    pub template: String,
    /// For a paper that answers a notice: its place in the week's list, and its number.
    pub notice: Option<(usize, u32)>,
    /// How many notices of the same number, of other senders, stand before it in the week.
    pub namesakes: usize,
}

impl Due {
    /// Where the paper lies below an office's week in the output folder.
    #[must_use]
    pub fn file(&self, format: Format) -> PathBuf {
        match self.notice {
            Some((_, number)) if self.namesakes > 0 => {
                format!("{}-{number}-{}.{format}", self.kind, self.namesakes + 1).into()
            }
            Some((_, number)) => format!("{}-{number}.{format}", self.kind).into(),
            None => format!("{}.{format}", self.kind).into(),
        }
    }
}

/// Of an office whose file does not say which papers it makes.
const DEFAULT: [(&str, PerWhat); 2] = [("weekly", PerWhat::Week), ("notice", PerWhat::Notice)];

/// The kinds of papers that an office makes, in its order.
#[must_use]
pub fn kinds(office: &Office) -> Vec<String> {
    match office.papers.written() {
        Some(papers) => papers.iter().map(|paper| paper.kind.value.0.clone()).collect(),
        None => DEFAULT.iter().map(|(kind, _)| (*kind).to_owned()).collect(),
    }
}

/// The week's papers, in the office's order: the weekly report and a reply to every notice that is closed, unless the
/// office says otherwise.
#[must_use]
pub fn due(office: &Office, week: &Week) -> Vec<Due> {
    let of = |kind: &str, template: &str, per: PerWhat| -> Vec<Due> {
        let due = |notice, namesakes| Due { kind: kind.to_owned(), template: template.to_owned(), notice, namesakes };
        match per {
            PerWhat::Week => vec![due(None, 0)],
            PerWhat::Notice => {
                let mut seen: HashMap<u32, usize> = HashMap::new();
                let mut all = Vec::new();
                for (at, notice) in week.notices.iter().enumerate() {
                    let namesakes = seen.entry(notice.number.value).or_default();
                    if !notice.is_open() {
                        all.push(due(Some((at, notice.number.value)), *namesakes));
                    }
                    *namesakes += 1;
                }
                all
            }
        }
    };
    match office.papers.written() {
        Some(kinds) => {
            kinds.iter().flat_map(|kind| of(&kind.kind.value.0, &kind.template.value.0, kind.per.value)).collect()
        }
        None => DEFAULT.iter().flat_map(|(kind, per)| of(kind, kind, *per)).collect(),
    }
}
