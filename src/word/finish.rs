//! The finishing pass over a part that docx-rs has written.
//!
//! docx-rs 0.4.22 puts children out of the schema's order, leaves empty property elements, numbers paragraphs from
//! a counter that all threads share (so that two runs differ), always writes a bare `Normal` of its own, and has no
//! word for `firstLineChars`, `w:lang`, a default style or a custom one. All of that is seen to here, on the way
//! through once.

use std::io::Write;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use super::{WordError, schema};
use crate::layout::page;

/// Reads a part, mends it and writes it anew.
///
/// # Errors
/// Only where `part` is no well-formed XML.
pub(super) fn finish(part: &[u8]) -> Result<Vec<u8>, WordError> {
    let part = std::str::from_utf8(part).map_err(|error| quick_xml::Error::Encoding(error.into()))?;
    let root = read(part)?;
    let mut writer = Writer::new(Vec::with_capacity(part.len()));
    writer.get_mut().extend_from_slice(DECLARATION.as_bytes());
    if let Some(Node::Element(root)) = root.children.into_iter().find(|node| matches!(node, Node::Element(_))) {
        root.write(&mut writer)?;
    }
    Ok(writer.into_inner())
}

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

enum Node<'a> {
    Element(Element<'a>),
    /// Text or a reference, escaped as it stood.
    Text(Event<'a>),
}

struct Element<'a> {
    start: BytesStart<'a>,
    children: Vec<Node<'a>>,
}

/// The whole part under one nameless element.
fn read(part: &str) -> Result<Element<'_>, WordError> {
    let mut reader = Reader::from_str(part);
    let mut open = Vec::new();
    let mut current = Element { start: BytesStart::new(""), children: Vec::new() };
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                open.push(std::mem::replace(&mut current, Element::open(start)));
            }
            Event::Empty(start) => current.take_in(Element::open(start)),
            Event::End(_) => {
                if let Some(parent) = open.pop() {
                    let child = std::mem::replace(&mut current, parent);
                    current.take_in(child);
                }
            }
            event @ (Event::Text(_) | Event::GeneralRef(_)) => current.children.push(Node::Text(event)),
            Event::Eof => return Ok(current),
            _ => {}
        }
    }
}

impl<'a> Element<'a> {
    /// docx-rs leaves a space before `/>`.
    fn open(start: BytesStart<'a>) -> Self {
        let name = start.name().into_inner().len();
        let trimmed = start.trim_end();
        let start =
            if trimmed.len() < start.len() { BytesStart::from_content(trimmed.to_owned(), name) } else { start };
        Self { start, children: Vec::new() }
    }

    /// Adds a child that is complete, mended.
    fn take_in(&mut self, mut child: Self) {
        child.mend();
        let name = child.name();
        let left_empty = child.children.is_empty() && matches!(name, "w:rPr" | "w:pPr");
        let default_run = self.name() == "w:rPrDefault";
        let bare_normal = name == "w:style" && child.is_bare();
        if (!left_empty || default_run) && !bare_normal {
            self.children.push(Node::Element(child));
        }
    }

    fn name(&self) -> &str {
        self.start.name().into_inner()
    }

    /// A style that says nothing but its name: the one that docx-rs adds.
    fn is_bare(&self) -> bool {
        !self.elements().any(|child| matches!(child.name(), "w:pPr" | "w:rPr"))
    }

    fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self.start.try_get_attribute(name).ok().flatten()?;
        Some(attribute.value.into_owned())
    }

    fn mend(&mut self) {
        match self.name() {
            "w:p" => {
                self.start.clear_attributes();
            }
            "w:ind" => self.mend_indent(),
            "w:style" => self.mend_style(),
            "w:rPrDefault" => self.mend_default_run(),
            _ => {}
        }
        if let Some(order) = schema::order(self.name()) {
            self.children.sort_by_key(|node| match node {
                Node::Element(child) => order.iter().position(|name| *name == child.name()),
                Node::Text(_) => None,
            });
        }
    }

    /// Word goes by `firstLineChars`, in hundredths of a character, where it is given, so that the indent follows
    /// when somebody changes the type's size; LibreOffice goes by `firstLine` alone.
    fn mend_indent(&mut self) {
        let first = self.attribute("w:firstLine").and_then(|value| value.parse::<i32>().ok()).unwrap_or(0);
        if first > 0 && first % page::CHARACTER.0 == 0 {
            let chars = (first / page::CHARACTER.0 * 100).to_string();
            self.start.push_attribute(("w:firstLineChars", chars.as_str()));
        }
    }

    /// `Normal` is the default; a name in Han characters is none of Word's own.
    fn mend_style(&mut self) {
        let name = self.elements().find(|child| child.name() == "w:name").and_then(|child| child.attribute("w:val"));
        let Some(name) = name else { return };
        if name == "Normal" {
            self.start.push_attribute(("w:default", "1"));
        } else if !name.is_ascii() {
            self.start.push_attribute(("w:customStyle", "1"));
        }
    }

    fn mend_default_run(&mut self) {
        let lang = [("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")];
        let lang = Element::open(BytesStart::new("w:lang").with_attributes(lang));
        if let Some(Node::Element(run)) = self.children.first_mut() {
            run.children.push(Node::Element(lang));
        }
    }

    fn write<W: Write>(self, writer: &mut Writer<W>) -> std::io::Result<()> {
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(self.start));
        }
        let end = self.start.to_end().into_owned();
        writer.write_event(Event::Start(self.start))?;
        for child in self.children {
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(text)?,
            }
        }
        writer.write_event(Event::End(end))
    }
}
