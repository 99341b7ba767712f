//! The complaints of a week, and the platforms on which they came in.

use crate::record::complaint::Complaint;
use crate::record::office::Office;
use crate::record::value::Minutes;
use crate::record::week::Week;
use crate::source::Spanned;

/// Every complaint of a week with its platform, in the file's order.
pub fn all_complaints(week: &Week) -> impl Iterator<Item = (&Spanned<String>, &Complaint)> {
    let platforms = week.complaints.iter();
    platforms.flat_map(|(platform, complaints)| complaints.listed().iter().map(move |complaint| (platform, complaint)))
}

/// A year: no complaint takes longer, and sums of times stay far from what a number can hold.
pub const LONGEST_TIME: Minutes = Minutes::new(365 * 24 * 60);

/// Whether a platform of the office measures handling times.
pub fn is_timed(office: &Office, platform: &str) -> bool {
    office.platforms.iter().any(|known| known.name.value == platform && known.is_timed())
}
