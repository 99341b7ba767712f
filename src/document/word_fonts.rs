//! The font families that a paper's Word file names.

use serde::Serialize;

/// The families that an office wants for the five typefaces of GB/T 9704-2012. Where one is `None`, the file names the one
/// that offices usually have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WordFonts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fang_song: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kai_ti: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hei_ti: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xiao_biao_song: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub song_ti: Option<String>,
}

impl WordFonts {
    /// Whether the office wants nothing of its own.
    #[must_use]
    pub fn are_usual(&self) -> bool {
        *self == Self::default()
    }
}
