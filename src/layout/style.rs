//! The styles of a paper's paragraphs, in one table: what each is called, how it looks, and where it stands in the outline.
//!
//! Layout measures by this table, Word's file states it in `word/styles.xml`, the PDF takes its outline and its tags from
//! it, and whatever reads finished files finds styles by its names (`tools/conformance/styles.json` is printed of it).

use super::fonts::Role;
use super::page;
use super::unit::{Pt, Twip};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Every line but the last stretches to both edges.
    Justify,
    Left,
    /// To the right edge, less the paragraph's `right` indent.
    Right,
    Centre,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    #[default]
    Black,
    /// Of 发文机关标志 and red rules (7.2.4).
    Red,
}

/// What a style gives to its paragraphs. A paragraph of the galley may depart from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Definition {
    /// Its id in Word's file, the same in every language of Word.
    pub id: &'static str,
    /// What the element is called.
    pub name: &'static str,
    /// The name of Word's own style, where it is one. Word and WPS know their own styles by name, and show them in the
    /// user's language.
    pub built_in: Option<&'static str>,
    pub role: Role,
    pub size: Pt,
    /// Exact height of a line, where it is not the grid's.
    pub pitch: Option<Twip>,
    pub colour: Colour,
    pub align: Align,
    /// How far the first line is set in, and how far all lines are from the right edge.
    pub first: Twip,
    pub right: Twip,
    /// In the outline: 0 for titles, from 1 for headings.
    pub outline: Option<u8>,
}

/// 仿宋, 3号, on the grid (5.2.2, 5.2.3): every style departs from it, as Word's styles do from its `Normal`.
pub const NORMAL: Definition = Definition {
    id: "Normal",
    name: "Normal",
    built_in: None,
    role: Role::FangSong,
    size: page::BODY_SIZE,
    pitch: None,
    colour: Colour::Black,
    align: Align::Justify,
    first: Twip(0),
    right: Twip(0),
    outline: None,
};

/// 正文: its first line is set in by two characters (7.3.3).
const TEXT: Definition = Definition { first: page::INDENT, ..NORMAL };

/// Where a line stands that is all of its element.
const CENTRED: Definition = Definition { align: Align::Centre, ..NORMAL };
const LEFT: Definition = Definition { align: Align::Left, ..NORMAL };
const RIGHT: Definition = Definition { align: Align::Right, ..NORMAL };

/// 2号小标宋, in the middle (7.3.1).
const HEADLINE: Definition = Definition {
    role: Role::XiaoBiaoSong,
    size: page::TITLE_SIZE,
    pitch: Some(page::TITLE_PITCH),
    outline: Some(0),
    ..CENTRED
};

/// 小四 in a cell of a table.
const IN_TABLE: Definition = Definition { size: page::TABLE_SIZE, pitch: Some(page::TABLE_PITCH), ..NORMAL };

/// 4号 of 版记 (7.4).
const SMALL: Definition = Definition { size: page::SMALL_SIZE, pitch: Some(page::IMPRINT_PITCH), ..NORMAL };

/// Makes [`Style`] of the table: a style a row, with its definition.
macro_rules! styles {
    ($($(#[$about:meta])* $style:ident: $definition:expr;)*) => {
        /// What a paragraph is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Style { $($(#[$about])* $style,)* }

        impl Style {
            /// All styles, in the order in which Word's file has them.
            pub const ALL: &[Self] = &[$(Self::$style,)*];

            #[must_use]
            pub const fn definition(self) -> &'static Definition {
                match self { $(Self::$style => const { &$definition },)* }
            }
        }
    };
}

styles! {
    /// 份号 (7.2.1).
    CopyNumber: Definition { id: "CopyNumber", name: "份号", ..LEFT };
    /// 密级和保密期限 (7.2.2).
    Secrecy: Definition { id: "Secrecy", name: "密级和保密期限", role: Role::HeiTi, ..LEFT };
    /// 紧急程度 (7.2.3).
    Urgency: Definition { id: "Urgency", name: "紧急程度", role: Role::HeiTi, ..LEFT };
    /// 发文机关标志 (7.2.4), and the red name of 简报 and 纪要. Its size differs from paper to paper.
    Mark: Definition {
        id: "IssuerMark",
        name: "发文机关标志",
        role: Role::XiaoBiaoSong,
        size: page::MARK_SIZE,
        pitch: Some(page::MARK_PITCH),
        colour: Colour::Red,
        ..CENTRED
    };
    /// 发文字号 (7.2.5), 令号; in an upward paper 签发人 stand on its lines.
    Number: Definition { id: "DocumentNumber", name: "发文字号", ..CENTRED };
    /// 签发人 on lines above that of the 发文字号 (7.2.6).
    Signers: Definition { id: "Signers", name: "签发人", ..RIGHT };
    /// 期号 of 简报 and 纪要.
    Issue: Definition { id: "IssueNumber", name: "期号", ..CENTRED };
    /// 编印单位 and date of a 简报.
    Editor: Definition { id: "Editor", name: "编印", ..LEFT };
    /// 标题 (7.3.1).
    Title: Definition { id: "Title", name: "标题", built_in: Some("Title"), ..HEADLINE };
    /// 主送机关 (7.3.2).
    Addressee: Definition { id: "Addressee", name: "主送机关", ..NORMAL };
    /// 正文 (7.3.3), and its headings.
    Body: Definition { id: "BodyText", name: "正文", built_in: Some("Body Text"), ..TEXT };
    Heading1: Definition {
        id: "Heading1",
        name: "一级标题",
        built_in: Some("heading 1"),
        role: Role::HeiTi,
        outline: Some(1),
        ..TEXT
    };
    Heading2: Definition {
        id: "Heading2",
        name: "二级标题",
        built_in: Some("heading 2"),
        role: Role::KaiTi,
        outline: Some(2),
        ..TEXT
    };
    Heading3: Definition { id: "Heading3", name: "三级标题", built_in: Some("heading 3"), outline: Some(3), ..TEXT };
    Heading4: Definition { id: "Heading4", name: "四级标题", built_in: Some("heading 4"), outline: Some(4), ..TEXT };
    /// 表题.
    Caption: Definition { id: "Caption", name: "表题", role: Role::HeiTi, ..CENTRED };
    /// A cell of a table, and one of its head.
    Cell: Definition { id: "TableText", name: "表格正文", align: Align::Left, ..IN_TABLE };
    HeaderCell: Definition {
        id: "TableHead",
        name: "表格标题行",
        role: Role::HeiTi,
        align: Align::Centre,
        ..IN_TABLE
    };
    /// 出席, 请假, 列席 of 纪要 (10.3).
    Attendance: Definition { id: "Attendance", name: "出席", ..NORMAL };
    /// 附件说明 (7.3.4).
    Enclosure: Definition { id: "Enclosure", name: "附件说明", ..TEXT };
    /// 发文机关署名 (7.3.5).
    Organ: Definition { id: "IssuingOrgan", name: "发文机关署名", ..RIGHT };
    /// 签发人职务 and 签名章 (7.3.5.3).
    Stamp: Definition { id: "Stamp", name: "签名章", ..RIGHT };
    /// 成文日期 (7.3.5).
    Date: Definition { id: "IssueDate", name: "成文日期", ..RIGHT };
    /// 附注 (7.3.6): two characters in.
    Note: Definition { id: "SupplementaryNote", name: "附注", ..TEXT };
    /// 附件1 (7.3.7).
    AttachmentNumber: Definition { id: "AttachmentNumber", name: "附件序号", role: Role::HeiTi, ..LEFT };
    /// The title of an 附件.
    AttachmentTitle: Definition { id: "AttachmentTitle", name: "附件标题", ..HEADLINE };
    /// 抄送机关 (7.4.2).
    CopiesTo: Definition { id: "CopiesTo", name: "抄送机关", ..SMALL };
    /// 印发机关 and 印发日期 (7.4.3).
    Imprint: Definition { id: "Imprint", name: "印发", ..SMALL };
    /// A rule at a fixed height and nothing else: the second double rule of 信函 (10.1).
    Rule: Definition { id: "RuleLine", name: "分隔线", ..NORMAL };
    /// The page's number (7.5): 4号宋体, one character from the edge.
    PageNumber: Definition {
        id: "Footer",
        name: "页码",
        built_in: Some("footer"),
        role: Role::SongTi,
        size: page::SMALL_SIZE,
        pitch: Some(page::PAGE_NUMBER_PITCH),
        right: page::SMALL_CHARACTER,
        ..RIGHT
    };
}

impl Style {
    /// The role of the face that sets it.
    #[must_use]
    pub fn role(self) -> Role {
        self.definition().role
    }

    /// Its type size; that of a mark differs from paper to paper (7.2.4).
    #[must_use]
    pub fn size(self) -> Pt {
        self.definition().size
    }

    /// The tracking of lines that need none of their own: the grid's for 3号; other sizes have no grid.
    #[must_use]
    pub fn tracking(self) -> Twip {
        self.definition().tracking()
    }

    /// Whether it is one of the text's own (正文): a paragraph or a heading.
    #[must_use]
    pub fn is_of_body(self) -> bool {
        self == Self::Body || self.definition().outline.is_some_and(|level| level > 0)
    }

    /// Whether it is of the signature: 署名, stamp or 成文日期 (7.3.5).
    #[must_use]
    pub fn is_of_signature(self) -> bool {
        matches!(self, Self::Organ | Self::Stamp | Self::Date)
    }

    /// Whether it is of the 版记 (7.4).
    #[must_use]
    pub fn is_of_imprint(self) -> bool {
        matches!(self, Self::CopiesTo | Self::Imprint)
    }
}

impl Definition {
    /// As [`Style::tracking`].
    #[must_use]
    pub fn tracking(&self) -> Twip {
        if self.size == page::BODY_SIZE { page::GRID_TRACKING } else { Twip(0) }
    }
}
