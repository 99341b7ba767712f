//! Lines that break alike in Word, in LibreOffice and in the PDF.
//!
//! A word processor breaks a line where its own widths, gaps and rules say; they differ a little. A
//! [`Profile`](profile::Profile) states one of them. [`lock`] walks a paragraph line by line and takes, for each line,
//! the break that every profile allows and the tracking nearest to the grid's at which every profile breaks just
//! there. Most lines need none of their own; the others become a run with its own spacing in Word's file.

pub mod character;
pub mod measure;
mod profile;

use super::unit::Twip;
use measure::Cell;
use profile::{PLAIN, PROFILES, Trial};

/// How far a line's tracking may be from the grid's: 0.7 pt, in steps of a twip, in which Word counts.
const FARTHEST: i32 = 14;
/// By how much a break must hold either way: 0.6 pt.
const SAFETY: Twip = Twip(12);
/// How many characters before and after its expected end a line may end.
const EARLIER: usize = 12;
const LATER: usize = 3;

/// Where a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Index of the first character of the next line.
    pub end: usize,
    pub tracking: Twip,
    /// No tracking makes the profiles agree.
    pub fragile: bool,
}

/// The room that a paragraph's lines have, and its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Type size.
    pub em: Twip,
    /// Of every line but the first.
    pub width: Twip,
    /// By how much the first line begins farther right than the others; negative where the others are set in.
    pub first: Twip,
    /// Of every line that needs none of its own.
    pub tracking: Twip,
}

/// Breaks a paragraph into lines.
pub fn lock(cells: &[Cell], measure: Measure) -> Vec<Break> {
    let mut breaks = Vec::new();
    let mut trial = Trial { start: 0, end: 0, left: measure.first, tracking: measure.tracking, slack: Twip(0) };
    while trial.start < cells.len() {
        let found = lock_line(cells, measure, trial);
        breaks.push(found);
        trial.start = found.end;
        trial.left = Twip(0);
    }
    breaks
}

fn lock_line(cells: &[Cell], measure: Measure, line: Trial) -> Break {
    let expected = PLAIN.line_end(cells, measure, line);
    let ends = candidates(cells, line.start, expected);
    for tracking in trackings(measure.tracking) {
        let agreed = ends.iter().find(|end| all_agree(cells, measure, Trial { end: **end, tracking, ..line }));
        if let Some(end) = agreed {
            return Break { end: *end, tracking, fragile: false };
        }
    }
    let end = ends.into_iter().find(|end| *end <= expected).unwrap_or(expected);
    Break { end, tracking: measure.tracking, fragile: true }
}

/// Where the line may end by all rules, the nearest to the expected end first; the expected end alone where a word
/// is too long for the line and has to be broken.
fn candidates(cells: &[Cell], start: usize, expected: usize) -> Vec<usize> {
    let earliest = expected.saturating_sub(EARLIER).max(start + 1);
    let latest = (expected + LATER).min(cells.len());
    let mut ends: Vec<_> =
        (earliest..=latest).filter(|end| cells.get(*end).is_none_or(|cell| cell.breaks_everywhere)).collect();
    if ends.iter().all(|end| *end > expected) {
        ends.push(expected);
    }
    ends.sort_by_key(|end| end.abs_diff(expected));
    ends
}

/// The paragraph's own tracking first, then ever farther from it, tighter before looser.
fn trackings(own: Twip) -> impl Iterator<Item = Twip> {
    let around = (1..=FARTHEST).flat_map(|step| [-step, step]);
    std::iter::once(0).chain(around).map(move |step| Twip(own.0 + step))
}

/// Whether every profile ends the line at `trial.end`, with room to spare either way.
fn all_agree(cells: &[Cell], measure: Measure, trial: Trial) -> bool {
    PROFILES.iter().all(|profile| {
        [Twip(-SAFETY.0), SAFETY]
            .into_iter()
            .all(|slack| profile.line_end(cells, measure, Trial { slack, ..trial }) == trial.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_tracking_is_tried_first() {
        let tried: Vec<_> = trackings(Twip(-5)).map(|tracking| tracking.0).collect();
        assert_eq!(tried[..5], [-5, -6, -4, -7, -3]);
        assert_eq!((tried.len(), tried.iter().min(), tried.iter().max()), (29, Some(&-19), Some(&9)));
    }
}
