//! Which line stands on which page, as a word processor fills pages.

mod keeping;
mod spot;

pub use spot::{Leaf, Room, RowStretch, Spot, Stretch};

use std::collections::HashMap;

use super::galley::{Blank, Element, Paragraph, Section, Table};
use super::page;
use super::sheet::{Grid, Sheet};
use super::unit::Twip;
use keeping::{beginning, first_of, height, kept, kept_with_table, lines_height};

/// As many of a long paragraph's last lines go to the next page with what it keeps with.
const CARRIED: usize = 2;

/// The pages as they are filled.
pub struct Flow {
    grid: Grid,
    pub pages: Vec<Leaf>,
    pub spots: Vec<Spot>,
    /// By a table's index and a row's, the index of the spot where that row begins.
    first_spots: HashMap<(usize, usize), usize>,
    /// How far down the current page is filled.
    pub down: Twip,
    /// Elements that begin a page since the head of a table that they are kept with does.
    pub begun: Vec<usize>,
    /// Long paragraphs whose last lines were carried over to what they are kept with.
    pub carried: Vec<usize>,
    /// Blanks that have no place: see [`Flow::is_idle`].
    pub dropped: Vec<usize>,
}

impl Flow {
    pub fn new(grid: Grid) -> Self {
        Self {
            grid,
            pages: vec![first_leaf(grid)],
            spots: Vec::new(),
            first_spots: HashMap::new(),
            down: Twip(0),
            begun: Vec::new(),
            carried: Vec::new(),
            dropped: Vec::new(),
        }
    }

    pub fn sheet(&self, page: usize) -> Sheet {
        self.pages.get(page).map_or_else(|| self.grid.upright(), |leaf| leaf.sheet)
    }

    /// The current page.
    pub fn leaf(&self) -> Leaf {
        self.pages.last().copied().unwrap_or_else(|| first_leaf(self.grid))
    }

    /// The room of so many rows of a table from `row` on, page by page.
    pub fn rooms(&self, element: usize, row: usize, rows: usize) -> Vec<Room> {
        let mut rooms: Vec<Room> = Vec::new();
        let first = self.first_spots.get(&(element, row)).copied().unwrap_or(self.spots.len());
        for spot in self.spots.iter().skip(first).take_while(|spot| spot.element == element) {
            let Stretch::Row(RowStretch { row: at, height, again: false, .. }) = spot.what else { continue };
            if at >= row + rows {
                break;
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

    /// The page on which an element ends.
    pub fn last_page_of(&self, element: usize) -> Option<usize> {
        self.spots.iter().rev().find(|spot| spot.element == element).map(|spot| spot.page)
    }

    /// Puts down the elements from `first` on, behind what stands already.
    pub fn put(&mut self, elements: &[Element], first: usize) {
        for at in first..elements.len() {
            match &elements[at] {
                Element::Blank(blank) if self.is_idle(elements, at, *blank) => self.dropped.push(at),
                Element::Blank(blank) => {
                    self.make_room(if blank.keep_next {
                        kept(elements, at, self.leaf().sheet.room())
                    } else {
                        blank.height
                    });
                    self.down.0 += blank.height.0;
                }
                Element::Paragraph(paragraph) if paragraph.fixed.is_some() => {}
                Element::Paragraph(paragraph) => self.paragraph(elements, at, paragraph),
                Element::Table(table) => self.table(at, table),
                Element::Chart(chart) => {
                    self.make_room(kept(elements, at, self.leaf().sheet.room()));
                    self.stand(at, Stretch::Chart, chart.height);
                }
                Element::Section(section) => self.section(*section),
            }
        }
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
        let sheet = if section.landscape { self.grid.turned() } else { self.grid.upright() };
        self.pages.push(Leaf { sheet, section });
        self.down = Twip(0);
    }

    fn paragraph(&mut self, elements: &[Element], at: usize, paragraph: &Paragraph) {
        if paragraph.new_page && self.down.0 > 0 {
            self.next_page();
        }
        for line in 0..paragraph.lines.len() {
            let own = paragraph.line_height(line);
            let needed = self.needed(elements, at, paragraph, line);
            let pages = self.pages.len();
            self.make_room(if needed > self.leaf().sheet.room() { own } else { needed });
            if self.pages.len() > pages && line == 0 && paragraph.keep_next && kept_with_table(elements, at + 1) {
                self.begun.push(at);
            }
            self.stand(at, Stretch::Line(line), own);
        }
    }

    /// The room that a line of a paragraph needs, with all that has to stand on its page.
    fn needed(&mut self, elements: &[Element], at: usize, paragraph: &Paragraph, line: usize) -> Twip {
        let own = paragraph.line_height(line);
        // At least the first line stays.
        let carried = paragraph.lines.len().saturating_sub(CARRIED).max(1);
        match (paragraph.keep_next, paragraph.keep_lines) {
            (true, true) if line == 0 => kept(elements, at, self.leaf().sheet.room()),
            (false, true) if line == 0 => height(paragraph),
            (true, false) if line == carried => {
                let lines = lines_height(paragraph, line);
                let all = Twip(lines.0.saturating_add(first_of(elements, at + 1, self.leaf().sheet.room()).0));
                // Where not all of these lines fit, some go to the next page anyhow.
                if lines <= self.room() && all > self.room() {
                    self.carried.push(at);
                    all
                } else {
                    own
                }
            }
            _ => own,
        }
    }

    fn table(&mut self, at: usize, table: &Table) {
        if table.new_page && self.down.0 > 0 {
            self.next_page();
            self.down = page::TAIL;
        }
        let head: i32 = table.rows.iter().take(table.header_rows).map(|row| row.height.0).sum();
        for (index, row) in table.rows.iter().enumerate() {
            let rows = if index == 0 { beginning(table, self.leaf().sheet.room()) } else { row.least() };
            // The rule below the last row on a page needs room too.
            if self.down.0 > 0 && rows.0 + page::TABLE_RULE.0 > self.room().0 {
                self.next_page();
                if index < table.header_rows {
                    self.begun.push(at);
                    self.down = page::TAIL;
                } else {
                    self.head_again(at, table);
                }
            }
            if row.breaks {
                self.long_row(at, table, index, Twip(head));
            } else {
                self.row(at, RowStretch::whole(index, row.height));
            }
        }
    }

    fn head_again(&mut self, at: usize, table: &Table) {
        for (index, row) in table.rows.iter().enumerate().take(table.header_rows) {
            self.row(at, RowStretch { again: true, ..RowStretch::whole(index, row.height) });
        }
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
            self.row(at, RowStretch { row: index, first, lines, height, again: false });
            first += lines;
        }
    }

    fn row(&mut self, element: usize, row: RowStretch) {
        if !row.again {
            self.first_spots.entry((element, row.row)).or_insert(self.spots.len());
        }
        self.stand(element, Stretch::Row(row), row.height);
    }

    /// Puts a stretch down where the current page is filled to.
    fn stand(&mut self, element: usize, what: Stretch, height: Twip) {
        self.spots.push(Spot { element, page: self.pages.len() - 1, down: self.down, what });
        self.down.0 += height.0;
    }
}

fn first_leaf(grid: Grid) -> Leaf {
    Leaf { sheet: grid.upright(), section: Section::default() }
}
