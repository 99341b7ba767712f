//! `docProps/core.xml`: title, author and language, for search and archives. It has no dates: they would make every
//! file differ from the one before.

use quick_xml::escape::escape;

use super::WordError;
use super::error::writable;
use super::finish::DECLARATION;
use crate::layout::Galley;

pub(super) fn core(galley: &Galley) -> Result<Vec<u8>, WordError> {
    let (title, author) = (escape(writable(&galley.title)?), escape(writable(&galley.author)?));
    Ok(format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
    .into_bytes())
}
