//! 公文域: the elements of a paper as content controls, by which other programs find and fill them.
//!
//! The names are those of GB/T 33476.2, in pinyin, as the tags of OFD papers have them; what the standard does not
//! know (期号, 编印单位, 出席) is named in the same way.

use super::context::Context;
use super::error::WordError;
use super::xml::Xml;
use crate::document::Form;
use crate::layout::Style;

/// A 公文域.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field {
    tag: &'static str,
    /// What Word shows to whoever stands in it.
    name: &'static str,
}

const fn field(tag: &'static str, name: &'static str) -> Field {
    Field { tag, name }
}

const NUMBER: Field = field("fawenzihao", "发文字号");
const SIGNERS: Field = field("qianfaren", "签发人");
const EDITOR: Field = field("bianyindanwei", "编印单位");
const EDITOR_DATE: Field = field("bianyinriqi", "编印日期");
const IMPRINT: Field = field("yinfajiguan", "印发机关");
const IMPRINT_DATE: Field = field("yinfariqi", "印发日期");

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

/// The field that paragraphs of a style are.
///
/// None of the body: programs such as python-docx see no text within a control, and the body is what they are for. A
/// bookmark named [`BODY`] stands round it instead.
fn whole(style: Style) -> Option<Field> {
    let tag = match style {
        Style::CopyNumber => "fenhao",
        Style::Secrecy => "mijihebaomiqixian",
        Style::Urgency => "jinjichengdu",
        Style::Mark => "fawenjiguanbiaozhi",
        Style::Number => return Some(NUMBER),
        Style::Signers => return Some(SIGNERS),
        Style::Issue => "qihao",
        Style::Editor => return Some(EDITOR),
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
        Style::Imprint => return Some(IMPRINT),
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
    };
    Some(field(tag, style.definition().name))
}

/// The bookmark round the body.
pub(super) const BODY: &str = "zhengwen";

/// Has `write` write within a control, or by itself where there is no field.
pub(super) fn around<'a>(
    xml: &mut Xml,
    field: Option<Field>,
    context: &mut Context<'a>,
    write: impl FnOnce(&mut Xml, &mut Context<'a>) -> Result<(), WordError>,
) -> Result<(), WordError> {
    let Some(field) = field else { return write(xml, context) };
    xml.open("w:sdt", &[], |xml| {
        xml.open("w:sdtPr", &[], |xml| {
            xml.value("w:alias", field.name)?;
            xml.value("w:tag", field.tag)?;
            xml.value("w:id", context.new_id())
        })?;
        xml.open("w:sdtContent", &[], |xml| write(xml, context))
    })
}
