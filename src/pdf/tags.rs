//! The structure tree as objects of the file (ISO 32000-1, 14.7), and the way back from the pages to it.

use pdf_writer::types::{StructRole, TableHeaderScope};
use pdf_writer::writers::{StructChildren, StructElement, StructTreeRoot, TableAttributes};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, TextStr};

use super::page::PageTree;
use super::refs::Refs;
use super::structure::Marked;

/// What an element of the structure is.
#[derive(Debug, Clone)]
pub enum Tag {
    Title,
    Paragraph,
    /// With its level, from 1, and its text.
    Heading(u16, String),
    Figure(Figure),
    Table,
    Row,
    /// How many columns and rows it covers.
    HeaderCell {
        columns: usize,
        rows: usize,
    },
    Cell {
        columns: usize,
        rows: usize,
    },
}

#[derive(Debug, Clone)]
pub struct Figure {
    /// On its page.
    pub bounds: Rect,
    /// What it shows, for those who cannot see it.
    pub description: String,
}

#[derive(Debug)]
pub struct Node {
    pub tag: Tag,
    pub children: Vec<Child>,
}

#[derive(Debug)]
pub enum Child {
    Node(Node),
    Content(Marked),
}

/// The elements of a paper in order.
pub struct TagTree(pub Vec<Node>);

/// For each page, the elements of which its marked content is, in its order.
type Parents = Vec<Vec<Ref>>;

impl TagTree {
    /// Writes the whole tree, and gives its root.
    pub fn write(&self, pdf: &mut Pdf, refs: &mut Refs, pages: &PageTree) -> Ref {
        let (root, document) = (refs.next(), refs.next());
        let mut parents: Parents = vec![Vec::new(); pages.pages.len()];
        let mut children = Vec::new();
        for node in &self.0 {
            children.push(write_node(pdf, refs, pages, node, document, &mut parents));
        }
        let mut whole = pdf.struct_element(document);
        whole.kind(StructRole::Document).parent(root);
        write_refs(&mut whole.children(), &children);
        whole.finish();
        let ways_back: Vec<Ref> = parents.iter().map(|_| refs.next()).collect();
        for (id, elements) in ways_back.iter().zip(parents) {
            pdf.indirect(*id).array().items(elements);
        }
        let mut top = pdf.indirect(root).start::<StructTreeRoot>();
        top.child(document);
        // Titles stand above all headings, and PDF 1.7 has no element for them.
        top.role_map().insert(Name(TITLE), StructRole::P);
        let mut tree = top.parent_tree();
        let mut numbers = tree.nums();
        for (key, id) in (0..).zip(&ways_back) {
            numbers.insert(key, *id);
        }
        numbers.finish();
        tree.finish();
        top.parent_tree_next_key(i32::try_from(ways_back.len()).unwrap_or(i32::MAX));
        top.finish();
        root
    }
}

const TITLE: &[u8] = b"Title";

/// Writes an element and all below it.
fn write_node(pdf: &mut Pdf, refs: &mut Refs, pages: &PageTree, node: &Node, above: Ref, parents: &mut Parents) -> Ref {
    let id = refs.next();
    let mut below = Vec::new();
    for child in &node.children {
        if let Child::Node(node) = child {
            below.push(write_node(pdf, refs, pages, node, id, parents));
        }
    }
    let mut element = pdf.struct_element(id);
    element.parent(above);
    describe(&mut element, &node.tag);
    // Most content of an element stands on one page, which is said once.
    let first_page = node.children.iter().find_map(|child| match child {
        Child::Content(marked) => Some(marked.page),
        Child::Node(_) => None,
    });
    if let Some(page) = first_page.and_then(|page| pages.pages.get(page)) {
        element.page(*page);
    }
    let mut children = element.children();
    let mut below = below.into_iter();
    for child in &node.children {
        match child {
            Child::Node(_) => {
                if let Some(id) = below.next() {
                    children.struct_element(id);
                }
            }
            Child::Content(marked) => {
                if let Some(parents) = parents.get_mut(marked.page) {
                    parents.push(id);
                }
                match pages.pages.get(marked.page) {
                    Some(page) if first_page != Some(marked.page) => {
                        children.marked_content_ref().page(*page).marked_content_id(marked.id);
                    }
                    _ => {
                        children.marked_content_id(marked.id);
                    }
                }
            }
        }
    }
    children.finish();
    element.finish();
    id
}

fn write_refs(children: &mut StructChildren, ids: &[Ref]) {
    for id in ids {
        children.struct_element(*id);
    }
}

/// What an element is, and what is said of it.
fn describe(element: &mut StructElement, tag: &Tag) {
    match tag {
        Tag::Title => _ = element.custom_kind(Name(TITLE)),
        Tag::Paragraph => _ = element.kind(StructRole::P),
        Tag::Heading(level, text) => {
            element.kind(match level {
                1 => StructRole::H1,
                2 => StructRole::H2,
                3 => StructRole::H3,
                4 => StructRole::H4,
                5 => StructRole::H5,
                _ => StructRole::H6,
            });
            element.title(TextStr(text));
        }
        Tag::Figure(figure) => {
            element.kind(StructRole::Figure).alt(TextStr(&figure.description));
            element.attributes().push().layout().bbox(figure.bounds);
        }
        Tag::Table => _ = element.kind(StructRole::Table),
        Tag::Row => _ = element.kind(StructRole::TR),
        Tag::HeaderCell { columns, rows } => {
            element.kind(StructRole::TH);
            let mut attributes = element.attributes();
            let mut table = attributes.push().table();
            table.scope(TableHeaderScope::Column);
            span(&mut table, *columns, *rows);
        }
        Tag::Cell { columns, rows } => {
            element.kind(StructRole::TD);
            if *columns > 1 || *rows > 1 {
                let mut attributes = element.attributes();
                span(&mut attributes.push().table(), *columns, *rows);
            }
        }
    }
}

/// How many columns and rows a cell covers; 1 is what a reader takes for granted.
fn span(table: &mut TableAttributes, columns: usize, rows: usize) {
    if let (Ok(columns), true) = (i32::try_from(columns), columns > 1) {
        table.col_span(columns);
    }
    if let (Ok(rows), true) = (i32::try_from(rows), rows > 1) {
        table.row_span(rows);
    }
}
