//! What can go wrong in writing a Word file.

use std::fmt;

use crate::chart::Undrawn;

#[derive(Debug)]
pub enum WordError {
    /// XML 1.0 has no way to write this character, not even escaped.
    Character {
        character: char,
        /// The text in which it stands, without this and its like.
        text: String,
    },
    /// The archive could not be put together.
    Archive(zip::result::ZipError),
    /// A chart has words that no font draws any more.
    Chart(Undrawn),
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character { character, text } => {
                write!(
                    f,
                    "“{text}”里有一个看不见的控制字符（U+{:04X}），Word 文件写不进去，请删掉它",
                    u32::from(*character)
                )
            }
            Self::Archive(error) => write!(f, "Word 文件没有打包成：{error}"),
            Self::Chart(undrawn) => undrawn.fmt(f),
        }
    }
}

impl std::error::Error for WordError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Character { .. } | Self::Chart(_) => None,
            Self::Archive(error) => Some(error),
        }
    }
}

impl From<Undrawn> for WordError {
    fn from(words: Undrawn) -> Self {
        Self::Chart(words)
    }
}

impl From<std::io::Error> for WordError {
    fn from(error: std::io::Error) -> Self {
        Self::Archive(error.into())
    }
}

impl From<zip::result::ZipError> for WordError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Archive(error)
    }
}

/// The text, if XML 1.0 can hold all of it (its production 2, `Char`).
pub(super) fn writable(text: &str) -> Result<&str, WordError> {
    let forbidden =
        |c: &char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    match text.chars().find(forbidden) {
        None => Ok(text),
        Some(character) => {
            let text = text.chars().filter(|c| !forbidden(c)).collect();
            Err(WordError::Character { character, text })
        }
    }
}
