//! How heavy a finding is.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 建议: could be better; nothing is held up.
    Advice,
    /// 警告: probably a slip; the papers are made.
    Warning,
    /// 错误: the week's papers are not made.
    Error,
}

impl Severity {
    /// As it is shown and as an office types it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Advice => "建议",
        }
    }
}
