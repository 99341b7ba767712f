//! A figure of a ledger by the words of a column, where a record says it word by word: `{ 日常检查: 3, 举报: 2 }`.

use super::column::Column;
use super::figure::OwnFigure;
use super::interned::interned;
use super::ledger::Ledger;
use super::value::no_word_of;
use crate::record::catalogue::{Content, Field, Record, Shape, Walk};
use crate::record::value::PlainNumber;
use crate::source::Spanned;
use crate::yaml::rules::WRONG_TYPE;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Problems, nothing_in_it};

/// What items are called that have nothing in a column by which a figure is parted.
pub const UNSAID: &str = "未注明";

/// The number of each word, in the order of the file.
#[derive(Debug, Clone)]
pub struct TypedParts(pub Vec<(Spanned<String>, Spanned<PlainNumber>)>);

impl TypedParts {
    pub(super) fn decode(ledger: &Ledger, figure: &OwnFigure, node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = words(ledger, figure);
        let is_empty = match &node.kind {
            Kind::Null => true,
            Kind::Map(entries) => entries.is_empty(),
            _ => false,
        };
        if is_empty {
            problems.push(nothing_in_it(&node.span));
            return None;
        }
        let Kind::Map(entries) = &node.kind else {
            let word = words.first().map_or("甲", |word| word);
            let finding =
                WRONG_TYPE.finding(format!("「{}」要按栏分开写", figure.name())).at(node.span.clone(), "是一个数");
            problems.push(finding.help(format!("写成 {{ {word}: 3, … }}，没有的不写")));
            return None;
        };
        let mut parts = Some(Vec::with_capacity(entries.len()));
        for (word, node) in entries {
            if !words.is_empty() && !words.contains(&word.value.as_str()) {
                problems.push(no_word_of(&words, word));
                parts = None;
                continue;
            }
            match (ledger.typed_figure(Some(figure), node, problems), &mut parts) {
                (Some(number), Some(parts)) => parts.push((word.clone(), number)),
                _ => parts = None,
            }
        }
        parts.map(Self)
    }

    /// What may stand in the place of a figure that is parted.
    pub(super) fn shape(ledger: &Ledger, figure: &OwnFigure) -> Shape {
        let number = ledger.typed_shape(figure);
        let words = words(ledger, figure);
        if words.is_empty() {
            let register = column(ledger, figure).and_then(|column| column.what().register());
            return Shape::Table(register, Box::new(number));
        }
        let field = |word: &str| Field {
            key: interned(word),
            meaning: "这一类的数",
            variable: None,
            is_needed: false,
            may_be_empty: true,
            shape: number.clone(),
        };
        let name = interned(&format!("{}的{}", ledger.name(), figure.name()));
        Shape::Record(Record { name, in_braces: &[], fields: words.into_iter().map(field).collect() })
    }
}

/// By which a figure is parted.
fn column<'a>(ledger: &'a Ledger, figure: &OwnFigure) -> Option<&'a Column> {
    ledger.column(figure.0.by.as_ref()?.value.text())
}

/// The words that may be typed; none where a column may say anything.
fn words<'a>(ledger: &'a Ledger, figure: &OwnFigure) -> Vec<&'a str> {
    let declared = column(ledger, figure).map_or(&[][..], |column| &column.words);
    let words: Vec<&str> = declared.iter().map(|word| word.value.as_str()).collect();
    if words.is_empty() { words } else { [words, vec![UNSAID]].concat() }
}

impl Walk for TypedParts {
    fn content(&self) -> Content<'_> {
        Content::Table(self.0.iter().map(|(word, number)| (word, number as &dyn Walk)).collect())
    }
}
