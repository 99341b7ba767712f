//! 查处案件: a breach of the rules that was found and dealt with.

use super::own::Cells;
use super::text::{Firms, Heading, Name, Story, Units};
use super::value::{Date, Money, Quantity};
use crate::record;
use crate::source::Spanned;
use crate::yaml::Table;

record! {
    /// One case, or several of one cause.
    pub struct Case with own: Cells {
        /// 查处日期
        "日期" => pub date: Option<Spanned<Date>>,
        /// 查处单位
        "单位" => pub unit: Option<Name<Units>>,
        /// 被查处的企业或个人
        "对象" => pub subject: Option<Name<Firms>>,
        /// 案由，例如 未取得导游证从事导游活动
        "案由" => pub cause: Heading,
        /// 同一案由的有几起；不写就是 1 起
        "件数" => pub count: Option<Spanned<u32>>,
        /// 怎样处理
        "处理" => pub outcome: Option<Story>,
        /// 罚款，元
        "罚款" => pub fine: Option<Spanned<Money>>,
        /// 有什么结果，例如 暂扣物品: 3个
        "结果" => pub results: Table<Spanned<Quantity>>,
    }
}

impl Case {
    /// How many cases it is.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.count.as_ref().map_or(1, |count| count.value)
    }
}
