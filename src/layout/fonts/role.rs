//! What faces are used for.

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

    /// The name of the font that offices have for characters which the role's own lacks and GBK has: those of Windows have all
    /// of them, 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 only what GB 2312 has.
    #[must_use]
    pub fn word_name_beyond_gb2312(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong | Self::SongTi => "宋体",
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
