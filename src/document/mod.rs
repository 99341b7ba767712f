//! An official paper as content: what it says and what each part is, without fonts, measures or files.
//!
//! The elements are those of GB/T 9704-2012 clauses 7 and 10, in the order in which a paper shows them. Whatever a
//! paper does not have is `None` or empty.

mod chart;
mod engine;
mod image;
mod masked;
mod origin;
mod table;
mod text;
mod word_fonts;

pub use chart::{Chart, ChartKind, is_unknown, number};
pub use engine::Engine;
pub use image::{Image, ImageFormat};
pub use masked::Masked;
pub use origin::{Origin, Place};
pub use table::{Alignment, Cell, Column, Row, Table};
pub use text::{Run, Sense, Text};
pub use word_fonts::WordFonts;

use serde::Serialize;

/// The form of a paper (版式): which head it has and where that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum Form {
    /// 白头: no red head; 文号, if any, centred above the title. Practice.
    #[default]
    Plain,
    /// 下行文 and 平行文: 公文 with 版头 (7.2).
    Downward,
    /// 上行文: 公文 whose 版头 names who signed it (7.2.6).
    Upward,
    /// 信函 (10.1).
    Letter,
    /// 命令（令） (10.2).
    Order,
    /// 纪要 (10.3).
    Minutes,
    /// 简报: practice, not in the standard.
    Bulletin,
}

/// What 天头 and 下白边 are measured to (5.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum Margins {
    /// Word's page set-up shows 37, 35, 28 and 26 mm, as clerks set and check it; the first ink stands at 40.2 to 40.6 mm.
    #[default]
    PageSetup,
    /// The ink of the first line begins at 37 mm; Word's page set-up then shows 33.6 and 33.3 mm above and below.
    Ink,
}

/// How the paper is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Printing {
    pub margins: Margins,
    /// On both sides of the sheet: the 版记 then stands on an even page (7.4).
    pub both_sides: bool,
    /// A page always has 22 lines, though closer ones would save the signature a page of its own (7.3.5.5).
    pub fixed_pitch: bool,
}

/// A heading's level: 一、 （一） 1. （1） (7.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Level {
    One,
    Two,
    Three,
    Four,
}

/// A piece of the body (正文).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Block {
    /// The text begins with its number, which the engine has put there.
    Heading {
        level: Level,
        text: Text,
    },
    Paragraph(Text),
    /// A numbered paragraph whose first sentence is a heading of that level; the number stands in it.
    Led {
        level: Level,
        lead: Text,
        text: Text,
    },
    Table(Table),
    Chart(Chart),
}

/// 发文机关标志 (7.2.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// One organ; in a joint issue all of them, the sponsor first. A single organ's name has its 文件 within it.
    pub organs: Vec<Text>,
    /// “文件”, which stands to the right of the organs of a joint issue.
    pub suffix: Option<Text>,
}

/// 版头 (7.2), and what 简报 and 纪要 have in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Head {
    /// 份号: six digits.
    pub copy_number: Option<Text>,
    /// 密级和保密期限: 秘密★1年.
    pub secrecy: Option<Text>,
    /// 紧急程度.
    pub urgency: Option<Text>,
    pub mark: Option<Mark>,
    /// 发文字号, such as 盘旅指报〔2021〕1号; 令号 of an order.
    pub number: Option<Text>,
    /// 签发人, the sponsor's first.
    pub signers: Vec<Text>,
    /// 期号 of a 简报 or 纪要, in its brackets: （第2期）.
    pub issue: Option<Text>,
    /// 编印单位 of a 简报.
    pub editor: Option<Text>,
    /// The date on a 简报's head.
    pub date: Option<Text>,
}

/// How a paper is signed (7.3.5).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Sealing {
    /// 不加盖印章.
    Unsealed,
    /// 加盖印章: the seals, in the order of the organs, as far as the office has their images.
    Sealed(Vec<Option<Image>>),
    /// 加盖签发人签名章: the title of office, and the stamp, or the name where the office has no image of it.
    Stamp { title: Text, name: Text, image: Option<Image> },
}

/// 发文机关署名 and 成文日期 (7.3.5).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// The sponsor first. Empty where a stamp stands for the organ.
    pub organs: Vec<Text>,
    pub date: Text,
    pub sealing: Sealing,
}

/// Who took part in a meeting (10.3): 出席, 请假 or 列席, and the names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// 出席, without its colon.
    pub label: Text,
    pub names: Text,
}

/// 附件 on pages of its own (7.3.7).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attachment {
    /// Its number where there are several.
    pub number: Option<u32>,
    pub title: Text,
    /// As those of a paper's title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub title_ends: Vec<usize>,
    pub body: Vec<Block>,
    /// On pages turned by 90°, for wide tables.
    pub landscape: bool,
}

/// 版记 (7.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imprint {
    /// 抄送机关, without 抄送： and the closing full stop.
    pub copies_to: Option<Text>,
    /// 印发机关; a 信函 has none.
    pub issuer: Option<Text>,
    /// 印发日期, without 印发.
    pub date: Option<Text>,
}

/// A whole paper.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Document {
    pub form: Form,
    pub printing: Printing,
    #[serde(skip_serializing_if = "WordFonts::are_usual")]
    pub word_fonts: WordFonts,
    /// Names that no line of the title may tear apart, besides its words: those of the office's registers.
    pub names: Vec<String>,
    pub head: Head,
    /// 标题; a 简报 or an order may have none.
    pub title: Option<Text>,
    /// Where its writer ends lines of the title, in characters from its beginning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub title_ends: Vec<usize>,
    /// 主送机关, with its closing colon.
    pub addressee: Option<Text>,
    /// 正文.
    pub body: Vec<Block>,
    pub attendance: Vec<Attendance>,
    /// 附件说明: the names of all 附件, in order (7.3.4).
    pub enclosures: Vec<Text>,
    pub signature: Option<Signature>,
    /// 附注, in its brackets.
    pub note: Option<Text>,
    pub attachments: Vec<Attachment>,
    pub imprint: Option<Imprint>,
    /// Who issues it: the author in the files' properties.
    pub author: String,
    /// What of persons was masked in it, where it is a public edition: for whoever confirms that.
    #[serde(skip)]
    pub masked: Vec<Masked>,
}

impl Document {
    /// What the paper is called: its title, or what stands in its place.
    #[must_use]
    pub fn called(&self) -> String {
        if let Some(title) = &self.title {
            return title.plain();
        }
        let organs = self.head.mark.iter().flat_map(|mark| &mark.organs);
        organs.chain(&self.head.issue).map(Text::plain).collect()
    }
}
