//! A paragraph as a row of cells: each character with its width and whatever a line's end depends on, looked up once
//! so that a tracking can be tried by additions alone.

use std::iter::Sum;
use std::ops::{Add, Sub};

use super::super::fonts::{Advances, FaceId};
use super::super::origins::OriginId;
use super::super::unit::Twip;
use super::character::{self, Script, script};
use super::national;
use super::rules::{self, Breaks, Reader};

/// Thousandths of a twip: whole numbers, so that sums are exact and the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Length(i64);

impl Length {
    /// A number of ems of the size given.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "saturates, and no character is 10 million em wide")]
    pub fn of_em(ems: f64, em: Twip) -> Self {
        Self((ems * 1000.0 * f64::from(em.0)).round() as i64)
    }

    /// To the nearest twip.
    #[must_use]
    pub fn twip(self) -> Twip {
        Twip(i32::try_from((self.0 + 500).div_euclid(1000)).unwrap_or(i32::MAX))
    }

    #[must_use]
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a page is 600 pt wide")]
    pub fn pt(self) -> f32 {
        (self.0 as f64 / 20_000.0) as f32
    }

    /// This length in equal shares, which differ by a thousandth of a twip at most and add up to it.
    pub fn shared(self, shares: usize) -> impl Iterator<Item = Self> {
        let count = i64::try_from(shares).unwrap_or(i64::MAX);
        (0..count).map(move |at| Self(self.0 * (at + 1) / count - self.0 * at / count))
    }

    /// In em of the size given.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a line is some 10 million thousandths of a twip wide")]
    pub fn in_em(self, em: Twip) -> f64 {
        self.0 as f64 / 1000.0 / f64::from(em.0)
    }
}

impl From<Twip> for Length {
    fn from(twips: Twip) -> Self {
        Self(i64::from(twips.0) * 1000)
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::default(), Add::add)
    }
}

/// A character of a paragraph, and how it stands to the one before it.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Cell {
    pub character: char,
    pub face: FaceId,
    /// For whoever sets the line: breaking takes no notice of it.
    pub origin: OriginId,
    /// As the font says, without tracking or gap.
    pub advance: Length,
    /// As the font says that Word's file names.
    pub named_advance: Length,
    /// A gap stands between it and the character before it, where they share a line.
    pub has_gap: bool,
    /// The character before it is of another script or face.
    pub new_portion: bool,
    /// It is Asian, or of no script and behind an Asian character.
    pub is_asian: bool,
    /// The last letter or digit up to here is Western.
    pub after_western: bool,
    pub may_hang: bool,
    pub is_space: bool,
    pub breaks: Breaks,
    /// Whether all rules let a line begin with it.
    pub breaks_everywhere: bool,
}

/// Measures a text at the size `em`. `width` gives the face that sets a character, and how wide it is.
pub fn cells(text: impl IntoIterator<Item = char>, em: Twip, mut width: impl FnMut(char) -> Advances) -> Vec<Cell> {
    let mut reader = Reader::default();
    let mut before: Option<Cell> = None;
    let text: Vec<char> = text.into_iter().collect();
    // Marks of no script at the beginning are of the script behind them: measured, 7.4.7.
    let first = text.iter().map(|character| script(*character)).find(|script| *script != Script::Weak);
    let may_begin_lines = national::line_beginnings(&text);
    let mut text = text.into_iter().zip(may_begin_lines).peekable();
    std::iter::from_fn(|| {
        text.next().map(|(character, national)| (character, national, text.peek().map(|next| next.0)))
    })
    .map(|(character, national, ahead)| {
        let Advances { face, found, named } = width(character);
        let breaks = reader.next(character, ahead, national);
        let is_asian = match script(character) {
            Script::Asian => true,
            Script::Western => false,
            Script::Weak => before.map_or(first != Some(Script::Western), |before| before.is_asian),
        };
        let is_letter = character.is_alphanumeric();
        let changes_script = before.is_some_and(|before| before.is_asian != is_asian);
        let cell = Cell {
            character,
            face,
            origin: OriginId::default(),
            advance: Length::of_em(found, em),
            named_advance: Length::of_em(named, em),
            has_gap: changes_script && is_letter && before.is_some_and(|before| before.character.is_alphanumeric()),
            new_portion: changes_script || before.is_some_and(|before| before.face != face),
            is_asian,
            after_western: if is_letter { !is_asian } else { before.is_some_and(|before| before.after_western) },
            may_hang: rules::may_hang(character),
            is_space: character::is_space(character),
            breaks,
            breaks_everywhere: breaks.everywhere(),
        };
        before = Some(cell);
        cell
    })
    .collect()
}

/// The most room that a line takes, by either font's widths, without tracking, with gaps of `gap` em.
#[must_use]
pub fn natural_width(line: &[Cell], em: Twip, gap: f64) -> Length {
    let gap = Length::of_em(gap, em);
    let gaps = line.iter().skip(1).filter(|cell| cell.has_gap).map(|_| gap);
    line.iter().map(|cell| cell.advance.max(cell.named_advance)).chain(gaps).sum()
}
