//! Why there is no PDF.

use std::fmt;
use std::path::PathBuf;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// This font file cannot be read, or is no font.
    Font { path: PathBuf, index: u32 },
    /// The face that is to set this character has no glyph for it.
    Glyph { character: char, family: String },
    /// A picture's data is not what its format says; the decoder's own words say where.
    Picture { description: String, reason: String },
    /// What PDF/A-2a or PDF/UA-1 forbids.
    Standard(String),
    /// More than a file holds.
    Other(String),
}

impl PdfError {
    /// That a character is none that a text may have.
    pub(super) fn unusable(character: char) -> Self {
        Self::Standard(format!("{}不是可用的字符", with_code(character)))
    }

    /// That a character means nothing outside of one office.
    pub(super) fn private(character: char) -> Self {
        Self::Standard(format!("{}是自造字（Unicode专用区），归档后他人无法辨认", with_code(character)))
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font { path, index } => write!(f, "字体文件无法使用：{}（第{}个字形）", path.display(), index + 1),
            Self::Glyph { character, family } => {
                write!(f, "字体“{family}”没有{}", with_code(*character))
            }
            Self::Picture { description, reason } => {
                write!(f, "图片“{description}”放不进PDF，多半已经损坏；请从原件再存为PNG（原话“{reason}”）")
            }
            Self::Standard(problem) => write!(f, "不符合PDF/A-2a或PDF/UA-1：{problem}"),
            Self::Other(message) => write!(f, "无法生成PDF：{message}"),
        }
    }
}

impl std::error::Error for PdfError {}

fn with_code(c: char) -> String {
    format!("“{c}”（U+{:04X}）", u32::from(c))
}
