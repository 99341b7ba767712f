//! The macros by which records and closed sets of words are defined.

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
                $crate::yaml::schema::record(vec![
                    $( $crate::yaml::schema::Key::of::<$type>($key, concat!($($doc),*), generator) ),*
                ])
            }
        }

        impl $crate::yaml::decode::Decode for $name {
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }

            fn decode(
                node: &$crate::yaml::tree::Node,
                problems: &mut $crate::yaml::problems::Problems,
            ) -> Option<Self> {
                let fields = $crate::yaml::fields::Fields::open(node, Self::KEYS, &$crate::record::keys::is_key, problems)?;
                $( let $field = fields.take::<$type>($key, problems); )*
                Some(Self { $( $field: $field?, )* span: node.span.clone() })
            }
        }
    };
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
            type Err = $crate::yaml::Wrong;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $word => Ok(Self::$variant), )*
                    _ => Err($crate::yaml::words::not_among(text, &[$( $word ),*])),
                }
            }
        }

        impl $crate::yaml::decode::Decode for $name {
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::yaml::schema::words(&[$( ($word, concat!($($doc),*)) ),*])
            }

            fn decode(
                node: &$crate::yaml::tree::Node,
                problems: &mut $crate::yaml::problems::Problems,
            ) -> Option<Self> {
                $crate::yaml::decode::parsed(node, concat!("这几个词之一：" $(, $word, " ")*), problems)
            }
        }
    };
}
