//! 公文: what the head, the foot and the seal of an office's papers need.

use std::fmt;
use std::str::FromStr;

use super::text::{Name, Names, Unregistered};
use super::value::{decode_by_parsing, is_digits};
use crate::source::Spanned;
use crate::yaml::Wrong;
use crate::{record, words};

record! {
    /// How the office issues its papers.
    pub struct Issuing {
        /// 发文机关标志，例如 盘龙区旅游市场监管综合调度指挥中心文件
        "标志" => pub mark: Option<Name<Unregistered>>,
        /// 上行文的签发人，一人或几人
        "签发人" => pub signers: Option<Names<()>>,
        /// 版记里的抄送机关，不写句号
        "抄送" => pub copies_to: Option<Names<Unregistered>>,
        /// 版记里的印发机关
        "印发机关" => pub issuer: Option<Name<Unregistered>>,
        /// 公文要盖印章时写
        "印章" => pub seal as _: Option<Seal>,
        /// 命令等加盖的签发人签名章
        "签名章" => pub stamp: Option<Stamp>,
        /// 是否双面印刷；双面的，版记印在偶数页
        "双面" => pub both_sides as _: Option<Spanned<bool>>,
        /// 按页面设置（Word 里显示 37、35、28、26 毫米；不写就是这样），或 按字面（第一行字的上缘到纸边 37 毫米）
        "页边距" => pub margins as _: Option<Spanned<MarginRule>>,
        /// 可调（落款会带着几行正文另占一面的，每面可以排 23 行；不写就是这样），或 不变（每面总是 22 行）
        "行距" => pub pitch as _: Option<Spanned<PitchRule>>,
    }
}

words! {
    /// What the margins of GB/T 9704-2012 are measured to.
    pub enum MarginRule {
        /// 从纸边量到 Word 的版心
        "按页面设置" => PageSetup,
        /// 从纸边量到字
        "按字面" => Ink,
    }
}

words! {
    /// Whether lines may stand closer to save the signature a page of its own (7.3.5.5).
    pub enum PitchRule {
        /// 每面可以排 23 行
        "可调" => Adjusted,
        /// 每面总是 22 行
        "不变" => Fixed,
    }
}

record! {
    /// The office's seal.
    pub struct Seal {
        /// 印章图片，PNG 或 JPEG，路径从指挥中心的文件夹算起；没有图片就只留出盖章的位置
        "图" => pub picture as _: Option<Spanned<String>>,
        /// 直径，毫米；不写就是 42
        "直径" => pub diameter as _: Option<Spanned<Length>>,
    }
}

record! {
    /// The stamp with a signatory's name.
    pub struct Stamp {
        /// 签发人的职务
        "职务" => pub title: Spanned<String>,
        /// 签发人的姓名
        "姓名" => pub name: Spanned<String>,
        /// 签名章图片，PNG 或 JPEG，路径从指挥中心的文件夹算起；没有图片就印姓名
        "图" => pub picture as _: Option<Spanned<String>>,
        /// 图片的宽，毫米；不写就是 40
        "宽" => pub width as _: Option<Spanned<Length>>,
    }
}

/// A length in mm, from 1 to 150 and with at most one decimal, kept in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length(u16);

impl Length {
    /// `None` outside 1 to 150 mm.
    #[must_use]
    pub fn from_tenths(tenths: u16) -> Option<Self> {
        (10..=1500).contains(&tenths).then_some(Self(tenths))
    }

    #[must_use]
    pub fn mm(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl FromStr for Length {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        from_digits(text)
            .ok_or_else(|| Wrong::new(format!("长度「{text}」不对")).help("写毫米数，1 到 150，例如 42 或 42.5"))
    }
}

fn from_digits(text: &str) -> Option<Length> {
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let is_short = whole.len() <= 3 && tenth.len() == 1 && (whole.len() == 1 || !whole.starts_with('0'));
    if !is_short || !is_digits(whole) || !is_digits(tenth) {
        return None;
    }
    Length::from_tenths(whole.parse::<u16>().ok()? * 10 + tenth.parse::<u16>().ok()?)
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

decode_by_parsing!(Length, Length, "毫米数，例如 42", {
    "type": ["number", "string"],
    "minimum": 1,
    "maximum": 150,
    "pattern": r"^(([1-9][0-9]?|1[0-4][0-9])(\.[0-9])?|150(\.0)?)$",
});

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn printing_a_length_undoes_parsing(tenths in 10_u16..=1500) {
            let length = Length::from_tenths(tenths);
            prop_assert_eq!(length.map(|length| length.to_string().parse().ok()), Some(length));
        }

        #[test]
        fn nothing_typed_makes_it_panic(text in "[0-9.mm毫米-]{0,6}") {
            let _ = text.parse::<Length>();
        }
    }

    #[test]
    fn lengths_that_no_seal_has_are_refused() {
        for text in ["0", "151", "42毫米", "42mm", "042", "4.25", "", ".5", "-1"] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
    }
}
