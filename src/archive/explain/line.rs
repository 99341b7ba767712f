//! A paper's text line by line: paragraphs, and rows of tables.

use std::sync::Arc;

use super::{Explained, recorded};
use crate::archive::paper::Due;
use crate::document::{Block, Document, Origin, Row, Sealing, Text};

/// Longest stretch of a sentence that is shown before and behind a figure, in characters.
const MOST_SHOWN: usize = 40;
const ENDS: [char; 4] = ['。', '；', '！', '？'];
/// Fewer digits in a row than this are no telephone, identity or account number.
const FEWEST_PRIVATE: usize = 7;
/// Of a private number, the digits at the end that are shown.
const SHOWN_DIGITS: usize = 4;

/// A line of a paper that prints a figure.
#[derive(Debug, Clone)]
pub struct Printed {
    pub paper: Due,
    /// The line in pieces, and which of them are the figure. Other pieces have private numbers masked.
    pieces: Vec<(String, bool)>,
}

impl Printed {
    /// The whole line.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// The sentence, with the figure in 【】.
    #[must_use]
    pub fn sentence(&self) -> String {
        let is_figure = |(_, is_figure): &(String, bool)| *is_figure;
        let first = self.pieces.iter().position(is_figure).unwrap_or(0);
        let last = self.pieces.iter().rposition(is_figure).unwrap_or(0);
        let plain = |pieces: &[(String, bool)]| pieces.iter().map(|(text, _)| text.as_str()).collect::<String>();
        let marked =
            |(text, is_figure): &(String, bool)| if *is_figure { format!("【{text}】") } else { text.clone() };
        let (before, behind) = (plain(&self.pieces[..first]), plain(&self.pieces[last + 1..]));
        let figure: String = self.pieces[first..=last].iter().map(marked).collect();

        let start = before.rfind(ENDS).and_then(|at| Some(at + before[at..].chars().next()?.len_utf8())).unwrap_or(0);
        let before: Vec<char> = before[start..].chars().collect();
        let hidden = before.len().saturating_sub(MOST_SHOWN);
        let before: String = before[hidden..].iter().collect();
        let end = behind.find(ENDS).and_then(|at| Some(at + behind[at..].chars().next()?.len_utf8()));
        let behind = &behind[..end.unwrap_or(behind.len())];
        let shown: String = behind.chars().take(MOST_SHOWN).collect();
        let more = |is_more: bool| if is_more { "…" } else { "" };
        format!("{}{before}{figure}{shown}{}", more(hidden > 0), more(shown.len() < behind.len()))
    }
}

/// A line, in pieces of one origin each; none of what only holds cells apart.
pub(super) struct Line<'a>(Vec<(&'a str, Option<&'a Arc<Origin>>)>);

impl<'a> Line<'a> {
    fn of(text: &'a Text) -> Self {
        Self(text.0.iter().map(|run| (run.text.as_str(), Some(&run.origin))).collect())
    }

    fn of_row(row: &'a Row) -> Self {
        let mut pieces = Vec::new();
        for (at, cell) in row.0.iter().flatten().enumerate() {
            if at > 0 {
                pieces.push((" | ", None));
            }
            pieces.extend(cell.text.iter().flat_map(|text| Self::of(text).0));
        }
        Self(pieces)
    }

    /// Notes in `figures` what of them is printed here. Counts that a template made are added, and values of the record
    /// that read as `asked`.
    pub(super) fn find(&self, paper: &Due, asked: Option<&str>, figures: &mut Vec<Explained>) {
        let mut found: Vec<usize> = Vec::new();
        for (text, origin) in self.0.iter().filter_map(|(text, origin)| Some((*text, (*origin)?))) {
            let known = figures.iter().position(|figure| figure.is_printed_by(text, origin));
            let known = known.or_else(|| {
                let new = match &**origin {
                    Origin::Figure { .. } => Explained::of_figure(text.to_owned(), origin),
                    Origin::Record(place) if asked == Some(text.trim()) => {
                        Some(recorded::plain(text.trim(), place, Arc::clone(origin)))
                    }
                    _ => None,
                };
                figures.push(new?);
                Some(figures.len() - 1)
            });
            found.extend(known.filter(|known| !found.contains(known)));
        }
        for at in found {
            let Some(figure) = figures.get_mut(at) else { continue };
            let pieces = self.0.iter().map(|(text, origin)| {
                let is_figure = origin.is_some_and(|origin| figure.is_printed_by(text, origin));
                (if is_figure { (*text).to_owned() } else { masked(text) }, is_figure)
            });
            let pieces = pieces.collect();
            figure.printed.push(Printed { paper: paper.clone(), pieces });
        }
    }
}

/// All lines of a paper, in the order in which it shows them.
pub(super) fn lines(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let head = &document.head;
    let mark = head.mark.iter().flat_map(|mark| mark.organs.iter().chain(&mark.suffix));
    let head_texts = [&head.copy_number, &head.secrecy, &head.urgency].into_iter().flatten().chain(mark);
    let head_texts = head_texts.chain(&head.number).chain(&head.signers).chain(&head.issue).chain(&head.editor);
    lines.extend(head_texts.chain(&head.date).chain(&document.title).chain(&document.addressee).map(Line::of));
    blocks(&document.body, &mut lines);
    lines.extend(document.attendance.iter().flat_map(|list| [&list.label, &list.names]).map(Line::of));
    lines.extend(document.enclosures.iter().map(Line::of));
    if let Some(signature) = &document.signature {
        lines.extend(signature.organs.iter().map(Line::of));
        if let Sealing::Stamp { title, name, .. } = &signature.sealing {
            lines.extend([title, name].map(Line::of));
        }
        lines.push(Line::of(&signature.date));
    }
    lines.extend(document.note.iter().map(Line::of));
    for attachment in &document.attachments {
        lines.push(Line::of(&attachment.title));
        blocks(&attachment.body, &mut lines);
    }
    if let Some(imprint) = &document.imprint {
        lines.extend([&imprint.copies_to, &imprint.issuer, &imprint.date].into_iter().flatten().map(Line::of));
    }
    lines
}

fn blocks<'a>(body: &'a [Block], lines: &mut Vec<Line<'a>>) {
    for block in body {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => lines.push(Line::of(text)),
            Block::Table(table) => {
                lines.extend(table.caption.iter().map(Line::of));
                lines.extend(table.rows.iter().map(Line::of_row));
            }
        }
    }
}

/// `text` with all but the last digits of telephone, identity and account numbers hidden.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        masked.push_str(before);
        if end < FEWEST_PRIVATE {
            masked.push_str(&number[..end]);
        } else {
            masked.push_str("****");
            masked.push_str(&number[end - SHOWN_DIGITS..end]);
        }
        rest = &number[end..];
    }
    masked + rest
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn telephones_are_hidden_and_figures_are_not() {
        assert_eq!(masked("刘某某（19900000001）"), "刘某某（****0001）");
        assert_eq!(masked("电话0871-60000000，计7位"), "电话0871-****0000，计7位");
        assert_eq!(masked("金额425650.00元，12345热线"), "金额425650.00元，12345热线");
    }
}
