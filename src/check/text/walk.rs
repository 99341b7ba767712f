//! All free text of a week that can be printed, each piece with what it is.

use crate::record::Walk;
use crate::record::catalogue::{self, Content, FoundText, TextKind};
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::week::Week;
use crate::source::Spanned;

/// What a text is, as far as rules must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Tells what has happened.
    Story,
    /// The body of a section: tells what has happened, and may count.
    Section,
    /// Tells what will be done.
    Plan,
    /// Printed between 《》.
    Title,
    Heading,
    /// The name of a firm, a unit, a person or a platform.
    Name,
}

impl Kind {
    /// What a text of a record is, if it is printed.
    #[must_use]
    pub fn from_printed(kind: TextKind) -> Option<Self> {
        match kind {
            TextKind::Plain => None,
            TextKind::Name(_) => Some(Self::Name),
            TextKind::Story => Some(Self::Story),
            TextKind::Passage => Some(Self::Section),
            TextKind::Plan => Some(Self::Plan),
            TextKind::Heading => Some(Self::Heading),
            TextKind::Title => Some(Self::Title),
        }
    }

    /// What a text of a record is, if it is printed and freely written: a name that a register has to have is looked at
    /// in the register.
    fn from_free(kind: TextKind) -> Option<Self> {
        match kind {
            TextKind::Name(Some(register)) if register.is_closed() => None,
            kind => Self::from_printed(kind),
        }
    }

    /// Whether it is sentences, not a name or a heading.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Story | Self::Section | Self::Plan)
    }

    /// Whether it tells what has happened.
    #[must_use]
    pub fn is_past(self) -> bool {
        matches!(self, Self::Story | Self::Section)
    }
}

/// One free text.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The key under which it is written.
    pub key: &'static str,
    pub kind: Kind,
    pub value: &'a Spanned<String>,
    /// The notice that it belongs to.
    pub notice: Option<&'a Notice>,
}

/// The free texts of `week`, in the order of the record; those of notices come last.
#[must_use]
pub fn texts(week: &Week) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    if let Content::Record(fields) = week.content() {
        for field in fields.iter().filter(|field| field.key != "通报单") {
            add(catalogue::texts(field.key, field.value), None, &mut texts);
        }
    }
    for notice in &week.notices {
        add(catalogue::texts("通报单", notice), Some(notice), &mut texts);
    }
    texts
}

/// The names in an office's own file that papers print.
#[must_use]
pub fn office_names(office: &Office) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for FoundText { key, kind, text } in office.printed_names() {
        if let Some(kind) = Kind::from_printed(kind) {
            texts.push(Text { key, kind, value: text, notice: None });
        }
    }
    texts
}

fn add<'a>(found: Vec<FoundText<'a>>, notice: Option<&'a Notice>, texts: &mut Vec<Text<'a>>) {
    for FoundText { key, kind, text } in found {
        if let Some(kind) = Kind::from_free(kind) {
            texts.push(Text { key, kind, value: text, notice });
        }
    }
}
