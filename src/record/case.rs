//! 查处案件: a breach of the rules that was found and dealt with.

use super::own::Cells;
use super::text::{Firms, Heading, Name, Story, Units};
use super::value::{Date, Money};
use crate::record;
use crate::source::Spanned;

record! {
    /// One case.
    pub struct Case with own: Cells {
        /// 查处日期
        "日期" => pub date: Spanned<Date>,
        /// 查处单位
        "单位" => pub unit: Name<Units>,
        /// 被查处的企业或个人
        "对象" => pub subject: Name<Firms>,
        /// 案由，例如 未取得导游证从事导游活动
        "案由" => pub cause: Heading,
        /// 怎样处理
        "处理" => pub outcome: Story,
        /// 罚款，元
        "罚款" => pub fine: Option<Spanned<Money>>,
    }
}
