//! Which notice is which: by who sent it, its number and the day on which it came in.

use super::notice::Notice;
use super::office::Office;
use super::value::NoticeNumber;

/// Who sent it, by its full name.
#[must_use]
pub fn sender<'a>(office: &'a Office, notice: &'a Notice) -> &'a str {
    &office.sender(notice).name.value
}

/// What tells a notice from all others that the office has got: its sender, its kind and its number.
pub type Identity<'a> = (&'a str, &'a str, &'a NoticeNumber);

#[must_use]
pub fn identity<'a>(office: &'a Office, notice: &'a Notice) -> Identity<'a> {
    (sender(office, notice), office.incoming_kind_name(notice), &notice.number.value)
}

/// Whether two records are of one notice, each with the office as it was then: the superior may have got another name.
#[must_use]
pub fn same_notice((office, one): (&Office, &Notice), (later, other): (&Office, &Notice)) -> bool {
    let (from, later_from) = (sender(office, one), sender(later, other));
    let are_superiors = from == office.superior.name.value && later_from == later.superior.name.value;
    one.number.value == other.number.value
        && office.incoming_kind_name(one) == later.incoming_kind_name(other)
        && one.received.value == other.received.value
        && (from == later_from || are_superiors)
}
