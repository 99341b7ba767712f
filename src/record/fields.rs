//! Records with fixed keys: the [`record!`](crate::record!) macro and what it stands on.

use super::decode::{self, Decode};
use super::keys;
use super::nearest::{nearest, only_nearest};
use super::problems::Problems;
use super::tree::Node;
use super::value::shown;
use crate::diagnostic::{Certainty, Diagnostic, Fix};
use crate::record::rules;
use crate::source::{Span, Spanned};

/// The entries of a map while a record is being read from it.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: &'a [(Spanned<String>, Node)],
    owner: &'a Span,
    /// Known keys that an unknown one was probably meant to be: not reported a second time as missing.
    meant: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Reports every key that is not among `keys`; `None` if `node` is no map.
    pub fn open(node: &'a Node, keys: &[(&'static str, &'static str)], problems: &mut Problems) -> Option<Self> {
        let entries = decode::map(node, problems)?;
        let has = |key: &str| entries.iter().any(|(written, _)| written.value == key);
        let absent: Vec<&'static str> = keys.iter().map(|(key, _)| *key).filter(|key| !has(key)).collect();
        let mut meant: Vec<&'static str> = Vec::new();
        for (written, _) in entries {
            if keys.iter().any(|(key, _)| *key == written.value) {
                continue;
            }
            let typed = written.value.split(['：', ':']).next().unwrap_or_default().trim();
            let cut = absent.iter().copied().find(|key| *key == typed);
            let guess = cut.or_else(|| nearest(&written.value, absent.iter().copied()));
            let mut finding = unknown_key(written, guess, keys);
            let colons = keys::colons(&written.span);
            if cut.is_some() && !colons.is_empty() {
                let label = "改用半角冒号，后面空一格".to_owned();
                finding.fix = Some(Fix { certainty: Certainty::Certain, label, edits: colons });
                meant.extend(guess);
            } else if let Some(guess) = guess.filter(|guess| !meant.contains(guess)) {
                let is_sure = only_nearest(&written.value, absent.iter().copied()).is_some();
                let fix = Fix::replace(Certainty::Likely, written.span.clone(), guess);
                finding.fix = is_sure.then_some(fix);
                meant.push(guess);
            }
            problems.push(finding);
        }
        Some(Self { entries, owner: &node.span, meant })
    }

    /// The value under `key`, or what stands for it where it is missing.
    pub fn take<T: Decode>(&self, key: &'static str, problems: &mut Problems) -> Option<T> {
        match self.entries.iter().find(|(written, _)| written.value == key) {
            Some((_, node)) => T::decode(node, problems),
            None if self.meant.contains(&key) => T::missing(key, self.owner, &mut Problems::new()),
            None => T::missing(key, self.owner, problems),
        }
    }
}

fn unknown_key(written: &Spanned<String>, guess: Option<&str>, keys: &[(&str, &str)]) -> Diagnostic {
    let allowed = keys.iter().map(|(key, _)| *key).collect::<Vec<_>>().join("、");
    let help = match guess {
        Some(guess) => format!("是不是想写「{guess}」？这里可以写的键：{allowed}"),
        None => format!("这里可以写的键：{allowed}"),
    };
    rules::UNKNOWN_KEY
        .finding(format!("没有「{}」这个键", shown(&written.value)))
        .at(written.span.clone(), "认不出")
        .help(help)
}

/// Defines a record: each field with the key under which it stands in YAML.
///
/// The struct gets one more field, `span`, the place of the whole map; a `Decode` that reports the problems of all
/// fields and every unknown key; `KEYS`, each key with its documentation; and a schema made of the same.
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[doc = $doc:literal])* $key:literal => $field_vis:vis $field:ident : $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name {
            $( $(#[doc = $doc])* $field_vis $field: $type, )*
            /// The whole of it in the file.
            #[allow(dead_code, reason = "every record has its place, asked for or not")]
            pub span: $crate::source::Span,
        }

        impl $name {
            /// The keys as they are typed, each with what it means.
            pub const KEYS: &'static [(&'static str, &'static str)] = &[$( ($key, concat!($($doc),*)) ),*];
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::record::schema::record(vec![
                    $( $crate::record::schema::Key::of::<$type>($key, concat!($($doc),*), generator) ),*
                ])
            }
        }

        impl $crate::record::decode::Decode for $name {
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }

            fn decode(
                node: &$crate::record::tree::Node,
                problems: &mut $crate::record::problems::Problems,
            ) -> Option<Self> {
                let fields = $crate::record::fields::Fields::open(node, Self::KEYS, problems)?;
                $( let $field = fields.take::<$type>($key, problems); )*
                Some(Self { $( $field: $field?, )* span: node.span.clone() })
            }
        }
    };
}
