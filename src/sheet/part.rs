//! The tables of a paper, each with what stands around it: one sheet a table.

use crate::document::{Attachment, Block, Document, Engine, Origin, Signature, Table, Text};

/// A table with what stands around it.
pub(super) struct Part<'d> {
    /// What its sheet may be called.
    pub(super) name: String,
    pub(super) table: &'d Table,
    pub(super) landscape: bool,
    pub(super) above: Vec<Line>,
    pub(super) below: Vec<Line>,
}

/// A line of text over the whole width of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) manner: Manner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Title,
    Caption,
    Left,
    Centre,
    Right,
}

/// How many tables a paper has, its 附件 included.
#[must_use]
pub fn count_tables(document: &Document) -> usize {
    parts(document).len()
}

/// How many paragraphs of a paper stand on none of its sheets.
#[must_use]
pub fn unsaid(document: &Document) -> usize {
    let bodies = document.attachments.iter().map(|attachment| &attachment.body);
    let left_out = std::iter::once(&document.body).chain(bodies).filter(|body| !is_of_tables(body));
    left_out.flatten().filter(|block| matches!(block, Block::Paragraph(_) | Block::Led { .. })).count()
}

/// The tables in the order of the paper.
pub(super) fn parts(document: &Document) -> Vec<Part<'_>> {
    let mut parts = of_body(document);
    for attachment in &document.attachments {
        parts.extend(of_attachment(document, attachment));
    }
    parts
}

/// Whether a body has tables and nothing but paragraphs around them: these belong to the tables.
fn is_of_tables(body: &[Block]) -> bool {
    let is_table_or_text = |block: &Block| matches!(block, Block::Table(_) | Block::Chart(_) | Block::Paragraph(_));
    body.iter().all(is_table_or_text) && body.iter().any(|block| matches!(block, Block::Table(_)))
}

fn of_body(document: &Document) -> Vec<Part<'_>> {
    let mut every = marks(document);
    every.extend(line(document.head.number.as_ref(), Manner::Centre));
    let mut last: Vec<Line> = document.signature.iter().flat_map(signed).collect();
    last.extend(line(document.note.as_ref(), Manner::Left));
    let title = Some(Line { text: document.called(), manner: Manner::Title }).filter(|title| !title.text.is_empty());
    let first = line(document.addressee.as_ref(), Manner::Left);
    Around { every, title, first, last, is_turned: false }.parts(&document.body)
}

fn of_attachment<'d>(document: &Document, attachment: &'d Attachment) -> Vec<Part<'d>> {
    let mut every = marks(document);
    let number = attachment.number.map_or_else(String::new, |number| number.to_string());
    every.push(Line { text: format!("附件{number}"), manner: Manner::Left });
    let title = line(Some(&attachment.title), Manner::Title);
    let around = Around { every, title, first: None, last: Vec::new(), is_turned: attachment.landscape };
    around.parts(&attachment.body)
}

/// What tells a secret or an urgent paper, on every sheet (7.2.1 to 7.2.3).
fn marks(document: &Document) -> Vec<Line> {
    let head = &document.head;
    let marks = [&head.copy_number, &head.secrecy, &head.urgency];
    marks.into_iter().filter_map(|mark| line(mark.as_ref(), Manner::Left)).collect()
}

/// 署名 and 成文日期.
fn signed(signature: &Signature) -> Vec<Line> {
    let lines = signature.organs.iter().chain([&signature.date]);
    lines.filter_map(|text| line(Some(text), Manner::Right)).collect()
}

fn line(text: Option<&Text>, manner: Manner) -> Option<Line> {
    let text = text.filter(|text| !text.is_empty())?;
    Some(Line { text: text.plain(), manner })
}

/// What stands around the tables of one body.
struct Around {
    /// Above each table.
    every: Vec<Line>,
    title: Option<Line>,
    /// Above the first one, where the body is of tables.
    first: Option<Line>,
    /// Below the last one, where the body is of tables.
    last: Vec<Line>,
    is_turned: bool,
}

impl Around {
    fn parts(self, body: &[Block]) -> Vec<Part<'_>> {
        let is_of_tables = is_of_tables(body);
        let mut parts: Vec<Part> = Vec::new();
        let mut heading = None;
        let mut texts: Vec<Line> = self.first.into_iter().collect();
        for block in body {
            match block {
                Block::Heading { text, .. } | Block::Led { lead: text, .. } => heading = Some(text),
                Block::Paragraph(text) => texts.extend(line(Some(text), Manner::Left)),
                // Its figures are those of a table beside it.
                Block::Chart(_) => {}
                Block::Table(table) => {
                    let mut above = self.every.clone();
                    above.extend(self.title.clone());
                    if is_of_tables {
                        above.append(&mut texts);
                    }
                    let caption = table.caption.as_ref().or(heading);
                    above.extend(line(caption, Manner::Caption));
                    let called = caption.map(without_number).or(self.title.as_ref().map(|title| title.text.clone()));
                    parts.push(Part {
                        name: called.unwrap_or_default(),
                        table,
                        landscape: table.landscape || self.is_turned,
                        above,
                        below: Vec::new(),
                    });
                }
            }
        }
        if let Some(part) = parts.last_mut().filter(|_| is_of_tables) {
            part.below = texts;
            part.below.extend(self.last);
        }
        parts
    }
}

/// A heading without the number that the engine has put before it.
fn without_number(text: &Text) -> String {
    let is_number = |origin: &Origin| matches!(origin, Origin::Engine(Engine::HeadingNumber));
    text.0.iter().filter(|run| !is_number(&run.origin)).map(|run| run.text.as_str()).collect()
}
