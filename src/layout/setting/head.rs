//! 版头 (7.2), the heads of 信函, 命令 and 纪要 (10), and that of 简报, down to 主送.

use super::Setter;
use super::lines::tabbed;
use crate::document::{Document, Engine, Form, Head, Text};
use crate::layout::fonts::Role;
use crate::layout::galley::{Element, Fixed, Paragraph, Rule, RuleKind, Tab};
use crate::layout::page;
use crate::layout::sheet::below_baseline;
use crate::layout::style::{Align, Colour, Style};
use crate::layout::unit::{Mm, Pt, Twip};

/// How far ink reaches below the baseline of 3号 type, 〔〕 included, in em. Measured, Fandol.
const DEPTH: f64 = 0.12;
/// Weight of the red line (7.2.7 does not say): a point.
const RED_LINE: Pt = Pt(1.0);
/// Weight of a 信函's double lines (10.1.1 does not say): a stroke of 2 pt and one of 3/4 pt, 3/4 pt apart, as word
/// processors draw them.
const DOUBLE_LINE: Pt = Pt(3.5);
/// 信函: the first element stands seven eighths of a 3号 character below the double line (10.1.2).
const BELOW_DOUBLE_LINE: Pt = Pt(14.0);

impl Setter<'_> {
    pub(super) fn head(&mut self, document: &Document) {
        let head = &document.head;
        let has_head = match document.form {
            Form::Plain => self.plain(head),
            Form::Downward | Form::Upward => self.official(head),
            Form::Letter => self.letter(head),
            Form::Order => self.order(head),
            Form::Minutes | Form::Bulletin => self.periodical(head),
        };
        if let Some(title) = &document.title {
            if has_head {
                self.blank();
                self.blank();
            }
            self.title(Style::Title, title, &document.title_ends);
        }
        if document.title.is_some() || has_head {
            self.blank();
        }
        if document.title.is_none() && document.form == Form::Order {
            self.blank();
        }
        if let Some(addressee) = &document.addressee {
            self.add_text(Style::Addressee, addressee);
        }
    }

    /// 发文字号 alone, in the middle. Whether there is anything.
    fn plain(&mut self, head: &Head) -> bool {
        if let Some(number) = &head.number {
            self.add_text(Style::Number, number);
        }
        head.number.is_some()
    }

    /// 份号, 密级 and 紧急程度 on the first three lines, the mark at its height, two lines below it the number, 4 mm
    /// below that the red line.
    fn official(&mut self, head: &Head) -> bool {
        let used = self.corner(head);
        if let Some(mark) = &head.mark {
            self.mark(mark, page::MARK_TOP, used);
            self.blank();
            self.blank();
        }
        if head.signers.is_empty() {
            if let Some(number) = &head.number {
                self.add_text(Style::Number, number);
            }
        } else {
            self.signers(head);
        }
        self.red_line();
        true
    }

    /// What stands in the upper left corner, each on its own line (7.2.1 to 7.2.3). The height that it takes.
    fn corner(&mut self, head: &Head) -> Twip {
        let secrecy_line = usize::from(head.copy_number.is_some() || head.secrecy.is_some());
        let urgency_line = if head.secrecy.is_some() { 2 } else { secrecy_line };
        let corner = [
            (Style::CopyNumber, &head.copy_number, 0),
            (Style::Secrecy, &head.secrecy, 1),
            (Style::Urgency, &head.urgency, urgency_line),
        ];
        let mut line = 0;
        for (style, text, at) in corner {
            let Some(text) = text else { continue };
            (line..at).for_each(|_| self.blank());
            self.in_corner(style, text);
            line = at + 1;
        }
        Twip(self.sheet.pitch.0.saturating_mul(i32::try_from(line).unwrap_or(0)))
    }

    /// One of them. Unlike its style it is justified, should it ever run over a line's end.
    fn in_corner(&mut self, style: Style, text: &Text) {
        self.add_filled(Paragraph { align: Align::Justify, ..self.styled(style) }, text);
    }

    /// A red line 4 mm below the last paragraph (7.2.7).
    fn red_line(&mut self) {
        if let Some(Element::Paragraph(last)) = self.elements.last_mut() {
            last.below = Some(Rule {
                kind: RuleKind::Single,
                weight: RED_LINE,
                colour: Colour::Red,
                element: Engine::RedLine,
                gap: gap(page::RED_LINE_GAP, DEPTH * page::BODY_SIZE.0, last.pitch),
            });
        }
    }

    /// 信函 (10.1): the mark at 30 mm, a double line under it, another near the sheet's foot; below the first 份号 and
    /// the like to the left and 文号 to the right.
    fn letter(&mut self, head: &Head) -> bool {
        let mut down = self.grid.upright().place(Twip(0)).0;
        if let Some(mark) = &head.mark {
            let end = self.letter_mark(mark);
            down = end.0;
        }
        // The first line's ink begins 14 pt below the double line.
        let wanted = self.sheet.down_to(
            Mm(Pt(down).0 * 25.4 / 72.0 + BELOW_DOUBLE_LINE.0 * 25.4 / 72.0),
            Pt(0.86 * page::BODY_SIZE.0),
            self.sheet.pitch,
        );
        self.room(wanted);
        let left: Vec<_> =
            [(Style::CopyNumber, &head.copy_number), (Style::Secrecy, &head.secrecy), (Style::Urgency, &head.urgency)]
                .into_iter()
                .filter_map(|(style, text)| Some((style, text.as_ref()?)))
                .collect();
        let tracking = page::GRID_TRACKING;
        let room = self.sheet.text_width().0 - page::CHARACTER.0;
        let beside = match (left.first(), &head.number) {
            (Some((style, text)), Some(number)) => {
                self.width(*style, text).0 + self.width(Style::Number, number).0 <= room
            }
            _ => false,
        };
        if let (false, Some(number)) = (beside, &head.number) {
            self.add_filled(Paragraph { align: Align::Right, ..self.styled(Style::Number) }, number);
        }
        for (at, (style, text)) in left.iter().enumerate() {
            let number = head.number.as_ref().filter(|_| at == 0 && beside);
            let Some(number) = number else {
                self.in_corner(*style, text);
                continue;
            };
            let text = self.line(style.role(), page::BODY_SIZE, tracking, text);
            let number = self.line(Role::FangSong, page::BODY_SIZE, tracking, number);
            let mut paragraph = Paragraph { align: Align::Left, ..self.styled(Style::Number) };
            paragraph.tabs.push(Tab { at: self.sheet.text_width(), right: true });
            paragraph.lines = vec![tabbed(vec![text, number])];
            self.add(paragraph);
        }
        self.second_double_line();
        true
    }

    fn second_double_line(&mut self) {
        let width = page::LETTER_RULE_WIDTH;
        let left = Mm((page::WIDTH.0 - width.0) / 2.0).pt();
        // The rule is above the line that begins at its place.
        let top = Pt(page::LETTER_RULE_BOTTOM.pt().0 + DOUBLE_LINE.0 / 2.0);
        let mut paragraph = self.styled(Style::Rule);
        paragraph.pitch = Twip(20);
        paragraph.fixed = Some(Fixed { left, top, width: width.pt(), in_footer: true });
        paragraph.above = Some(double_line(RuleKind::ThinThick, Pt(0.0)));
        self.elements.push(Element::Paragraph(paragraph));
    }

    /// 命令 (10.2): the mark at 57 mm, two lines below it 令号.
    fn order(&mut self, head: &Head) -> bool {
        let used = self.corner(head);
        if let Some(mark) = &head.mark {
            self.mark(mark, page::ORDER_MARK_TOP, used);
            self.blank();
            self.blank();
        }
        if let Some(number) = &head.number {
            self.add_text(Style::Number, number);
        }
        true
    }

    /// 纪要 (10.3) and 简报: the mark at the height of that of 公文, below it the issue, then who edits it and when,
    /// and the red line.
    fn periodical(&mut self, head: &Head) -> bool {
        let used = self.corner(head);
        if let Some(mark) = &head.mark {
            self.mark(mark, page::MARK_TOP, used);
        }
        if let Some(issue) = &head.issue {
            self.blank();
            self.add_text(Style::Issue, issue);
        }
        if let Some(number) = &head.number {
            self.blank();
            self.add_text(Style::Number, number);
        }
        if head.editor.is_some() || head.date.is_some() {
            self.blank();
            let nothing = Text::default();
            let [editor, date] = [&head.editor, &head.date].map(|text| text.as_ref().unwrap_or(&nothing));
            for paragraph in self.two_ended(Style::Editor, page::CHARACTER, editor, date) {
                self.add(paragraph);
            }
        }
        self.red_line();
        true
    }
}

/// The gap from a line's edge that puts a rule `wanted` below ink reaching `depth` below the baseline.
pub(super) fn gap(wanted: Mm, depth: f64, pitch: Twip) -> Pt {
    Pt((wanted.pt().0 + depth - below_baseline(pitch).0).max(0.0).round())
}

pub(super) fn double_line(kind: RuleKind, gap: Pt) -> Rule {
    Rule { kind, weight: DOUBLE_LINE, colour: Colour::Red, gap, element: Engine::DoubleLine }
}
