//! `word/document.xml`: the galley's elements as paragraphs of their styles.

use docx_rs::{
    BreakType, DocGrid, DocGridType, Docx, PageMargin, PageSize, Paragraph as WordParagraph, Run, RunFonts,
    SpecialIndentType,
};

use super::error::writable;
use super::styles::{self, Shape};
use super::{WordError, finish, footer};
use crate::layout::fonts::{FaceId, Fonts};
use crate::layout::{Element, Galley, Paragraph, Style, Twip, page};

/// Margins in twips. They are the edges of the lines, not of the ink that the standard measures: GB/T 33476.2 gives
/// 34.58 and 32.58 mm (1960 and 1847 twips) above and below. With those LibreOffice, which puts all of an exact line's
/// room above the type, has the first ink at 38.04 to 38.16 mm on pages 2 to 4 of the real week, just outside 37 ± 1;
/// 15 twips higher it stands between 37.78 and 37.91, the last at 262.6 at most, and 22 lines still fit. Measured.
const MARGINS: PageMargin =
    PageMargin { top: 1945, right: 1474, bottom: 1862, left: 1588, header: 851, footer: 1430, gutter: 0 };
/// A4 in twips.
const PAPER: (u32, u32) = (11906, 16838);

pub(super) fn document(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    let mut docx = footer::add(Docx::new().page_margin(MARGINS));
    let grid = DocGrid::new()
        .grid_type(DocGridType::Lines)
        .line_pitch(usize::try_from(page::WORD_PITCH.0).unwrap_or_default());
    docx.document.section_property =
        docx.document.section_property.page_size(PageSize::new().size(PAPER.0, PAPER.1)).doc_grid(grid);
    for (at, element) in galley.elements.iter().enumerate() {
        let paragraph = match element {
            Element::Blank => WordParagraph::new(),
            Element::Paragraph(paragraph) => word_paragraph(paragraph, fonts)?,
        };
        docx = docx.add_paragraph(if galley.keeps_with_next(at) {
            paragraph.keep_next(true).keep_lines(true)
        } else {
            paragraph
        });
    }
    finish::finish(&docx.build().document)
}

fn word_paragraph(paragraph: &Paragraph, fonts: &Fonts) -> Result<WordParagraph, WordError> {
    let own = styles::shape(paragraph.style);
    let mut word = WordParagraph::new().style(styles::id(paragraph.style));
    if paragraph.align != own.align {
        word = word.align(styles::alignment(paragraph.align));
    }
    if (paragraph.first, paragraph.right) != (own.first, own.right) {
        let first = SpecialIndentType::FirstLine(paragraph.first.0);
        word = word.indent(None, Some(first), Some(paragraph.right.0), None);
    }
    Ok(stretches(paragraph)?
        .into_iter()
        .fold(word, |word, stretch| word.add_run(stretch.run(own, paragraph.style, fonts))))
}

/// Neighbours of one tracking and one face, over the ends of lines.
struct Stretch {
    tracking: Twip,
    face: FaceId,
    /// The title's lines end where layout says; all other lines end of themselves, and this has one entry.
    lines: Vec<String>,
}

fn stretches(paragraph: &Paragraph) -> Result<Vec<Stretch>, WordError> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (number, line) in paragraph.lines.iter().enumerate() {
        let mut broken = paragraph.style == Style::Title && number > 0;
        for piece in &line.pieces {
            let text = writable(&piece.text)?;
            match stretches.last_mut() {
                Some(last) if last.tracking == line.tracking && last.face == piece.face => {
                    match last.lines.last_mut() {
                        Some(end) if !broken => end.push_str(text),
                        _ => last.lines.push(text.to_owned()),
                    }
                }
                _ => {
                    let lines = if broken { vec![String::new(), text.to_owned()] } else { vec![text.to_owned()] };
                    stretches.push(Stretch { tracking: line.tracking, face: piece.face, lines });
                }
            }
            broken = false;
        }
    }
    Ok(stretches)
}

impl Stretch {
    fn run(self, own: Shape, style: Style, fonts: &Fonts) -> Run {
        // “ ” — … · are set and broken as Chinese only where the run says so: Word itself marks each run.
        let face = if self.face == fonts.role(style.role()) {
            RunFonts::new()
        } else {
            styles::fonts(&fonts.face(self.face).word_name)
        };
        let mut run = Run::new().fonts(face.hint("eastAsia"));
        if self.tracking != own.tracking {
            run = run.character_spacing(self.tracking.0);
        }
        for (number, line) in self.lines.into_iter().enumerate() {
            if number > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            if !line.is_empty() {
                run = run.add_text(line);
            }
        }
        run
    }
}
