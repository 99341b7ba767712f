//! The values of the field, one file each: how it is typed, how it is printed, and what is said when it is wrong.

mod approximate_count;
mod date;
mod days;
mod document_number;
mod font_family;
mod issue_number;
mod minutes;
mod money;
mod notice_number;
mod number;
mod parsing;
mod period;
mod persons_number;
mod phone;
mod places;
mod plain_number;
mod quantity;
mod year;

pub use crate::yaml::Wrong;
use crate::yaml::wrong::shown;
pub use approximate_count::ApproximateCount;
pub use date::Date;
pub use days::{Days, PeriodLength};
pub use document_number::DocumentNumber;
pub use font_family::FontFamily;
pub use issue_number::IssueNumber;
pub use minutes::Minutes;
pub use money::Money;
pub use notice_number::NoticeNumber;
pub(super) use number::is_digits;
pub(super) use parsing::{decode_by_parsing, parsed_scalar};
pub use period::Period;
pub use persons_number::{PersonsNumber, has_identity_check};
pub use phone::Phone;
pub use places::Places;
pub use plain_number::PlainNumber;
pub use quantity::Quantity;
pub use year::Year;

#[cfg(test)]
mod tests;
