//! The values of the field, one file each: how it is typed, how it is printed, and what is said when it is wrong.

mod approximate_count;
mod date;
mod document_number;
mod issue_number;
mod minutes;
mod money;
mod number;
mod period;
mod phone;

pub use crate::yaml::Wrong;
use crate::yaml::wrong::shown;
pub use approximate_count::ApproximateCount;
pub use date::Date;
pub use document_number::DocumentNumber;
pub use issue_number::IssueNumber;
pub use minutes::Minutes;
pub use money::Money;
pub use period::Period;
pub use phone::Phone;

/// Reads a value type from a scalar by its `FromStr`; `$expected` names it to the user, and the rest is its JSON
/// Schema, which has to allow the same.
macro_rules! decode_by_parsing {
    ($type:ty, $expected:literal, $schema:tt) => {
        impl $crate::yaml::decode::Decode for $type {
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::yaml::schema::value($expected, schemars::json_schema!($schema))
            }

            fn decode(
                node: &$crate::yaml::tree::Node,
                problems: &mut $crate::yaml::problems::Problems,
            ) -> Option<Self> {
                $crate::yaml::decode::parsed(node, $expected, problems)
            }
        }
    };
}
pub(super) use decode_by_parsing;

#[cfg(test)]
mod tests;
