//! The styles: what a paragraph of each kind looks like, so that runs and paragraphs carry nothing but what is
//! theirs alone, and a writer who wants another look changes one style.

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, ParagraphProperty, RunFonts, RunProperty, SpecialIndentType,
    Style as WordStyle, StyleType,
};

use super::{WordError, finish};
use crate::layout::fonts::Role;
use crate::layout::{Align, Pt, Style, Twip, page};

/// The shape that a style gives to its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub align: Align,
    pub first: Twip,
    pub right: Twip,
    pub tracking: Twip,
}

const ALL: [Style; 11] = [
    Style::Title,
    Style::Heading1,
    Style::Heading2,
    Style::Heading3,
    Style::Heading4,
    Style::Body,
    Style::Addressee,
    Style::Number,
    Style::Organ,
    Style::Date,
    Style::Note,
];

/// The style's id in the file, the same in every language of Word.
pub(super) fn id(style: Style) -> &'static str {
    match style {
        Style::Number => "DocumentNumber",
        Style::Title => "Title",
        Style::Addressee => "Addressee",
        Style::Body => "BodyText",
        Style::Heading1 => "Heading1",
        Style::Heading2 => "Heading2",
        Style::Heading3 => "Heading3",
        Style::Heading4 => "Heading4",
        Style::Organ => "IssuingOrgan",
        Style::Date => "IssueDate",
        Style::Note => "SupplementaryNote",
    }
}

/// The style's name: Word knows its own by these and shows them in the user's language.
fn name(style: Style) -> &'static str {
    match style {
        Style::Number => "发文字号",
        Style::Title => "Title",
        Style::Addressee => "主送机关",
        Style::Body => "Body Text",
        Style::Heading1 => "heading 1",
        Style::Heading2 => "heading 2",
        Style::Heading3 => "heading 3",
        Style::Heading4 => "heading 4",
        Style::Organ => "发文机关署名",
        Style::Date => "成文日期",
        Style::Note => "附注",
    }
}

/// Outline level, from 0.
fn outline(style: Style) -> Option<usize> {
    match style {
        Style::Heading1 => Some(0),
        Style::Heading2 => Some(1),
        Style::Heading3 => Some(2),
        Style::Heading4 => Some(3),
        _ => None,
    }
}

pub(super) fn shape(style: Style) -> Shape {
    let none = Twip(0);
    let (align, first) = match style {
        Style::Title | Style::Number => (Align::Centre, none),
        Style::Organ | Style::Date => (Align::Right, none),
        Style::Addressee => (Align::Justify, none),
        _ => (Align::Justify, page::INDENT),
    };
    let tracking = if style == Style::Title { none } else { page::GRID_TRACKING };
    Shape { align, first, right: none, tracking }
}

pub(super) const FOOTER: &str = "Footer";
/// A line of 14 pt; with the footer 1430 twips from the paper's edge, the number's dash stands at y = 269 mm (7.5).
const FOOTER_PITCH: Twip = Twip(280);

/// `word/styles.xml`.
pub(super) fn part() -> Result<Vec<u8>, WordError> {
    let normal = WordStyle {
        paragraph_property: spaced(page::WORD_PITCH).widow_control(false).align(AlignmentType::Both),
        run_property: run(Role::FangSong, page::BODY_SIZE, page::GRID_TRACKING),
        ..WordStyle::new("Normal", StyleType::Paragraph).name("Normal").ui_priority(0)
    };
    let footer = WordStyle {
        paragraph_property: spaced(FOOTER_PITCH).align(AlignmentType::Right).indent(
            None,
            None,
            Some(SMALL_CHARACTER),
            None,
        ),
        run_property: run(Role::SongTi, page::SMALL_SIZE, Twip(0)),
        ..WordStyle::new(FOOTER, StyleType::Paragraph).name("footer").based_on("Normal").ui_priority(99).q_format(false)
    };
    let docx = Docx::new().add_style(normal);
    let docx = ALL.into_iter().fold(docx, |docx, style| docx.add_style(word_style(style)));
    finish::finish(&docx.add_style(footer).build().styles)
}

/// 空一字 (7.5): one character of 4号.
pub(super) const SMALL_CHARACTER: i32 = 280;

fn word_style(style: Style) -> WordStyle {
    let Shape { align, first, right, tracking } = shape(style);
    let properties = match style {
        // LibreOffice squeezes an exact height of 36 pt onto the grid's 29.6 where it may; Word does not. Measured.
        Style::Title => spaced(page::WORD_TITLE_PITCH).snap_to_grid(false),
        _ => ParagraphProperty::new(),
    };
    let properties = indented(properties.align(alignment(align)), first, right);
    let properties = match outline(style) {
        Some(level) => properties.outline_lvl(level),
        None => properties,
    };
    let mut word = WordStyle {
        paragraph_property: properties,
        run_property: run(style.role(), style.size(), tracking),
        ..WordStyle::new(id(style), StyleType::Paragraph).name(name(style)).based_on("Normal")
    };
    if outline(style).is_some() || style == Style::Title {
        word = word.next(id(Style::Body));
    }
    word
}

/// Nothing before or after, every line exactly `pitch`.
fn spaced(pitch: Twip) -> ParagraphProperty {
    let spacing = LineSpacing::new().before(0).after(0).line(pitch.0).line_rule(LineSpacingType::Exact);
    ParagraphProperty::new().line_spacing(spacing)
}

fn indented(properties: ParagraphProperty, first: Twip, right: Twip) -> ParagraphProperty {
    properties.indent(None, Some(SpecialIndentType::FirstLine(first.0)), Some(right.0), None)
}

pub(super) fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Justify => AlignmentType::Both,
        Align::Right => AlignmentType::Right,
        Align::Centre => AlignmentType::Center,
    }
}

/// One font for all scripts: the digits and letters of a paper are those of its Chinese face.
pub(super) fn fonts(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).east_asia(name)
}

fn run(role: Role, size: Pt, tracking: Twip) -> RunProperty {
    let half_points = usize::try_from(size.twip().0 / 10).unwrap_or_default();
    RunProperty::new().fonts(fonts(role.word_name())).size(half_points).spacing(tracking.0)
}
