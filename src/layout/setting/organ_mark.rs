//! 发文机关标志 (7.2.4): red, as large as fits, its ink at its height; of a joint issue, its organs under each other.

use super::Setter;
use super::head::{double_line, gap};
use super::lines::{line, whole_line};
use crate::document::{Mark, Text};
use crate::layout::breaking::Break;
use crate::layout::breaking::measure::natural_width;
use crate::layout::breaking::spread::GAP;
use crate::layout::fonts::Role;
use crate::layout::galley::{Element, Fixed, Paragraph, RuleKind, Table, TableCell, TableRow};
use crate::layout::page;
use crate::layout::sheet::baseline;
use crate::layout::style::{Align, Style};
use crate::layout::title;
use crate::layout::unit::{Mm, Pt, Twip};

/// Glyphs are narrowed to this, in hundredths, before their size is reduced. Practice.
const NARROWEST: f64 = 60.0;
/// A single organ's mark whose type would be smaller than this in one line has two: smaller than the title's type it is
/// not 醒目 (7.2.4).
const SMALLEST_IN_ONE_LINE: Pt = page::TITLE_SIZE;
/// However many organs there are, they can be read.
const SMALLEST_OF_MANY: Pt = Pt(12.0);
/// A mark's line is so much higher than its type.
const LEADING: f64 = 1.2;
/// How far the ink of a mark reaches above and below its baseline where the face does not tell, in em.
const RISE: f64 = 0.86;
const DEPTH: f64 = 0.1;

/// The sides of the two cells of a joint issue's mark, and a point of spare room in each.
const SIDES: i32 = 4 * page::CELL_SIDE.0 + 40;

/// The size that the organs of a mark may have: the more there are, the smaller, so that body text stands on page 1
/// (7.3.3). Practice.
fn largest(organs: usize) -> Pt {
    match organs {
        0..=2 => page::MARK_SIZE,
        3 => Pt(28.0),
        4 => Pt(22.0),
        many => Pt((90.0 / f64::from(u32::try_from(many).unwrap_or(u32::MAX))).max(SMALLEST_OF_MANY.0)),
    }
}

/// An organ of a mark in its line, or a single one in its two.
struct Organ {
    paragraph: Paragraph,
    /// Of its type, not narrowed.
    width: Twip,
    characters: usize,
}

/// A mark's type: its size and how much its glyphs are narrowed.
#[derive(Debug, Clone, Copy)]
struct Type {
    size: Pt,
    stretch: u8,
}

impl Setter<'_> {
    /// The mark in the flow, its ink at `top`; `used` is the height of what stands above it.
    pub(super) fn mark(&mut self, mark: &Mark, top: Mm, used: Twip) {
        let sheet = self.sheet;
        let (organs, kind) = self.organs(mark);
        let Some(first) = organs.first() else { return };
        let (rise, _) = self.extent(mark, kind.size);
        let down = sheet.down_to(top, rise, first.paragraph.pitch);
        self.room(Twip(down.0 - used.0));
        match &mark.suffix {
            Some(suffix) if !suffix.is_empty() => self.joint(organs, suffix, kind),
            _ => organs.into_iter().for_each(|organ| self.add(organ.paragraph)),
        }
    }

    /// A 信函's mark at its place on the sheet, with the double line below. Where that line ends, from the sheet's top.
    pub(super) fn letter_mark(&mut self, mark: &Mark) -> Pt {
        let (organs, kind) = self.organs(mark);
        let (rise, depth) = self.extent(mark, kind.size);
        let width = page::LETTER_RULE_WIDTH;
        let left = Mm((page::WIDTH.0 - width.0) / 2.0).pt();
        let last = organs.len().saturating_sub(1);
        let mut top = page::LETTER_MARK_TOP.pt().0 + rise.0;
        let mut end = Pt(top);
        for (at, Organ { mut paragraph, .. }) in organs.into_iter().enumerate() {
            if at == 0 {
                top -= baseline(paragraph.pitch).0;
            }
            paragraph.fixed = Some(Fixed { left, top: Pt(top), width: width.pt(), in_footer: false });
            for _ in &paragraph.lines {
                top += paragraph.pitch.pt().0;
            }
            if at == last {
                let gap = gap(page::RED_LINE_GAP, depth.0, paragraph.pitch);
                let rule = double_line(RuleKind::ThickThin, gap);
                paragraph.below = Some(rule);
                end = Pt(top + gap.0 + rule.weight.0);
            }
            self.add(paragraph);
        }
        end
    }

    /// A line an organ, all of one type, and that type. A single organ whose type would be too small has two lines.
    fn organs(&mut self, mark: &Mark) -> (Vec<Organ>, Type) {
        let em = page::MARK_SIZE.twip();
        let mut widest = 0;
        for organ in &mark.organs {
            let cells = self.measure(Role::XiaoBiaoSong, page::MARK_SIZE, organ);
            widest = widest.max(natural_width(&cells, em, GAP).twip().0);
        }
        let suffix = mark.suffix.as_ref().map_or(Twip(0), |suffix| {
            let cells = self.measure(Role::XiaoBiaoSong, page::MARK_SIZE, suffix);
            // Half a character apart from the organs.
            Twip(natural_width(&cells, em, 0.0).twip().0 + em.0 / 2)
        });
        let room = Twip(self.sheet.text_width().0 - if mark.suffix.is_some() { SIDES } else { 0 });
        let kind = Type::fitting(Twip(widest + suffix.0), room, largest(mark.organs.len()));
        if let ([organ], None) = (&mark.organs[..], &mark.suffix)
            && kind.size.0 < SMALLEST_IN_ONE_LINE.0
        {
            return self.in_two_lines(organ);
        }
        let organs = mark.organs.iter().map(|organ| self.organ(organ, kind)).collect();
        (organs, kind)
    }

    /// An organ in two lines of like lengths, parted at its words.
    fn in_two_lines(&mut self, organ: &Text) -> (Vec<Organ>, Type) {
        let em = page::MARK_SIZE.twip();
        let full_size = self.measure(Role::XiaoBiaoSong, page::MARK_SIZE, organ);
        let width = natural_width(&full_size, em, GAP).twip();
        // Two lines hold it, and a name within it has room to stand on one of them.
        let ends = title::lines(&full_size, em, Twip(width.0 * 2 / 3), self.names);
        let mut widest = 0;
        let mut start = 0;
        for &end in &ends {
            widest = widest.max(natural_width(&full_size[start..end], em, GAP).twip().0);
            start = end;
        }
        let kind = Type::fitting(Twip(widest), self.sheet.text_width(), page::MARK_SIZE);
        let cells = self.measure(Role::XiaoBiaoSong, kind.size, organ);
        let mut paragraph = self.in_mark(kind);
        let mut start = 0;
        for end in ends {
            paragraph.lines.push(line(&cells, Break { end, tracking: Twip(0), fragile: false }, start));
            start = end;
        }
        (vec![Organ { paragraph, width, characters: cells.len() }], kind)
    }

    fn organ(&mut self, organ: &Text, kind: Type) -> Organ {
        let cells = self.measure(Role::XiaoBiaoSong, kind.size, organ);
        let width = natural_width(&cells, kind.size.twip(), GAP).twip();
        let paragraph = Paragraph { lines: vec![whole_line(&cells, Twip(0))], ..self.in_mark(kind) };
        Organ { paragraph, width, characters: cells.len() }
    }

    /// A paragraph of the mark's type.
    fn in_mark(&self, kind: Type) -> Paragraph {
        let pitch = Pt(kind.size.0 * LEADING).twip();
        Paragraph { size: kind.size, stretch: kind.stretch, pitch, forced: true, ..self.styled(Style::Mark) }
    }

    /// The organs to the left, spread to one width, and 文件 to their right, in the middle of their height.
    fn joint(&mut self, organs: Vec<Organ>, suffix: &Text, kind: Type) {
        let widest = organs.iter().map(|organ| kind.narrowed(organ.width).0).max().unwrap_or(0);
        let em = kind.size.twip();
        let suffix_cells = self.measure(Role::XiaoBiaoSong, kind.size, suffix);
        let suffix_width = kind.narrowed(natural_width(&suffix_cells, em, 0.0).twip());
        let suffix_paragraph =
            Paragraph { align: Align::Right, lines: vec![whole_line(&suffix_cells, Twip(0))], ..self.in_mark(kind) };
        let columns = vec![Twip(widest + SIDES / 2), Twip(suffix_width.0 + kind.narrowed(em).0 / 2 + SIDES / 2)];
        let count = organs.len();
        let mut rows: Vec<TableRow> = Vec::new();
        for Organ { mut paragraph, width, characters } in organs {
            let gaps = i32::try_from(characters).unwrap_or(1).saturating_sub(1).max(1);
            let spread = Twip((widest - kind.narrowed(width).0) / gaps);
            paragraph.align = Align::Left;
            paragraph.lines.iter_mut().for_each(|line| line.tracking = spread);
            let height = paragraph.pitch;
            let mut cells = vec![TableCell { column: 0, columns: 1, rows: 1, paragraphs: vec![paragraph] }];
            if rows.is_empty() {
                let paragraphs = vec![suffix_paragraph.clone()];
                cells.push(TableCell { column: 1, columns: 1, rows: count, paragraphs });
            }
            rows.push(TableRow { height, breaks: false, cells });
        }
        let width: i32 = columns.iter().map(|column| column.0).sum();
        let left = Twip((self.sheet.text_width().0 - width) / 2);
        let table = Table { columns, ruled: false, left, header_rows: 0, rows, new_page: false };
        self.elements.push(Element::Table(table));
    }

    /// How far the first organ's ink rises above its baseline and the last one's reaches below.
    fn extent(&self, mark: &Mark, size: Pt) -> (Pt, Pt) {
        let (_, rise) = self.reach(mark.organs.first());
        let (depth, _) = self.reach(mark.organs.last());
        (Pt(rise * size.0), Pt(-depth * size.0))
    }

    /// How far an organ's ink reaches from the baseline, in em: down (negative) and up.
    fn reach(&self, organ: Option<&Text>) -> (f64, f64) {
        let text = organ.map(Text::plain).unwrap_or_default();
        let extents = text.chars().filter_map(|character| {
            let face = self.fonts.face_for(Role::XiaoBiaoSong, character)?;
            self.fonts.face(face).extent(character)
        });
        extents.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((-DEPTH, RISE))
    }
}

impl Type {
    /// The largest that fits, up to `largest`: full size and width, else narrowed, else smaller as well. `width` is that
    /// of type of the full size.
    fn fitting(width: Twip, room: Twip, largest: Pt) -> Self {
        let width = f64::from(width.0.max(1)) * largest.0 / page::MARK_SIZE.0;
        let share = f64::from(room.0) * 100.0 / width;
        let stretch = share.clamp(NARROWEST, 100.0).floor();
        let size = (largest.0 * (share / stretch).min(1.0) * 2.0).floor() / 2.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 60 and 100")]
        Self { size: Pt(size.max(1.0)), stretch: stretch as u8 }
    }

    /// A width of full glyphs, as they are when narrowed.
    fn narrowed(self, width: Twip) -> Twip {
        Pt(width.pt().0 * (f64::from(self.stretch) / 100.0)).twip()
    }
}
