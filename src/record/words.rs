//! Closed sets of words: the [`words!`](crate::words!) macro and what it stands on.

use super::nearest::nearest;
use super::value::{Wrong, shown};
use crate::diagnostic::Certainty;

/// Why `text` is none of `words`, with the one that was probably meant.
#[must_use]
pub fn not_among(text: &str, words: &[&str]) -> Wrong {
    let allowed = words.join("、");
    let wrong = Wrong::new(format!("没有「{}」这种写法", shown(text.trim())));
    match nearest(text, words.iter().copied()) {
        Some(guess) => {
            wrong.help(format!("是不是想写「{guess}」？这里可以写：{allowed}")).mended(Certainty::Likely, guess)
        }
        None => wrong.help(format!("这里可以写：{allowed}")),
    }
}

/// Defines an enum whose variants are written as fixed words: `Display`, `FromStr`, `Decode`, `ALL` and `word`.
#[macro_export]
macro_rules! words {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $( $(#[doc = $doc:literal])* $word:literal => $variant:ident ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[doc = $doc])* $variant, )* }

        impl $name {
            /// All of them, in the order of definition.
            #[allow(dead_code, reason = "every set of words has its list, asked for or not")]
            pub const ALL: &'static [Self] = &[$( Self::$variant ),*];

            /// As it is typed and printed.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::record::value::Wrong;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $word => Ok(Self::$variant), )*
                    _ => Err($crate::record::words::not_among(text, &[$( $word ),*])),
                }
            }
        }

        impl $crate::record::decode::Decode for $name {
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::record::schema::words(&[$( ($word, concat!($($doc),*)) ),*])
            }

            fn decode(
                node: &$crate::record::tree::Node,
                problems: &mut $crate::record::problems::Problems,
            ) -> Option<Self> {
                $crate::record::decode::parsed(node, concat!("这几个词之一：" $(, $word, " ")*), problems)
            }
        }
    };
}
