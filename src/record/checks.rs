//! 检查: what an office asks of its records beyond what holds for everybody.

use super::catalogue::{Content, Described, Shape, Walk};
use super::text::Rules;
use super::value::{Date, Minutes, Money, Period};
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, List, Problems, Table};
use crate::{record, words};

words! {
    /// How heavy a finding weighs.
    pub enum Weight {
        /// 这一周不出文书
        "错误" => Error,
        /// 照出文书，提请核对
        "警告" => Warning,
        /// 可以写得更好
        "建议" => Advice,
        /// 不提示
        "不查" => Ignore,
    }
}

words! {
    /// A day of the week.
    pub enum Weekday {
        /// 周一
        "星期一" => Monday,
        /// 周二
        "星期二" => Tuesday,
        /// 周三
        "星期三" => Wednesday,
        /// 周四
        "星期四" => Thursday,
        /// 周五
        "星期五" => Friday,
        /// 周六
        "星期六" => Saturday,
        /// 周日
        "星期日" => Sunday,
    }
}

impl Weekday {
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        match date.days_since_monday() {
            0 => Self::Monday,
            1 => Self::Tuesday,
            2 => Self::Wednesday,
            3 => Self::Thursday,
            4 => Self::Friday,
            5 => Self::Saturday,
            _ => Self::Sunday,
        }
    }

    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self, Self::Saturday | Self::Sunday)
    }
}

record! {
    /// What the office asks of its records.
    pub struct Checks {
        /// 每周从星期几起；不写就不查
        "首日" => pub first_day: Option<Spanned<Weekday>>,
        /// 通报单从收到到上报，最多几个工作日；不写就不查
        "答复期限" => pub reply_within: Option<Spanned<u32>>,
        /// 办结时长超过多少就提请核对；不写就是 72小时
        "办结时长" => pub longest_time: Option<Spanned<Minutes>>,
        /// 平均每件退换货超过多少元就提请核对；不写就是 50000
        "每件金额" => pub most_per_return: Option<Spanned<Money>>,
        /// 国务院办公厅的放假通知（程序里有）以外，本机构还放假的日子，不算工作日：日期，或 { 起: …, 止: … }
        "放假" => pub holidays: List<Days>,
        /// 放假通知以外，本机构还要上班的日子：日期，或 { 起: …, 止: … }
        "调休上班" => pub working_weekends: List<Days>,
        /// 规则的轻重：规则的代号，和 错误、警告、建议 或 不查
        "轻重" => pub weights: Table<Spanned<Weight>, Rules>,
    }
}

/// One day or several in a row.
#[derive(Debug, Clone)]
pub enum Days {
    One(Spanned<Date>),
    Several(Period),
}

impl Days {
    #[must_use]
    pub fn first(&self) -> &Spanned<Date> {
        match self {
            Self::One(day) => day,
            Self::Several(period) => period.start(),
        }
    }

    #[must_use]
    pub fn last(&self) -> &Spanned<Date> {
        match self {
            Self::One(day) => day,
            Self::Several(period) => period.end(),
        }
    }
}

impl Decode for Days {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Period::decode(node, problems).map(Self::Several),
            _ => Spanned::decode(node, problems).map(Self::One),
        }
    }
}

impl Walk for Days {
    fn content(&self) -> Content<'_> {
        match self {
            Self::One(day) => day.content(),
            Self::Several(period) => Content::Period(&period.start().value, &period.end().value, &period.start().span),
        }
    }
}

impl Described for Days {
    fn shape() -> Shape {
        Spanned::<Date>::shape().or(Spanned::<Period>::shape())
    }
}
