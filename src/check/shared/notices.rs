//! Which notice is which: by who sent it, its number and the day on which it came in.

use crate::record::notice::Notice;
use crate::record::office::Office;

/// Who sent it, by its full name.
pub fn sender<'a>(office: &'a Office, notice: &'a Notice) -> &'a str {
    &office.sender(notice).name.value
}

/// Whether two records are of one notice, each with the office as it was then: the superior may have got another name.
pub fn same_notice((office, one): (&Office, &Notice), (later, other): (&Office, &Notice)) -> bool {
    let (from, later_from) = (sender(office, one), sender(later, other));
    let are_superiors = from == office.superior.name.value && later_from == later.superior.name.value;
    one.number.value == other.number.value
        && one.received.value == other.received.value
        && (from == later_from || are_superiors)
}
