//! `word/document.xml`: the galley's elements in their order, parted into sections.

use std::ops::RangeInclusive;

use super::WordError;
use super::content_control::BODY;
use super::context::Context;
use super::frame::{self, Placed};
use super::package::{R, W};
use super::paragraph::{self, Rules};
use super::section::{self, FirstPage};
use super::table;
use super::xml::{Attribute, Xml};
use crate::document::Form;
use crate::layout::{Element, Fixed, Galley, Paragraph, Section, Style};

pub(super) fn part<'a>(galley: &'a Galley, context: &mut Context<'a>) -> Result<Vec<u8>, WordError> {
    let namespaces: [Attribute; 2] = [("xmlns:w", &W), ("xmlns:r", &R)];
    Xml::part("w:document", &namespaces, |xml| xml.open("w:body", &[], |xml| body(xml, galley, context)))
}

fn body<'a>(xml: &mut Xml, galley: &'a Galley, context: &mut Context<'a>) -> Result<(), WordError> {
    let elements = &galley.elements;
    let body = body_of(elements);
    let bookmark = context.new_id();
    let mut first = first_page(galley);
    let mut section = Section::default();
    let mut at = 0;
    while let Some(element) = elements.get(at) {
        if body.as_ref().is_some_and(|body| *body.start() == at) {
            xml.leaf("w:bookmarkStart", &[("w:id", &bookmark), ("w:name", &BODY)])?;
        }
        let mut last = at;
        match element {
            Element::Blank(blank) => paragraph::blank(xml, *blank, context.pitch)?,
            Element::Table(table) => {
                table::write(xml, table, context)?;
                // Word makes one table of two that nothing parts.
                if matches!(elements.get(at + 1), Some(Element::Table(_))) {
                    paragraph::tail(xml, |_| Ok(()))?;
                }
            }
            Element::Section(next) => {
                if at > 0 {
                    paragraph::tail(xml, |xml| section::write(xml, section, first.take(), context))?;
                }
                section = *next;
                // LibreOffice begins no new page before a table that floats. Measured.
                if matches!(elements.get(at + 1), Some(Element::Paragraph(Paragraph { fixed: Some(_), .. }))) {
                    paragraph::tail(xml, |_| Ok(()))?;
                }
            }
            Element::Paragraph(one) => last += paragraphs(xml, one, &elements[at + 1..], context)?,
        }
        if body.as_ref().is_some_and(|body| *body.end() == last) {
            xml.leaf("w:bookmarkEnd", &[("w:id", &bookmark)])?;
        }
        at = last + 1;
    }
    // A floating table is anchored to the paragraph behind it, and behind a table there must be one.
    if elements.last().is_none_or(|last| !matches!(last, Element::Paragraph(Paragraph { fixed: None, .. }))) {
        paragraph::tail(xml, |_| Ok(()))?;
    }
    section::write(xml, section, first, context)
}

/// Writes a paragraph, and with it those behind it that are of the same block. Returns how many those are.
fn paragraphs<'a>(
    xml: &mut Xml,
    first: &'a Paragraph,
    behind: &'a [Element],
    context: &mut Context<'a>,
) -> Result<usize, WordError> {
    match first.fixed {
        None => paragraph::write(xml, first, Rules::All, context).map(|()| 0),
        Some(Fixed { in_footer: true, .. }) => Ok(0),
        Some(fixed) => {
            let mut block: Vec<Placed> = vec![(first, fixed)];
            for element in behind {
                let Element::Paragraph(next @ Paragraph { fixed: Some(then), .. }) = element else { break };
                if !block.last().is_some_and(|last| frame::follows(*last, (next, *then))) {
                    break;
                }
                block.push((next, *then));
            }
            frame::write(xml, &block, context)?;
            Ok(block.len() - 1)
        }
    }
}

/// From the first to the last of the body's elements, without those of 附件.
fn body_of(elements: &[Element]) -> Option<RangeInclusive<usize>> {
    let is_body = |element: &Element| match element {
        Element::Paragraph(paragraph) => paragraph::is_body(paragraph.style),
        Element::Table(_) => true,
        Element::Blank(_) | Element::Section(_) => false,
    };
    let ends = |element: &Element| {
        matches!(element, Element::Paragraph(Paragraph { style: Style::AttachmentNumber | Style::AttachmentTitle, .. }))
    };
    let end = elements.iter().position(ends).unwrap_or(elements.len());
    let start = elements[..end].iter().position(is_body)?;
    Some(start..=elements[..end].iter().rposition(is_body)?)
}

/// What the first page has at its foot, where it is unlike the others.
fn first_page(galley: &Galley) -> Option<FirstPage<'_>> {
    let at_foot: Vec<_> = galley
        .elements
        .iter()
        .filter_map(|element| match element {
            Element::Paragraph(paragraph) => Some((paragraph, paragraph.fixed.filter(|fixed| fixed.in_footer)?)),
            _ => None,
        })
        .collect();
    (galley.form == Form::Letter || !at_foot.is_empty()).then_some(FirstPage { at_foot })
}
