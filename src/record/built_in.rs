//! The kinds of papers that the program brings along: those that an office makes whose file says nothing of papers, and
//! further ones for which it need not write a template.

use super::office::Office;
use super::per::PerWhat;
use super::series::Series;

/// A kind that is built in; its template is named as the kind is.
#[derive(Debug, Clone, Copy)]
pub struct BuiltInKind {
    pub name: &'static str,
    /// The template's text.
    pub template: &'static str,
    /// What earlier programs had in its place, by the shortened hash that manifests have: a paper that was made from one of
    /// these was made by the built-in template, which the office has not changed.
    pub former: &'static [&'static str],
    pub per: PerWhat,
    /// An office makes it whose file says nothing of papers.
    pub by_default: bool,
}

/// All of them, in the order in which an office makes them.
pub const KINDS: [BuiltInKind; 9] = [
    BuiltInKind {
        name: "weekly",
        template: include_str!("../../templates/weekly.md"),
        former: &[
            "a489855ef7010d27",
            "42796d7117af8bad",
            "9bad7acd914d8329",
            "2fd1a54ed0ca9024",
            "9fcad6a3e45dcc87",
            "1c7a2f8bb9742998",
            "c7d85a7e32ad33c7",
            "e65dc3ab3c1c9ee5",
            "e0ac6dbd9b59a50d",
            "014a65a6b373ce20",
        ],
        per: PerWhat::Week,
        by_default: true,
    },
    BuiltInKind {
        name: "notice",
        template: include_str!("../../templates/notice.md"),
        former: &["9a0e12d4f6fe0f68", "8ec606fd97d57a55", "14e056f00ddfa4c5", "44da1c340a0fa7dc"],
        per: PerWhat::Notice,
        by_default: true,
    },
    BuiltInKind {
        name: "reminder",
        template: include_str!("../../templates/reminder.md"),
        former: &["8ca35046c62b00e0"],
        per: PerWhat::SilentUnit,
        by_default: false,
    },
    register("incoming-register", include_str!("../../templates/incoming-register.md")),
    register("outgoing-register", include_str!("../../templates/outgoing-register.md")),
    register("number-register", include_str!("../../templates/number-register.md")),
    register("notice-register", include_str!("../../templates/notice-register.md")),
    register("complaint-register", include_str!("../../templates/complaint-register.md")),
    register("case-register", include_str!("../../templates/case-register.md")),
];

/// A register of the year, which an office makes where its file says so.
const fn register(name: &'static str, template: &'static str) -> BuiltInKind {
    BuiltInKind { name, template, former: &[], per: PerWhat::Week, by_default: false }
}

/// Those that an office makes whose file says nothing of papers.
pub fn default_kinds() -> impl Iterator<Item = BuiltInKind> {
    KINDS.into_iter().filter(|kind| kind.by_default)
}

/// The kind of the weekly, to which a record's own 文号 belongs: the first of which every record of the series has one paper.
#[must_use]
pub fn weekly_kind(office: &Office, series: Series) -> Option<&str> {
    match office.papers.written() {
        Some(papers) => {
            let mut kinds = papers.iter().filter(|paper| Series::of_kind(office, paper) == series);
            kinds.find(|paper| paper.is_per(PerWhat::Week)).map(|paper| paper.kind.value.0.as_str())
        }
        None => default_kinds().find(|kind| kind.per == PerWhat::Week).map(|kind| kind.name),
    }
}
