//! The structure of the tagged PDF: the galley's elements in order, each with the content that the pages show of it.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use krilla::geom::{Point, Rect};
use krilla::tagging::{BBox, Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use zhoubao::layout::{Element, Galley, Line, Paragraph, Part, Style, Table, TableCell};

/// A place that a reader can be led to.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub page: usize,
    pub top: Point,
}

/// What the pages show of a part.
#[derive(Debug, Default)]
struct Content {
    nodes: Vec<Node>,
    /// Where its text begins.
    place: Option<Place>,
}

/// Filled while the pages are drawn.
pub struct Structure<'a> {
    elements: &'a [Element],
    contents: BTreeMap<Part, Content>,
}

/// A title or heading, for the outline.
pub struct Heading {
    pub text: String,
    /// 0 for titles.
    pub depth: u16,
    pub place: Place,
}

impl<'a> Structure<'a> {
    pub fn new(galley: &'a Galley) -> Self {
        Self { elements: &galley.elements, contents: BTreeMap::new() }
    }

    /// Whether the galley has this part: content of any other would have no place in the tree.
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Element(index) => matches!(self.elements.get(index), Some(Element::Paragraph(_))),
            Part::Cell { element, row, cell, paragraph } => match self.elements.get(element) {
                Some(Element::Table(table)) => {
                    let cell = table.rows.get(row).and_then(|row| row.cells.get(cell));
                    cell.is_some_and(|cell| paragraph < cell.paragraphs.len())
                }
                _ => false,
            },
            Part::Artifact => false,
        }
    }

    pub fn add(&mut self, part: Part, content: Identifier, place: Place) {
        let known = self.contents.entry(part).or_default();
        known.nodes.push(content.into());
        known.place.get_or_insert(place);
    }

    pub fn add_figure(&mut self, part: Part, content: Identifier, page: usize, bounds: Rect, description: &str) {
        let tag = Tag::Figure(Some(description.to_owned())).with_bbox(Some(BBox::new(page, bounds)));
        let figure = TagGroup::with_children(tag, vec![content.into()]);
        self.contents.entry(part).or_default().nodes.push(figure.into());
    }

    /// Titles and headings in order.
    pub fn headings(&self) -> Vec<Heading> {
        let levels = self.levels();
        let mut headings = Vec::new();
        for (index, element) in self.elements.iter().enumerate() {
            let Element::Paragraph(paragraph) = element else { continue };
            let is_title = paragraph.style.definition().outline == Some(0);
            let depth = if is_title { Some(0) } else { levels.get(&index).map(|level| level.get()) };
            let place = self.contents.get(&Part::Element(index)).and_then(|content| content.place);
            if let (Some(depth), Some(place)) = (depth, place) {
                headings.push(Heading { text: text(paragraph), depth, place });
            }
        }
        headings
    }

    /// The levels of the headings that stand on a page, by their elements.
    ///
    /// PDF/UA allows no heading to stand more than one level below the one before it; where a paper leaves a level
    /// out, the structure (not the page) lifts its heading.
    fn levels(&self) -> BTreeMap<usize, NonZeroU16> {
        let mut depth = 0;
        let mut levels = BTreeMap::new();
        for (index, element) in self.elements.iter().enumerate() {
            let Element::Paragraph(paragraph) = element else { continue };
            if let (Some(wanted), true) = (level(paragraph.style), self.contents.contains_key(&Part::Element(index))) {
                depth = wanted.min(depth + 1);
                levels.extend(NonZeroU16::new(depth).map(|depth| (index, depth)));
            }
        }
        levels
    }

    pub fn into_tree(mut self) -> TagTree {
        let levels = self.levels();
        let mut tree = TagTree::new();
        for (index, element) in self.elements.iter().enumerate() {
            let group = match element {
                Element::Paragraph(paragraph) => {
                    let tag = match (levels.get(&index), paragraph.style) {
                        (Some(level), _) => Tag::Hn(*level, Some(text(paragraph))).into(),
                        (None, Style::Title) => Tag::Title.into(),
                        (None, _) => Tag::P.into(),
                    };
                    self.paragraph(Part::Element(index), tag)
                }
                Element::Table(table) if table.ruled => self.table(index, table),
                Element::Table(table) => {
                    tree.children.extend(self.arranged(index, table).into_iter().map(Node::from));
                    None
                }
                Element::Chart(_) => panic!("this writer draws no charts: {index}"),
                Element::Blank(_) | Element::Section(_) => None,
            };
            if let Some(group) = group {
                tree.push(group);
            }
        }
        tree
    }

    /// Nothing where no page shows anything of it.
    fn paragraph(&mut self, part: Part, tag: TagKind) -> Option<TagGroup> {
        let content = self.contents.remove(&part)?;
        Some(TagGroup::with_children(tag, content.nodes))
    }

    /// A table that only arranges text is none to a reader: its paragraphs follow each other.
    fn arranged(&mut self, element: usize, table: &Table) -> Vec<TagGroup> {
        let mut paragraphs = Vec::new();
        for (row, cells) in table.rows.iter().enumerate() {
            for (cell, set) in cells.cells.iter().enumerate() {
                for paragraph in 0..set.paragraphs.len() {
                    paragraphs.extend(self.paragraph(Part::Cell { element, row, cell, paragraph }, Tag::P.into()));
                }
            }
        }
        paragraphs
    }

    fn table(&mut self, element: usize, table: &Table) -> Option<TagGroup> {
        let mut is_shown = false;
        let mut group = TagGroup::new(Tag::Table);
        for (row, cells) in table.rows.iter().enumerate() {
            let mut line = TagGroup::new(Tag::TR);
            for (cell, set) in cells.cells.iter().enumerate() {
                let mut box_ = TagGroup::new(cell_tag(set, row < table.header_rows));
                for paragraph in 0..set.paragraphs.len() {
                    let part = Part::Cell { element, row, cell, paragraph };
                    box_.children.extend(self.paragraph(part, Tag::P.into()).map(Node::from));
                }
                is_shown |= !box_.children.is_empty();
                line.push(box_);
            }
            group.push(line);
        }
        is_shown.then_some(group)
    }
}

fn cell_tag(cell: &TableCell, is_header: bool) -> TagKind {
    let (columns, rows) = (span(cell.columns), span(cell.rows));
    if is_header {
        Tag::TH(TableHeaderScope::Column).with_col_span(columns).with_row_span(rows).into()
    } else {
        Tag::TD.with_col_span(columns).with_row_span(rows).into()
    }
}

/// How many columns or rows a cell covers; 1 is what a reader takes for granted.
fn span(covered: usize) -> Option<NonZeroU32> {
    u32::try_from(covered).ok().filter(|span| *span > 1).and_then(NonZeroU32::new)
}

/// The level of a heading, from 1; titles have none.
fn level(style: Style) -> Option<u16> {
    style.definition().outline.filter(|level| *level > 0).map(u16::from)
}

fn text(paragraph: &Paragraph) -> String {
    paragraph.lines.iter().map(Line::text).collect()
}
