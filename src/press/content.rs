//! What a paper says and shows, and how its characters are coded, as a hash: where it is the same, and fonts and layout are, so
//! are the paper's bytes.

use super::hash::{Hash, Short};
use crate::document::Document;
use crate::record::format::Encoding;

/// Where a text comes from does not count, nor do names that are kept whole on a line and stand nowhere in the paper.
pub fn content(document: &Document, encoding: Encoding) -> Short {
    // The model has no map with other keys than texts, which is all that could fail.
    let text = serde_json::to_string(document).unwrap_or_default();
    let names = serde_json::to_string(&document.names).unwrap_or_default();
    let said = text.replacen(&names, "", 1);
    let shown = document.names.iter().filter(|name| said.contains(name.as_str())).map(String::as_str);
    let coded = Some(encoding.word()).filter(|_| encoding != Encoding::Utf8);
    Hash::of_all([said.as_str()].into_iter().chain(shown).chain(coded)).short()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Engine, Text};

    fn paper(title: &str, names: &[&str]) -> Short {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let title = Some(Text::engine(Engine::HeadingNumber, title));
        content(&Document { names, title, ..Document::default() }, Encoding::Utf8)
    }

    #[test]
    fn another_encoding_is_another_content() {
        let document = Document::default();
        assert_ne!(content(&document, Encoding::Utf8), content(&document, Encoding::Gb18030));
    }

    #[test]
    fn only_names_in_the_paper_count() {
        assert_eq!(paper("关于甲公司的报告", &["甲公司"]), paper("关于甲公司的报告", &["甲公司", "乙公司"]));
        assert_ne!(paper("关于甲公司的报告", &["甲公司"]), paper("关于甲公司的报告", &["乙公司"]));
        assert_ne!(paper("关于甲公司的报告", &["甲公司"]), paper("关于丙公司的报告", &["甲公司"]));
    }
}
