//! Which notice is which: by who sent it, its number and the day on which it came in.

use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::value::NoticeNumber;

/// Who sent it, by its full name.
pub fn sender<'a>(office: &'a Office, notice: &'a Notice) -> &'a str {
    &office.sender(notice).name.value
}

/// What tells a notice from all others that the office has got: its sender, its kind and its number.
pub type Identity<'a> = (&'a str, &'a str, &'a NoticeNumber);

pub fn identity<'a>(office: &'a Office, notice: &'a Notice) -> Identity<'a> {
    (sender(office, notice), office.incoming_kind_name(notice), &notice.number.value)
}

/// What messages call a notice.
pub fn described(notice: &Notice) -> String {
    match &notice.number.value {
        NoticeNumber::Digits(digits) => format!("{digits} 号通报单"),
        NoticeNumber::Text(text) => format!("「{text}」"),
    }
}

/// Whether two records are of one notice, each with the office as it was then: the superior may have got another name.
pub fn same_notice((office, one): (&Office, &Notice), (later, other): (&Office, &Notice)) -> bool {
    let (from, later_from) = (sender(office, one), sender(later, other));
    let are_superiors = from == office.superior.name.value && later_from == later.superior.name.value;
    one.number.value == other.number.value
        && office.incoming_kind_name(one) == later.incoming_kind_name(other)
        && one.received.value == other.received.value
        && (from == later_from || are_superiors)
}
