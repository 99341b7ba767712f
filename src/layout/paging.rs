//! From elements to pages: which line stands where, as a word processor fills pages.

use super::fonts::Fonts;
use super::galley::{Blank, Element, Galley, Page, Paragraph, Rule, Section, Table, TableRow};
use super::page;
use super::placing::Placer;
use super::sheet::Sheet;
use super::unit::{Mm, Twip};
use crate::document::Form;

/// As many of a long paragraph's last lines go to the next page with what it keeps with.
const CARRIED: usize = 2;
/// 版记 stands at least so far below the text.
const ABOVE_IMPRINT: Mm = Mm(3.0);

/// Puts all elements on pages, adding what sections the 版记 needs.
pub fn lay(galley: &mut Galley, both_sides: bool, fonts: &Fonts) {
    let mut imprint = galley.elements.iter().position(is_imprint).unwrap_or(galley.elements.len());
    let mut flow = Flow::new(galley.margins);
    flow.elements(&galley.elements[..imprint]);
    if let Some((at, parts)) = flow.parted_before_signature(&galley.elements) {
        galley.elements.splice(at..=at, parts);
        imprint += 1;
        flow = Flow::new(galley.margins);
        flow.elements(&galley.elements[..imprint]);
    }
    for at in std::mem::take(&mut flow.begun) {
        match &mut galley.elements[at] {
            Element::Paragraph(paragraph) => paragraph.new_page = true,
            Element::Table(table) => table.new_page = true,
            Element::Blank(_) | Element::Section(_) => {}
        }
    }
    for at in std::mem::take(&mut flow.dropped) {
        if let Element::Blank(blank) = &mut galley.elements[at] {
            blank.height = Twip(0);
        }
    }
    // A long paragraph needs to be kept only where its signature would else stand alone.
    for (at, element) in galley.elements.iter_mut().enumerate() {
        if let Element::Paragraph(paragraph) = element
            && !paragraph.keep_lines
        {
            paragraph.keep_next &= flow.carried.contains(&at);
        }
    }
    if imprint < galley.elements.len() {
        let added = flow.room_for_imprint(&galley.elements[imprint..], both_sides);
        galley.elements.splice(imprint..imprint, added);
        flow.elements_from(&galley.elements, imprint);
    }
    let mut placer = Placer::new(galley, fonts);
    for (at, spot) in flow.spots.iter().enumerate() {
        let next = flow.spots.get(at + 1);
        let is_last = next.is_none_or(|next| (next.element, next.page) != (spot.element, spot.page));
        placer.spot(spot, is_last, &flow);
    }
    let sheets = &flow.pages;
    let last = sheets.len().saturating_sub(1);
    placer.fixed(last);
    let pages = sheets.iter().enumerate().map(|(at, leaf)| {
        let mut marks = placer.take(at);
        marks.sort_by_key(|mark| mark.part.order());
        if leaf.section.numbered && !(at == 0 && galley.form == Form::Letter) {
            marks.push(placer.number(at + 1, leaf.section.landscape));
        }
        Page { landscape: leaf.section.landscape, marks }
    });
    let pages = pages.collect();
    galley.pages = pages;
}

fn is_imprint(element: &Element) -> bool {
    matches!(element, Element::Paragraph(paragraph) if paragraph.style.is_of_imprint())
}

/// A page while it is being filled.
#[derive(Debug, Clone, Copy)]
pub struct Leaf {
    pub sheet: Sheet,
    pub section: Section,
}

/// A stretch of an element on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub element: usize,
    pub page: usize,
    /// From the top of the text area.
    pub down: Twip,
    pub what: Piece,
}

/// What of an element stands at a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph's line of that index.
    Line(usize),
    /// A table's row: its lines from `first` on, `lines` of them in each cell, in a part of the height `height`.
    /// `again` where it is a head that stands again.
    Row { row: usize, first: usize, lines: usize, height: Twip, again: bool },
}

/// Rows of a table that follow each other on a page: where they begin on the sheet and how high they are, in points.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub page: usize,
    pub top: f64,
    pub height: f64,
}

/// The pages as they are filled.
pub struct Flow {
    margins: crate::document::Margins,
    pages: Vec<Leaf>,
    spots: Vec<Spot>,
    /// How far down the current page is filled.
    down: Twip,
    /// Elements that begin a page since the head of a table that they are kept with does.
    begun: Vec<usize>,
    /// Long paragraphs whose last lines were carried over to what they are kept with.
    carried: Vec<usize>,
    /// Blanks that have no place: see [`Flow::is_idle`].
    dropped: Vec<usize>,
}

impl Flow {
    fn new(margins: crate::document::Margins) -> Self {
        let first = Leaf { sheet: Sheet::upright(margins), section: Section::default() };
        Self {
            margins,
            pages: vec![first],
            spots: Vec::new(),
            down: Twip(0),
            begun: Vec::new(),
            carried: Vec::new(),
            dropped: Vec::new(),
        }
    }

    pub fn sheet(&self, page: usize) -> Sheet {
        self.pages.get(page).map_or_else(|| Sheet::upright(self.margins), |leaf| leaf.sheet)
    }

    /// The room of so many rows of a table from `row` on, page by page.
    pub fn rooms(&self, element: usize, row: usize, rows: usize) -> Vec<Room> {
        let mut rooms: Vec<Room> = Vec::new();
        for spot in self.spots.iter().filter(|spot| spot.element == element) {
            let Piece::Row { row: at, height, again: false, .. } = spot.what else { continue };
            if !(row..row + rows).contains(&at) {
                continue;
            }
            match rooms.last_mut() {
                Some(room) if room.page == spot.page => room.height += height.pt().0,
                _ => {
                    let top = self.sheet(spot.page).place(spot.down).0;
                    rooms.push(Room { page: spot.page, top, height: height.pt().0 });
                }
            }
        }
        rooms
    }

    /// Where a table ends the text and the signature stands on the page behind it: the table in two, so that its last
    /// row, under a head of its own, stands with the signature (7.3.5.4).
    fn parted_before_signature(&self, elements: &[Element]) -> Option<(usize, [Element; 2])> {
        let signature = elements.iter().position(Element::is_of_signature)?;
        let at = elements[..signature].iter().rposition(|element| !matches!(element, Element::Blank(_)))?;
        let Element::Table(table) = &elements[at] else { return None };
        let page = |element: usize| {
            let mut spots = self.spots.iter().rev().filter(|spot| spot.element == element);
            spots.next().map(|spot| spot.page)
        };
        if page(at) == page(signature) {
            return None;
        }
        let (first, last) = table.parted()?;
        Some((at, [Element::Table(first), Element::Table(last)]))
    }

    fn leaf(&self) -> Leaf {
        let first = Leaf { sheet: Sheet::upright(self.margins), section: Section::default() };
        self.pages.last().copied().unwrap_or(first)
    }

    fn room(&self) -> Twip {
        Twip(self.leaf().sheet.room().0 - self.down.0)
    }

    fn next_page(&mut self) {
        self.pages.push(self.leaf());
        self.down = Twip(0);
    }

    /// A new page if `needed` does not fit any more.
    fn make_room(&mut self, needed: Twip) {
        if self.down.0 > 0 && needed > self.room() {
            self.next_page();
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        self.elements_from(elements, 0);
    }

    fn elements_from(&mut self, elements: &[Element], first: usize) {
        for at in first..elements.len() {
            match &elements[at] {
                Element::Blank(blank) if self.is_idle(elements, at, *blank) => self.dropped.push(at),
                Element::Blank(blank) => {
                    self.make_room(if blank.keep_next { kept(elements, at) } else { blank.height });
                    self.down.0 += blank.height.0;
                }
                Element::Paragraph(paragraph) if paragraph.fixed.is_some() => {}
                Element::Paragraph(paragraph) => self.paragraph(elements, at, paragraph),
                Element::Table(table) => self.table(at, table),
                Element::Section(section) => self.section(*section),
            }
        }
    }

    /// 空一行 parts what stands on one page: a blank is idle where it would stand at a page's head, which is not the
    /// paper's first nor that of a section that begins with it.
    fn is_idle(&self, elements: &[Element], at: usize, blank: Blank) -> bool {
        let before = at.checked_sub(1).and_then(|before| elements.get(before));
        let begins_section = matches!(before, None | Some(Element::Section(_)));
        let at_head = self.pages.len() > 1 && self.down.0 == 0;
        let at_foot = !blank.keep_next && self.down.0 > 0 && blank.height > self.room();
        (at_head || at_foot) && !begins_section
    }

    fn section(&mut self, section: Section) {
        let sheet = if section.landscape { Sheet::turned(self.margins) } else { Sheet::upright(self.margins) };
        self.pages.push(Leaf { sheet, section });
        self.down = Twip(0);
    }

    fn paragraph(&mut self, elements: &[Element], at: usize, paragraph: &Paragraph) {
        if paragraph.new_page && self.down.0 > 0 {
            self.next_page();
        }
        let count = paragraph.lines.len();
        // At least its first line stays.
        let carried = count.saturating_sub(CARRIED).max(1);
        for line in 0..count {
            let own = line_height(paragraph, line);
            let needed = match (paragraph.keep_next, paragraph.keep_lines) {
                (true, true) if line == 0 => kept(elements, at),
                (false, true) if line == 0 => height(paragraph),
                (true, false) if line == carried => {
                    let lines: i32 = (line..count).map(|line| line_height(paragraph, line).0).sum();
                    let all = Twip(lines.saturating_add(first_of(elements, at + 1).0));
                    // Where not all of these lines fit, some go to the next page anyhow.
                    let alone = lines <= self.room().0 && all > self.room();
                    if alone {
                        self.carried.push(at);
                    }
                    if alone { all } else { own }
                }
                _ => own,
            };
            let pages = self.pages.len();
            self.make_room(if needed > self.leaf().sheet.room() { own } else { needed });
            if self.pages.len() > pages && line == 0 && paragraph.keep_next && kept_with_table(elements, at + 1) {
                self.begun.push(at);
            }
            self.spots.push(Spot { element: at, page: self.pages.len() - 1, down: self.down, what: Piece::Line(line) });
            self.down.0 += own.0;
        }
    }

    fn table(&mut self, at: usize, table: &Table) {
        if table.new_page && self.down.0 > 0 {
            self.next_page();
            self.down = page::TAIL;
        }
        let head: i32 = table.rows.iter().take(table.header_rows).map(|row| row.height.0).sum();
        for (index, row) in table.rows.iter().enumerate() {
            let is_head = index < table.header_rows;
            let needed = match index {
                // The head stands with the first row behind it.
                0 => Twip(table.rows.iter().take(table.header_rows + 1).map(TableRow::least).sum()),
                _ => Twip(row.least()),
            };
            // The rule below the last row on a page needs room too.
            let needed = Twip(needed.0 + page::TABLE_RULE.0);
            if self.down.0 > 0 && needed > self.room() {
                self.next_page();
                if is_head {
                    self.begun.push(at);
                    self.down = page::TAIL;
                } else {
                    self.head_again(at, table);
                }
            }
            if row.breaks {
                self.long_row(at, table, index, Twip(head));
            } else {
                self.row(at, index, 0, usize::MAX, row.height, false);
            }
        }
    }

    fn head_again(&mut self, at: usize, table: &Table) {
        for (index, row) in table.rows.iter().enumerate().take(table.header_rows) {
            self.row(at, index, 0, usize::MAX, row.height, true);
        }
    }

    fn row(&mut self, element: usize, row: usize, first: usize, lines: usize, height: Twip, again: bool) {
        let what = Piece::Row { row, first, lines, height, again };
        self.spots.push(Spot { element, page: self.pages.len() - 1, down: self.down, what });
        self.down.0 += height.0;
    }

    /// A row whose lines may stand on several pages: as many on each as fit.
    fn long_row(&mut self, at: usize, table: &Table, index: usize, head: Twip) {
        let total = table.rows[index].lines();
        let mut first = 0;
        while first < total {
            let room = self.room().0 - page::TABLE_RULE.0;
            let fits = usize::try_from(room / page::TABLE_PITCH.0).unwrap_or(0);
            let least = usize::from(self.down <= head);
            let lines = fits.min(total - first).max(least);
            if lines == 0 {
                self.next_page();
                self.head_again(at, table);
                continue;
            }
            let height = Twip(i32::try_from(lines).unwrap_or(0) * page::TABLE_PITCH.0 + page::TABLE_RULE.0);
            self.row(at, index, first, lines, height, false);
            first += lines;
        }
    }

    /// The sections that put the 版记 on a page with room for it: the last page of text, or the next, or, where both
    /// sides are printed, the next even one (7.4). A page that it does not share with text follows a blank one without
    /// number, and has none itself (7.5).
    fn room_for_imprint(&self, imprint: &[Element], both_sides: bool) -> Vec<Element> {
        let tops = imprint.iter().filter_map(|element| match element {
            Element::Paragraph(paragraph) => {
                let rule = paragraph.above.map_or(0.0, |rule| rule.weight.0 + rule.gap.0);
                Some(paragraph.fixed?.top.0 - rule)
            }
            _ => None,
        });
        let top = tops.fold(f64::INFINITY, f64::min);
        let leaf = self.leaf();
        let fits = !leaf.section.landscape && leaf.sheet.place(self.down).0 + ABOVE_IMPRINT.pt().0 <= top;
        let pages = self.pages.len();
        let is_even = |page: usize| page.is_multiple_of(2);
        if fits && (!both_sides || is_even(pages)) {
            return Vec::new();
        }
        if !both_sides || is_even(pages + 1) {
            return vec![Element::Section(Section::default())];
        }
        let unnumbered = Element::Section(Section { landscape: false, numbered: false });
        let blank = Element::Blank(Blank { height: leaf.sheet.pitch, keep_next: false });
        vec![unnumbered.clone(), blank, unnumbered]
    }
}

/// The height of an element that keeps with the next, and of all that it keeps with.
fn kept(elements: &[Element], at: usize) -> Twip {
    match elements.get(at) {
        Some(Element::Paragraph(paragraph)) if paragraph.keep_next => {
            Twip(height(paragraph).0.saturating_add(first_of(elements, at + 1).0))
        }
        Some(Element::Blank(blank)) if blank.keep_next => Twip(blank.height.0 + first_of(elements, at + 1).0),
        _ => Twip(0),
    }
}

/// Whether what stands from `at` on is a table, or keeps with one.
fn kept_with_table(elements: &[Element], at: usize) -> bool {
    match elements.get(at) {
        Some(Element::Table(_)) => true,
        Some(Element::Paragraph(paragraph)) => paragraph.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Blank(blank)) => blank.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Section(_)) | None => false,
    }
}

/// What of an element has to stand on the page of the one before it.
fn first_of(elements: &[Element], at: usize) -> Twip {
    match elements.get(at) {
        Some(Element::Blank(blank)) if !blank.keep_next => blank.height,
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_lines => line_height(paragraph, 0),
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_next => height(paragraph),
        Some(Element::Table(table)) => Twip(table.rows.iter().take(table.header_rows + 1).map(TableRow::least).sum()),
        Some(Element::Section(_)) | None => Twip(0),
        Some(_) => kept(elements, at),
    }
}

fn height(paragraph: &Paragraph) -> Twip {
    Twip((0..paragraph.lines.len()).map(|line| line_height(paragraph, line).0).sum())
}

/// A line with the rules above the first and below the last.
fn line_height(paragraph: &Paragraph, line: usize) -> Twip {
    let rule = |rule: &Option<Rule>| rule.map_or(0, |rule| crate::layout::Pt(rule.gap.0 + rule.weight.0).twip().0);
    let above = if line == 0 { rule(&paragraph.above) } else { 0 };
    let below = if line + 1 == paragraph.lines.len() { rule(&paragraph.below) } else { 0 };
    Twip(paragraph.pitch.0 + above + below)
}

impl Table {
    /// Without its last row, and its head with that row alone; `None` where only one row, or one that hangs together with
    /// those above it, is there.
    fn parted(&self) -> Option<(Self, Self)> {
        let end = self.rows.len().checked_sub(1).filter(|end| *end > self.header_rows)?;
        let reaches = |at: usize, row: &TableRow| row.cells.iter().any(|cell| at + cell.rows > end);
        if self.rows[..end].iter().enumerate().any(|(at, row)| reaches(at, row)) {
            return None;
        }
        let first = Self { rows: self.rows[..end].to_vec(), ..self.clone() };
        let rows = [&self.rows[..self.header_rows], &self.rows[end..]].concat();
        Some((first, Self { rows, new_page: true, ..self.clone() }))
    }
}

impl TableRow {
    /// The most lines that a cell has.
    pub(super) fn lines(&self) -> usize {
        let lines =
            |cell: &super::galley::TableCell| cell.paragraphs.iter().map(|paragraph| paragraph.lines.len()).sum();
        self.cells.iter().map(lines).max().unwrap_or(0)
    }

    /// What of it has to stand on one page, in Word's unit.
    fn least(&self) -> i32 {
        if self.breaks { page::TABLE_PITCH.0 + page::TABLE_RULE.0 } else { self.height.0 }
    }
}
