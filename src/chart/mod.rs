//! A chart that was set, by itself: as SVG, and as dots for programs that know none.

mod dots;
mod outlines;
mod svg;

pub use dots::png;
pub use svg::svg;

use std::fmt;

use crate::layout::Glyphs;

/// Which characters are set in a face that cannot be looked into any more, or for which it has no outlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undrawn(pub String);

impl fmt::Display for Undrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "图里的“{}”画不出来：它的字体读不出了", self.0)
    }
}

impl Undrawn {
    fn of(glyphs: &Glyphs) -> Self {
        Self(glyphs.text.to_string())
    }
}
