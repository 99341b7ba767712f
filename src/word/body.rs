//! `word/document.xml`: the galley's elements in their order, parted into sections.

use std::ops::RangeInclusive;

use super::chart;
use super::context::Context;
use super::error::WordError;
use super::field::{self, BODY};
use super::frame::{self, Placed};
use super::package::{R, W};
use super::paragraph::{self, Manner};
use super::section;
use super::table;
use super::xml::{Attribute, Xml};
use crate::document::Form;
use crate::layout::{Blank, Element, Galley, Ink, Page, Paragraph, Part, Pt, Section, Sheet, Style, Twip};

pub(super) fn part<'a>(galley: &'a Galley, context: &mut Context<'a>) -> Result<Vec<u8>, WordError> {
    let namespaces: [Attribute; 2] = [("xmlns:w", &W), ("xmlns:r", &R)];
    Xml::part("w:document", &namespaces, |xml| xml.open("w:body", &[], |xml| body(xml, galley, context)))
}

fn body<'a>(xml: &mut Xml, galley: &'a Galley, context: &mut Context<'a>) -> Result<(), WordError> {
    let elements = &galley.elements;
    let range = body_range(elements);
    let mut body = None;
    let mut flow = Flow {
        pages: &galley.pages,
        first: first_page(galley),
        section: Section::default(),
        covered: Some(0.0),
        context,
    };
    let mut at = 0;
    while let Some(element) = elements.get(at) {
        let behind = &elements[at + 1..];
        if range.as_ref().is_some_and(|range| *range.start() == at) {
            body = Some(field::begin(xml, BODY, flow.context)?);
        }
        let written = match element {
            Element::Paragraph(Paragraph { fixed: Some(_), .. }) => flow.block(xml, &elements[at..])?,
            element => flow.element(xml, at, element, behind).map(|()| 1)?,
        };
        if range.as_ref().is_some_and(|range| *range.end() == at)
            && let Some(id) = body
        {
            field::end(xml, id)?;
        }
        at += written;
    }
    flow.end(xml, elements.last())
}

/// What has been written of the body, as far as what follows depends on it.
struct Flow<'c, 'a> {
    context: &'c mut Context<'a>,
    pages: &'a [Page],
    section: Section,
    /// The first page, until its section is written.
    first: Option<Vec<Placed<'a>>>,
    /// How far down the sheet a block at a page's head reaches, in points; `None` once text stands on the page.
    covered: Option<f64>,
}

impl<'a> Flow<'_, 'a> {
    /// An element of the flow.
    fn element(
        &mut self,
        xml: &mut Xml,
        at: usize,
        element: &'a Element,
        behind: &'a [Element],
    ) -> Result<(), WordError> {
        let next = behind.first();
        let covered = self.covered.take();
        match element {
            Element::Blank(blank) => {
                let top = Sheet::upright(self.context.margins).top.pt().0;
                // A floating table takes no room in the galley, but moves text out of its way, down to its own foot.
                let moved = covered.map_or(0, |foot| Pt((foot - top).max(0.0)).twip().0);
                let height = Twip(blank.height.0 - moved);
                paragraph::blank(xml, Blank { height, ..*blank }, self.context.pitch)
            }
            Element::Chart(chart) => chart::write(xml, chart, self.context),
            Element::Table(table) => {
                if table.new_page {
                    paragraph::new_page(xml)?;
                }
                table::write(xml, table, self.context)?;
                // Word makes one table of two that nothing parts.
                if matches!(next, Some(Element::Table(next)) if !next.new_page) {
                    paragraph::tail(xml, |_| Ok(()))
                } else {
                    Ok(())
                }
            }
            Element::Section(section) => {
                if at > 0 {
                    self.close_section(xml)?;
                }
                self.section = *section;
                self.covered = Some(0.0);
                // LibreOffice begins no new page before a table that floats. Measured.
                if next.is_some_and(is_fixed) { paragraph::tail(xml, |_| Ok(())) } else { Ok(()) }
            }
            Element::Paragraph(paragraph) => {
                // Word lets the end of a long paragraph go to the next page with what it is kept with, LibreOffice moves the
                // paragraph whole. Measured. So it is not kept; its end has no room on the page.
                let foot = if paragraph.keep_next && !paragraph.keep_lines {
                    self.foot_below(at, paragraph.pitch)
                } else {
                    None
                };
                if let Some(foot) = foot {
                    paragraph::empty_foot(xml, foot, Sheet::upright(self.context.margins).text_width())?;
                }
                // Before a table, keepNext makes LibreOffice move rows that may break to the next page whole. Measured.
                let loose = foot.is_some() || behind.first().is_some_and(has_breaking_rows);
                let manner = Manner { loose, ..Manner::IN_FLOW };
                paragraph::write(xml, paragraph, manner, self.context)
            }
        }
    }

    /// Paragraphs at a fixed place, the first of `elements` and those behind it that are of the same block. Returns how
    /// many they are.
    fn block(&mut self, xml: &mut Xml, elements: &'a [Element]) -> Result<usize, WordError> {
        let mut block: Vec<Placed> = Vec::new();
        for element in elements {
            let Element::Paragraph(next @ Paragraph { fixed: Some(at), .. }) = element else { break };
            match block.last() {
                // The section's first footer has it.
                None if at.in_footer => return Ok(1),
                Some(last) if !frame::follows(*last, (next, *at)) => break,
                _ => block.push((next, *at)),
            }
        }
        if let Some(covered) = &mut self.covered {
            *covered = covered.max(frame::end(&block));
        }
        frame::write(xml, &block, self.context)?;
        Ok(block.len())
    }

    /// The room at the foot of the page on which an element begins, from the middle of the line behind its last one
    /// there; `None` where it does not end on the next page, or begins on a turned one.
    fn foot_below(&self, element: usize, pitch: Twip) -> Option<Twip> {
        let mut pages = self.pages.iter().filter_map(|page| Some((page, last_baseline(page, element)?)));
        let (page, baseline) = pages.next()?;
        if pages.count() != 1 {
            return None;
        }
        let sheet = Sheet::upright(self.context.margins);
        let bottom = Twip(sheet.height.0 - sheet.bottom.0);
        (!page.landscape).then(|| Twip(bottom.0 - baseline.twip().0 - pitch.0 / 2))
    }

    fn close_section(&mut self, xml: &mut Xml) -> Result<(), WordError> {
        paragraph::tail(xml, |xml| section::write(xml, self.section, self.first.take(), self.context))
    }

    /// The last section, which is the document's.
    fn end(mut self, xml: &mut Xml, last: Option<&Element>) -> Result<(), WordError> {
        // A floating table is anchored to the paragraph behind it, and behind a table there must be one.
        if last.is_none_or(|last| is_fixed(last) || matches!(last, Element::Table(_) | Element::Section(_))) {
            paragraph::tail(xml, |_| Ok(()))?;
        }
        section::write(xml, self.section, self.first.take(), self.context)
    }
}

/// The baseline of an element's last line on a page, if it has one there.
fn last_baseline(page: &Page, element: usize) -> Option<Pt> {
    let own = page.drawn.iter().filter(|drawn| drawn.part == Part::Element(element));
    own.rev().find_map(|drawn| match &drawn.ink {
        Ink::Glyphs(glyphs) => Some(glyphs.baseline),
        Ink::Rule { .. } | Ink::Picture { .. } | Ink::Shape(_) => None,
    })
}

fn has_breaking_rows(element: &Element) -> bool {
    matches!(element, Element::Table(table) if table.rows.iter().any(|row| row.breaks))
}

fn is_fixed(element: &Element) -> bool {
    matches!(element, Element::Paragraph(Paragraph { fixed: Some(_), .. }))
}

/// From the first to the last of the body's elements, without those of 附件.
fn body_range(elements: &[Element]) -> Option<RangeInclusive<usize>> {
    let end = elements.iter().position(begins_attachment).unwrap_or(elements.len());
    let start = elements[..end].iter().position(is_body)?;
    Some(start..=elements[..end].iter().rposition(is_body)?)
}

fn is_body(element: &Element) -> bool {
    match element {
        Element::Paragraph(paragraph) => paragraph::is_body(paragraph.style),
        // Others hold the mark of a joint issue.
        Element::Table(table) => table.ruled,
        Element::Chart(_) => true,
        Element::Blank(_) | Element::Section(_) => false,
    }
}

fn begins_attachment(element: &Element) -> bool {
    matches!(element, Element::Paragraph(Paragraph { style: Style::AttachmentNumber | Style::AttachmentTitle, .. }))
}

/// What the first page has at its foot, where it is unlike the others.
fn first_page(galley: &Galley) -> Option<Vec<Placed<'_>>> {
    let at_foot: Vec<_> = galley
        .elements
        .iter()
        .filter_map(|element| match element {
            Element::Paragraph(paragraph) => Some((paragraph, paragraph.fixed.filter(|fixed| fixed.in_footer)?)),
            _ => None,
        })
        .collect();
    (galley.form == Form::Letter || !at_foot.is_empty()).then_some(at_foot)
}
