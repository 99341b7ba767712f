//! One week's file.

use std::ops::RangeInclusive;

use super::acknowledgement::Acknowledgement;
use super::case::Case;
use super::case_counts::Cases;
use super::complaint::CarriedOver;
use super::complaint_counts::PlatformComplaints;
use super::inspection::InspectionCount;
use super::notice::Notice;
use super::own::Ledgers;
use super::paper_numbers::PaperNumbers;
use super::section::Section;
use super::text::{
    Inspections, InwardPapers, Members, Name, OutwardPapers, Plan, Platforms, Story, Superiors, Title, Units,
};
use super::value::{Date, IssueNumber, Money, Period};
use crate::record;
use crate::source::Spanned;
use crate::yaml::{List, Table};

record! {
    /// What a command centre records in one week.
    pub struct Week {
        /// 一周的起止日期
        "周期" => pub period: Spanned<Period>,
        /// 周报是今年第几期
        "期号" => pub issue: Spanned<IssueNumber>,
        /// 从第一期起一共第几期；两种期号都印的才写
        "总期号" => pub total_issue: Option<Spanned<IssueNumber>>,
        /// 周报的成文日期
        "成文" => pub dated: Spanned<Date>,
        /// 统计到哪天为止；不写就到这一周期的最后一天
        "统计截止" => pub counted_until: Option<Spanned<Date>>,
        /// 周报的发文顺序号；周报用公文版式时写
        "文号" => pub document_number: Option<Spanned<u32>>,
        /// 各件文书自己的发文顺序号，按代号写；一个单位一份的，再按单位写：{ reminder: { 区信访局: 12 } }
        "各件文号" => pub paper_numbers as _: PaperNumbers,
        /// 执法检查：office.yaml 的“检查项目”本期各多少，累计多少
        "执法检查" => pub inspections as _: Table<InspectionCount, Inspections>,
        /// 本期查处的案件：逐件写，或者只写件数和结果
        "查处案件" => pub cases as _: Option<Cases>,
        /// 本周办理的《涉旅信息通报单》
        "通报单" => pub notices as _: List<Notice>,
        /// 现场受理的来访
        "现场受理" => pub receptions as _: List<Reception>,
        /// 上级要求办理的考核评定
        "考核评定" => pub assessments as _: List<Assessment>,
        /// 每个平台的投诉：逐件写，或者只写件数；没有投诉的平台写 []
        "投诉" => pub complaints as _: Table<PlatformComplaints, Platforms>,
        /// 上周没有办结的投诉，到本周怎样了
        "续办" => pub carried_over as _: List<CarriedOver>,
        /// 退换货处置
        "退换货" => pub returns as _: Option<Returns>,
        /// 向上报送和收到的文书
        "报送" => pub reports as _: Option<Reports>,
        /// office.yaml “台账”里的各本：各条，或者几个数
        "台账" => pub ledgers as _: Ledgers,
        /// 周报里的其他章节
        "章节" => pub sections as _: List<Section>,
        /// 下一步打算
        "下一步" => pub next: Option<Plan>,
        /// 检查提出、核对后可以这样的问题，各写明理由
        "认可" => pub acknowledged as _: List<Acknowledgement>,
    }
}

record! {
    /// Visitors received on the spot.
    pub struct Reception {
        /// 受理单位
        "单位" => pub unit: Name<Units>,
        /// 受理日期
        "日期" => pub date: Spanned<Date>,
        /// 来访人数
        "人数" => pub persons: Spanned<u32>,
        /// 事由和办理经过，接在“现场受理×名”后面
        "情况" => pub story: Story,
    }
}

record! {
    /// An assessment that a superior asked for and that was returned.
    pub struct Assessment {
        /// 收到日期
        "收到" => pub received: Spanned<Date>,
        /// 来文单位
        "来文单位" => pub from: Name<Superiors>,
        /// 来文名称，不带书名号
        "来文" => pub paper: Title,
        /// 怎样办理
        "办理" => pub handling: Story,
        /// 反馈日期
        "反馈" => pub answered: Spanned<Date>,
        /// 反馈给谁
        "反馈单位" => pub answered_to: Name<Superiors>,
    }
}

record! {
    /// Goods returned and refunded through the returns platform.
    pub struct Returns {
        /// 收到的件数
        "件数" => pub count: Spanned<u32>,
        /// 合计退货金额，元
        "金额" => pub amount: Spanned<Money>,
        /// 游客表示满意的件数
        "满意" => pub satisfied: Spanned<u32>,
        /// 游客自行撤销投诉的件数
        "撤销" => pub withdrawn: Spanned<u32>,
        /// 推诿责任、诱导撤销的件数
        "推诿诱导" => pub evasions: Spanned<u32>,
    }
}

record! {
    /// Papers sent up and papers received.
    pub struct Reports {
        /// 上报了 office.yaml “上报文书”里的哪几种
        "上报" => pub sent: Vec<Name<OutwardPapers>>,
        /// 收到了哪些文书
        "收到" => pub received: Vec<Received>,
    }
}

record! {
    /// Papers of one kind that came in.
    pub struct Received {
        /// office.yaml “收到文书”里的名称
        "文书" => pub paper: Name<InwardPapers>,
        /// 报来的单位；份数由此算出
        "单位" => pub units: List<Name<Members>>,
        /// 只知道份数、不记单位时写
        "份数" => pub copies: Option<Spanned<u32>>,
    }
}

impl Week {
    /// The days that it counts: those of its period, to the one until which it is counted.
    #[must_use]
    pub fn counted_days(&self) -> RangeInclusive<Date> {
        let period = &self.period.value;
        let last = self.counted_until.as_ref().unwrap_or(period.end());
        period.start().value..=last.value
    }

    /// The cases that are written one by one.
    pub fn listed_cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().flat_map(Cases::listed)
    }
}
