//! By when a notice is answered, in working days.

use crate::record::days_off::WorkingDays;
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::value::Date;

/// By when a notice is answered, as far as the office has a 答复期限.
#[derive(Debug, Clone, Default)]
pub(in crate::compose) struct Reply {
    pub(in crate::compose) due: Option<Date>,
    /// How many working days behind that day it was answered, or is not yet; `None` where it is not late.
    pub(in crate::compose) late_by: Option<usize>,
    /// The years of which nobody has said which days are off, so that all from Monday to Friday were counted.
    pub(in crate::compose) unannounced: Vec<i16>,
}

impl Reply {
    /// Of a notice as it stands on the day `until`.
    pub(super) fn to_notice(office: &Office, notice: &Notice, until: Date) -> Self {
        let Some(limit) = office.checks.as_ref().and_then(|checks| checks.reply_within.as_ref()) else {
            return Self::default();
        };
        let days_off = WorkingDays::of_office(office.checks.as_ref());
        let received = notice.received.value;
        let Some(due) = days_off.deadline(received, limit.value) else { return Self::default() };
        let answered = notice.reported.as_ref().filter(|_| !notice.is_open()).map_or(until, |day| day.value);
        let late_by = days_off.between(due, answered).map(|counted| counted.days).filter(|days| *days > 0);
        let counted = days_off.between(received, due.max(answered));
        Self { due: Some(due), late_by, unannounced: counted.map_or_else(Vec::new, |counted| counted.unannounced) }
    }
}
