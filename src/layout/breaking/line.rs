//! One line: where it ends, whether all profiles agree on that, and the trackings at which they do.

use super::super::unit::Twip;
use super::measure::Cell;
use super::profile::{PLAIN, PROFILES, Trial};
use super::{Break, Measure};

/// How far a line's tracking may be from the paragraph's: 0.5 pt, in steps of a twip, in which Word counts.
const FARTHEST: i32 = 10;
/// By how much a break must hold either way: 0.2 pt, and 0.4 pt more in a line of the full text width; what else
/// differs from word processor to word processor grows with the number of characters.
const SAFETY: Twip = Twip(2);
const SAFETY_OF_FULL_LINE: Twip = Twip(6);
const FULL_LINE: Twip = Twip(8844);

/// A paragraph and its measure: what all of its lines have in common.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub cells: &'a [Cell],
    pub measure: Measure,
}

/// A line that has been found, and where it began.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub start: usize,
    pub line: Break,
}

impl Setting<'_> {
    /// The line from `start`, at the paragraph's own tracking, where all profiles agree on its end.
    pub fn plain(&self, start: usize, before: Option<Found>) -> Option<Break> {
        self.spaced_by(0, start, before)
    }

    /// The lines from `start` on whose ends all profiles agree, with trackings other than the paragraph's; for each
    /// end the nearest tracking, tighter before looser.
    pub fn spaced(&self, start: usize, before: Option<Found>) -> Vec<Break> {
        let mut lines: Vec<Break> = Vec::new();
        for step in (1..=FARTHEST).flat_map(|step| [-step, step]) {
            if let Some(line) = self.spaced_by(step, start, before)
                && lines.iter().all(|known| known.end != line.end)
            {
                lines.push(line);
            }
        }
        lines
    }

    /// The line from `start` where no tracking makes the profiles agree: it ends as it does in LibreOffice.
    pub fn fragile(&self, start: usize) -> Break {
        let tracking = self.measure.tracking;
        let trial = self.trial(start, self.cells.len(), tracking);
        let end = PROFILES[0].line_end(self.cells, self.measure, trial);
        Break { end, tracking, fragile: true }
    }

    fn spaced_by(&self, step: i32, start: usize, before: Option<Found>) -> Option<Break> {
        let tracking = Twip(self.measure.tracking.0 + step);
        let trial = self.trial(start, self.cells.len(), tracking);
        let end = PLAIN.line_end(self.cells, self.measure, trial);
        let agreed = self.allows(start, end) && self.all_agree(Trial { end, ..trial }) && self.suits(before, tracking);
        agreed.then_some(Break { end, tracking, fragile: false })
    }

    fn trial(&self, start: usize, end: usize, tracking: Twip) -> Trial {
        let left = if start == 0 { self.measure.first } else { Twip(0) };
        Trial { start, end, left, tracking, after: self.measure.tracking, slack: Twip(0) }
    }

    /// Whether a line may end there at all: not within a dash or an ellipsis, nor within an address longer than a line,
    /// where it is uncertain which of its slashes LibreOffice takes.
    fn allows(&self, start: usize, end: usize) -> bool {
        self.cells.get(end).is_none_or(|cell| {
            let line = self.cells.get(start..end).unwrap_or_default();
            cell.breaks.national && (cell.breaks.word || line.iter().all(|cell| cell.character != '/'))
        })
    }

    /// Whether the line before still ends where it does if the next one has this tracking: a word at its beginning
    /// may become narrow enough for the line before.
    fn suits(&self, before: Option<Found>, tracking: Twip) -> bool {
        tracking == self.measure.tracking
            || before.is_none_or(|Found { start, line }| {
                line.fragile || self.all_agree(Trial { after: tracking, ..self.trial(start, line.end, line.tracking) })
            })
    }

    /// Whether every profile ends the line at `trial.end`, with room to spare either way.
    fn all_agree(&self, trial: Trial) -> bool {
        let width = self.measure.width.0.clamp(0, FULL_LINE.0);
        let safety = SAFETY.0 + SAFETY_OF_FULL_LINE.0 * width / FULL_LINE.0;
        let (narrower, wider) = (Trial { slack: Twip(-safety), ..trial }, Trial { slack: Twip(safety), ..trial });
        PROFILES.iter().all(|profile| {
            let end = |trial| profile.line_end(self.cells, self.measure, trial);
            end(narrower) == trial.end && end(wider) == trial.end
        })
    }
}
