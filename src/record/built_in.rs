//! The kinds of papers that the program brings along, which an office makes whose file says nothing of papers.

use super::format::Format;
use super::paper::PerWhat;

/// A kind that is built in; its template is named as the kind is.
#[derive(Debug, Clone, Copy)]
pub struct BuiltInKind {
    pub name: &'static str,
    /// The template's text.
    pub template: &'static str,
    pub per: PerWhat,
}

/// All of them, in the order in which an office makes them.
pub const KINDS: [BuiltInKind; 2] = [
    BuiltInKind { name: "weekly", template: include_str!("../../templates/weekly.md"), per: PerWhat::Week },
    BuiltInKind { name: "notice", template: include_str!("../../templates/notice.md"), per: PerWhat::Notice },
];

/// The formats of a paper whose kind names none.
pub const FORMATS: [Format; 2] = [Format::Docx, Format::Pdf];
