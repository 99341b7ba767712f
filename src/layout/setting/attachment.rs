//! 附件 (7.3.7): on a new page, with its number on the first line and its title on the third.

use super::Setter;
use super::lines::line;
use crate::document::{Attachment, Engine, Text};
use crate::layout::breaking::Break;
use crate::layout::galley::{Element, Paragraph, Section};
use crate::layout::style::Style;
use crate::layout::title;
use crate::layout::unit::Twip;

impl Setter<'_> {
    pub(super) fn attachment(&mut self, attachment: &Attachment) {
        let sheet = if attachment.landscape { self.grid.turned() } else { self.grid.upright() };
        let opens_section = sheet != self.sheet || self.ends_turned();
        if opens_section {
            self.section(Section { landscape: attachment.landscape, numbered: true }, sheet);
        }
        let number = attachment.number.map_or_else(|| "附件".to_owned(), |number| format!("附件{number}"));
        let paragraph = Paragraph { new_page: !opens_section, ..self.styled(Style::AttachmentNumber) };
        self.add_filled(paragraph, &Text::engine(Engine::AttachmentNumber, &number));
        self.blank();
        self.title(Style::AttachmentTitle, &attachment.title, &attachment.title_ends);
        self.blank();
        self.body(&attachment.body);
        // A wide table at the end has opened an upright section that nothing stands in.
        if self.ends_turned() {
            self.elements.pop();
            self.sheet = self.grid.turned();
        }
    }

    /// The last element opens a section.
    pub(super) fn ends_turned(&self) -> bool {
        matches!(self.elements.last(), Some(Element::Section(_)))
    }

    /// A title in the middle, its lines shaped (7.3.1); a line ends at each of `ends`.
    pub(super) fn title(&mut self, style: Style, text: &Text, ends: &[usize]) {
        let paragraph = Paragraph { forced: true, keep_lines: true, ..self.styled(style) };
        self.add_shaped(paragraph, text, ends, self.sheet.text_width());
    }

    /// Adds a paragraph with text that is broken at `ends`, and between them at its words into as few lines as fit into
    /// `room`, of like lengths.
    pub(super) fn add_shaped(&mut self, mut paragraph: Paragraph, text: &Text, ends: &[usize], room: Twip) {
        let style = paragraph.style;
        let cells = self.measure(style.role(), style.size(), text);
        let mut start = 0;
        for end in title::lines_between(ends, &cells, style.size().twip(), room, self.names) {
            let found = Break { end, tracking: style.tracking(), fragile: false };
            paragraph.lines.push(line(&cells, found, start));
            start = end;
        }
        self.add(paragraph);
    }
}
