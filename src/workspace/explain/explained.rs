//! A figure and what is known of it.

use super::printed::Printed;
use crate::diagnostic::Label;
use crate::source::Span;

/// The names of all figures that papers can print, for messages.
pub const FIGURES: [&str; 23] = [
    "执法检查",
    "现场受理人数",
    "查处案件数",
    "续办件数",
    "罚款",
    "投诉件数",
    "办结件数",
    "在办件数",
    "有效投诉件",
    "办结总时长",
    "平均办结时长",
    "平台投诉件数",
    "平台办结件数",
    "平台在办件数",
    "同类件数",
    "退换货件数",
    "退货金额",
    "满意件数",
    "撤销件数",
    "推诿诱导件数",
    "上报份数",
    "收到份数",
    MISSING_UNITS,
];
/// Lists units, one figure each.
pub(super) const MISSING_UNITS: &str = "未报送单位";

/// A figure of a week, or a value of its record that was asked for by what is printed.
#[derive(Debug)]
pub struct Explained {
    /// Its name, or `None` of a record's value that has none.
    pub name: Option<&'static str>,
    /// Which of several of that name.
    pub of: Option<String>,
    /// As printed; several where it is a list.
    pub values: Vec<String>,
    pub rule: String,
    pub from: Vec<Span>,
    /// The lines that print it, in the order of the papers; empty where none does.
    pub printed: Vec<Printed>,
}

impl Explained {
    /// As a paper says it.
    #[must_use]
    pub fn value(&self) -> String {
        self.values.join("、")
    }

    /// Where it comes from, for messages.
    #[must_use]
    pub fn labels(&self) -> Vec<Label> {
        self.from.iter().map(|place| Label { span: place.clone(), text: String::new() }).collect()
    }

    /// Whether this is what is meant by `asked`: its name, a platform or paper, or the value as it is printed.
    pub(super) fn is_meant(&self, asked: &str) -> bool {
        self.name == Some(asked) || self.of.as_deref() == Some(asked) || self.values.iter().any(|value| value == asked)
    }
}
