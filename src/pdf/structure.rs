//! The structure of the tagged PDF: the galley's elements in order, each with the content that the pages show of it.

use std::collections::BTreeMap;

use pdf_writer::Rect;

use super::tags::{Child, Figure, Marked, Node, Tag, TagTree};
use crate::layout::{Element, Galley, Line, Paragraph, Part, Style, Table, TableCell};

/// A place that a reader can be led to.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub page: usize,
    /// From the page's bottom, in pt.
    pub top: f32,
}

/// What the pages show of a part.
#[derive(Debug, Default)]
struct Content {
    children: Vec<Child>,
    /// Where its text begins.
    place: Option<Place>,
    /// Of a chart: the box that it covers.
    bounds: Option<Rect>,
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
            Part::Element(index) => {
                matches!(self.elements.get(index), Some(Element::Paragraph(_) | Element::Chart(_)))
            }
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

    pub fn is_chart(&self, part: Part) -> bool {
        matches!(part, Part::Element(index) if matches!(self.elements.get(index), Some(Element::Chart(_))))
    }

    /// What was drawn of a part covers that box too.
    pub fn reach(&mut self, part: Part, more: Rect) {
        let known = self.contents.entry(part).or_default();
        known.bounds = Some(known.bounds.map_or(more, |bounds| {
            Rect::new(bounds.x1.min(more.x1), bounds.y1.min(more.y1), bounds.x2.max(more.x2), bounds.y2.max(more.y2))
        }));
    }

    pub fn add(&mut self, part: Part, content: Marked, place: Place) {
        let known = self.contents.entry(part).or_default();
        known.children.push(Child::Content(content));
        known.place.get_or_insert(place);
    }

    pub fn add_figure(&mut self, part: Part, content: Marked, bounds: Rect, description: &str) {
        let figure = Figure { bounds, description: description.to_owned() };
        let node = Node { tag: Tag::Figure(figure), children: vec![Child::Content(content)] };
        self.contents.entry(part).or_default().children.push(Child::Node(node));
    }

    /// Titles and headings in order.
    pub fn headings(&self) -> Vec<Heading> {
        let levels = self.levels();
        let mut headings = Vec::new();
        for (index, element) in self.elements.iter().enumerate() {
            let Element::Paragraph(paragraph) = element else { continue };
            let is_title = paragraph.style.definition().outline == Some(0);
            let depth = if is_title { Some(0) } else { levels.get(&index).copied() };
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
    fn levels(&self) -> BTreeMap<usize, u16> {
        let mut depth = 0;
        let mut levels = BTreeMap::new();
        for (index, element) in self.elements.iter().enumerate() {
            let Element::Paragraph(paragraph) = element else { continue };
            if let (Some(wanted), true) = (level(paragraph.style), self.contents.contains_key(&Part::Element(index))) {
                depth = wanted.min(depth + 1);
                levels.insert(index, depth);
            }
        }
        levels
    }

    pub fn into_tree(mut self) -> TagTree {
        let levels = self.levels();
        let mut nodes = Vec::new();
        for (index, element) in self.elements.iter().enumerate() {
            match element {
                Element::Paragraph(paragraph) => {
                    let tag = match (levels.get(&index), paragraph.style) {
                        (Some(level), _) => Tag::Heading(*level, text(paragraph)),
                        (None, Style::Title) => Tag::Title,
                        (None, _) => Tag::Paragraph,
                    };
                    nodes.extend(self.paragraph(Part::Element(index), tag));
                }
                Element::Table(table) if table.ruled => nodes.extend(self.table(index, table)),
                Element::Table(table) => nodes.extend(self.arranged(index, table)),
                Element::Chart(chart) => nodes.extend(self.figure(Part::Element(index), &chart.description)),
                Element::Blank(_) | Element::Section(_) => {}
            }
        }
        TagTree(nodes)
    }

    /// Nothing where no page shows anything of it.
    fn paragraph(&mut self, part: Part, tag: Tag) -> Option<Node> {
        let content = self.contents.remove(&part)?;
        Some(Node { tag, children: content.children })
    }

    fn figure(&mut self, part: Part, description: &str) -> Option<Node> {
        let content = self.contents.remove(&part)?;
        let figure = Figure { bounds: content.bounds?, description: description.to_owned() };
        Some(Node { tag: Tag::Figure(figure), children: content.children })
    }

    /// A table that only arranges text is none to a reader: its paragraphs follow each other.
    fn arranged(&mut self, element: usize, table: &Table) -> Vec<Node> {
        let mut paragraphs = Vec::new();
        for (row, cells) in table.rows.iter().enumerate() {
            for (cell, set) in cells.cells.iter().enumerate() {
                for paragraph in 0..set.paragraphs.len() {
                    let part = Part::Cell { element, row, cell, paragraph };
                    paragraphs.extend(self.paragraph(part, Tag::Paragraph));
                }
            }
        }
        paragraphs
    }

    fn table(&mut self, element: usize, table: &Table) -> Option<Node> {
        let mut is_shown = false;
        let mut rows = Vec::new();
        for (row, cells) in table.rows.iter().enumerate() {
            let mut line = Vec::new();
            for (cell, set) in cells.cells.iter().enumerate() {
                let mut paragraphs = Vec::new();
                for paragraph in 0..set.paragraphs.len() {
                    let part = Part::Cell { element, row, cell, paragraph };
                    paragraphs.extend(self.paragraph(part, Tag::Paragraph).map(Child::Node));
                }
                is_shown |= !paragraphs.is_empty();
                let tag = cell_tag(set, row < table.header_rows);
                line.push(Child::Node(Node { tag, children: paragraphs }));
            }
            rows.push(Child::Node(Node { tag: Tag::Row, children: line }));
        }
        is_shown.then_some(Node { tag: Tag::Table, children: rows })
    }
}

fn cell_tag(cell: &TableCell, is_header: bool) -> Tag {
    let (columns, rows) = (cell.columns, cell.rows);
    if is_header { Tag::HeaderCell { columns, rows } } else { Tag::Cell { columns, rows } }
}

/// The level of a heading, from 1; titles have none.
fn level(style: Style) -> Option<u16> {
    style.definition().outline.filter(|level| *level > 0).map(u16::from)
}

fn text(paragraph: &Paragraph) -> String {
    paragraph.lines.iter().map(Line::text).collect()
}
