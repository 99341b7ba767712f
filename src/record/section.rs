//! A week's sections: what offices tell besides their figures, in parts below parts, with lists and tables.

use super::catalogue::{Content, Described, Shape, Walk};
use super::text::{Heading, Passage, Story};
use super::typed_number::NumberLevel;
use crate::source::{Span, Spanned};
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, List, Problems};
use crate::{record, words};

words! {
    /// Where a section stands in the built-in weekly.
    pub enum Position {
        /// 在各项数字以前；有标题的排在执法检查那一段后面
        "开头" => Beginning,
        /// 接在开头执法检查那一段后面
        "执法检查后" => BehindInspections,
        /// 接在通报单、现场受理、考核评定后面
        "来文后" => BehindNotices,
        /// 接在投诉、续办、退换货后面
        "投诉后" => BehindComplaints,
        /// 接在查处案件后面
        "查处案件后" => BehindCases,
        /// 接在报送后面
        "报送后" => BehindReports,
        /// 在最后，下一步工作以前；不写位置就是这里
        "末尾" => End,
    }
}

record! {
    /// A section.
    pub struct Section {
        /// 标题，不用写序号；不写标题就只印正文，接在前面的内容后面
        "标题" => pub title: Option<Heading>,
        /// 印在周报的哪里
        "位置" => pub position as _: Option<Spanned<Position>>,
        /// 正文；空一行分段；段首写（一）、1. 的按这一级编号
        "正文" => pub text: Option<Passage>,
        /// 1. 2. 这样一条一条列的内容
        "列表" => pub list: List<Passage>,
        /// 一张表
        "表" => pub table: Option<SectionTable>,
        /// 下面的（一）（二）
        "分节" => pub parts: List<Subsection>,
    }
}

record! {
    /// A part of a section: （一）.
    pub struct Subsection {
        /// 标题，不用写序号；不写标题，序号印在正文第一段前面
        "标题" => pub title: Option<Heading>,
        /// 正文；空一行分段
        "正文" => pub text: Option<Passage>,
        /// 1. 2. 这样一条一条列的内容
        "列表" => pub list: List<Passage>,
        /// 一张表
        "表" => pub table: Option<SectionTable>,
        /// 下面的 1. 2.
        "分节" => pub parts: List<Point>,
    }
}

record! {
    /// A part of such a part: 1.
    pub struct Point {
        /// 标题，不用写序号；不写标题，序号印在正文第一段前面
        "标题" => pub title: Option<Heading>,
        /// 正文；空一行分段
        "正文" => pub text: Option<Passage>,
        /// （1）（2）这样一条一条列的内容
        "列表" => pub list: List<Passage>,
        /// 一张表
        "表" => pub table: Option<SectionTable>,
        /// 下面的（1）（2）
        "分节" => pub parts: List<Subpoint>,
    }
}

record! {
    /// The lowest part: （1）.
    pub struct Subpoint {
        /// 标题，不用写序号；不写标题，序号印在正文第一段前面
        "标题" => pub title: Option<Heading>,
        /// 正文；空一行分段
        "正文" => pub text: Option<Passage>,
        /// 一张表
        "表" => pub table: Option<SectionTable>,
    }
}

record! {
    /// A table of a section.
    pub struct SectionTable {
        /// 表题，印在表的上面
        "题" => pub caption: Option<Heading>,
        /// 表头各栏的名称
        "表头" => pub head: Vec<Heading>,
        /// 各行；每行的格数与表头一样，空着的格写 ""
        "行" => pub rows: Vec<Vec<Cell>>,
        /// 是不是横排；不写，8 栏以上的就横排
        "横排" => pub turned as _: Option<Spanned<bool>>,
    }
}

/// A table with more columns is turned, where the record does not say.
const MOST_UPRIGHT: usize = 8;

impl SectionTable {
    /// Whether it stands on a page that is turned.
    #[must_use]
    pub fn is_turned(&self) -> bool {
        self.turned.as_ref().map_or(self.head.len() > MOST_UPRIGHT, |turned| turned.value)
    }
}

/// What stands in a cell of a table: a text, or nothing.
#[derive(Debug, Clone)]
pub struct Cell(pub Option<Story>);

impl Decode for Cell {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Null => Some(Self(None)),
            Kind::Scalar { text, .. } if text.trim().is_empty() => Some(Self(None)),
            _ => Story::decode(node, problems).map(|text| Self(Some(text))),
        }
    }
}

impl Walk for Cell {
    fn content(&self) -> Content<'_> {
        self.0.content()
    }
}

impl Described for Cell {
    fn shape() -> Shape {
        Story::shape()
    }
}

/// A section or a part of one, whatever its level.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    pub level: NumberLevel,
    pub title: Option<&'a Heading>,
    pub text: Option<&'a Passage>,
    pub list: &'a [Passage],
    pub table: Option<&'a SectionTable>,
    pub parts: Vec<Part<'a>>,
    pub span: &'a Span,
}

impl Part<'_> {
    /// The level of the heading below which its content stands; `None` below no heading of its own. A part that has no
    /// title has its number all the same.
    #[must_use]
    pub fn heading(&self) -> Option<NumberLevel> {
        (self.title.is_some() || self.is_below()).then_some(self.level)
    }

    /// Whether it is a part of a section and no section itself.
    #[must_use]
    pub fn is_below(&self) -> bool {
        self.level != NumberLevel::One
    }

    /// The level of the numbers of its list.
    #[must_use]
    pub fn list_level(&self) -> NumberLevel {
        if self.level < NumberLevel::Three { NumberLevel::Three } else { NumberLevel::Four }
    }
}

impl Section {
    #[must_use]
    pub fn part(&self) -> Part<'_> {
        Part {
            level: NumberLevel::One,
            title: self.title.as_ref(),
            text: self.text.as_ref(),
            list: &self.list,
            table: self.table.as_ref(),
            parts: self.parts.iter().map(Subsection::part).collect(),
            span: &self.span,
        }
    }

    #[must_use]
    pub fn place(&self) -> Position {
        self.position.as_ref().map_or(Position::End, |position| position.value)
    }
}

impl Subsection {
    fn part(&self) -> Part<'_> {
        Part {
            level: NumberLevel::Two,
            title: self.title.as_ref(),
            text: self.text.as_ref(),
            list: &self.list,
            table: self.table.as_ref(),
            parts: self.parts.iter().map(Point::part).collect(),
            span: &self.span,
        }
    }
}

impl Point {
    fn part(&self) -> Part<'_> {
        Part {
            level: NumberLevel::Three,
            title: self.title.as_ref(),
            text: self.text.as_ref(),
            list: &self.list,
            table: self.table.as_ref(),
            parts: self.parts.iter().map(Subpoint::part).collect(),
            span: &self.span,
        }
    }
}

impl Subpoint {
    fn part(&self) -> Part<'_> {
        Part {
            level: NumberLevel::Four,
            title: self.title.as_ref(),
            text: self.text.as_ref(),
            list: &[],
            table: self.table.as_ref(),
            parts: Vec::new(),
            span: &self.span,
        }
    }
}
