//! A paper's text line by line: paragraphs, and rows of tables.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::found::Found;
use super::printed::Printed;
use super::recorded;
use crate::document::{Block, Document, Origin, Row, Sealing, Text};
use crate::workspace::due::Due;

/// A line, in pieces of one origin each; none of what only holds cells apart.
pub(super) struct Line<'a>(Vec<(&'a str, Option<&'a Arc<Origin>>)>);

impl<'a> Line<'a> {
    fn from_text(text: &'a Text) -> Self {
        Self(text.0.iter().map(|run| (run.text.as_str(), Some(&run.origin))).collect())
    }

    fn from_row(row: &'a Row) -> Self {
        let mut pieces = Vec::new();
        for (at, cell) in row.0.iter().flatten().enumerate() {
            if at > 0 {
                pieces.push((" | ", None));
            }
            pieces.extend(cell.text.iter().flat_map(|text| Self::from_text(text).0));
        }
        Self(pieces)
    }

    /// Notes which figures are printed here. Counts that a template made are added, and values of the record that read
    /// as `asked`.
    pub(super) fn find(&self, paper: &Due, asked: Option<&str>, found: &mut Found) {
        let mut line = String::new();
        let mut places: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        for (text, origin) in &self.0 {
            let range = line.len()..line.len() + text.len();
            line.push_str(text);
            let at = origin.and_then(|origin| match &**origin {
                Origin::Figure { .. } => found.recorded(origin).or_else(|| found.figure(text, origin)),
                Origin::Record(place) => found.position(text, origin).or_else(|| {
                    let text = text.trim();
                    (asked == Some(text)).then(|| found.add(recorded::plain(text, place), text, origin))
                }),
                Origin::Template { .. } | Origin::Engine(_) => None,
            });
            if let Some(at) = at {
                places.entry(at).or_default().push(range);
            }
        }
        let line: Arc<str> = line.into();
        for (at, figures) in places {
            let printed = Printed { paper: paper.clone(), line: Arc::clone(&line), figures };
            if let Some(figure) = found.figures.get_mut(at) {
                figure.printed.push(printed);
            }
        }
    }
}

/// All lines of a paper, in the order in which it shows them.
pub(super) fn lines(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let head = &document.head;
    let mark = head.mark.iter().flat_map(|mark| mark.organs.iter().chain(&mark.suffix));
    lines.extend([&head.copy_number, &head.secrecy, &head.urgency].into_iter().flatten().map(Line::from_text));
    lines.extend(mark.chain(&head.number).chain(&head.signers).map(Line::from_text));
    let below = [&head.issue, &head.editor, &head.date, &document.title, &document.addressee];
    lines.extend(below.into_iter().flatten().map(Line::from_text));
    blocks(&document.body, &mut lines);
    lines.extend(document.attendance.iter().flat_map(|list| [&list.label, &list.names]).map(Line::from_text));
    lines.extend(document.enclosures.iter().map(Line::from_text));
    if let Some(signature) = &document.signature {
        lines.extend(signature.organs.iter().map(Line::from_text));
        if let Sealing::Stamp { title, name, .. } = &signature.sealing {
            lines.extend([title, name].map(Line::from_text));
        }
        lines.push(Line::from_text(&signature.date));
    }
    lines.extend(document.note.iter().map(Line::from_text));
    for attachment in &document.attachments {
        lines.push(Line::from_text(&attachment.title));
        blocks(&attachment.body, &mut lines);
    }
    if let Some(imprint) = &document.imprint {
        lines.extend([&imprint.copies_to, &imprint.issuer, &imprint.date].into_iter().flatten().map(Line::from_text));
    }
    lines
}

fn blocks<'a>(body: &'a [Block], lines: &mut Vec<Line<'a>>) {
    for block in body {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => lines.push(Line::from_text(text)),
            Block::Led { lead, text, .. } => {
                let mut line = Line::from_text(lead);
                line.0.extend(Line::from_text(text).0);
                lines.push(line);
            }
            Block::Table(table) => {
                lines.extend(table.caption.iter().map(Line::from_text));
                lines.extend(table.rows.iter().map(Line::from_row));
            }
            Block::Chart(chart) => {
                lines.extend(chart.unit.iter().map(Line::from_text));
                lines.extend(chart.figures.rows.iter().map(Line::from_row));
                lines.push(Line::from_text(&chart.caption));
            }
        }
    }
}
