//! 公开版: the edition of an office's papers that is published, with its persons masked.

use super::file_part::file_part;
use crate::source::Spanned;
use crate::{record, words};

words! {
    /// For whom papers are made.
    pub enum Edition {
        /// 内部版：照记录印，报送用
        "internal" => Internal,
        /// 公开版：遮住个人的姓名、电话、证件、车牌、账号
        "public" => Public,
    }
}

record! {
    /// How an office's public papers are told from those that were sent.
    pub struct PublicEdition {
        /// 公开版的文件名后面加什么；不写就是 公开版：weekly-公开版.pdf
        "文件名" => pub file_name as _: Option<Spanned<String>>,
        /// 印在标题后面的标记；不写就是 （公开版）
        "标记" => pub mark as _: Option<Spanned<String>>,
        /// 写 是，附注里本机构的联系人和电话照印；不写就遮住
        "联系人照印" => pub keeps_contact as _: Option<Spanned<bool>>,
    }
}

/// What stands behind the names of files where the office does not say otherwise.
const FILE_NAME: &str = "公开版";

/// What stands behind titles where the office does not say otherwise.
const MARK: &str = "（公开版）";

/// What stands behind the names of an office's public files.
#[must_use]
pub fn file_name(written: Option<&PublicEdition>) -> String {
    let name = written.and_then(|public| public.file_name.as_ref()).map(|name| file_part(name.value.trim()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| FILE_NAME.to_owned())
}

/// What stands behind the titles of an office's public papers.
#[must_use]
pub fn mark(written: Option<&PublicEdition>) -> String {
    let mark = written.and_then(|public| public.mark.as_ref()).map(|mark| mark.value.trim());
    mark.filter(|mark| !mark.is_empty()).unwrap_or(MARK).to_owned()
}
