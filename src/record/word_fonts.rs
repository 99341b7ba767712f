//! 字体: the font families that an office's Word files name.

use super::value::FontFamily;
use crate::record;
use crate::source::Spanned;

record! {
    /// The families that the office's Word files name, by the typeface that they stand for.
    pub struct WordFonts {
        /// 正文、主送、署名、日期、版记等用的仿宋；不写就是 仿宋_GB2312
        "仿宋" => pub fang_song as _: Option<Spanned<FontFamily>>,
        /// 二级标题（一）、签发人姓名用的楷体；不写就是 楷体_GB2312
        "楷体" => pub kai_ti as _: Option<Spanned<FontFamily>>,
        /// 一级标题一、密级、紧急程度、表头用的黑体；不写就是 黑体
        "黑体" => pub hei_ti as _: Option<Spanned<FontFamily>>,
        /// 文书标题、发文机关标志用的小标宋；不写就是 方正小标宋简体
        "小标宋" => pub xiao_biao_song as _: Option<Spanned<FontFamily>>,
        /// 页码用的宋体；不写就是 宋体
        "宋体" => pub song_ti as _: Option<Spanned<FontFamily>>,
    }
}

impl WordFonts {
    /// What the office has written, in the order of its keys.
    pub fn written(&self) -> impl Iterator<Item = (&'static str, &Spanned<FontFamily>)> {
        let families = [&self.fang_song, &self.kai_ti, &self.hei_ti, &self.xiao_biao_song, &self.song_ti];
        Self::KEYS.iter().zip(families).filter_map(|((key, _), family)| Some((*key, family.as_ref()?)))
    }
}
