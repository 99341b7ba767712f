//! Pictures as parts of the file.

use std::borrow::Cow;

use crate::document::{Image, ImageFormat};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Media<'a> {
    pub kind: MediaKind,
    pub bytes: Cow<'a, [u8]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaKind {
    Png,
    Jpeg,
    Svg,
}

impl<'a> From<&'a Image> for Media<'a> {
    fn from(image: &'a Image) -> Self {
        let kind = match image.format {
            ImageFormat::Png => MediaKind::Png,
            ImageFormat::Jpeg => MediaKind::Jpeg,
        };
        Self { kind, bytes: Cow::Borrowed(&image.bytes) }
    }
}

impl MediaKind {
    pub const ALL: [Self; 3] = [Self::Png, Self::Jpeg, Self::Svg];

    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Svg => "svg",
        }
    }

    pub fn content(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}
