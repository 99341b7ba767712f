//! The families that Word's file names for the roles, and what a machine without them puts in their place.
//!
//! 仿宋_GB2312 and 楷体_GB2312 came with Windows up to XP and come with WPS; newer Windows calls them 仿宋 and 楷体.

use super::role::Role;
use crate::document::WordFonts;

impl Role {
    /// The family that Word's file names.
    #[must_use]
    pub fn word_family(self, fonts: &WordFonts) -> &str {
        self.wanted_family(fonts).unwrap_or_else(|| self.usual_family())
    }

    /// The family that the office wants Word's file to name, if it wants one.
    #[must_use]
    pub fn wanted_family(self, fonts: &WordFonts) -> Option<&str> {
        let wanted = match self {
            Self::FangSong => &fonts.fang_song,
            Self::KaiTi => &fonts.kai_ti,
            Self::HeiTi => &fonts.hei_ti,
            Self::XiaoBiaoSong => &fonts.xiao_biao_song,
            Self::SongTi => &fonts.song_ti,
        };
        wanted.as_deref()
    }

    /// The family that offices' Word files name.
    fn usual_family(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋_GB2312",
            Self::KaiTi => "楷体_GB2312",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "方正小标宋简体",
            Self::SongTi => "宋体",
        }
    }

    /// The family that Word's file names for characters which GB 2312 lacks and GBK has: the office's own where it has them,
    /// else that of Windows.
    #[must_use]
    pub fn word_family_beyond_gb2312(self, fonts: &WordFonts) -> &str {
        self.wanted_family(fonts).filter(|family| !has_only_gb2312(family)).unwrap_or(match self {
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong | Self::SongTi => "宋体",
        })
    }

    /// The families that Word's file gives as those to take where a machine lacks the named one, the likeliest first: the usual
    /// one, those of Windows, WPS, macOS and the free set.
    pub fn stand_ins(self, fonts: &WordFonts) -> impl Iterator<Item = &'static str> {
        let others: &[&str] = match self {
            Self::FangSong => &["仿宋", "FangSong", "FangSong_GB2312", "STFangsong", "FandolFang"],
            Self::KaiTi => &["楷体", "KaiTi", "KaiTi_GB2312", "STKaiti", "FandolKai"],
            Self::HeiTi => &["SimHei", "STHeiti", "FandolHei"],
            Self::XiaoBiaoSong => &["FZXiaoBiaoSong-B05S", "小标宋", "STZhongsong", "FandolSong"],
            Self::SongTi => &["SimSun", "STSong", "FandolSong"],
        };
        let named = self.word_family(fonts).to_owned();
        let usual = self.wanted_family(fonts).map(|_| self.usual_family());
        usual.into_iter().chain(others.iter().copied()).filter(move |family| *family != named)
    }
}

/// Whether a family has no characters besides those of GB 2312: families of that kind say so in their names.
fn has_only_gb2312(family: &str) -> bool {
    family.ends_with("_GB2312") || family.ends_with("简体")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_stay_in_the_offices_own_family_where_that_has_them() {
        let wanted = |family: &str| WordFonts { fang_song: Some(family.to_owned()), ..WordFonts::default() };
        let named = |family: &str| Role::FangSong.word_family_beyond_gb2312(&wanted(family)).to_owned();
        assert_eq!(named("方正仿宋_GBK"), "方正仿宋_GBK");
        assert_eq!(named("方正仿宋简体"), "仿宋");
        assert_eq!(named("仿宋_GB2312"), "仿宋");
        assert_eq!(Role::FangSong.word_family_beyond_gb2312(&WordFonts::default()), "仿宋");
    }

    #[test]
    fn no_family_stands_in_for_itself() {
        let wanted = WordFonts { song_ti: Some("SimSun".to_owned()), ..WordFonts::default() };
        assert_eq!(Role::SongTi.stand_ins(&wanted).collect::<Vec<_>>(), ["宋体", "STSong", "FandolSong"]);
        assert_eq!(Role::SongTi.stand_ins(&WordFonts::default()).next(), Some("SimSun"));
    }
}
