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
