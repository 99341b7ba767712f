//! What messages call a notice.

use crate::record::notice::Notice;
use crate::record::value::NoticeNumber;

/// What messages call a notice.
pub fn described(notice: &Notice) -> String {
    match &notice.number.value {
        NoticeNumber::Digits(digits) => format!("{digits} 号通报单"),
        NoticeNumber::Text(text) => format!("「{text}」"),
    }
}
