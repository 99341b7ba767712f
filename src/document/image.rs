//! A picture that a paper carries: a seal or a signature stamp.

use std::sync::Arc;

/// How a picture is coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFormat {
    Png,
    Jpeg,
}

/// A picture with the size at which it is to be placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    pub bytes: Arc<[u8]>,
    pub format: ImageFormat,
    /// In mm.
    pub width: f64,
    pub height: f64,
    /// What it shows, for those who cannot see it.
    pub description: String,
}
