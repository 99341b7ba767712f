//! Rules on free text: slips of the pen, and what must not be published.

pub(super) mod alike;
pub(super) mod braces;
pub(super) mod brackets;
pub(super) mod dates;
pub(super) mod figures;
pub(super) mod headings;
pub(super) mod line;
pub(super) mod marks;
pub(super) mod near;
pub(super) mod numbers;
pub(super) mod papers;
pub(super) mod persons;
pub(super) mod privacy;
pub(super) mod repeated;
mod segments;
pub(super) mod signs;
pub(super) mod sums;
pub(super) mod times;
mod walk;
pub(super) mod words;

use std::ops::Range;

use super::names::Names;
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::week::Week;
use walk::{Kind, texts};

/// Findings, and what is known of the paragraph that is looked at.
struct Findings<'f> {
    list: &'f mut Vec<Diagnostic>,
    /// Where registered names stand, in bytes of the paragraph.
    named: Vec<Range<usize>>,
}

impl Findings<'_> {
    fn push(&mut self, finding: Diagnostic) {
        self.list.push(finding);
    }

    /// Whether bytes of the paragraph are part of a registered name.
    fn is_named(&self, bytes: &Range<usize>) -> bool {
        self.named.iter().any(|name| name.start <= bytes.start && bytes.end <= name.end)
    }
}

/// More findings than anybody reads: a week that has so many is no week, and is looked through no further.
const MOST: usize = 5_000;

/// All findings about the free texts of a week.
pub(super) fn week(names: &Names, office: &Office, week: &Week, list: &mut Vec<Diagnostic>) {
    let figures = figures::Figures::of(office, week);
    let before = list.len();
    'texts: for text in texts(week) {
        let own = near::own(&text);
        let lines = line::lines(text.value);
        let start = list.len();
        for line in &lines {
            if list.len() > before + MOST {
                break 'texts;
            }
            let mut findings = Findings { list, named: names.exact(line.all()) };
            near::names(names, &own, line, &mut findings);
            written(text.kind, line, &mut findings);
            if text.kind.is_prose() {
                dates::dates(office, week, text.kind, line, &mut findings);
                times::times(line, &mut findings);
                numbers::numbers(line, &mut findings);
                words::bounds(line, &mut findings);
                persons::names(line, &mut findings);
                papers::in_text(line, &mut findings);
                figures::announced(office, line, &mut findings);
                sums::sums(line, &mut findings);
            }
            if text.kind == Kind::Section {
                figures.contradicted(line, &mut findings);
            }
            privacy::numbers(office, line, &mut findings);
        }
        if text.kind == Kind::Name && is_registered(names, text.value) {
            without_mends(list.get_mut(start..).unwrap_or_default());
        }
        headings::headings(&text, &lines, list);
        persons::in_field(office, &text, list);
    }
    persons::complainants(week, list);
}

/// Whether a text is just a name that the office has registered.
fn is_registered(names: &Names, text: &str) -> bool {
    names.exact(text).contains(&(0..text.len()))
}

/// A registered name stands in several files: mended in one of them, it would be another name.
fn without_mends(findings: &mut [Diagnostic]) {
    for finding in findings {
        finding.fix = None;
    }
}

/// What may be wrong with any text, whoever wrote it and where.
fn written(kind: Kind, line: &line::Line, findings: &mut Findings) {
    words::confused(line, findings);
    repeated::repeated(line, findings);
    marks::marks(kind, line, findings);
    signs::signs(line, findings);
    brackets::brackets(kind, line, findings);
    brackets::document_numbers(line, findings);
    braces::braces(line, findings);
}

/// All findings about the names in an office's own file.
pub(super) fn office(office: &Office) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    for name in office.printed_names() {
        let Some(kind) = Kind::from_printed(name.kind) else { continue };
        for line in line::lines(name.text) {
            written(kind, &line, &mut Findings { list: &mut list, named: Vec::new() });
        }
    }
    without_mends(&mut list);
    papers::registered(office, &mut list);
    list
}
