//! What faces are used for.

use super::super::galley::Style;
use super::super::page;
use super::super::unit::{Pt, Twip};

/// What a face is used for; the names are those of GB/T 9704-2012 (5.2.2, 7.2.4, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 仿宋: body.
    FangSong,
    /// 楷体: second-level headings, names of 签发人.
    KaiTi,
    /// 黑体: first-level headings.
    HeiTi,
    /// 小标宋: title.
    XiaoBiaoSong,
    /// 宋体: page numbers.
    SongTi,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::FangSong, Self::KaiTi, Self::HeiTi, Self::XiaoBiaoSong, Self::SongTi];

    /// The name that offices' Word files carry.
    #[must_use]
    pub fn word_name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋_GB2312",
            Self::KaiTi => "楷体_GB2312",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "方正小标宋简体",
            Self::SongTi => "宋体",
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "小标宋",
            Self::SongTi => "宋体",
        }
    }
}

impl Style {
    /// The role that sets a style (7.2 to 7.5).
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Title | Self::Mark | Self::AttachmentTitle => Role::XiaoBiaoSong,
            Self::Heading1
            | Self::Secrecy
            | Self::Urgency
            | Self::HeaderCell
            | Self::Caption
            | Self::AttachmentNumber => Role::HeiTi,
            Self::Heading2 => Role::KaiTi,
            Self::PageNumber => Role::SongTi,
            _ => Role::FangSong,
        }
    }

    /// Whether it is one of the text's own (正文): a paragraph or a heading.
    #[must_use]
    pub fn is_of_body(self) -> bool {
        matches!(self, Self::Body | Self::Heading1 | Self::Heading2 | Self::Heading3 | Self::Heading4)
    }

    /// The tracking of lines that need none of their own: the grid's for 3号; other sizes have no grid.
    #[must_use]
    pub fn tracking(self) -> Twip {
        if self.size() == page::BODY_SIZE { page::GRID_TRACKING } else { Twip(0) }
    }

    /// The style's type size; that of a mark differs from paper to paper (7.2.4).
    #[must_use]
    pub fn size(self) -> Pt {
        match self {
            Self::Mark => page::MARK_SIZE,
            Self::Title | Self::AttachmentTitle => page::TITLE_SIZE,
            Self::CopiesTo | Self::Imprint | Self::PageNumber => page::SMALL_SIZE,
            Self::Cell | Self::HeaderCell => page::TABLE_SIZE,
            _ => page::BODY_SIZE,
        }
    }
}
