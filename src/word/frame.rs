//! What stands at a fixed place on the sheet: the mark of a 信函, the 版记, the second double rule.
//!
//! A mark of one paragraph is that paragraph in a frame, which programs read as they read any other; its rule stands in the flow
//! below it, which the frame moves down as it grows. All else is a floating table of one column, anchored to the sheet: its
//! rules are as wide as it is, while the text within may be set in (版记: 左右各空一字, 7.4.2), which rules of paragraphs cannot
//! do.
//!
//! Its rows are at least as high as they are now, so that what somebody types into them stays whole. A 版记 hangs on the
//! text area's bottom edge and grows upwards; everything else grows downwards from its place.

use super::context::Context;
use super::error::WordError;
use super::paragraph::{self, Frame, Manner, Rules};
use super::table_parts::{grid, padding};
use super::xml::{Attribute, Xml};
use crate::layout::{Fixed, Paragraph, Pt, Rule, RuleKind, Sheet, Style, Twip, page};

/// A paragraph with its place.
pub(super) type Placed<'a> = (&'a Paragraph, Fixed);

/// Whether two paragraphs are of one block: the second begins where the first ends.
pub(super) fn follows((one, at): Placed, (next, then): Placed) -> bool {
    are_near(at.left.0, then.left.0)
        && are_near(at.width.0, then.width.0)
        && are_near(end(&[(one, at)]) + above(next), then.top.0)
}

/// Whether two lengths are the same but for three points.
fn are_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 3.0
}

/// Writes a block of paragraphs, each below the other.
pub(super) fn write<'a>(xml: &mut Xml, block: &[Placed<'a>], context: &mut Context<'a>) -> Result<(), WordError> {
    let Some((first, at)) = block.first() else { return Ok(()) };
    let sheet = Sheet::upright(context.margins);
    if let ([_], Style::Mark, Some(rule)) = (block, first.style, first.below)
        && rule.gap.twip().0 >= page::TAIL.0
    {
        return mark(xml, (first, *at), rule, sheet, context);
    }
    let area = sheet.top.0;
    let hangs = first.style.is_of_imprint();
    xml.open("w:tbl", &[], |xml| {
        xml.open("w:tblPr", &[], |xml| {
            // LibreOffice 7.4 lets no table float whose place is given from the sheet's edge and lies in the text area.
            // Measured.
            let top = Pt(at.top.0 - above(first)).twip().0;
            let (anchor, top) = if !at.in_footer && top > area { ("margin", top - area) } else { ("page", top) };
            let height: Attribute = if hangs { ("w:tblpYSpec", &"bottom") } else { ("w:tblpY", &top) };
            let place: [Attribute; 6] = [
                ("w:leftFromText", &0),
                ("w:rightFromText", &0),
                ("w:vertAnchor", &anchor),
                ("w:horzAnchor", &"page"),
                ("w:tblpX", &at.left.twip().0),
                height,
            ];
            xml.leaf("w:tblpPr", &place)?;
            xml.value("w:tblOverlap", "never")?;
            xml.leaf("w:tblW", &[("w:w", &at.width.twip().0), ("w:type", &"dxa")])?;
            xml.leaf("w:tblLayout", &[("w:type", &"fixed")])?;
            padding(xml, Twip(0))
        })?;
        grid(xml, &[at.width.twip()])?;
        for (number, placed) in block.iter().enumerate() {
            row(xml, *placed, block.get(number + 1).copied(), context)?;
        }
        if hangs { foot(xml, *at, below_imprint(sheet)) } else { Ok(()) }
    })
}

/// A mark in a frame, and the rule below it, which a frame's paragraph could not have: LibreOffice would set it off by its gap
/// twice. Measured.
fn mark<'a>(
    xml: &mut Xml,
    (mark, at): Placed<'a>,
    rule: Rule,
    sheet: Sheet,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    let frame = Frame { left: at.left.twip(), top: at.top.twip(), width: at.width.twip() };
    paragraph::write(xml, mark, Manner { rules: Rules::None, frame: Some(frame), ..Manner::IN_FLOW }, context)?;
    let left = Twip(frame.left.0 - sheet.left.0);
    let right = Twip(sheet.width.0 - sheet.right.0 - frame.left.0 - frame.width.0);
    paragraph::rule(xml, rule, left, right)
}

/// How far below the last line of the 版记 the text area reaches in Word's file.
fn below_imprint(sheet: Sheet) -> Twip {
    Twip(sheet.height.0 - sheet.bottom.0 - page::IMPRINT_BOTTOM.pt().twip().0)
}

/// An empty row that keeps the last line of the 版记 where it belongs, if the text area reaches farther down.
fn foot(xml: &mut Xml, at: Fixed, height: Twip) -> Result<(), WordError> {
    if height.0 < page::TAIL.0 {
        return Ok(());
    }
    xml.open("w:tr", &[], |xml| {
        row_height(xml, height)?;
        xml.open("w:tc", &[], |xml| {
            xml.open("w:tcPr", &[], |xml| cell_width(xml, at.width.twip()))?;
            paragraph::tail(xml, |_| Ok(()))
        })
    })
}

/// The height that a row has unless its text needs more.
fn row_height(xml: &mut Xml, height: Twip) -> Result<(), WordError> {
    xml.open("w:trPr", &[], |xml| {
        xml.flag("w:cantSplit")?;
        xml.leaf("w:trHeight", &[("w:val", &height.0), ("w:hRule", &"atLeast")])
    })
}

fn cell_width(xml: &mut Xml, width: Twip) -> Result<(), WordError> {
    xml.leaf("w:tcW", &[("w:w", &width.0), ("w:type", &"dxa")])
}

/// Where a block ends, from the sheet's top, in points.
pub(super) fn end(block: &[Placed]) -> f64 {
    block.last().map_or(0.0, |(paragraph, at)| at.top.0 + lines(paragraph) + below(paragraph.below))
}

fn row<'a>(
    xml: &mut Xml,
    (paragraph, at): Placed<'a>,
    next: Option<Placed<'a>>,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    let top = at.top.0 - above(paragraph);
    let bottom = match next {
        Some((next, then)) => then.top.0 - above(next),
        None => end(&[(paragraph, at)]),
    };
    xml.open("w:tr", &[], |xml| {
        row_height(xml, Pt(bottom - top).twip())?;
        xml.open("w:tc", &[], |xml| {
            xml.open("w:tcPr", &[], |xml| {
                cell_width(xml, at.width.twip())?;
                xml.open("w:tcBorders", &[], |xml| {
                    edge(xml, "w:top", paragraph.above)?;
                    edge(xml, "w:bottom", paragraph.below)
                })?;
                match paragraph.above {
                    // The rule's own weight comes on top of it.
                    Some(Rule { kind: RuleKind::Single, gap, .. }) => {
                        xml.open("w:tcMar", &[], |xml| xml.leaf("w:top", &[("w:w", &gap.twip().0), ("w:type", &"dxa")]))
                    }
                    _ => Ok(()),
                }
            })?;
            paragraph::write(xml, paragraph, Manner { rules: Rules::Double, ..Manner::IN_FLOW }, context)
        })
    })
}

/// A single rule as the cell's edge. LibreOffice turns double ones over there; they are the paragraph's own. Measured.
fn edge(xml: &mut Xml, name: &str, rule: Option<Rule>) -> Result<(), WordError> {
    match rule {
        Some(rule) if rule.kind == RuleKind::Single => paragraph::line(xml, name, rule, None),
        _ => Ok(()),
    }
}

/// The height of a paragraph's lines, in points; an empty paragraph is a line high.
fn lines(paragraph: &Paragraph) -> f64 {
    let lines = i32::try_from(paragraph.lines.len()).unwrap_or(i32::MAX).max(1);
    Twip(paragraph.pitch.0.saturating_mul(lines)).pt().0
}

/// From the row's upper edge to a paragraph's lines, in points: a single rule is the row's edge, a double one stands
/// within it; that of an empty paragraph below its one line.
fn above(paragraph: &Paragraph) -> f64 {
    let line = if paragraph.lines.is_empty() { paragraph.pitch.pt().0 } else { 0.0 };
    paragraph.above.map_or(0.0, |rule| {
        rule.gap.0
            + paragraph::weight(rule)
            + match rule.kind {
                RuleKind::Single => 0.0,
                RuleKind::ThickThin | RuleKind::ThinThick => line,
            }
    })
}

/// From a paragraph's lines to the row's lower edge, in points.
fn below(rule: Option<Rule>) -> f64 {
    rule.map_or(0.0, |rule| match rule.kind {
        RuleKind::Single => rule.gap.0,
        // With a point to spare, lest an exact row cut it off.
        RuleKind::ThickThin | RuleKind::ThinThick => rule.gap.0 + paragraph::weight(rule) + 1.0,
    })
}
