//! Which notice is which: by who sent it, its number and the day on which it came in.

use crate::record::notice::Notice;
use crate::record::office::Office;

/// Who sent it, by its full name.
pub(super) fn sender<'a>(office: &'a Office, notice: &'a Notice) -> &'a str {
    &office.sender(notice).name.value
}

/// Whether two records are of one notice.
pub(super) fn same_notice(office: &Office, one: &Notice, other: &Notice) -> bool {
    one.number.value == other.number.value
        && one.received.value == other.received.value
        && sender(office, one) == sender(office, other)
}
