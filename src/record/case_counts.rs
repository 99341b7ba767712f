//! What stands under 查处案件: the cases one by one, how many there are, or that and what came of all of them.

use super::case::Case;
use super::recorded::{Counts, Recorded};
use super::value::Quantity;
use crate::record;
use crate::source::Spanned;
use crate::yaml::{List, Table};

/// The cases of a week.
pub type Cases = Recorded<CaseCounts>;

record! {
    /// How many cases there were, and what came of them.
    pub struct CaseCounts {
        /// 一共多少起
        "件数" => pub count: Spanned<u32>,
        /// 一共有什么结果，例如 罚没款: 3.2万元
        "结果" => pub results: Table<Spanned<Quantity>>,
        /// 要讲的案件，可以只是其中几起
        "各件" => pub items: List<Case>,
    }
}

impl Counts for CaseCounts {
    type Item = Case;

    const KEYS: [&'static [(&'static str, &'static str)]; 2] = [Case::KEYS, Self::KEYS];

    const EXAMPLE: &'static str = "12，或者 { 件数: 12, 结果: { 罚没款: 3.2万元 } }";

    fn count(&self) -> &Spanned<u32> {
        &self.count
    }

    fn listed(&self) -> &[Case] {
        &self.items
    }

    fn number(case: &Case) -> u32 {
        case.number()
    }
}
