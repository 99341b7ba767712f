//! 签发人 of an upward paper, and the 发文字号 beside them (7.2.6).

use super::Setter;
use super::lines::{behind_tab, tabbed};
use crate::document::{Engine, Head, Text};
use crate::layout::fonts::Role;
use crate::layout::galley::{Paragraph, Tab};
use crate::layout::page;
use crate::layout::style::{Align, Style};
use crate::layout::unit::Twip;

/// 空一字.
const ONE: Tab = Tab { at: page::CHARACTER, right: false };

/// The names in rows.
struct Rows {
    texts: Vec<Text>,
    /// Where the names begin, from the text area's left edge; the label stands before the first of them.
    names: Twip,
    /// The last row has room for the 发文字号 too.
    has_room: bool,
}

impl Setter<'_> {
    /// 文号 one character from the left, on the last line of 签发人; these one character from the right, two a row, under
    /// each other; one a row where two are too long, and 文号 on a line of its own where that line is too short for both.
    pub(super) fn signers(&mut self, head: &Head) {
        let label = Text::engine(Engine::SignersLabel, "签发人：");
        let label_width = self.width(Style::Number, &label);
        let number_width = head.number.as_ref().map_or(Twip(0), |number| self.width(Style::Number, number));
        let mut arranged = self.arranged(&head.signers, 2, label_width, number_width);
        if !arranged.has_room {
            arranged = self.arranged(&head.signers, 1, label_width, number_width);
        }
        let Rows { texts, names, has_room } = arranged;
        let last = texts.len().saturating_sub(1);
        for (at, row) in texts.iter().enumerate() {
            let number = head.number.as_ref().filter(|_| at == last && has_room);
            let style = if number.is_some() { Style::Number } else { Style::Signers };
            let mut paragraph = Paragraph { align: Align::Left, ..self.styled(style) };
            let mut stretches = Vec::new();
            // Tabs and no indent: the red line below reaches from edge to edge.
            if let Some(number) = number {
                paragraph.tabs.push(ONE);
                stretches.push(self.line(Role::FangSong, page::BODY_SIZE, page::GRID_TRACKING, number));
            }
            let mut signers = self.line(Role::KaiTi, page::BODY_SIZE, page::GRID_TRACKING, row);
            let mut left = names;
            if at == 0 {
                let mut labelled = self.line(Role::FangSong, page::BODY_SIZE, page::GRID_TRACKING, &label);
                labelled.pieces.append(&mut signers.pieces);
                signers = labelled;
                left = Twip(names.0 - label_width.0);
            }
            stretches.push(signers);
            paragraph.tabs.push(Tab { at: left, right: false });
            paragraph.lines = vec![behind_tab(tabbed(stretches))];
            self.add(paragraph);
        }
        if let (Some(number), false) = (&head.number, has_room) {
            let mut paragraph = Paragraph { align: Align::Left, ..self.styled(Style::Number) };
            paragraph.tabs.push(ONE);
            paragraph.lines = vec![behind_tab(self.line(Role::FangSong, page::BODY_SIZE, page::GRID_TRACKING, number))];
            self.add(paragraph);
        }
    }

    /// So many names a row.
    fn arranged(&mut self, signers: &[Text], abreast: usize, label_width: Twip, number_width: Twip) -> Rows {
        let texts: Vec<Text> = signers.chunks(abreast).map(row).collect();
        let widest = texts.iter().map(|row| self.width(Style::Heading2, row).0).max().unwrap_or(0);
        let one = page::CHARACTER.0;
        let names = (self.sheet.text_width().0 - one - widest).max(one + label_width.0);
        let free = if texts.len() == 1 { names - label_width.0 } else { names };
        Rows { texts, names: Twip(names), has_room: one + number_width.0 + one <= free }
    }
}

/// Names of one row, a character apart.
fn row(names: &[Text]) -> Text {
    let mut names = names.iter();
    let first = names.next().cloned().unwrap_or_default();
    names.fold(first, |row, name| row.then(&Text::engine(Engine::Separator, "\u{3000}")).then(name))
}
