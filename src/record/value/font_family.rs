//! 字体名称: a font family as Word's list of fonts shows it.

use std::fmt;
use std::str::FromStr;

use super::{Wrong, decode_by_parsing};

/// A family's name, of at most 31 characters, which is what Windows takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontFamily(String);

/// What stands in no family's name: a file's name, a path or a list of several was written.
const FORBIDDEN: &[char] =
    &['.', ',', '，', ';', '；', '、', '/', '\\', ':', '：', '"', '\'', '“', '”', '「', '」', '<', '>', '&'];

const MOST_CHARACTERS: usize = 31;

impl FontFamily {
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl FromStr for FontFamily {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let is_bounded = text.trim() == text && (1..=MOST_CHARACTERS).contains(&text.chars().count());
        let begins_well = !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '_'));
        let is_plain = !text.chars().any(|character| {
            FORBIDDEN.contains(&character) || character.is_control() || (character.is_whitespace() && character != ' ')
        });
        if is_bounded && begins_well && is_plain {
            return Ok(Self(text.to_owned()));
        }
        Err(Wrong::new(format!("「{text}」不是字体的名称"))
            .help("照 Word 的字体框里显示的写，只写一种，不写文件名，例如 方正仿宋_GBK"))
    }
}

impl fmt::Display for FontFamily {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

decode_by_parsing!(FontFamily, FontFamily, "一种字体的名称，例如 方正仿宋_GBK", {
    "type": "string",
    "maxLength": 31,
    "pattern": r#"^[^0-9+_\-.,，;；、/\\:："'“”「」<>&\s\x00-\x1f\x7f-\x9f]( *[^.,，;；、/\\:："'“”「」<>&\s\x00-\x1f\x7f-\x9f])*$"#,
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_taken_as_words_list_of_fonts_shows_them() {
        for name in ["方正仿宋_GBK", "仿宋", "LXGW WenKai", "华文中宋", "FZXiaoBiaoSong-B05S", "仿宋_GB2312"]
        {
            assert_eq!(name.parse::<FontFamily>().unwrap().name(), name);
        }
    }

    #[test]
    fn files_lists_and_what_is_no_name_are_refused() {
        for text in [
            "FZFSK.TTF",
            "仿宋, 宋体",
            "仿宋、宋体",
            "字体/仿宋",
            "",
            " 仿宋",
            "16",
            "-5",
            "“仿宋”",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
        ] {
            assert!(text.parse::<FontFamily>().is_err(), "{text}");
        }
    }
}
