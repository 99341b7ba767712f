//! Value types that are read from a scalar by their `FromStr`.

/// Reads a value type by its `FromStr` and puts it into the catalogue as a value of the sort `$sort`; `$expected` names it
/// to the user, and `$limits` say in the keywords of JSON Schema what may be typed, which has to be the same.
macro_rules! decode_by_parsing {
    ($type:ty, $sort:ident, $expected:literal, $limits:tt) => {
        impl $crate::yaml::Decode for $type {
            fn decode(node: &$crate::yaml::tree::Node, problems: &mut $crate::yaml::Problems) -> Option<Self> {
                $crate::yaml::decode::parsed(node, $expected, problems)
            }
        }

        $crate::record::value::parsed_scalar!($type, $sort, $expected, $limits);
    };
}
pub(in crate::record) use decode_by_parsing;

/// The catalogue's part of it.
macro_rules! parsed_scalar {
    ($type:ty, $sort:ident, $expected:literal, $limits:tt) => {
        impl $crate::record::catalogue::Scalar for $type {
            fn shape() -> $crate::record::catalogue::Shape {
                use $crate::record::catalogue::{Kind, Parsed, Shape, Sort};
                let limits = || serde_json::json!($limits);
                Shape::Value(Kind::Parsed(Parsed { sort: Sort::$sort, expected: $expected, limits }))
            }

            fn content(value: &$crate::source::Spanned<Self>) -> $crate::record::catalogue::Content<'_> {
                use $crate::record::catalogue::{Content, Sort};
                Content::Parsed(Sort::$sort, &value.value, &value.span)
            }
        }
    };
}
pub(in crate::record) use parsed_scalar;
