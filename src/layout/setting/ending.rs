//! What follows the text: 附件说明 (7.3.4), attendance of 纪要 (10.3), signature (7.3.5) and 附注 (7.3.6).

use super::Setter;
use super::lines::{filled, width_on_grid};
use crate::document::{Attendance, Document, Engine, Image, Sealing, Signature, Text};
use crate::layout::fonts::Role;
use crate::layout::galley::{Element, Paragraph, Picture};
use crate::layout::page;
use crate::layout::style::Style;
use crate::layout::title;
use crate::layout::unit::{Mm, Pt, Twip};

/// 右空四字 (7.3.5.1, 7.3.5.3).
pub(super) const FOUR: Twip = Twip(4 * page::CHARACTER.0);
const TWO: Twip = Twip(2 * page::CHARACTER.0);
/// So much room is left behind a line that is to stay one, whatever a word processor's widths: two points.
pub(super) const SPARE: Twip = Twip(40);

impl Setter<'_> {
    pub(super) fn ending(&mut self, document: &Document) {
        self.enclosures(&document.enclosures);
        self.attendance(&document.attendance);
        if let Some(signature) = &document.signature {
            self.keep_last();
            let from = self.elements.len();
            match &signature.sealing {
                Sealing::Unsealed => self.unsealed(signature),
                Sealing::Sealed(seals) => self.sealed(signature, seals),
                Sealing::Stamp { title, name, image } => self.stamp(signature, title, name, image.as_ref()),
            }
            self.note(document);
            self.keep_together(from);
        } else {
            self.note(document);
        }
    }

    /// 附注 (7.3.6): on the line below the date, and on its page.
    fn note(&mut self, document: &Document) {
        if let Some(note) = &document.note {
            self.add_text(Style::Note, note);
        }
    }

    /// All from the element `from` on stands on one page, but that the last may end it.
    fn keep_together(&mut self, from: usize) {
        let last = self.elements.len().saturating_sub(1);
        for (at, element) in self.elements.iter_mut().enumerate().skip(from) {
            match element {
                Element::Blank(blank) => blank.keep_next = at < last,
                Element::Paragraph(paragraph) => {
                    paragraph.keep_next = at < last;
                    paragraph.keep_lines = true;
                }
                Element::Table(_) | Element::Chart(_) | Element::Section(_) => {}
            }
        }
    }

    /// 附件： two characters in; the numbers stand under each other, turnover under a name's first character.
    fn enclosures(&mut self, names: &[Text]) {
        if names.is_empty() {
            return;
        }
        self.blank();
        let label = Text::engine(Engine::EnclosureLabel, "附件：");
        let label_width = self.width(Style::Enclosure, &label);
        for (at, name) in names.iter().enumerate() {
            let digits = if names.len() > 1 { format!("{}.", at + 1) } else { String::new() };
            let number = Text::engine(Engine::EnclosureLabel, &digits);
            let indent = Twip(page::INDENT.0 + if at == 0 { 0 } else { label_width.0 });
            let head = if at == 0 { label.clone().then(&number) } else { number };
            self.add_labelled(self.styled(Style::Enclosure), indent, (Role::FangSong, &head), name);
        }
    }

    /// 出席： in 黑体, two characters in; names in 仿宋, turnover under the first of them.
    fn attendance(&mut self, kinds: &[Attendance]) {
        if !kinds.is_empty() {
            self.blank();
        }
        for kind in kinds {
            let label = kind.label.clone().then(&Text::engine(Engine::AttendanceLabel, "："));
            self.add_labelled(self.styled(Style::Attendance), page::INDENT, (Role::HeiTi, &label), &kind.names);
        }
    }

    /// 不加盖印章 (7.3.5.2): one line below the text. The date begins two characters to the right of the 署名, and the
    /// one of them that ends farther right ends two characters before the edge; where the date is the shorter, that is
    /// the 署名. Widths are those of the type itself, gaps and tracking included. In a joint issue the sponsor's 署名
    /// decides, and the others stand below it.
    fn unsealed(&mut self, signature: &Signature) {
        let room = Twip(self.sheet.text_width().0 - TWO.0);
        let organ = signature.organs.first().map_or(Twip(0), |organ| self.widest(Style::Organ, organ, room));
        let date = self.width(Style::Date, &signature.date);
        let longer = Twip(organ.0 - date.0);
        let (organ_right, date_right) = match signature.organs.len() {
            0 => (TWO, TWO),
            _ if longer.0 >= 0 => (TWO, longer),
            _ => (Twip(2 * TWO.0 - longer.0), TWO),
        };
        self.blank();
        for organ in &signature.organs {
            self.towards_right(Style::Organ, organ, organ_right);
        }
        self.towards_right(Style::Date, &signature.date, date_right);
    }

    /// 加盖签发人签名章 (7.3.5.3): two lines below the text, four characters before the edge; two characters to its
    /// left the title of office; one line below it the date.
    fn stamp(&mut self, signature: &Signature, title: &Text, name: &Text, image: Option<&Image>) {
        self.blank();
        self.blank();
        for organ in &signature.organs {
            self.towards_right(Style::Organ, organ, FOUR);
        }
        let mut paragraph = Paragraph { right: FOUR, ..self.styled(Style::Stamp) };
        let gap = Text::engine(Engine::Separator, "\u{3000}\u{3000}");
        if let Some(image) = image {
            let width = Mm(image.width).pt();
            paragraph.right = Twip(FOUR.0 + width.twip().0);
            let left = self.sheet.text_left().0 + Twip(self.sheet.text_width().0 - FOUR.0).pt().0 - width.0;
            let top = self.sheet.pitch.pt().0 * 0.6 - Mm(image.height).pt().0 / 2.0;
            paragraph.pictures.push(Picture { image: image.clone(), left: Pt(left), top: Pt(top) });
            self.add_filled(paragraph, &title.clone().then(&gap));
        } else {
            let mut cells = self.measure(Role::FangSong, paragraph.size, &title.clone().then(&gap));
            cells.extend(self.measure(Role::KaiTi, paragraph.size, name));
            let room = Twip(self.sheet.text_width().0 - FOUR.0);
            self.add(filled(paragraph, &cells, room));
        }
        self.blank();
        self.towards_right(Style::Date, &signature.date, FOUR);
    }

    /// The width of the widest line of a text that is broken at its words where it is too long for `room`.
    fn widest(&mut self, style: Style, text: &Text, room: Twip) -> Twip {
        let cells = self.measure(style.role(), style.size(), text);
        let width = width_on_grid(style, &cells);
        if width <= room {
            return width;
        }
        let mut widest = Twip(0);
        let mut start = 0;
        for end in title::lines(&cells, style.size().twip(), room, self.names) {
            widest = widest.max(width_on_grid(style, &cells[start..end]));
            start = end;
        }
        widest
    }

    /// A line that ends `right` before the edge; one too long for that is broken at its words.
    pub(super) fn towards_right(&mut self, style: Style, text: &Text, right: Twip) {
        let paragraph = Paragraph { right, ..self.styled(style) };
        let room = Twip(self.sheet.text_width().0 - right.0);
        if self.width(style, text) > room {
            self.add_shaped(Paragraph { forced: true, ..paragraph }, text, &[], room);
        } else {
            self.add_filled(paragraph, text);
        }
    }
}
