//! 《涉旅信息通报单》 and its kin: a matter that another office hands down, and what was done about it.

use super::complaint::Status;
use super::own::Cells;
use super::text::{Firms, IncomingKinds, Name, Plan, Platforms, Story, Superiors, Unregistered};
use super::value::{Date, NoticeNumber, Phone};
use crate::record;
use crate::source::Spanned;

record! {
    /// A notice and its handling.
    pub struct Notice where prose may name ["来源", "被投诉", "投诉人"] with own: Cells {
        /// 来文的编号，例如 6，或者 督办〔2020〕3号
        "编号" => pub number as _: Spanned<NoticeNumber>,
        /// 收到日期
        "收到" => pub received: Spanned<Date>,
        /// 哪个单位发来的；不写就是上级
        "来文单位" => pub from: Option<Name<Superiors>>,
        /// 是哪一种来文，office.yaml 的“来文种类”里的名称；不写就是其中第一种
        "种类" => pub kind as _: Option<Name<IncomingKinds>>,
        /// 舆情或投诉的来源
        "来源" => pub origin: Option<Name<Unregistered>>,
        /// 投诉人
        "投诉人" => pub complainant: Option<Person>,
        /// 被投诉的单位
        "被投诉" => pub respondent: Option<Name<Firms>>,
        /// 反映了什么问题
        "反映" => pub story: Story,
        /// 核实经过
        "核实" => pub verification: Option<Story>,
        /// 与哪一件平台投诉是同一件事
        "关联投诉" => pub related: Option<Related>,
        /// 怎样处理；还在处理的可以不写
        "处理" => pub handling: Option<Story>,
        /// 办到哪一步；不写就是办结
        "状态" => pub status: Option<Spanned<Status>>,
        /// 上报日期，也是回复的成文日期；办结了才写
        "上报" => pub reported: Option<Spanned<Date>>,
        /// 回复的发文顺序号；有发文代字、办结了才写
        "文号" => pub document_number: Option<Spanned<u32>>,
        /// 下一步措施
        "下一步" => pub next: Option<Plan>,
    }
}

impl Notice {
    /// Whether it is still being handled: no reply is due, and it stands in the next week's file again.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.as_ref().is_some_and(|status| status.value == Status::Open)
    }
}

record! {
    /// A complainant.
    pub struct Person {
        /// 姓名
        "姓名" => pub name: Spanned<String>,
        /// 电话
        "电话" => pub phone: Option<Spanned<Phone>>,
    }
}

record! {
    /// A complaint on a platform that is about the same matter.
    pub struct Related {
        /// 投诉平台
        "平台" => pub platform: Name<Platforms>,
        /// 投诉日期
        "日期" => pub date: Spanned<Date>,
        /// 被投诉的单位
        "被投诉" => pub respondent as _: Name<Firms>,
    }
}
