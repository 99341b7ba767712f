//! One line: where it ends, whether all profiles agree on that, and the trackings at which they do.

use super::super::unit::Twip;
use super::measure::Cell;
use super::profile::{LIBREOFFICE, LIBREOFFICE_IN_TABLES, PROFILES, Profile, Trial, WORD};
use super::{Break, Measure};

/// How far a line's tracking may be from the paragraph's: 0.5 pt, in steps of a twip, in which Word counts.
const FARTHEST: i32 = 10;
/// By how much a break must hold either way: 0.1 pt, and 0.3 pt more in a line of the full text width, for errors of
/// rounding add up. LibreOffice came out as stated in all 5,800 lines measured.
const SAFETY: Twip = Twip(2);
const SAFETY_OF_FULL_LINE: Twip = Twip(6);
const FULL_LINE: Twip = Twip(8844);

/// From how many characters on a line has room for a mark that hangs in LibreOffice.
const ROOM_TO_HANG: i32 = 20;

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
        for step in steps().skip(1) {
            if let Some(line) = self.spaced_by(step, start, before)
                && lines.iter().all(|known| known.end != line.end)
            {
                lines.push(line);
            }
        }
        lines
    }

    /// The line from `start` where no tracking makes all profiles agree. Best is one on which LibreOffice is sure and
    /// Word just agrees, then one on which LibreOffice is sure; else it ends as in LibreOffice. Where that hangs a mark,
    /// the PDF makes room for it, and the line has to be long enough for that.
    pub fn fragile(&self, start: usize) -> Break {
        let lines = || steps().map(|step| self.ending(&LIBREOFFICE_IN_TABLES, start, step));
        let trial = |line: &Break| self.trial(start, line.end, line.tracking);
        let is_sure = |line: &Break| {
            let sure = [LIBREOFFICE, LIBREOFFICE_IN_TABLES];
            self.allows(start, line.end) && sure.iter().all(|profile| self.agrees(profile, trial(line)))
        };
        let suits_word = |line: &Break| WORD.line_end(self.cells, self.measure, trial(line)) == line.end;
        let line = lines().find(|line| is_sure(line) && suits_word(line)).or_else(|| lines().find(is_sure));
        let has_room = self.measure.width.0 >= ROOM_TO_HANG * self.measure.em.0;
        let profile = if has_room { LIBREOFFICE } else { LIBREOFFICE_IN_TABLES };
        Break { fragile: true, ..line.unwrap_or_else(|| self.ending(&profile, start, 0)) }
    }

    /// The line from `start` as a profile ends it, with the paragraph's tracking changed by `step` twips.
    fn ending(&self, profile: &Profile, start: usize, step: i32) -> Break {
        let tracking = Twip(self.measure.tracking.0 + step);
        let end = profile.line_end(self.cells, self.measure, self.trial(start, self.cells.len(), tracking));
        Break { end, tracking, fragile: false }
    }

    fn spaced_by(&self, step: i32, start: usize, before: Option<Found>) -> Option<Break> {
        let line = self.ending(&WORD, start, step);
        let agreed = self.allows(start, line.end)
            && self.all_agree(self.trial(start, line.end, line.tracking))
            && self.suits(before, line.tracking);
        agreed.then_some(line)
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

    fn all_agree(&self, trial: Trial) -> bool {
        PROFILES.iter().all(|profile| self.agrees(profile, trial))
    }

    /// Whether a profile ends the line at `trial.end`, with room to spare either way.
    fn agrees(&self, profile: &Profile, trial: Trial) -> bool {
        let width = self.measure.width.0.clamp(0, FULL_LINE.0);
        let safety = SAFETY.0 + SAFETY_OF_FULL_LINE.0 * width / FULL_LINE.0;
        [Twip(-safety), Twip(safety)]
            .into_iter()
            .all(|slack| profile.line_end(self.cells, self.measure, Trial { slack, ..trial }) == trial.end)
    }
}

/// By how much to change the tracking, the least change first, tighter before looser.
fn steps() -> impl Iterator<Item = i32> {
    std::iter::once(0).chain((1..=FARTHEST).flat_map(|step| [-step, step]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_change_is_tried_first() {
        let tried: Vec<_> = steps().collect();
        assert_eq!(tried[..5], [0, -1, 1, -2, 2]);
        assert_eq!((tried.len(), tried.iter().min(), tried.iter().max()), (21, Some(&-10), Some(&10)));
    }
}
