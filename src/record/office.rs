//! `office.yaml`: what does not change from week to week.

use super::decode::{Decode, parsed, scalar};
use super::problems::Problems;
use super::tree::{Kind, Node};
use super::value::{Phone, Wrong};
use crate::record;
use crate::source::Spanned;
use crate::words;

record! {
    /// A command centre: names, registers and rules of its own.
    pub struct Office {
        /// 机构全称，用作署名
        "名称" => pub name: Spanned<String>,
        /// 所在的区或市，例如 盘龙区
        "行政区" => pub district: Spanned<String>,
        /// 正文里的简称，例如 盘龙区指挥中心
        "简称" => pub short: Spanned<String>,
        /// 正文里更短的自称，例如 区指挥中心
        "自称" => pub self_name: Spanned<String>,
        /// 主送的上级机关
        "上级" => pub superior: Superior,
        /// 周报的标题
        "周报名称" => pub weekly_name: Spanned<String>,
        /// 文号里的发文代字
        "发文代字" => pub document_code: Option<Spanned<String>>,
        /// 附注里的联系人
        "联系" => pub contact: Option<Contact>,
        /// 平均数怎样取小数
        "取舍" => pub rounding: Rounding,
        /// 执法检查统计哪些项目，例如 出动人次
        "检查项目" => pub inspections: Option<Vec<Spanned<String>>>,
        /// 登记的投诉平台，按周报里讲述的先后排列
        "投诉平台" => pub platforms: Option<Vec<Platform>>,
        /// 退换货处置平台的名称
        "退换货平台" => pub returns_platform: Option<Spanned<String>>,
        /// 登记的企业
        "企业" => pub firms: Option<Vec<Firm>>,
        /// 向上级报送的文书
        "上报文书" => pub outward: Option<Vec<OutwardPaper>>,
        /// 成员单位报来的文书
        "收到文书" => pub inward: Option<Vec<InwardPaper>>,
        /// 应当报送的成员单位，按周报里讲述的先后排列
        "成员单位" => pub members: Option<Vec<Spanned<String>>>,
        /// 每周要制作的文书；不写就是周报和通报单回复两种
        "文书" => pub papers: Option<Vec<PaperKind>>,
    }
}

record! {
    /// The superior office that papers are sent to, with the names by which texts call it.
    pub struct Superior {
        /// 全称，用作主送机关
        "名称" => pub name: Spanned<String>,
        /// 正文里的简称
        "简称" => pub short: Spanned<String>,
        /// 正文里更短的说法，例如 市指挥中心
        "文内" => pub in_text: Spanned<String>,
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
    }
}

/// How many decimals are kept: 0 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places(pub u32);

impl std::str::FromStr for Places {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(places @ 0..=6) => Ok(Self(places)),
            _ => Err(Wrong::new(format!("小数位「{text}」不对")).help("写 0 到 6 的整数，例如 2")),
        }
    }
}

impl Decode for Places {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        parsed(node, "0 到 6 的整数", problems)
    }
}

record! {
    /// A complaint platform.
    pub struct Platform {
        /// 平台名称，周报里这样印
        "名称" => pub name: Spanned<String>,
        /// 通报单回复里的说法；不写就用名称
        "全称" => pub full: Option<Spanned<String>>,
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
        "名称" => pub name: Spanned<String>,
        /// 正文里的简称
        "简称" => pub short: Option<Spanned<String>>,
    }
}

record! {
    /// A kind of paper sent up.
    pub struct OutwardPaper {
        /// 名称，印在一对《》里
        "名称" => pub name: Spanned<String>,
        /// 报送到哪个单位
        "报送" => pub to: Spanned<String>,
        /// 算几份；不写就是 1
        "份数" => pub copies: Option<Spanned<u32>>,
    }
}

record! {
    /// A kind of paper that member units send in.
    pub struct InwardPaper {
        /// 一个名称，或几个名称的列表
        "名称" => pub names: Names,
        /// 讲“未收到……的”时的说法；不写就用名称
        "简称" => pub short: Option<Spanned<String>>,
        /// 是否全体成员单位都要报；写 是，就讲出未报的单位
        "全体报送" => pub everyone: Option<Spanned<bool>>,
    }
}

impl InwardPaper {
    /// Whether every member unit has to send it.
    #[must_use]
    pub fn is_from_everyone(&self) -> bool {
        self.everyone.as_ref().is_some_and(|everyone| everyone.value)
    }
}

/// One name or several that go together.
#[derive(Debug, Clone)]
pub struct Names(pub Vec<Spanned<String>>);

impl Decode for Names {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::decode(node, problems).map(Self),
            _ => Spanned::decode(node, problems).map(|name| Self(vec![name])),
        }
    }
}

words! {
    /// What one paper of a kind is made for.
    pub enum PerWhat {
        /// 每周一份
        "周" => Week,
        /// 每份通报单一份
        "通报单" => Notice,
    }
}

record! {
    /// A kind of paper that the office makes from its records.
    pub struct PaperKind {
        /// 文件名和 --kind 用的代号：小写英文字母、数字和连字符
        "代号" => pub kind: Spanned<KindName>,
        /// 模板文件名（不带 .md）
        "模板" => pub template: Spanned<KindName>,
        /// 每 周 一份，还是每 通报单 一份
        "每" => pub per: Spanned<PerWhat>,
    }
}

/// A name that is safe as part of a file's name: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindName(pub String);

impl std::str::FromStr for KindName {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !text.is_empty() && text.len() <= 40 && text.chars().all(good) && !text.starts_with('-') {
            Ok(Self(text.to_owned()))
        } else {
            Err(Wrong::new(format!("代号「{text}」不能用作文件名")).help("只用小写英文字母、数字和连字符，例如 weekly"))
        }
    }
}

impl Decode for KindName {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        scalar(node, "一个代号", problems)?;
        parsed(node, "一个代号", problems)
    }
}
