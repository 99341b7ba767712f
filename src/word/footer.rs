//! Page numbers (GB/T 9704-2012, 7.5): `— 1 —`, to the right on odd pages and to the left on even ones.

use docx_rs::{AlignmentType, Docx, FieldCharType, Footer, InstrPAGE, InstrText, Paragraph, Run, RunFonts};

use super::styles::{FOOTER, SMALL_CHARACTER};
use super::{WordError, finish};

/// Adds both footers to a document, whose section then refers to them.
pub(super) fn add(docx: Docx) -> Docx {
    docx.footer(Footer::new().add_paragraph(number())).even_footer(Footer::new().add_paragraph(even(number())))
}

/// The parts of the odd and of the even pages' footer.
pub(super) fn parts() -> Result<Vec<Vec<u8>>, WordError> {
    add(Docx::new()).build().footers.iter().map(|footer| finish::finish(footer)).collect()
}

fn even(paragraph: Paragraph) -> Paragraph {
    paragraph.align(AlignmentType::Left).indent(Some(SMALL_CHARACTER), None, Some(0), None)
}

fn number() -> Paragraph {
    let plain = || Run::new().fonts(RunFonts::new().hint("eastAsia"));
    Paragraph::new()
        .style(FOOTER)
        .add_run(plain().add_text("— "))
        .add_run(Run::new().add_field_char(FieldCharType::Begin, false))
        .add_run(Run::new().add_instr_text(InstrText::PAGE(InstrPAGE::new())))
        .add_run(Run::new().add_field_char(FieldCharType::Separate, false))
        .add_run(Run::new().add_text("1"))
        .add_run(Run::new().add_field_char(FieldCharType::End, false))
        .add_run(plain().add_text(" —"))
}
