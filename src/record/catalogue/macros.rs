//! The macros by which records and closed sets of words are stated.

/// States a record: each field with the key under which it stands in YAML and what it means.
///
/// ```text
/// record! {
///     /// One complaint.
///     pub struct Complaint {
///         /// 被投诉的单位                                 what it means, for editors and docs/
///         "被投诉" => pub respondent: Name<Firms>,         in templates too `respondent`
///         "备注" => pub remark as _: Option<…>,            templates do not see it by itself
///     }
/// }
/// ```
///
/// `where prose may name ["来源"]` behind the struct's name lists the keys that its prose may name in braces, `with own:
/// Cells` lets offices add columns to it, whose values are in its field `own`. The struct gets one more field, `span`, the place of the whole map. Of the list are made: a `Decode` that reports the problems of
/// all fields and every unknown key, `KEYS`, and the record's entry in the [catalogue](crate::record::catalogue).
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $(where prose may name [$($in_braces:literal),*])? $(with $own:ident: $own_type:ty)? {
            $(
                $(#[doc = $doc:literal])*
                $key:literal => $field_vis:vis $field:ident $(as $variable:tt)? : $type:ty
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name {
            $( $(#[doc = $doc])* $field_vis $field: $type, )*
            $(
                /// What stands in the columns that the office adds.
                pub $own: $own_type,
            )?
            /// The whole of it in the file.
            #[allow(dead_code, reason = "every record has its place, asked for or not")]
            pub span: $crate::source::Span,
        }

        impl $name {
            /// The keys as they are typed, each with what it means.
            pub const KEYS: &'static [(&'static str, &'static str)] = &[$( ($key, concat!($($doc),*)) ),*];

            /// The keys whose values its prose may name in braces.
            #[allow(dead_code, reason = "most records have no such prose")]
            pub const IN_BRACES: &'static [&'static str] = &[$($($in_braces),*)?];

            /// Those of its fields whose keys are wanted.
            pub fn fields(is_wanted: &dyn Fn(&str) -> bool) -> Vec<$crate::record::catalogue::Field> {
                let fields = [$(
                    is_wanted($key).then(|| $crate::record::catalogue::Field::new::<$type>(
                        $key,
                        concat!($($doc),*),
                        $crate::variable!($field $(as $variable)?),
                    ))
                ),*];
                fields.into_iter().flatten().collect()
            }

            /// Whether `word` is a key of it or of a record in it.
            fn is_key(word: &str) -> bool {
                static KEYS: std::sync::LazyLock<std::collections::BTreeSet<&'static str>> =
                    std::sync::LazyLock::new(|| <$name as $crate::record::catalogue::Described>::shape().keys());
                KEYS.contains(word)
            }
        }

        impl $crate::record::catalogue::Walk for $name {
            fn content(&self) -> $crate::record::catalogue::Content<'_> {
                #[allow(unused_mut, reason = "most records have no further columns")]
                let mut entries = vec![$(
                    $crate::record::catalogue::Entry {
                        key: $key,
                        variable: $crate::variable!($field $(as $variable)?),
                        value: &self.$field,
                    }
                ),*];
                $( entries.extend(self.$own.entries()); )?
                $crate::record::catalogue::Content::Record(entries)
            }
        }

        impl $crate::record::catalogue::Described for $name {
            fn shape() -> $crate::record::catalogue::Shape {
                $crate::record::catalogue::Shape::Record($crate::record::catalogue::Record {
                    name: stringify!($name),
                    in_braces: Self::IN_BRACES,
                    fields: Self::fields(&|_| true),
                })
            }
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::tree::Node, problems: &mut $crate::yaml::Problems) -> Option<Self> {
                let fields = $crate::yaml::fields::Fields::open_record(
                    node, stringify!($name), Self::KEYS, &Self::is_key, problems,
                )?;
                $( let $field = fields.take::<$type>($key, problems); )*
                $( let $own = <$own_type>::decode(stringify!($name), &fields, problems); )?
                Some(Self { $( $field: $field?, )* $( $own: $own?, )? span: node.span.clone() })
            }
        }
    };
}

/// The name of a record's field in templates.
#[doc(hidden)]
#[macro_export]
macro_rules! variable {
    ($field:ident) => {
        Some(stringify!($field))
    };
    ($field:ident as _) => {
        None
    };
}

/// States an enum whose variants are written as fixed words, each with what it means: `Display`, `FromStr`, `Decode`,
/// `ALL`, `word` and its entry in the catalogue.
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

            /// What the word means.
            #[allow(dead_code, reason = "of most sets only the catalogue asks for it")]
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc),*).trim_ascii(), )* }
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

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::tree::Node, problems: &mut $crate::yaml::Problems) -> Option<Self> {
                $crate::yaml::decode::parsed(node, concat!("这几个词之一：" $(, $word, " ")*), problems)
            }
        }

        impl $crate::record::catalogue::Scalar for $name {
            fn shape() -> $crate::record::catalogue::Shape {
                const WORDS: &[(&str, &str)] = &[$( ($word, concat!($($doc),*)) ),*];
                $crate::record::catalogue::Shape::Value($crate::record::catalogue::Kind::Words(WORDS))
            }

            fn content(value: &$crate::source::Spanned<Self>) -> $crate::record::catalogue::Content<'_> {
                $crate::record::catalogue::Content::Word(&value.value, &value.span)
            }
        }
    };
}
