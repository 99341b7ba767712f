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
mod wrong;

pub use approximate_count::ApproximateCount;
pub use date::Date;
pub use document_number::DocumentNumber;
pub use issue_number::IssueNumber;
pub use minutes::Minutes;
pub use money::Money;
pub use period::Period;
pub use phone::Phone;
pub use wrong::Wrong;
pub(super) use wrong::shown;

/// Reads a value type from a scalar by its `FromStr`; `$expected` names it to the user, and the rest is its JSON
/// Schema, which has to allow the same.
macro_rules! decode_by_parsing {
    ($type:ty, $expected:literal, $schema:tt) => {
        impl $crate::record::decode::Decode for $type {
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::record::schema::value($expected, schemars::json_schema!($schema))
            }

            fn decode(
                node: &$crate::record::tree::Node,
                problems: &mut $crate::record::problems::Problems,
            ) -> Option<Self> {
                $crate::record::decode::parsed(node, $expected, problems)
            }
        }
    };
}
pub(super) use decode_by_parsing;

#[cfg(test)]
mod tests;
