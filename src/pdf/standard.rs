//! Bounds that ISO 19005-2 (6.1.13) sets to what a file holds.

use pdf_writer::Pdf;

use super::error::PdfError;

/// The longest text, in bytes as the file has it.
const LONGEST_TEXT: usize = 32_767;
/// The most objects.
const MOST_OBJECTS: usize = 8_388_607;

/// Whether a text of a paper may stand in a file's dictionaries.
pub fn check_text(text: &str) -> Result<(), PdfError> {
    if 2 + text.encode_utf16().count() * 2 > LONGEST_TEXT {
        return Err(PdfError::Standard("标题、作者或说明文字过长".to_owned()));
    }
    Ok(())
}

/// Whether a whole file is within the bounds.
pub fn check(pdf: &Pdf) -> Result<(), PdfError> {
    let limits = pdf.limits();
    if limits.str_len() > LONGEST_TEXT {
        return Err(PdfError::Standard("标题、作者或说明文字过长".to_owned()));
    }
    if pdf.refs().len() > MOST_OBJECTS {
        return Err(PdfError::Standard("页数太多，一份 PDF 装不下".to_owned()));
    }
    Ok(())
}
