//! Why there is no PDF.

use std::fmt;
use std::path::PathBuf;

use krilla::configure::ValidationError;
use krilla::error::KrillaError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// This font file cannot be read, or is no font.
    Font { path: PathBuf, index: u32 },
    /// The face that is to set this character has no glyph for it.
    Glyph { character: char, family: String },
    /// A picture's data is not what its format says; krilla's own words say where.
    Picture { description: String, reason: String },
    /// What PDF/A-2a or PDF/UA-1 forbids, each for itself.
    Standard(Vec<String>),
    /// Whatever else krilla objects to, in its own words.
    Other(String),
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
            Self::Standard(problems) => write!(f, "不符合PDF/A-2a或PDF/UA-1：{}", problems.join("；")),
            Self::Other(message) => write!(f, "无法生成PDF：{message}"),
        }
    }
}

impl std::error::Error for PdfError {}

impl From<KrillaError> for PdfError {
    fn from(error: KrillaError) -> Self {
        match error {
            KrillaError::Validation(problems) => {
                let mut described: Vec<_> = problems.iter().map(|(problem, _)| describe(problem)).collect();
                // krilla finds one problem again for every glyph that has it.
                described.dedup();
                Self::Standard(described)
            }
            KrillaError::Image(_, _, reason) => {
                Self::Other(format!("有一幅图片已经损坏；请从原件再存为PNG（原话“{reason}”）"))
            }
            other => Self::Other(format!("原话“{other}”")),
        }
    }
}

/// Those problems that a paper's content or fonts can bring about, in words; the others in krilla's.
fn describe(problem: &ValidationError) -> String {
    match problem {
        ValidationError::ContainsNotDefGlyph(_, _, text) => format!("字体没有“{text}”"),
        ValidationError::InvalidCodepointMapping(_, _, c, _) => format!("{}不是可用的字符", with_code(*c)),
        ValidationError::UnicodePrivateArea(_, _, c, _) => {
            format!("{}是自造字（Unicode专用区），归档后他人无法辨认", with_code(*c))
        }
        ValidationError::RestrictedLicense(_) => "字体的许可不允许嵌入文件".to_owned(),
        ValidationError::MissingAltText(_) => "图片没有说明文字".to_owned(),
        ValidationError::TooLongString => "标题、作者或说明文字过长".to_owned(),
        other => format!("{other:?}"),
    }
}

fn with_code(c: char) -> String {
    format!("“{c}”（U+{:04X}）", u32::from(c))
}
