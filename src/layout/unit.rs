//! Lengths, each with its unit in its type.

/// Millimetres, as the standard measures.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Mm(pub f64);

/// Typographic points: 1/72 inch.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Pt(pub f64);

/// Twentieths of a point, Word's unit of length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Twip(pub i32);

impl Mm {
    #[must_use]
    pub const fn pt(self) -> Pt {
        Pt(self.0 * 72.0 / 25.4)
    }
}

impl Pt {
    /// To the nearest twentieth of a point.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a page is some 17,000 twips wide")]
    pub fn twip(self) -> Twip {
        Twip((self.0 * 20.0).round() as i32)
    }
}

impl Twip {
    #[must_use]
    pub fn pt(self) -> Pt {
        Pt(f64::from(self.0) / 20.0)
    }
}
