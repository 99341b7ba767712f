//! 公文域: the elements of a paper as bookmarks, by which other programs find and fill them.
//!
//! The names are those of GB/T 33476.2, in pinyin, as the tags of OFD papers have them; what the standard does not
//! know (期号, 编印单位, 出席) is named in the same way. Of several elements of a kind, such as the 署名 of a joint issue,
//! the second is `fawenjiguanshuming_2`: Word drops a bookmark whose name stands already.
//!
//! Bookmarks and no content controls: of what stands within a control python-docx shows nothing. Measured, decision 18.

use super::context::Context;
use super::error::WordError;
use super::xml::Xml;
use crate::document::Form;
use crate::layout::Style;

/// A 公文域, by the name of its bookmark.
pub(super) type Field = &'static str;

const NUMBER: Field = "fawenzihao";
const SIGNERS: Field = "qianfaren";
const EDITOR: Field = "bianyindanwei";
const EDITOR_DATE: Field = "bianyinriqi";
const IMPRINT: Field = "yinfajiguan";
const IMPRINT_DATE: Field = "yinfariqi";

/// The body, from its first to its last element.
pub(super) const BODY: Field = "zhengwen";

/// The fields of the `parts` into which tabs part a paragraph; one alone where it is one as a whole.
pub(super) fn fields(style: Style, parts: usize, form: Form) -> Vec<Option<Field>> {
    match (style, parts) {
        // 份号, 密级 or 紧急程度 stands on its line.
        (Style::Number, 2) if form == Form::Letter => vec![None, Some(NUMBER)],
        (Style::Number, 2) => vec![Some(NUMBER), Some(SIGNERS)],
        (Style::Editor, 2) => vec![Some(EDITOR), Some(EDITOR_DATE)],
        (Style::Imprint, 2) => vec![Some(IMPRINT), Some(IMPRINT_DATE)],
        _ => vec![whole(style)],
    }
}

/// The field that paragraphs of a style are. Those of the body are [`BODY`] together.
fn whole(style: Style) -> Option<Field> {
    Some(match style {
        Style::CopyNumber => "fenhao",
        Style::Secrecy => "mijihebaomiqixian",
        Style::Urgency => "jinjichengdu",
        Style::Mark => "fawenjiguanbiaozhi",
        Style::Number => NUMBER,
        Style::Signers => SIGNERS,
        Style::Issue => "qihao",
        Style::Editor => EDITOR,
        Style::Title => "biaoti",
        Style::Addressee => "zhusongjiguan",
        Style::Attendance => "chuxi",
        Style::Enclosure => "fujianshuoming",
        Style::Organ => "fawenjiguanshuming",
        Style::Stamp => "qianmingzhang",
        Style::Date => "chengwenriqi",
        Style::Note => "fuzhu",
        Style::AttachmentNumber => "fujianxuhao",
        Style::AttachmentTitle => "fujianbiaoti",
        Style::CopiesTo => "chaosongjiguan",
        Style::Imprint => IMPRINT,
        Style::Body
        | Style::Heading1
        | Style::Heading2
        | Style::Heading3
        | Style::Heading4
        | Style::Caption
        | Style::Cell
        | Style::HeaderCell
        | Style::Rule
        | Style::PageNumber => return None,
    })
}

/// Has `write` write within a field's bookmark, or by itself where there is no field.
pub(super) fn around(
    xml: &mut Xml,
    field: Option<Field>,
    context: &mut Context,
    write: impl FnOnce(&mut Xml) -> Result<(), WordError>,
) -> Result<(), WordError> {
    let Some(field) = field else { return write(xml) };
    let id = begin(xml, field, context)?;
    write(xml)?;
    end(xml, id)
}

/// Begins a field's bookmark; returns the number by which it is ended.
pub(super) fn begin(xml: &mut Xml, field: Field, context: &mut Context) -> Result<u32, WordError> {
    let (id, name) = (context.new_id(), context.bookmark(field));
    xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)])?;
    Ok(id)
}

pub(super) fn end(xml: &mut Xml, id: u32) -> Result<(), WordError> {
    xml.leaf("w:bookmarkEnd", &[("w:id", &id)])
}
