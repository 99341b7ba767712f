//! A complaint on a platform.

use super::own::Cells;
use super::text::{Firms, Name, Platforms, Units};
use super::value::{Date, Minutes};
use crate::source::Spanned;
use crate::{record, words};

words! {
    /// How far a complaint is.
    pub enum Status {
        /// 还在办
        "处理中" => Open,
        /// 办完了
        "办结" => Closed,
    }
}

record! {
    /// One complaint.
    pub struct Complaint with own: Cells {
        /// 平台给这一件的编号
        "编号" => pub id: Option<Spanned<String>>,
        /// 投诉日期
        "日期" => pub date: Option<Spanned<Date>>,
        /// 被投诉的单位
        "被投诉" => pub respondent: Name<Firms>,
        /// 转给哪个单位办理
        "转办" => pub unit: Name<Units>,
        /// 办到哪一步
        "状态" => pub status: Spanned<Status>,
        /// 办结用了多久，例如 7分钟
        "办结时长" => pub minutes: Option<Spanned<Minutes>>,
        /// 写 否，就不计入有效投诉
        "有效" => pub valid: Option<Spanned<bool>>,
    }
}

record! {
    /// A complaint of an earlier week that was open then, as it stands now; not counted again. It may have the own columns of
    /// complaints, and need have none of them.
    pub struct CarriedOver with own: Cells {
        /// 投诉平台
        "平台" => pub platform: Name<Platforms>,
        /// 平台给这一件的编号
        "编号" => pub id: Option<Spanned<String>>,
        /// 被投诉的单位
        "被投诉" => pub respondent: Name<Firms>,
        /// 转给哪个单位办理
        "转办" => pub unit: Name<Units>,
        /// 办到哪一步
        "状态" => pub status: Spanned<Status>,
        /// 办结用了多久，例如 7分钟
        "办结时长" => pub minutes: Option<Spanned<Minutes>>,
    }
}

impl Complaint {
    /// Whether it counts as a valid complaint.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.valid.as_ref().is_none_or(|valid| valid.value)
    }
}

impl CarriedOver {
    /// Whether it is still being handled.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.value == Status::Open
    }
}
