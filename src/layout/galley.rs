//! A set paper: what `layout` hands to the writers.
//!
//! It says everything twice, from one source. `elements` are what flows, in order, each with its lines and its exact
//! height: Word's file is made of them, and a word processor lays them out again and comes to the same pages.
//! `pages` are where every glyph, rule and picture then stands: the PDF is made of them.

use std::sync::Arc;

use super::fonts::FaceId;
use super::unit::{Pt, Twip};
use crate::document::{Form, Image, Margins};

/// A whole paper, broken into lines and pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Galley {
    pub form: Form,
    pub margins: Margins,
    /// The title as one string, for the files' properties.
    pub title: String,
    pub author: String,
    /// 成文日期: year, month, day; PDF/A demands a date, and no clock may be asked.
    pub date: Option<(i16, i8, i8)>,
    /// The grid's line pitch in Word's file.
    pub pitch: Twip,
    pub elements: Vec<Element>,
    pub pages: Vec<Page>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Element {
    /// Empty room of an exact height: 空一行, or what lies between elements at fixed heights.
    Blank(Blank),
    Paragraph(Paragraph),
    Table(Table),
    /// What follows begins a new page in a new section.
    Section(Section),
}

/// Room without text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blank {
    pub height: Twip,
    /// Stands on one page with what follows.
    pub keep_next: bool,
}

/// A section's pages. The paper's first section is [`Section::default`] unless its first element says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// A4 turned by 90°: the head of the text stands at the left edge of the sheet, the page number stays where it is
    /// on the sheet (7.5, 9).
    pub landscape: bool,
    /// Its pages carry page numbers; blank pages before the 版记 and that of the 版记 behind them carry none (7.5).
    pub numbered: bool,
}

impl Default for Section {
    fn default() -> Self {
        Self { landscape: false, numbered: true }
    }
}

/// What a paragraph is; each is a style of its own in Word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// 份号.
    CopyNumber,
    /// 密级和保密期限.
    Secrecy,
    /// 紧急程度.
    Urgency,
    /// 发文机关标志, and the red name of 简报 and 纪要.
    Mark,
    /// 发文字号, 令号; in an upward paper 签发人 stand on its lines.
    Number,
    /// 签发人 on lines above that of the 发文字号.
    Signers,
    /// 期号 of 简报 and 纪要.
    Issue,
    /// 编印单位 and date of a 简报.
    Editor,
    Title,
    /// 主送机关.
    Addressee,
    Body,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    /// 表题.
    Caption,
    /// A cell of a table, and one of its head.
    Cell,
    HeaderCell,
    /// 出席, 请假, 列席 of 纪要.
    Attendance,
    /// 附件说明.
    Enclosure,
    /// 发文机关署名.
    Organ,
    /// 签发人职务 and 签名章.
    Stamp,
    /// 成文日期.
    Date,
    /// 附注.
    Note,
    /// 附件1.
    AttachmentNumber,
    /// The title of an 附件.
    AttachmentTitle,
    /// 抄送机关.
    CopiesTo,
    /// 印发机关 and 印发日期.
    Imprint,
    /// A rule at a fixed height and nothing else: the second double rule of 信函.
    Rule,
    /// The page's number.
    PageNumber,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Every line but the last stretches to both edges.
    Justify,
    Left,
    /// To the right edge, less the paragraph's `right` indent.
    Right,
    Centre,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    #[default]
    Black,
    /// Of 发文机关标志 and red rules (7.2.4).
    Red,
}

/// A horizontal rule along a paragraph's edge, as wide as the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub kind: RuleKind,
    /// Of the whole rule.
    pub weight: Pt,
    pub colour: Colour,
    /// From the edge of the paragraph's lines to the rule.
    pub gap: Pt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    Single,
    /// 上粗下细 (10.1).
    ThickThin,
    /// 上细下粗 (10.1).
    ThinThick,
}

/// A place on the sheet that does not move with the text: from the sheet's left and top edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fixed {
    pub left: Pt,
    /// Of the top of the first line's height (not of its ink).
    pub top: Pt,
    pub width: Pt,
    /// Stands on the first page only, behind the text: Word has it in the first page's footer.
    pub in_footer: bool,
}

#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Paragraph {
    pub style: Style,
    pub align: Align,
    /// Type size: the style's own but for a mark.
    pub size: Pt,
    /// Width of the glyphs in hundredths of their own: below 100 where a mark would else be too long.
    pub stretch: u8,
    /// Exact height of every line.
    pub pitch: Twip,
    /// Distance of all lines from the text area's left edge, and how much farther (or, negative, less far) that of
    /// the first is.
    pub left: Twip,
    pub first: Twip,
    /// Distance from the text area's right edge.
    pub right: Twip,
    /// Places on the line, from the text area's left edge, to which [`Piece::tab`]s go.
    pub tabs: Vec<Tab>,
    pub above: Option<Rule>,
    pub below: Option<Rule>,
    /// Stands at a place of its own on the sheet and takes no room in the text.
    pub fixed: Option<Fixed>,
    /// Begins a new page.
    pub new_page: bool,
    /// At least its last lines stand on one page with the first of what follows.
    pub keep_next: bool,
    /// Stands whole on one page.
    pub keep_lines: bool,
    /// Its lines end where layout says, by a break in Word's file; all others end of themselves.
    pub forced: bool,
    pub lines: Vec<Line>,
    /// Pictures anchored to it.
    pub pictures: Vec<Picture>,
}

impl Paragraph {
    /// A paragraph of a style without lines, indents or anything else of its own.
    #[must_use]
    pub fn new(style: Style, pitch: Twip) -> Self {
        Self {
            style,
            align: Align::Justify,
            size: style.size(),
            stretch: 100,
            pitch,
            left: Twip(0),
            first: Twip(0),
            right: Twip(0),
            tabs: Vec::new(),
            above: None,
            below: None,
            fixed: None,
            new_page: false,
            keep_next: false,
            keep_lines: false,
            forced: false,
            lines: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    pub at: Twip,
    /// The text behind it ends there instead of beginning there.
    pub right: bool,
}

/// A picture at a place of its own, behind the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub image: Image,
    /// Of its left edge from the sheet's.
    pub left: Pt,
    /// Of its top edge from the top of the paragraph's first line; negative above it.
    pub top: Pt,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Character spacing of the whole line.
    pub tracking: Twip,
    /// The profiles of word processors stay apart on where this line ends: no tracking makes them agree.
    pub fragile: bool,
}

/// Text of one face, without a gap between Han and Latin inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub face: FaceId,
    /// A gap between Han and Latin stands before it, on the same line.
    pub gap: bool,
    /// A tab stands before it.
    pub tab: bool,
}

/// A table: cells with lines, columns with exact widths.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Widths of the columns.
    pub columns: Vec<Twip>,
    /// Has lines around its cells; one without them only arranges text, such as the mark of a joint issue.
    pub ruled: bool,
    /// Of the table from the text area's left edge.
    pub left: Twip,
    pub header_rows: usize,
    pub rows: Vec<TableRow>,
    /// Begins a new page: its head would have fitted on the one before, the first row behind it not.
    pub new_page: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Exact height, rules included; of a row that may break over pages the height without a break.
    pub height: Twip,
    /// Its lines may stand on two pages; else it stands whole on one.
    pub breaks: bool,
    /// In the order of their columns; none for what a cell above covers.
    pub cells: Vec<TableCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    /// Index of the first column that it covers, and how many columns and rows it covers.
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    /// Set in by [`page::CELL_SIDE`](super::page::CELL_SIDE) from the cell's sides.
    pub paragraphs: Vec<Paragraph>,
}

/// A page with all that stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub landscape: bool,
    /// In the order in which they are read.
    pub marks: Vec<Mark>,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub part: Part,
    pub ink: Ink,
}

/// What a mark is part of: this is the structure of the tagged PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The element of that index.
    Element(usize),
    /// A paragraph of a cell: the element's index, the row's and that of the cell among the row's cells, and the
    /// paragraph's.
    Cell { element: usize, row: usize, cell: usize, paragraph: usize },
    /// Not part of the text: page numbers, rules, heads of tables that stand again.
    Artifact,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    Glyphs(Glyphs),
    Rule { from: (Pt, Pt), to: (Pt, Pt), weight: Pt, colour: Colour },
    Picture { image: Image, left: Pt, top: Pt },
}

/// Glyphs of one face on one baseline. Lengths are from the sheet's left and top edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyphs {
    pub text: Arc<str>,
    pub face: FaceId,
    pub size: Pt,
    /// As in [`Paragraph::stretch`].
    pub stretch: u8,
    pub colour: Colour,
    pub left: Pt,
    pub baseline: Pt,
    /// For each character the distance to the next one's left edge.
    pub advances: Vec<f32>,
    /// Turned clockwise by 90° about its beginning: page numbers of landscape pages.
    pub turned: bool,
}

impl Part {
    /// Its place in the order of reading; artifacts last.
    #[must_use]
    pub fn order(self) -> (usize, usize, usize, usize) {
        match self {
            Self::Element(element) => (element, 0, 0, 0),
            Self::Cell { element, row, cell, paragraph } => (element, row, cell, paragraph),
            Self::Artifact => (usize::MAX, 0, 0, 0),
        }
    }
}

impl Galley {
    /// Whether page 1 shows text of the body (正文), as 7.3.3 demands.
    #[must_use]
    pub fn begins_on_page_1(&self) -> bool {
        self.pages.first().is_none_or(|page| self.shows_text(page))
    }

    /// Whether a 署名, stamp or 成文日期 stands on a page without text, against 7.3.5.4.
    #[must_use]
    pub fn signature_stands_alone(&self) -> bool {
        let signs = |page: &Page| {
            self.elements_on(page).any(|element| {
                let signature = [Style::Organ, Style::Stamp, Style::Date];
                matches!(element, Element::Paragraph(paragraph) if signature.contains(&paragraph.style))
            })
        };
        self.pages.iter().any(|page| signs(page) && !self.shows_text(page))
    }

    fn elements_on<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = &'a Element> {
        page.marks.iter().filter_map(|mark| match mark.part {
            Part::Element(element) | Part::Cell { element, .. } => self.elements.get(element),
            Part::Artifact => None,
        })
    }

    /// Whether a page shows text of the body, a table of it, 附件说明 or attendance.
    fn shows_text(&self, page: &Page) -> bool {
        self.elements_on(page).any(|element| match element {
            Element::Paragraph(paragraph) => {
                paragraph.style.is_of_body() || matches!(paragraph.style, Style::Enclosure | Style::Attendance)
            }
            Element::Table(table) => table.ruled,
            Element::Blank(_) | Element::Section(_) => false,
        })
    }

    /// Every paragraph, those in cells of tables too, in the order in which they are read.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.elements.iter().flat_map(|element| -> Box<dyn Iterator<Item = &Paragraph>> {
            match element {
                Element::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
                Element::Table(table) => {
                    Box::new(table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs))
                }
                Element::Blank(_) | Element::Section(_) => Box::new(std::iter::empty()),
            }
        })
    }
}
