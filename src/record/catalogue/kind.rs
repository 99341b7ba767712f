//! The kinds of single values.

use crate::record::register::Register;

/// What a single value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Text(TextKind),
    /// 是 or 否.
    Truth,
    /// One of a few words, each with what it means.
    Words(&'static [(&'static str, &'static str)]),
    Parsed(Parsed),
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Read as it is and looked at no further: numbers that others gave, codes, reasons.
    Plain,
    /// The name of a firm, a unit, a platform; out of a register or out of none.
    Name(Option<Register>),
    /// Tells what has happened.
    Story,
    /// The body of a section: tells what has happened, and may count.
    Passage,
    /// Tells what will be done.
    Plan,
    Heading,
    /// Printed between 《》.
    Title,
}

/// What a text is, as a type.
pub trait IsText {
    const KIND: TextKind;
}

impl IsText for () {
    const KIND: TextKind = TextKind::Plain;
}

impl TextKind {
    /// Whether it is written to be printed, and not for the program or the office's own use.
    #[must_use]
    pub fn is_printed(self) -> bool {
        !matches!(self, Self::Plain | Self::Name(Some(Register::Rules)))
    }

    /// Whether it is sentences, in which dates, and in some records other fields, may stand in braces.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Story | Self::Passage | Self::Plan)
    }
}

/// A value that has a form of its own.
#[derive(Debug, Clone, Copy)]
pub struct Parsed {
    pub sort: Sort,
    /// What messages call it where something else stands.
    pub expected: &'static str,
    /// What may be typed, in the keywords of JSON Schema.
    pub limits: fn() -> serde_json::Value,
}

/// What a value with a form of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Date,
    Duration,
    Money,
    Count,
    ApproximateCount,
    /// A number that need not be whole.
    Number,
    /// A number with its unit.
    Quantity,
    DocumentNumber,
    Phone,
    Length,
    /// A font family's name.
    FontFamily,
    /// Letters, digits and hyphens, for names of files and the like.
    Code,
}

impl Sort {
    /// Whether it says how much or how many, so that one can count with it.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Duration | Self::Money | Self::Count | Self::ApproximateCount | Self::Number | Self::Length
        )
    }
}

impl Kind {
    /// What writers call it.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Text(TextKind::Plain) => "文字",
            Self::Text(TextKind::Name(_)) => "名称",
            Self::Text(TextKind::Story | TextKind::Passage | TextKind::Plan) => "叙述",
            Self::Text(TextKind::Heading) => "标题",
            Self::Text(TextKind::Title) => "文书名称",
            Self::Truth => "是或否",
            Self::Words(_) => "选词",
            Self::Parsed(parsed) => match parsed.sort {
                Sort::Date => "日期",
                Sort::Duration => "时长",
                Sort::Money => "金额",
                Sort::Count => "整数",
                Sort::ApproximateCount => "约数",
                Sort::Number => "数",
                Sort::Quantity => "数和单位",
                Sort::DocumentNumber => "文号",
                Sort::Phone => "电话",
                Sort::Length => "毫米数",
                Sort::FontFamily => "字体名称",
                Sort::Code => "代号",
            },
        }
    }
}
