//! 台账 in a period's record: the items of each ledger, or figures without them.

use super::cells::Cells;
use super::column::keys;
use super::columns::{LEDGERS, OfficeColumns};
use super::ledger::{COUNT, ITEMS, Ledger};
use crate::diagnostic::Diagnostic;
use crate::record::catalogue::{Content, Described, Entry, Record, Shape, Walk};
use crate::record::value::PlainNumber;
use crate::source::{Span, Spanned};
use crate::yaml::fields::Fields;
use crate::yaml::further::Further as _;
use crate::yaml::rules::{UNKNOWN_KEY, WRONG_TYPE};
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode, Problems, decode};

/// The ledgers that a record tells of, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Ledgers(Vec<LedgerOfPeriod>);

/// A ledger in one period.
#[derive(Debug, Clone)]
pub struct LedgerOfPeriod {
    pub name: Spanned<String>,
    /// The name, as the office declares it.
    key: &'static str,
    /// `None` where the items themselves are not recorded.
    pub items: Option<Vec<Item>>,
    /// Figures that are typed; that of [`COUNT`] says how many items there are.
    pub typed: Vec<(&'static str, Spanned<PlainNumber>)>,
}

/// One item of a ledger.
#[derive(Debug, Clone)]
pub struct Item {
    pub cells: Cells,
    pub span: Span,
}

impl Ledgers {
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&LedgerOfPeriod> {
        self.0.iter().find(|ledger| ledger.key == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &LedgerOfPeriod> {
        self.0.iter()
    }
}

impl LedgerOfPeriod {
    /// The figure of that name, where it is typed.
    #[must_use]
    pub fn typed(&self, name: &str) -> Option<&Spanned<PlainNumber>> {
        self.typed.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// How many items there are, where that is typed.
    #[must_use]
    pub fn typed_count(&self) -> Option<&Spanned<PlainNumber>> {
        self.typed(COUNT)
    }

    fn decode(name: &Spanned<String>, ledger: &Ledger, node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut found = Self { name: name.clone(), key: ledger.name(), items: None, typed: Vec::new() };
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
                let mut keys = vec![(COUNT, "")];
                keys.extend(ledger.figures.iter().filter(|it| it.may_be_typed()).map(|it| (it.name(), "")));
                if !ledger.columns.is_empty() {
                    keys.push((ITEMS, ""));
                }
                let is_key = |word: &str| keys.iter().any(|(key, _)| *key == word);
                let fields = Fields::open_known(node, ledger.figures_name(), &keys, &is_key, problems)?;
                for (key, _) in keys.iter().filter(|(key, _)| *key != ITEMS) {
                    if let Some(node) = fields.written(key) {
                        found.typed.push((key, Spanned::decode(node, problems)?));
                    }
                }
                if let Some(node) = fields.written(ITEMS) {
                    found.items = Some(decode_items(ledger, decode::list(node, problems)?, problems)?);
                }
            }
            tree::Kind::Scalar { .. } => found.typed.push((COUNT, Spanned::decode(node, problems)?)),
            tree::Kind::Null => return nothing_written(name, ledger, problems),
        }
        Some(found)
    }
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
        let item = Fields::open_known(node, ledger.name(), &keys, &is_key, problems)
            .and_then(|fields| Cells::from_columns(&ledger.columns, &fields, problems));
        match (item, &mut decoded) {
            (Some(cells), Some(items)) => items.push(Item { cells, span: node.span.clone() }),
            _ => decoded = None,
        }
    }
    decoded
}

impl Decode for Ledgers {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if matches!(node.kind, tree::Kind::Null) {
            return Some(Self::default());
        }
        let known = problems.known::<OfficeColumns>().unwrap_or_default();
        let mut ledgers = Some(Vec::new());
        for (name, node) in decode::map(node, &|_| false, problems)? {
            if known.is_unknown() {
                continue;
            }
            let Some(ledger) = known.ledger(&name.value) else {
                problems.push(match known.at_another_time(LEDGERS, &name.value) {
                    Some(when) => ledger_of_another_time(name, when),
                    None => unknown_ledger(name, &known.ledger_names()),
                });
                ledgers = None;
                continue;
            };
            match (LedgerOfPeriod::decode(name, ledger, node, problems), &mut ledgers) {
                (Some(ledger), Some(ledgers)) => ledgers.push(ledger),
                _ => ledgers = None,
            }
        }
        ledgers.map(Self)
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(Self::default())
    }
}

fn ledger_of_another_time(name: &Spanned<String>, when: &str) -> Diagnostic {
    UNKNOWN_KEY
        .finding(format!("台账「{}」{when}", name.value))
        .at(name.span.clone(), "这一期没有")
        .help("删掉它；日期不对的，改 office.yaml 的「变更」")
}

fn unknown_ledger(name: &Spanned<String>, known: &[&'static str]) -> Diagnostic {
    let finding =
        UNKNOWN_KEY.finding(format!("office.yaml 的“台账”里没有「{}」", name.value)).at(name.span.clone(), "认不出");
    let declare =
        format!("要新设一本，在 office.yaml 的“台账”里加一行：- {{ 名称: {}, 栏: [{{ 名称: … }}] }}", name.value);
    match crate::yaml::nearest::nearest(&name.value, known.iter().copied()) {
        Some(guess) => finding.help(format!("是不是想写「{guess}」？{declare}")),
        None if known.is_empty() => finding.help(declare),
        None => finding.help(format!("有这些台账：{}。{declare}", known.join("、"))),
    }
}

impl Walk for Ledgers {
    fn content(&self) -> Content<'_> {
        let entries = self.0.iter().map(|ledger| Entry { key: ledger.key, variable: Some(ledger.key), value: ledger });
        Content::Record(entries.collect())
    }
}

impl Walk for LedgerOfPeriod {
    fn content(&self) -> Content<'_> {
        if self.typed.is_empty() {
            return self.items.as_ref().map_or(Content::Absent, Walk::content);
        }
        let variable = |key| if key == COUNT { "count" } else { key };
        let typed = self.typed.iter().map(|(key, value)| Entry { key, variable: Some(variable(*key)), value });
        let items = self.items.iter().map(|items| Entry { key: ITEMS, variable: Some("items"), value: items });
        Content::Record(typed.chain(items).collect())
    }
}

impl Walk for Item {
    fn content(&self) -> Content<'_> {
        self.cells.content()
    }
}

impl Described for Ledgers {
    /// Without an office: no ledgers.
    fn shape() -> Shape {
        Shape::Record(Record { name: LEDGERS, in_braces: &[], fields: Vec::new() })
    }
}
