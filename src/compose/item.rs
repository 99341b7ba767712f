//! YAML that a template prints (front matter, settings of tables and attachments): its values are marked strings, and
//! what is wrong with it is told at the template's own lines.

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use super::mark::{self, Near};
use crate::compose::findings;
use crate::diagnostic::Diagnostic;
use crate::document::{Origin, Text};
use crate::record::decode::{Decode, list, scalar};
use crate::record::schema;
use crate::record::tree::{Kind, Node};
use crate::record::value::Wrong;
use crate::record::{Problems, read};
use crate::source::{Source, Span};
use schemars::{Schema, SchemaGenerator};

/// One value; empty where the template's expressions printed nothing.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) marked: String,
    /// Where it stands in the rendered YAML.
    pub(super) range: Range<usize>,
}

impl Item {
    pub(super) fn is_given(&self) -> bool {
        !mark::plain(&self.marked).trim().is_empty()
    }

    /// What it means, for values that are not printed.
    pub(super) fn parse<T: FromStr<Err = Wrong>>(&self) -> Result<T, Wrong> {
        mark::plain(&self.marked).trim().parse()
    }
}

impl Decode for Item {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::text()
    }

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let marked = scalar(node, "一段文字", problems)?.to_owned();
        Some(Self { marked, range: node.span.range() })
    }
}

/// One value or a list of them, without those that are empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Decode for Items {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schema::either(&schema::text(), &schema::list(&Option::<Item>::schema(generator)))
    }

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let nodes = match &node.kind {
            Kind::List(_) => list(node, problems)?,
            _ => std::slice::from_ref(node),
        };
        let filled = nodes.iter().filter(|node| !matches!(node.kind, Kind::Null));
        let items: Vec<_> = filled.map(|node| Item::decode(node, problems)).collect();
        let items: Vec<Item> = items.into_iter().collect::<Option<_>>()?;
        Some(Self(items.into_iter().filter(Item::is_given).collect()))
    }
}

/// `是` or `否`.
pub(super) struct YesNo(pub(super) bool);

impl FromStr for YesNo {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "是" | "true" => Ok(Self(true)),
            "否" | "false" => Ok(Self(false)),
            _ => Err(Wrong::new("这里只能写「是」或「否」").help("写 是 或 否")),
        }
    }
}

/// A stretch of a rendered template, and the template's line to show where the stretch itself tells none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed<'a> {
    pub(super) text: &'a str,
    pub(super) template: &'a Arc<Source>,
    pub(super) fallback: usize,
}

impl Printed<'_> {
    /// Where the template says what stands at `range`. A line that bears no mark (`---`) is looked for below the last
    /// one that does.
    pub(super) fn place(&self, range: &Range<usize>) -> Span {
        let line = match mark::line_near(self.text, range) {
            Some(Near::Here(line)) => line,
            Some(Near::Before(line)) => self.below(line, range).unwrap_or(line),
            None => self.below(self.fallback, range).unwrap_or(self.fallback),
        };
        Span::new(self.template, self.template.line_range(line).unwrap_or(0..0))
    }

    /// The first line of the template from `line` on that reads as what was rendered at `range`.
    fn below(&self, line: usize, range: &Range<usize>) -> Option<usize> {
        let words = self.text.get(range.clone())?.trim().lines().next()?.trim_end();
        let lines = self.template.text().lines().enumerate().skip(line.saturating_sub(1));
        let mut alike = lines.filter(|(_, content)| content.trim() == words);
        alike.next().map(|(at, _)| at + 1)
    }

    pub(super) fn finding(&self, range: &Range<usize>, wrong: &Wrong) -> Diagnostic {
        let diagnostic = findings::TEMPLATE.finding(wrong.to_string()).at(self.place(range), "");
        match wrong.mend() {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    /// What an item of it means.
    pub(super) fn parse<T: FromStr<Err = Wrong>>(&self, item: &Item) -> Result<T, Vec<Diagnostic>> {
        item.parse().map_err(|wrong| vec![self.finding(&item.range, &wrong)])
    }

    /// Reads it as YAML.
    pub(super) fn read<T: Decode>(&self) -> Result<T, Vec<Diagnostic>> {
        let source = Source::new(self.template.name(), self.text);
        let mut problems = Problems::new();
        let record = read::<T>(&source, &mut problems);
        record.ok_or_else(|| problems.into_vec().into_iter().map(|problem| self.retold(problem)).collect())
    }

    /// A finding about the rendered YAML, as one about the template.
    fn retold(&self, problem: Diagnostic) -> Diagnostic {
        let range = problem.primary.map_or(0..0, |label| label.span.range());
        let retold = findings::TEMPLATE.finding(mark::plain(&problem.message)).at(self.place(&range), "");
        match problem.help {
            Some(help) => retold.help(mark::plain(&help)),
            None => retold.help("请核对这一行的写法"),
        }
    }
}

/// Where the values in `text` were written, besides the template: at most two places.
pub(super) fn values(text: &Text) -> Vec<Span> {
    let records = text.0.iter().filter(|run| !matches!(*run.origin, Origin::Template { .. } | Origin::Engine(_)));
    let mut places: Vec<Span> = Vec::new();
    for place in records.filter_map(|run| run.origin.place()) {
        if !places.contains(place) && places.len() < 2 {
            places.push(place.clone());
        }
    }
    places
}
