//! Paragraphs: their style, and what departs from it.

use super::context::Context;
use super::error::WordError;
use super::styles;
use super::xml::{Attribute, Xml};
use super::{picture, run};
use crate::layout::{Blank, Paragraph, Pt, Rule, RuleKind, Style, Twip, page};

/// Which rules the paragraph draws itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    All,
    /// The cell that it stands in draws the single ones.
    Double,
    /// A paragraph of its own draws them.
    None,
}

impl Rules {
    /// The rule, if the paragraph draws it.
    fn drawn(self, rule: Option<Rule>) -> Option<Rule> {
        rule.filter(|rule| match self {
            Self::All => true,
            Self::Double => rule.kind != RuleKind::Single,
            Self::None => false,
        })
    }
}

/// What a paragraph's place demands of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Manner {
    pub rules: Rules,
    /// It is not kept with the next.
    pub loose: bool,
    pub frame: Option<Frame>,
}

/// The place of a paragraph that stands on the sheet by itself: from the sheet's edges, and how wide it is. It is as high as its
/// text needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: Twip,
    pub top: Twip,
    pub width: Twip,
}

impl Frame {
    fn write(self, xml: &mut Xml) -> Result<(), WordError> {
        let place: [Attribute; 6] = [
            ("w:w", &self.width.0),
            ("w:wrap", &"around"),
            ("w:vAnchor", &"page"),
            ("w:hAnchor", &"page"),
            ("w:x", &self.left.0),
            ("w:y", &self.top.0),
        ];
        xml.leaf("w:framePr", &place)
    }
}

impl Manner {
    pub const IN_FLOW: Self = Self { rules: Rules::All, loose: false, frame: None };
}

pub(super) fn write<'a>(
    xml: &mut Xml,
    paragraph: &'a Paragraph,
    manner: Manner,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| properties(xml, paragraph, manner, context.pitch))?;
        for picture in &paragraph.pictures {
            picture::write(xml, picture, context)?;
        }
        run::write(xml, paragraph, context)
    })
}

fn properties(xml: &mut Xml, paragraph: &Paragraph, manner: Manner, grid: Twip) -> Result<(), WordError> {
    let own = paragraph.style.definition();
    xml.value("w:pStyle", own.id)?;
    let keep_next = paragraph.keep_next && !manner.loose;
    for (wanted, flag) in
        [(keep_next, "w:keepNext"), (paragraph.keep_lines, "w:keepLines"), (paragraph.new_page, "w:pageBreakBefore")]
    {
        if wanted {
            xml.flag(flag)?;
        }
    }
    if let Some(frame) = manner.frame {
        frame.write(xml)?;
    }
    let (above, below) = match (manner.rules.drawn(paragraph.above), manner.rules.drawn(paragraph.below)) {
        // LibreOffice turns a double rule above a paragraph over, and none below. Measured.
        (above, None) if paragraph.lines.is_empty() => (None, above),
        rules => rules,
    };
    if above.is_some() || below.is_some() {
        xml.open("w:pBdr", &[], |xml| {
            border(xml, "w:top", above)?;
            border(xml, "w:bottom", below)
        })?;
    }
    if !paragraph.tabs.is_empty() {
        xml.open("w:tabs", &[], |xml| {
            paragraph.tabs.iter().try_for_each(|tab| {
                let side = if tab.right { "right" } else { "left" };
                xml.leaf("w:tab", &[("w:val", &side), ("w:pos", &tab.at.0)])
            })
        })?;
    }
    if paragraph.pitch != own.pitch.unwrap_or(grid) {
        styles::spacing(xml, paragraph.pitch)?;
    }
    if (paragraph.left, paragraph.first, paragraph.right) != (Twip(0), own.first, own.right) {
        styles::indent(xml, paragraph.left, paragraph.first, paragraph.right)?;
    }
    if paragraph.align == own.align { Ok(()) } else { xml.value("w:jc", styles::alignment(paragraph.align)) }
}

fn border(xml: &mut Xml, edge: &str, rule: Option<Rule>) -> Result<(), WordError> {
    match rule {
        Some(rule) => line(xml, edge, rule, Some(rule.gap)),
        None => Ok(()),
    }
}

/// A rule as an edge of a paragraph or a cell. `gap`: from the paragraph's lines, 31 points at most, in whole ones.
pub(super) fn line(xml: &mut Xml, edge: &str, rule: Rule, gap: Option<Pt>) -> Result<(), WordError> {
    let kind = match rule.kind {
        RuleKind::Single => "single",
        RuleKind::ThickThin => "thickThinSmallGap",
        RuleKind::ThinThick => "thinThickSmallGap",
    };
    // In eighths of a point.
    let weight = (stroke(rule) * 8.0).round();
    let space = gap.map_or(0.0, |gap| gap.0.round().clamp(0.0, 31.0));
    let attributes: [Attribute; 4] =
        [("w:val", &kind), ("w:sz", &weight), ("w:space", &space), ("w:color", &styles::colour(rule.colour))];
    xml.leaf(edge, &attributes)
}

/// The thin stroke of a double rule and what parts it from the thick one, together, in points: the file cannot choose
/// them. Measured in LibreOffice.
const THIN: f64 = 1.5;

/// The weight of a rule's stroke, of a double one's thick stroke, in points. The thick stroke stays thicker than the thin
/// one however light the whole is wanted.
fn stroke(rule: Rule) -> f64 {
    match rule.kind {
        RuleKind::Single => rule.weight.0,
        RuleKind::ThickThin | RuleKind::ThinThick => (rule.weight.0 - THIN).max(1.0),
    }
}

/// The weight that a whole rule then has, in points.
pub(super) fn weight(rule: Rule) -> f64 {
    match rule.kind {
        RuleKind::Single => stroke(rule),
        RuleKind::ThickThin | RuleKind::ThinThick => stroke(rule) + THIN,
    }
}

/// The greatest exact height of a line in Word: 1584 pt.
const TALLEST: i32 = 31680;

/// Room of an exact height, as empty paragraphs.
pub(super) fn blank(xml: &mut Xml, blank: Blank, grid: Twip) -> Result<(), WordError> {
    let mut height = blank.height;
    while height.0 > 0 {
        let part = Twip(height.0.min(TALLEST));
        height.0 -= part.0;
        xml.open("w:p", &[], |xml| {
            if part == grid && !blank.keep_next { Ok(()) } else { empty(xml, part, blank.keep_next, grid) }
        })?;
    }
    Ok(())
}

/// A paragraph of that height on the page of the next one, with `content` and no text.
pub(super) fn tall(
    xml: &mut Xml,
    height: Twip,
    grid: Twip,
    content: impl FnOnce(&mut Xml) -> Result<(), WordError>,
) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        empty(xml, height, true, grid)?;
        content(xml)
    })
}

fn empty(xml: &mut Xml, height: Twip, keep_next: bool, grid: Twip) -> Result<(), WordError> {
    xml.open("w:pPr", &[], |xml| {
        if keep_next {
            xml.flag("w:keepNext")?;
        }
        if height != grid {
            styles::spacing(xml, height)?;
        }
        Ok(())
    })
}

/// An empty paragraph as its style has it.
pub(super) fn styled(xml: &mut Xml, style: Style) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| xml.open("w:pPr", &[], |xml| xml.value("w:pStyle", style.definition().id)))
}

/// A paragraph that takes no room to speak of, where Word wants one: behind a table, at the end of a section.
pub(super) fn tail(xml: &mut Xml, within: impl FnOnce(&mut Xml) -> Result<(), WordError>) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| {
            styles::spacing(xml, page::TAIL)?;
            within(xml)
        })
    })
}

/// A rule in the flow, on the lower edge of an empty paragraph as high as the gap above it. `left` and `right`: how far it is set
/// in from the text area's edges.
pub(super) fn rule(xml: &mut Xml, rule: Rule, left: Twip, right: Twip) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| {
            xml.value("w:pStyle", Style::Rule.definition().id)?;
            xml.open("w:pBdr", &[], |xml| line(xml, "w:bottom", rule, None))?;
            styles::spacing(xml, rule.gap.twip())?;
            styles::indent(xml, left, Twip(0), right)
        })
    })
}

/// A tail that begins a page, for the table behind it: LibreOffice heeds no page break within a table that stands behind
/// another. Measured.
pub(super) fn new_page(xml: &mut Xml) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| {
            xml.flag("w:pageBreakBefore")?;
            styles::spacing(xml, page::TAIL)
        })
    })
}

/// Room of that height at the foot of the page on which the next paragraph begins, which stays empty: an empty frame that
/// hangs on the text area's bottom edge.
pub(super) fn empty_foot(xml: &mut Xml, height: Twip, width: Twip) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| {
            let place: [Attribute; 8] = [
                ("w:w", &width.0),
                ("w:h", &height.0),
                ("w:hRule", &"exact"),
                ("w:wrap", &"around"),
                ("w:vAnchor", &"margin"),
                ("w:hAnchor", &"margin"),
                ("w:xAlign", &"left"),
                ("w:yAlign", &"bottom"),
            ];
            xml.leaf("w:framePr", &place)?;
            styles::spacing(xml, page::TAIL)
        })
    })
}

/// Whether a paragraph is one of the body's.
pub(super) fn is_body(style: Style) -> bool {
    style.is_of_body() || style == Style::Caption
}
