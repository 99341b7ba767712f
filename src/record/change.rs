//! 变更: what of a record's data is different from a day on.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;
use std::sync::LazyLock;

use super::catalogue::{Content, Described, Field, Record, Shape, Walk};
use super::value::Date;
use crate::source::{Span, Spanned};
use crate::yaml::decode::{self, Decode};
use crate::yaml::fields::Fields;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Problems, rules};

/// A record whose values may be others from a day on.
pub trait Dated: 'static {
    const KEYS: &'static [(&'static str, &'static str)];

    /// Whether what stands under a key may change; the others hold for all weeks.
    fn is_dated(key: &str) -> bool;

    /// The fields that may change.
    fn dated_fields() -> Vec<Field>;
}

/// The key under which the day stands, and what it means.
const FROM: (&str, &str) = ("自", "从这天起，对这天和以后开始的各周有效，例如 2022-01-01");

/// What is different for weeks that begin on or after a day. Each value takes the place of the whole value that the
/// record had under that key.
pub struct Change<R> {
    pub from: Spanned<Date>,
    /// Keys of the record, each with its new value as it stands in the file.
    pub values: Vec<(Spanned<String>, Node)>,
    pub span: Span,
    of: PhantomData<fn() -> R>,
}

impl<R> Clone for Change<R> {
    fn clone(&self) -> Self {
        Self { from: self.from.clone(), values: self.values.clone(), span: self.span.clone(), of: PhantomData }
    }
}

impl<R> fmt::Debug for Change<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Change").field("from", &self.from).field("values", &self.values).finish_non_exhaustive()
    }
}

/// The keys as they are typed, each with what it means.
fn keys<R: Dated>() -> Vec<(&'static str, &'static str)> {
    let dated = R::KEYS.iter().copied().filter(|(key, _)| R::is_dated(key));
    [FROM].into_iter().chain(dated).collect()
}

/// Whether it is a key of the record under which nothing may change.
fn is_undated<R: Dated>(key: &str) -> bool {
    R::KEYS.iter().any(|(known, _)| *known == key) && !R::is_dated(key)
}

impl<R: Dated> Decode for Change<R> {
    /// The values are looked at only where they stand in for the record's own.
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let all_keys: LazyLock<BTreeSet<&str>, _> = LazyLock::new(|| Self::shape().keys());
        let is_key = |word: &str| all_keys.contains(word);
        let entries = decode::map(node, &is_key, problems)?.iter().cloned();
        let (undated, dated): (Vec<_>, Vec<_>) = entries.partition(|(key, _)| is_undated::<R>(&key.value));
        for (key, _) in &undated {
            problems.push(
                rules::UNKNOWN_KEY
                    .finding(format!("「变更」里不能写「{key}」"))
                    .at(key.span.clone(), "对所有的周都一样")
                    .help("移到 office.yaml 的最外层；「变更」里写别的键"),
            );
        }
        let node = Node { kind: Kind::Map(dated), span: node.span.clone() };
        let from = Fields::open(&node, &keys::<R>(), &is_key, problems)?.take(FROM.0, problems);
        let Kind::Map(mut values) = node.kind else { return None };
        values.retain(|(key, _)| key.value != FROM.0);
        Some(Self { from: from?, values, span: node.span, of: PhantomData }).filter(|_| undated.is_empty())
    }
}

impl<R> Walk for Change<R> {
    /// Its values are walked through where they stand in for the record's own.
    fn content(&self) -> Content<'_> {
        Content::Absent
    }
}

impl<R: Dated> Described for Change<R> {
    fn shape() -> Shape {
        let from = Field::new::<Spanned<Date>>(FROM.0, FROM.1, None);
        let dated = R::dated_fields().into_iter().map(|field| Field { is_needed: false, variable: None, ..field });
        let fields = [from].into_iter().chain(dated).collect();
        Shape::Record(Record { name: "Change", in_braces: &[], fields })
    }
}
