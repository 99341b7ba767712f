//! A ledger in a period's record: its items, or figures with or without them.

use super::cells::Cells;
use super::column::keys;
use super::ledger::{COUNT, ITEMS, Ledger, TYPICAL};
use super::typed_parts::TypedParts;
use super::value::OwnValue;
use crate::diagnostic::Diagnostic;
use crate::record::catalogue::{Content, Entry, Walk};
use crate::record::value::PlainNumber;
use crate::source::{Span, Spanned};
use crate::yaml::fields::Fields;
use crate::yaml::rules::{UNKNOWN_KEY, WRONG_TYPE};
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode as _, Problems, decode, nothing_in_it};

/// A ledger in one period.
#[derive(Debug, Clone)]
pub struct LedgerOfPeriod {
    pub name: Spanned<String>,
    /// The name, as the office declares it.
    key: &'static str,
    /// `None` where the items themselves are not recorded.
    pub items: Option<Vec<Item>>,
    /// Some of the items, where not all of them are recorded: no figure is made of them.
    pub typical: Vec<Item>,
    /// Figures that are typed; that of [`COUNT`] says how many items there are.
    pub typed: Vec<(&'static str, Spanned<PlainNumber>)>,
    /// Figures by the words of a column that are typed word by word.
    pub typed_parts: Vec<(&'static str, TypedParts)>,
}

/// One item of a ledger.
#[derive(Debug, Clone)]
pub struct Item {
    pub cells: Cells,
    /// How many it stands for.
    pub number: u32,
    pub span: Span,
}

impl Item {
    /// A record of those that all offices keep, which stands for so many; `besides`: what is known of it that it does not say
    /// itself.
    #[must_use]
    pub fn of_record(record: &dyn Walk, number: u32, span: &Span, besides: Vec<(&'static str, OwnValue)>) -> Self {
        Self { cells: Cells::of_whole_record(record, besides), number, span: span.clone() }
    }
}

impl LedgerOfPeriod {
    /// Records of those that all offices keep, as a ledger called `key`, of which the record speaks at `place`; `items`: `None`
    /// where not all of them are written one by one.
    #[must_use]
    pub fn of_records(key: &'static str, place: &Span, items: Option<Vec<Item>>) -> Self {
        Self {
            name: Spanned::new(key.to_owned(), place.clone()),
            key,
            items,
            typical: Vec::new(),
            typed: Vec::new(),
            typed_parts: Vec::new(),
        }
    }

    /// The name, as the office declares it.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The items that are written one by one: all of them, or some.
    #[must_use]
    pub fn listed(&self) -> &[Item] {
        self.items.as_deref().unwrap_or(&self.typical)
    }

    /// The figure of that name, where it is typed.
    #[must_use]
    pub fn typed(&self, name: &str) -> Option<&Spanned<PlainNumber>> {
        self.typed.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The parts of the figure of that name, where they are typed.
    #[must_use]
    pub fn typed_parts(&self, name: &str) -> Option<&TypedParts> {
        self.typed_parts.iter().find(|(known, _)| *known == name).map(|(_, parts)| parts)
    }

    /// How many items there are, where that is typed.
    #[must_use]
    pub fn typed_count(&self) -> Option<&Spanned<PlainNumber>> {
        self.typed(COUNT)
    }

    pub(super) fn decode(
        name: &Spanned<String>,
        ledger: &Ledger,
        node: &Node,
        problems: &mut Problems,
    ) -> Option<Self> {
        let mut found = Self::of_records(ledger.name(), &name.span, None);
        match &node.kind {
            tree::Kind::List(items) => found.items = Some(decode_items(ledger, items, problems)?),
            tree::Kind::Map(entries) if entries.is_empty() => return nothing_written(name, ledger, problems),
            tree::Kind::Map(entries) => {
                let reckoned = |key: &str| ledger.figure(key).is_some_and(|figure| !figure.may_be_typed());
                if let Some((key, _)) = entries.iter().find(|(key, _)| reckoned(&key.value)) {
                    let finding = UNKNOWN_KEY.finding(format!("「{}」由别的数算出，不用写", key.value));
                    problems
                        .push(finding.at(key.span.clone(), "不用写").help("删掉这一行；要核对，用 zhoubao explain"));
                    return None;
                }
                let keys = figure_keys(ledger);
                let is_key = |word: &str| keys.iter().any(|(key, _)| *key == word);
                let fields = Fields::open_known(node, ledger.figures_name(), &keys, &is_key, problems)?;
                for (key, _) in keys.iter().filter(|(key, _)| ![ITEMS, TYPICAL].contains(key)) {
                    let Some(node) = fields.written(key) else { continue };
                    match ledger.figure(key).filter(|figure| figure.0.by.is_some()) {
                        Some(figure) => {
                            found.typed_parts.push((key, TypedParts::decode(ledger, figure, node, problems)?));
                        }
                        None => found.typed.push((key, ledger.typed_figure(ledger.figure(key), node, problems)?)),
                    }
                }
                if let Some(node) = fields.written(ITEMS) {
                    found.items = Some(decode_items(ledger, decode::list(node, problems)?, problems)?);
                }
                if let Some(node) = fields.written(TYPICAL) {
                    if found.items.is_some() {
                        problems.push(both_written(&node.span));
                        return None;
                    }
                    if found.typed.is_empty() && found.typed_parts.is_empty() {
                        problems.push(nothing_of_all(&node.span));
                        return None;
                    }
                    found.typical = decode_items(ledger, decode::list(node, problems)?, problems)?;
                }
            }
            // 总数：3 is a key with a colon that is none to YAML.
            tree::Kind::Scalar { text, plain: true } if text.contains('：') => {
                let is_key = |word: &str| figure_keys(ledger).iter().any(|(key, _)| *key == word);
                decode::map(node, &is_key, problems)?;
            }
            tree::Kind::Scalar { .. } => found.typed.push((COUNT, Spanned::decode(node, problems)?)),
            tree::Kind::Null => return nothing_written(name, ledger, problems),
        }
        Some(found)
    }
}

/// The keys of a ledger's figures, and that of its items beside them.
fn figure_keys(ledger: &Ledger) -> Vec<(&'static str, &'static str)> {
    let mut keys = vec![(COUNT, "")];
    keys.extend(ledger.figures.iter().filter(|figure| figure.may_be_typed()).map(|figure| (figure.name(), "")));
    if !ledger.columns.is_empty() {
        keys.extend([(ITEMS, ""), (TYPICAL, "")]);
    }
    keys
}

fn both_written(place: &Span) -> Diagnostic {
    WRONG_TYPE
        .finding("「明细」和「典型」只能写一个")
        .at(place.clone(), "已经写了「明细」")
        .help("各条都写全的，写在「明细」里，数由它们算出；只写其中几条的，写在「典型」里，数另外写")
}

fn nothing_of_all(place: &Span) -> Diagnostic {
    WRONG_TYPE
        .finding("只写了「典型」，没有写一共多少")
        .at(place.first_line(), "只是其中几条")
        .help("在它旁边写「条数: 20」；各条写全了的，写在「明细」里")
}

fn nothing_written(name: &Spanned<String>, ledger: &Ledger, problems: &mut Problems) -> Option<LedgerOfPeriod> {
    let help = format!("写各条、一个数，或者 {{ 数的名称: 几 }}；没有就写 {}: 0", ledger.name());
    problems.push(WRONG_TYPE.finding("这本台账里什么也没有写").at(name.span.clone(), "后面是空的").help(help));
    None
}

fn decode_items(ledger: &Ledger, items: &[Node], problems: &mut Problems) -> Option<Vec<Item>> {
    let mut decoded = Some(Vec::with_capacity(items.len()));
    let keys = keys(&ledger.columns);
    let is_key = |word: &str| keys.iter().any(|(key, _)| *key == word);
    for node in items {
        if matches!(&node.kind, tree::Kind::Map(entries) if entries.is_empty()) {
            problems.push(nothing_in_it(&node.span));
            decoded = None;
            continue;
        }
        let item = Fields::open_known(node, ledger.name(), &keys, &is_key, problems)
            .and_then(|fields| Cells::from_columns(&ledger.columns, &fields, problems));
        match (item, &mut decoded) {
            (Some(cells), Some(items)) => items.push(Item { cells, number: 1, span: node.span.clone() }),
            _ => decoded = None,
        }
    }
    decoded
}

impl Walk for LedgerOfPeriod {
    fn content(&self) -> Content<'_> {
        if self.typed.is_empty() && self.typed_parts.is_empty() && self.typical.is_empty() {
            return self.items.as_ref().map_or(Content::Absent, Walk::content);
        }
        let variable = |key| if key == COUNT { "count" } else { key };
        let typed = self.typed.iter().map(|(key, value)| Entry { key, variable: Some(variable(*key)), value });
        let items = self.items.iter().map(|items| Entry { key: ITEMS, variable: Some("items"), value: items });
        let typical = (!self.typical.is_empty()).then_some(Entry {
            key: TYPICAL,
            variable: Some("typical"),
            value: &self.typical,
        });
        let parts = self.typed_parts.iter().map(|(key, value)| Entry { key, variable: Some(*key), value });
        Content::Record(typed.chain(parts).chain(items).chain(typical).collect())
    }
}

impl Walk for Item {
    fn content(&self) -> Content<'_> {
        self.cells.content()
    }
}
