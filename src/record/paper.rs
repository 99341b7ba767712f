//! 文书: the kinds of papers that an office makes from its records.

use std::fmt;

use super::cadence::Cadence;
use super::format::{Encoding, Format};
use super::per::{EachOf, Per, PerItem, PerWhat};
use super::text::{Names, Plan};
use super::value::decode_by_parsing;
use crate::source::Spanned;
use crate::yaml::{Filled, Wrong};
use crate::{record, words};

words! {
    /// 版式: which of the standard's forms, or of practice, a paper has.
    pub enum FormName {
        /// 没有红头
        "白头" => Plain,
        /// 下行文和平行文
        "公文" => Downward,
        /// 报告、请示
        "上行文" => Upward,
        /// 函、复函
        "信函" => Letter,
        /// 命令（令）
        "命令" => Order,
        /// 会议纪要
        "纪要" => Minutes,
        /// 简报，国家标准没有规定，从习惯
        "简报" => Bulletin,
    }
}

impl FormName {
    /// Whether its papers have to have a 发文字号.
    #[must_use]
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Downward | Self::Upward | Self::Letter | Self::Order)
    }
}

record! {
    /// A kind of paper that the office makes from its records.
    pub struct PaperKind where prose may name ["期间", "周期", "期号", "总期号"] {
        /// 文件名和 --kind 用的代号：小写英文字母、数字和连字符
        "代号" => pub kind: Spanned<KindName>,
        /// 模板文件名（不带 .md）
        "模板" => pub template as _: Spanned<KindName>,
        /// 一份文书写什么：周、通报单、未报单位，或者台账的一条 { 台账: 名称 }；不写就是每份记录一份
        "每" => pub per as _: Option<Per>,
        /// 从哪样周期的记录做；不写就是本机构的“报送周期”。周报之外另出月报的，月报写 月；从年初累计的，写 累计
        "报送周期" => pub cadence as _: Option<Spanned<Cadence>>,
        /// 什么时候才做：有投诉、无投诉、有未报，或者台账的名称；几条写成列表，都合才做；不写就每周都做
        "当" => pub when as _: Option<Names<()>>,
        /// 做成哪些文件：docx、pdf、xlsx、csv，一种或几种；不写就是 docx 和 pdf。xlsx 和 csv 放文书里的表，csv 只放得下一张
        "格式" => pub formats as _: Filled<Spanned<Format>>,
        /// CSV 文件的编码；不写就是 UTF-8
        "编码" => pub encoding as _: Option<Spanned<Encoding>>,
        /// 文书的版式；不写就由模板决定
        "版式" => pub form: Option<Spanned<FormName>>,
        /// 文书的标题，内置的模板印它；可以写 {期间}（2026年5月、2026年1—6月）、{周期}、{期号}、{总期号}；不写就由模板决定
        "标题" => pub title: Option<Plan>,
        /// 发文机关标志；简报不写就用周报名称，公文不写就用“公文”里的标志
        "标志" => pub mark: Option<Spanned<String>>,
        /// 简报的编印单位；不写就用机构全称
        "编印" => pub editor: Option<Spanned<String>>,
    }
}

impl PaperKind {
    /// What one paper is made for.
    #[must_use]
    pub fn each_of(&self) -> EachOf<'_> {
        match &self.per {
            None => EachOf::What(PerWhat::Week),
            Some(Per::What(what)) => EachOf::What(what.value),
            Some(Per::Item(item)) => EachOf::Item(item),
        }
    }

    /// The formats of its papers, in the order of [`Format::ALL`].
    #[must_use]
    pub fn wanted_formats(&self) -> Vec<Format> {
        if self.formats.is_empty() {
            return Format::BY_DEFAULT.to_vec();
        }
        let is_wanted = |format: &Format| self.formats.iter().any(|wanted| wanted.value == *format);
        Format::ALL.iter().copied().filter(is_wanted).collect()
    }

    #[must_use]
    pub fn is_per(&self, what: PerWhat) -> bool {
        matches!(self.each_of(), EachOf::What(known) if known == what)
    }

    /// The ledger to each item of which there is a paper, where the kind has such.
    #[must_use]
    pub fn per_item(&self) -> Option<&PerItem> {
        match self.each_of() {
            EachOf::Item(item) => Some(item),
            EachOf::What(_) => None,
        }
    }
}

/// A name that is safe as part of a file's name: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindName(pub String);

impl std::str::FromStr for KindName {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_safe = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if is_safe && (1..=40).contains(&text.len()) && !text.starts_with('-') {
            Ok(Self(text.to_owned()))
        } else {
            Err(Wrong::new(format!("代号「{text}」不能用作文件名")).help("只用小写英文字母、数字和连字符，例如 weekly"))
        }
    }
}

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

decode_by_parsing!(KindName, Code, "一个代号", {
    "type": ["string", "integer"],
    "minimum": 0,
    "pattern": "^[a-z0-9][a-z0-9-]{0,39}$",
});
