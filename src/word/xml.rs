//! A part of the file as XML, written element by element in the schema's order.

use std::fmt::Display;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::error::WordError;
use super::error::writable;

/// An attribute's name and value.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);
/// An element's attributes, in their order.
pub(super) type Attributes<'a> = &'a [Attribute<'a>];

/// XML that is being written. Whatever enters it is escaped, and refused where XML cannot hold it.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole part with its root element.
    pub fn part(
        root: &str,
        attributes: Attributes,
        children: impl FnOnce(&mut Self) -> Result<(), WordError>,
    ) -> Result<Vec<u8>, WordError> {
        let mut xml = Self(Writer::new(Vec::with_capacity(16 * 1024)));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        xml.open(root, attributes, children)?;
        Ok(xml.0.into_inner())
    }

    /// An element with children.
    pub fn open(
        &mut self,
        name: &str,
        attributes: Attributes,
        children: impl FnOnce(&mut Self) -> Result<(), WordError>,
    ) -> Result<(), WordError> {
        self.0.write_event(Event::Start(start(name, attributes)?))?;
        children(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))?;
        Ok(())
    }

    /// An element without children.
    pub fn leaf(&mut self, name: &str, attributes: Attributes) -> Result<(), WordError> {
        self.0.write_event(Event::Empty(start(name, attributes)?))?;
        Ok(())
    }

    /// An element that says one thing, in `w:val`.
    pub fn value(&mut self, name: &str, value: impl Display) -> Result<(), WordError> {
        self.leaf(name, &[("w:val", &value)])
    }

    /// An element that says what it says by being there.
    pub fn flag(&mut self, name: &str) -> Result<(), WordError> {
        self.leaf(name, &[])
    }

    /// An element that holds text.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) -> Result<(), WordError> {
        self.open(name, attributes, |xml| Ok(xml.0.write_event(Event::Text(BytesText::new(writable(text)?)))?))
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> Result<BytesStart<'a>, WordError> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, writable(&value.to_string())?));
    }
    Ok(start)
}
