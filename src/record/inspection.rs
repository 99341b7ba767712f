//! Inspections: what an office counts of them, and what a week says of each.

use super::catalogue::{Content, Described, Shape, Walk};
use super::compared_with::ComparedWith;
use super::value::ApproximateCount;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, Filled, Problems, rules};
use crate::{record, words};

words! {
    /// What a figure tells of an inspection: the order is that of the sentence that tells all of them.
    pub enum Role {
        /// 派出了多少人、车、船
        "派出" => Sent,
        /// 检查、巡查了多少
        "检查" => Inspected,
        /// 发现了多少问题、隐患
        "发现" => Found,
        /// 怎样处置：立案、下发整改通知书、罚没、暂扣、拆除
        "处置" => DealtWith,
        /// 整改完成了多少
        "整改" => PutRight,
        /// 发放了多少宣传资料
        "发放" => HandedOut,
    }
}

/// A figure that the office's inspections give, such as 旅游车辆 in 辆次.
#[derive(Debug, Clone)]
pub struct Inspection {
    pub name: Spanned<String>,
    pub role: Option<Spanned<Role>>,
    /// 量词, where it is not part of the name.
    pub unit: Option<Spanned<String>>,
    /// The words before the number, where they are not to follow of role and name.
    pub in_text: Option<Spanned<String>>,
    /// With which other periods the papers compare it.
    pub compared: Vec<Spanned<ComparedWith>>,
}

record! {
    /// An inspection figure with its role and measure word.
    struct DescribedInspection {
        /// 项目名称，例如 旅游车辆
        "名称" => name: Spanned<String>,
        /// 在一次检查里是什么；内置的周报按角色的先后讲，前面加上 出动、检查、发现 这样的话
        "角色" => role: Option<Spanned<Role>>,
        /// 量词，例如 辆次
        "量词" => unit: Option<Spanned<String>>,
        /// 正文里数字前面的话，例如 下发整改通知书；不写就由角色和名称得出
        "文内" => in_text: Option<Spanned<String>>,
        /// 周报里和哪一期比：环比、同比
        "对比" => compared as _: Filled<Spanned<ComparedWith>>,
    }
}

impl Decode for Inspection {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if let Kind::Map(_) = &node.kind {
            let DescribedInspection { name, role, unit, in_text, compared, .. } = Decode::decode(node, problems)?;
            return Some(Self { name, role, unit, in_text, compared: compared.to_vec() });
        }
        let name = Spanned::decode(node, problems)?;
        Some(Self { name, role: None, unit: None, in_text: None, compared: Vec::new() })
    }
}

impl Walk for Inspection {
    fn content(&self) -> Content<'_> {
        self.name.content()
    }
}

impl Described for Inspection {
    fn shape() -> Shape {
        Spanned::<String>::shape().or(DescribedInspection::shape())
    }
}

/// What a week says of an inspection figure.
#[derive(Debug, Clone)]
pub enum InspectionCount {
    /// Of the week itself.
    Number(Spanned<ApproximateCount>),
    Standing(StandingCount),
}

record! {
    /// A figure of the week and what it has come to since the office began to count, of which one may be lacking.
    pub struct StandingCount {
        /// 本期的数
        "本期" => pub now: Option<Spanned<ApproximateCount>>,
        /// 到本期为止累计的数
        "累计" => pub standing: Option<Spanned<ApproximateCount>>,
    }
}

impl InspectionCount {
    /// The week's own figure.
    #[must_use]
    pub fn now(&self) -> Option<&Spanned<ApproximateCount>> {
        match self {
            Self::Number(number) => Some(number),
            Self::Standing(both) => both.now.as_ref(),
        }
    }

    /// What it has come to.
    #[must_use]
    pub fn standing(&self) -> Option<&Spanned<ApproximateCount>> {
        match self {
            Self::Number(_) => None,
            Self::Standing(both) => both.standing.as_ref(),
        }
    }
}

impl Decode for InspectionCount {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if !matches!(node.kind, Kind::Map(_)) {
            return Spanned::decode(node, problems).map(Self::Number);
        }
        let both = StandingCount::decode(node, problems)?;
        if both.now.is_none() && both.standing.is_none() {
            problems.push(
                rules::MISSING_KEY
                    .finding("这里少了「本期」或「累计」")
                    .at(node.span.first_line(), "没有写数")
                    .help("写明「本期: 12」或「累计: 340」，也可以两个都写；没有就写 0"),
            );
            return None;
        }
        Some(Self::Standing(both))
    }
}

impl Walk for InspectionCount {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Number(number) => number.content(),
            Self::Standing(both) => both.content(),
        }
    }
}

impl Described for InspectionCount {
    fn shape() -> Shape {
        Spanned::<ApproximateCount>::shape().or(StandingCount::shape())
    }
}
