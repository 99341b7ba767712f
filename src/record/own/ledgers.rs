//! 台账 in a period's record.

use super::columns::{LEDGERS, OfficeColumns};
use super::ledger_of_period::LedgerOfPeriod;
use crate::diagnostic::Diagnostic;
use crate::record::catalogue::{Content, Described, Entry, Record, Shape, Walk};
use crate::source::{Span, Spanned};
use crate::yaml::further::Further as _;
use crate::yaml::keys::colon_fix;
use crate::yaml::rules::{UNKNOWN_KEY, WRONG_TYPE};
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode, Problems, decode};

/// The ledgers that a record tells of, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Ledgers(Vec<LedgerOfPeriod>);

impl Ledgers {
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&LedgerOfPeriod> {
        self.0.iter().find(|ledger| ledger.key() == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &LedgerOfPeriod> {
        self.0.iter()
    }
}

impl Decode for Ledgers {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let known = problems.known::<OfficeColumns>().unwrap_or_default();
        let is_empty = match &node.kind {
            tree::Kind::Null => true,
            tree::Kind::Map(entries) => entries.is_empty(),
            _ => false,
        };
        if is_empty {
            problems.push(no_ledger_written(&node.span, &known.ledger_names()));
            return None;
        }
        let mut ledgers = Some(Vec::new());
        for (name, node) in decode::map(node, &|word| known.ledger(word).is_some(), problems)? {
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

fn no_ledger_written(place: &Span, known: &[&'static str]) -> Diagnostic {
    let name = known.first().copied().unwrap_or("台账的名称");
    let help = format!("写上各本台账，例如 {name}: 3；都没有统计的，把「台账」整行删掉");
    WRONG_TYPE.finding("「台账」里什么也没有写").at(place.clone(), "是空的").help(help)
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
    let fix = colon_fix(&name.span, &|word| known.contains(&word));
    if fix.is_some() {
        return finding.help("键后面的冒号要用半角，后面空一格").fix(fix);
    }
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
        let entries =
            self.0.iter().map(|ledger| Entry { key: ledger.key(), variable: Some(ledger.key()), value: ledger });
        Content::Record(entries.collect())
    }
}

impl Described for Ledgers {
    /// Without an office: no ledgers.
    fn shape() -> Shape {
        Shape::Record(Record { name: LEDGERS, in_braces: &[], fields: Vec::new() })
    }
}
