//! `docProps/core.xml`: title, author, language and the paper's form, for search and archives. It has no dates: they
//! would make every file differ from the one before.

use super::error::WordError;
use super::xml::Xml;
use crate::document::Form;
use crate::layout::Galley;

pub(super) fn core(galley: &Galley) -> Result<Vec<u8>, WordError> {
    let namespaces = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" as _),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/" as _),
    ];
    Xml::part("cp:coreProperties", &namespaces, |xml| {
        xml.text("dc:title", &[], &galley.title)?;
        xml.text("dc:creator", &[], &galley.author)?;
        xml.text("cp:lastModifiedBy", &[], &galley.author)?;
        xml.text("cp:category", &[], category(galley.form))?;
        xml.text("dc:language", &[], "zh-CN")
    })
}

/// The form's name, from which a checker knows which rules hold.
fn category(form: Form) -> &'static str {
    match form {
        Form::Plain => "白头",
        Form::Downward => "公文",
        Form::Upward => "上行文",
        Form::Letter => "信函",
        Form::Order => "命令",
        Form::Minutes => "纪要",
        Form::Bulletin => "简报",
    }
}
