//! `office.yaml`: what does not change from week to week.

use super::acknowledgement::Acknowledgement;
use super::cadence::{Cadence, Numbering};
use super::catalogue::Field;
use super::change::{Change, Dated};
use super::checks::Checks;
use super::compared_with::ComparedWith;
use super::edition::PublicEdition;
use super::filing::Filing;
use super::incoming::IncomingKind;
use super::inspection::Inspection;
use super::issuing::Issuing;
use super::notice::Notice;
use super::own::{Column, Ledger, OwnFigure};
use super::paper::PaperKind;
use super::set_aside_number::{ReservedNumbers, VoidNumbers};
use super::text::{Heading, Name, Names, Plan, Superiors, Title, Unregistered, kinds};
use super::value::{Phone, Places};
use super::word_fonts::WordFonts;
use crate::source::Spanned;
use crate::yaml::{Filled, List};
use crate::{record, words};

record! {
    /// A command centre: names, registers and rules of its own.
    pub struct Office {
        /// 机构全称，用作署名
        "名称" => pub name: Name<Unregistered>,
        /// 所在的区或市，例如 盘龙区
        "行政区" => pub district: Name<Unregistered>,
        /// 正文里的简称，例如 盘龙区指挥中心
        "简称" => pub short: Name<Unregistered>,
        /// 正文里更短的自称，例如 区指挥中心
        "自称" => pub self_name: Name<Unregistered>,
        /// 主送的上级机关
        "上级" => pub superior: Superior,
        /// 另外还有哪些上级机关：答复它们也用报告，不用函
        "其他上级" => pub other_superiors as _: List<Name<Unregistered>>,
        /// 领导本机构的机关，例如 区委、区政府；不写就由“行政区”推出
        "领导机关" => pub leadership as _: Option<Name<Unregistered>>,
        /// 周报的标题；要在哪里换行，就在哪里写 |，不会印出来
        "周报名称" => pub weekly_name: Heading,
        /// 多久报一次；不写就是一周，或者整月、整季度、整半年、整年
        "报送周期" => pub cadence as _: Option<Spanned<Cadence>>,
        /// 期号怎样排；不写就是 按年
        "期号排法" => pub numbering as _: Option<Spanned<Numbering>>,
        /// 周报开头、各项数字之前的话，例如 按照区委、区政府的统一部署；不写就没有
        "导语" => pub opening: Option<Plan>,
        /// 周报里把投诉称作什么，例如 诉求；不写就是投诉
        "投诉称" => pub complaint_noun: Option<Heading>,
        /// 周报里投诉的总件数和哪一期比：环比、同比
        "投诉对比" => pub complaints_compared as _: Filled<Spanned<ComparedWith>>,
        /// 写 是，周报里印各平台占总件数的百分之几
        "投诉占比" => pub complaint_shares as _: Option<Spanned<bool>>,
        /// 周报里查处案件的起数和哪一期比：环比、同比
        "案件对比" => pub cases_compared as _: Filled<Spanned<ComparedWith>>,
        /// 投诉超过几件，就把明细放到附件的表里；不写就是 8
        "投诉附表" => pub most_complaints as _: Option<Spanned<u32>>,
        /// 文号里的发文代字
        "发文代字" => pub document_code: Option<Spanned<String>>,
        /// 版头、版记和用印
        "公文" => pub issuing as _: Option<Issuing>,
        /// Word 文件里写哪几种字体；不写就是机关常用的 仿宋_GB2312、楷体_GB2312、黑体、方正小标宋简体、宋体
        "字体" => pub word_fonts as _: Option<WordFonts>,
        /// 附注里的联系人
        "联系" => pub contact: Option<Contact>,
        /// 平均数和占比怎样取小数
        "取舍" => pub rounding as _: Rounding,
        /// 执法检查统计哪些项目，例如 出动人次；可以说明角色和量词
        "检查项目" => pub inspections as _: List<Inspection>,
        /// 登记的投诉平台，按周报里讲述的先后排列
        "投诉平台" => pub platforms as _: List<Platform>,
        /// 退换货处置平台的名称
        "退换货平台" => pub returns_platform: Option<Name<Unregistered>>,
        /// 要答复的来文有哪几种；不写就只有《涉旅信息通报单》
        "来文种类" => pub incoming as _: List<IncomingKind>,
        /// 本机构自己的台账
        "台账" => pub ledgers as _: List<Ledger>,
        /// 投诉除了本来的键以外，还写哪几栏
        "投诉栏" => pub complaint_columns as _: List<Column>,
        /// 由逐件写的投诉算出的数，例如 各诉求类型件数
        "投诉数" => pub complaint_figures as _: List<OwnFigure>,
        /// 查处案件还写哪几栏
        "案件栏" => pub case_columns as _: List<Column>,
        /// 由逐件写的案件算出的数
        "案件数" => pub case_figures as _: List<OwnFigure>,
        /// 通报单还写哪几栏
        "通报单栏" => pub notice_columns as _: List<Column>,
        /// 登记的企业
        "企业" => pub firms as _: List<Firm>,
        /// 向上级报送的文书
        "上报文书" => pub outward as _: List<OutwardPaper>,
        /// 成员单位报来的文书
        "收到文书" => pub inward as _: List<InwardPaper>,
        /// 应当报送的成员单位，按周报里讲述的先后排列
        "成员单位" => pub members as _: List<Name<Unregistered>>,
        /// 每周要制作的文书；不写就是周报和通报单回复两种
        "文书" => pub papers as _: List<PaperKind>,
        /// 公开版（zhoubao build --edition public）怎样与报送的区别开
        "公开版" => pub public_edition as _: Option<PublicEdition>,
        /// 档案馆编给本机构的代号和保管期限；做归档包时编档号用
        "归档" => pub filing as _: Option<Filing>,
        /// 留给别处做的公文的文号；zhoubao number 跳过它们
        "文号留用" => pub reserved_numbers as _: List<ReservedNumbers>,
        /// 编了号、没有发出的文号，不再用
        "文号作废" => pub void_numbers as _: List<VoidNumbers>,
        /// 对记录的要求：周期首日、答复期限、节假日、各条规则的轻重
        "检查" => pub checks as _: Option<Checks>,
        /// 检查提出、核对后可以这样的问题，各写明理由
        "认可" => pub acknowledged as _: List<Acknowledgement>,
        /// 从某一天起不同的内容：各条写明从哪天起，以及届时整个换掉的键；名册换成 [] 就是没有了
        "变更" => pub changes as _: List<Change<Office>>,
    }
}

record! {
    /// The superior office that papers are sent to, with the names by which texts call it.
    pub struct Superior {
        /// 全称，用作主送机关
        "名称" => pub name: Name<Unregistered>,
        /// 正文里的简称
        "简称" => pub short: Name<Unregistered>,
        /// 正文里更短的说法，例如 市指挥中心
        "文内" => pub in_text: Name<Unregistered>,
    }
}

/// The last keys of an office: they hold for all weeks, and a change cannot have them.
const UNDATED: [&str; 5] = ["文号留用", "文号作废", "检查", "认可", "变更"];

impl Dated for Office {
    const KEYS: &'static [(&'static str, &'static str)] = Self::KEYS;

    fn is_dated(key: &str) -> bool {
        !UNDATED.contains(&key)
    }

    fn dated_fields() -> Vec<Field> {
        Self::fields(&Self::is_dated)
    }
}

/// Who sent a notice, as the office calls them.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// In full, as an addressee.
    pub name: &'a Spanned<String>,
    /// In running text.
    pub short: &'a Spanned<String>,
    /// In running text, where it has been named before.
    pub in_text: &'a Spanned<String>,
    /// Stands above the office: it is answered by a 报告, others by a 函.
    pub is_superior: bool,
}

impl Office {
    /// How often it reports: what its file says, else by the week.
    #[must_use]
    pub fn main_cadence(&self) -> Cadence {
        self.cadence.as_ref().map_or(Cadence::Week, |cadence| cadence.value)
    }

    /// Whether its issues are numbered on and on, and not from 1 with each year.
    #[must_use]
    pub fn numbers_on(&self) -> bool {
        self.numbering.as_ref().is_some_and(|numbering| numbering.value == Numbering::Continuous)
    }

    /// Who sent a notice: the superior, unless the notice says otherwise.
    #[must_use]
    pub fn sender<'a>(&'a self, notice: &'a Notice) -> Sender<'a> {
        let Superior { name, short, in_text, .. } = &self.superior;
        match &notice.from {
            Some(from) if ![name, short, in_text].iter().any(|name| name.value == from.value) => {
                let is_superior = self.other_superiors.iter().any(|other| other.value == from.value);
                Sender { name: from, short: from, in_text: from, is_superior }
            }
            _ => Sender { name, short, in_text, is_superior: true },
        }
    }
}

record! {
    /// Who answers questions about a paper.
    pub struct Contact {
        /// 联系人姓名
        "联系人" => pub name: Spanned<String>,
        /// 联系电话
        "电话" => pub phone: Spanned<Phone>,
    }
}

words! {
    /// What happens to the digits behind the last one kept.
    pub enum RoundingRule {
        /// 后面的数字一律舍去
        "截断" => Truncate,
        /// 四舍五入
        "四舍五入" => HalfUp,
    }
}

record! {
    /// The office's rule for means and rates.
    pub struct Rounding {
        /// 截断 或 四舍五入
        "办法" => pub rule: Spanned<RoundingRule>,
        /// 保留几位小数
        "小数位" => pub places: Spanned<Places>,
        /// 写 是，小数位不够也补足，例如 66.0%、12.50；不写就不印末尾的 0
        "补零" => pub zeros as _: Option<Spanned<bool>>,
        /// 占比和增减的百分比怎样取小数；不写就和平均数一样
        "占比" => pub shares as _: Option<ShareRounding>,
    }
}

record! {
    /// The office's rule for percentages, where that is not the one for means.
    pub struct ShareRounding {
        /// 截断 或 四舍五入
        "办法" => pub rule as _: Spanned<RoundingRule>,
        /// 保留几位小数
        "小数位" => pub places as _: Spanned<Places>,
        /// 写 是，小数位不够也补足，例如 66.0%
        "补零" => pub zeros as _: Option<Spanned<bool>>,
    }
}

record! {
    /// A complaint platform.
    pub struct Platform {
        /// 平台名称，周报里这样印
        "名称" => pub name: Name<Unregistered>,
        /// 通报单回复里的说法；不写就用名称
        "全称" => pub full: Option<Name<Unregistered>>,
        /// 这个平台是否计办结时长
        "计时长" => pub timed: Option<Spanned<bool>>,
    }
}

impl Platform {
    /// Whether its complaints have a handling time.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.timed.as_ref().is_some_and(|timed| timed.value)
    }
}

record! {
    /// A firm of the register.
    pub struct Firm {
        /// 全称
        "名称" => pub name: Name<Unregistered>,
        /// 正文里的简称
        "简称" => pub short: Option<Name<Unregistered>>,
    }
}

record! {
    /// A kind of paper sent up.
    pub struct OutwardPaper {
        /// 名称，印在一对《》里
        "名称" => pub name: Title,
        /// 报送到哪个单位
        "报送" => pub to: Name<Superiors>,
        /// 算几份；不写就是 1
        "份数" => pub copies: Option<Spanned<u32>>,
    }
}

record! {
    /// A kind of paper that member units send in.
    pub struct InwardPaper {
        /// 一个名称，或几个名称的列表
        "名称" => pub names: Names<kinds::Title>,
        /// 讲“未收到……的”时的说法；不写就用名称
        "简称" => pub short: Option<Title>,
        /// 是否全体成员单位都要报；写 是，就讲出未报的单位
        "全体报送" => pub everyone: Option<Spanned<bool>>,
    }
}

impl InwardPaper {
    /// Whether it is called so.
    #[must_use]
    pub fn has_name(&self, name: &str) -> bool {
        self.names.0.iter().any(|known| known.value == name)
    }

    /// Whether every member unit has to send it.
    #[must_use]
    pub fn is_from_everyone(&self) -> bool {
        self.everyone.as_ref().is_some_and(|everyone| everyone.value)
    }
}
