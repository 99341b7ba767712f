//! 变更: what of an office's data is different from a day on.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::keys::is_key;
use super::office::Office;
use super::value::Date;
use crate::source::{Span, Spanned};
use crate::yaml::decode::{self, Decode};
use crate::yaml::fields::Fields;
use crate::yaml::schema::{self, Key};
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Problems, rules};

/// The last keys of an office: they hold for all weeks, and a change cannot have them.
pub const UNDATED: [&str; 3] = ["检查", "认可", "变更"];

/// How many of an office's keys, from the first on, a change can have.
const DATED: usize = Office::KEYS.len() - UNDATED.len();

/// The key under which the day stands.
const FROM: (&str, &str) = ("自", " 从这天起，对这天和以后开始的各周有效，例如 2022-01-01");

/// What is different for weeks that begin on or after a day. Each value takes the place of the whole value that the
/// office had under that key.
#[derive(Debug, Clone)]
pub struct Change {
    pub from: Spanned<Date>,
    /// Keys of the office, each with its new value as it stands in the file.
    pub values: Vec<(Spanned<String>, Node)>,
    pub span: Span,
}

impl Change {
    /// The keys as they are typed, each with what it means.
    pub const KEYS: &'static [(&'static str, &'static str)] = &{
        let mut keys = [FROM; DATED + 1];
        let mut at = 0;
        while at < DATED {
            keys[at + 1] = Office::KEYS[at];
            at += 1;
        }
        keys
    };
}

impl JsonSchema for Change {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Change".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Change").into()
    }

    /// Of the day alone: what else may stand there is the office's, and is put in once that is there.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema::record(vec![Key::of::<Spanned<Date>>(FROM.0, FROM.1, generator)])
    }
}

impl Decode for Change {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Self>()
    }

    /// The values are looked at only where they stand in for the office's own.
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let entries = decode::map(node, &is_key, problems)?.iter().cloned();
        let (undated, dated): (Vec<_>, Vec<_>) = entries.partition(|(key, _)| UNDATED.contains(&key.value.as_str()));
        for (key, _) in &undated {
            problems.push(
                rules::UNKNOWN_KEY
                    .finding(format!("「变更」里不能写「{key}」"))
                    .at(key.span.clone(), "对所有的周都一样")
                    .help("移到 office.yaml 的最外层；「变更」里写别的键"),
            );
        }
        let node = Node { kind: Kind::Map(dated), span: node.span.clone() };
        let from = Fields::open(&node, Self::KEYS, &is_key, problems)?.take(FROM.0, problems);
        let Kind::Map(mut values) = node.kind else { return None };
        values.retain(|(key, _)| key.value != FROM.0);
        Some(Self { from: from?, values, span: node.span }).filter(|_| undated.is_empty())
    }
}
