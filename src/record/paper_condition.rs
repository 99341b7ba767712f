//! 当: under which condition papers of a kind are made.

use super::office::Office;
use super::own::{Ledger, OwnFigure};
use crate::words;

words! {
    /// What a week may have, on which the making of a paper may depend.
    pub enum Recorded {
        /// 有成员单位没有报送全体都要报的文书
        "未报" => SilentUnits,
        /// 写了通报单
        "通报单" => Notices,
        /// 有投诉
        "投诉" => Complaints,
        /// 有续办的投诉
        "续办" => CarriedOver,
        /// 有查处的案件
        "查处案件" => Cases,
        /// 有现场受理的来访
        "现场受理" => Receptions,
        /// 有考核评定
        "考核评定" => Assessments,
        /// 有退换货
        "退换货" => Returns,
    }
}

/// A condition, as it is meant.
#[derive(Debug, Clone, Copy)]
pub struct Condition<'a> {
    pub of: ConditionOf<'a>,
    /// Whether there has to be something, or nothing.
    pub wants_some: bool,
}

/// What a condition looks at.
#[derive(Debug, Clone, Copy)]
pub enum ConditionOf<'a> {
    Recorded(Recorded),
    /// Whether an own ledger has items.
    Ledger(&'a Ledger),
    /// Whether a figure of an own ledger is above zero.
    Figure(&'a Ledger, &'a OwnFigure),
}

impl<'a> Condition<'a> {
    /// What is typed, `投诉`, `有投诉` or `无投诉`; `None` where it names nothing that `office` records.
    #[must_use]
    pub fn parse(text: &str, office: &'a Office) -> Option<Self> {
        let text = text.trim();
        let bare = |text: &str, wants_some| ConditionOf::parse(text, office).map(|of| Self { of, wants_some });
        bare(text, true)
            .or_else(|| bare(text.strip_prefix('有')?, true))
            .or_else(|| bare(text.strip_prefix('无')?, false))
    }

    /// All that may stand behind 有 and 无.
    #[must_use]
    pub fn names(office: &Office) -> Vec<String> {
        let mut names: Vec<String> = Recorded::ALL.iter().map(|recorded| recorded.word().to_owned()).collect();
        for ledger in &office.ledgers {
            names.push(ledger.name().to_owned());
            let figures = ledger.figures.iter().filter(|figure| is_one_number(figure));
            names.extend(figures.map(|figure| format!("{}.{}", ledger.name(), figure.name())));
        }
        names
    }
}

impl<'a> ConditionOf<'a> {
    fn parse(text: &str, office: &'a Office) -> Option<Self> {
        if let Some(recorded) = Recorded::ALL.iter().find(|recorded| recorded.word() == text) {
            return Some(Self::Recorded(*recorded));
        }
        if let Some(ledger) = office.ledgers.iter().find(|ledger| ledger.name() == text) {
            return Some(Self::Ledger(ledger));
        }
        office.ledgers.iter().find_map(|ledger| {
            let figure = ledger.figure(text.strip_prefix(ledger.name())?.strip_prefix('.')?)?;
            is_one_number(figure).then_some(Self::Figure(ledger, figure))
        })
    }
}

/// Whether a figure is not one for each word of a column.
fn is_one_number(figure: &OwnFigure) -> bool {
    figure.0.by.is_none()
}
