//! Closed sets of words: the [`words!`](crate::words!) macro and what it stands on.

use super::nearest::only_nearest;
use super::value::{Wrong, shown};
use crate::diagnostic::Certainty;

/// Why `text` is none of `words`, with the one that was probably meant.
#[must_use]
pub fn not_among(text: &str, words: &[&str]) -> Wrong {
    let allowed = words.join("、");
    let wrong = Wrong::new(format!("没有「{}」这种写法", shown(text.trim())));
    if let Some(day) = day(text, words) {
        return wrong.help(format!("写成「{day}」")).mended(Certainty::Certain, day);
    }
    match only_nearest(text, words.iter().copied()) {
        Some(guess) => {
            wrong.help(format!("是不是想写「{guess}」？这里可以写：{allowed}")).mended(Certainty::Likely, guess)
        }
        None => wrong.help(format!("这里可以写：{allowed}")),
    }
}

/// The day of the week that is called otherwise: 周日, 礼拜天.
fn day<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    let text = text.trim();
    let day = ["星期", "礼拜", "周"].iter().find_map(|week| text.strip_prefix(week))?;
    let day = if day == "天" { "日" } else { day };
    words.iter().copied().find(|word| word.strip_prefix("星期") == Some(day))
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

#[cfg(test)]
mod tests {
    use super::not_among;
    use crate::source::{Source, Span};

    const DAYS: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

    fn mend(text: &str, words: &[&str]) -> Option<String> {
        let span = Span::new(&Source::new("周.yaml", text), 0..text.len());
        not_among(text, words).at(&span).fix.and_then(|fix| fix.edits.into_iter().next()).map(|edit| edit.text)
    }

    #[test]
    fn a_day_has_several_names_and_of_words_equally_near_none_is_chosen() {
        for text in ["星期天", "周日", "礼拜天"] {
            assert_eq!(mend(text, &DAYS).as_deref(), Some("星期日"), "{text}");
        }
        assert_eq!(mend("周一", &DAYS).as_deref(), Some("星期一"));
        assert_eq!(mend("星期七", &DAYS), None);
        assert_eq!(mend("警吿", &["警告", "建议"]).as_deref(), Some("警告"));
    }
}
