//! One line: where it ends, whether all profiles agree on that, and the trackings at which they do.

use std::ops::RangeInclusive;

use super::super::unit::Twip;
use super::character;
use super::measure::Cell;
use super::profile::{LIBREOFFICE, Profile, Trial, WORD};
use super::rules::Breaks;
use super::terms::{Break, Measure};

/// How far a line's tracking may be from the paragraph's: 0.5 pt, in steps of a twip, in which Word counts.
pub const FARTHEST: i32 = 14;
/// By how much a break must hold either way: a twip, and one more for every 12 of the line's characters, for errors of
/// rounding add up. LibreOffice broke the same 4 of
/// 5,876 made-up lines otherwise than foreseen with 12 as with 8, by which 0.3 % more lines have tracking of their own.
const SAFETY: i32 = 1;
/// By how much the indent of a first line may be another: Word takes two characters (`firstLineChars`) for two of the type's
/// size, 640 twips, or for two of the grid's, 630.
const INDENT_MAY_DIFFER: Twip = Twip(10);

const CHARACTERS_A_TWIP: usize = 12;

/// A paragraph and its measure: what all of its lines have in common.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub cells: &'a [Cell],
    pub measure: Measure,
    /// All that the lines have to hold under.
    pub profiles: &'static [Profile],
}

/// A line that has been found, and where it began.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub start: usize,
    /// A break ends the line before.
    pub held: bool,
    pub line: Break,
}

impl Found {
    /// A line behind another.
    pub fn behind(before: Option<Self>, line: Break) -> Self {
        let (start, held) = before.map_or((0, false), |before| (before.line.end, before.line.fragile));
        Self { start, held, line }
    }

    fn trial(&self, setting: &Setting) -> Trial {
        Trial { held: self.held, ..setting.trial(self.start, self.line.end, self.line.tracking) }
    }
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

    /// The line from `start` where no tracking makes all profiles agree. It ends as in LibreOffice where that is a good
    /// place and it fits by all of them, else at the last good place where it does: so a break in the file can hold it.
    pub fn fragile(&self, start: usize) -> Break {
        let own = self.ending(&LIBREOFFICE, start, 0);
        let slack = Twip(-safety(own.end - start).0);
        let trial = Trial { slack, ..self.trial(start, self.cells.len(), own.tracking) };
        let fits = self.profiles.iter().map(|profile| profile.overflow(self.cells, self.measure, trial)).min();
        let room = fits.unwrap_or(start).max(start + 1);
        let spaces = self.cells[..own.end].iter().rev().take_while(|cell| cell.is_space).count();
        let is_good_in_libreoffice = self.cells.get(own.end).is_none_or(|cell| cell.breaks.in_chinese());
        let end = if own.end - spaces <= room && is_good_in_libreoffice {
            own.end
        } else {
            self.last_good_place(start + 1..=room)
        };
        Break { end, fragile: true, ..own }
    }

    /// The last of these places at which a line ends best.
    fn last_good_place(&self, places: RangeInclusive<usize>) -> usize {
        for is_good in [Breaks::everywhere, Breaks::in_word, Breaks::in_chinese] {
            if let Some(end) =
                places.clone().rev().find(|end| self.cells.get(*end).is_some_and(|cell| is_good(cell.breaks)))
            {
                return end;
            }
        }
        // Within a word that is longer than a line.
        let room = *places.end();
        places.rev().find(|end| self.allows(*end)).unwrap_or(room)
    }

    /// The line from `start` as a profile ends it, with the paragraph's tracking changed by `step` twips.
    fn ending(&self, profile: &Profile, start: usize, step: i32) -> Break {
        let tracking = Twip(self.measure.tracking.0 + step);
        let end = profile.line_end(self.cells, self.measure, self.trial(start, self.cells.len(), tracking));
        Break { end, tracking, fragile: false }
    }

    fn spaced_by(&self, step: i32, start: usize, before: Option<Found>) -> Option<Break> {
        let line = self.ending(&WORD, start, step);
        let agreed = self.allows(line.end)
            && self.all_agree(Found::behind(before, line).trial(self))
            && self.suits(before, line.tracking);
        agreed.then_some(line)
    }

    fn trial(&self, start: usize, end: usize, tracking: Twip) -> Trial {
        let left = if start == 0 { self.measure.first } else { Twip(0) };
        Trial { start, end, left, tracking, after: self.measure.tracking, slack: Twip(0), held: false }
    }

    /// Whether a line may end there by GB/T 15834: what [`national`](super::national) says, and no closing mark begins the
    /// next line but behind a space, no opening mark ends this one. All profiles may agree on less where a word is longer than a
    /// line.
    fn allows(&self, end: usize) -> bool {
        let Some(next) = self.cells.get(end) else { return true };
        let last = end.checked_sub(1).and_then(|last| self.cells.get(last));
        let closes = next.may_hang || character::is_closer(next.character);
        next.breaks.national
            && last.is_none_or(|last| !character::is_opener(last.character) && (last.is_space || !closes))
    }

    /// Whether a line still ends where it does if a break ends the next one: what that one holds might else fit too.
    pub fn holds_before(&self, found: Found, held: Break) -> bool {
        let trial = Trial { slack: safety(found.line.end - found.start), ..found.trial(self) };
        self.profiles.iter().all(|profile| profile.overflow(self.cells, self.measure, trial) < held.end)
    }

    /// Whether the line before still ends where it does if the next one has this tracking: a word at its beginning
    /// may become narrow enough for the line before.
    fn suits(&self, before: Option<Found>, tracking: Twip) -> bool {
        tracking == self.measure.tracking
            || before.is_none_or(|before| {
                before.line.fragile || self.all_agree(Trial { after: tracking, ..before.trial(self) })
            })
    }

    fn all_agree(&self, trial: Trial) -> bool {
        let lefts = [0, -INDENT_MAY_DIFFER.0, INDENT_MAY_DIFFER.0].map(|by| Twip(trial.left.0 + by));
        let lefts = if trial.left.0 > 0 { &lefts[..] } else { &lefts[..1] };
        lefts
            .iter()
            .all(|left| self.profiles.iter().all(|profile| self.agrees(profile, Trial { left: *left, ..trial })))
    }

    /// Whether a profile ends the line at `trial.end`, with room to spare either way.
    fn agrees(&self, profile: &Profile, trial: Trial) -> bool {
        let characters = if profile.is_exact() { 0 } else { trial.end - trial.start };
        let safety = safety(characters);
        [Twip(-safety.0), safety]
            .into_iter()
            .all(|slack| profile.line_end(self.cells, self.measure, Trial { slack, ..trial }) == trial.end)
    }
}

fn safety(characters: usize) -> Twip {
    Twip(SAFETY + i32::try_from(characters / CHARACTERS_A_TWIP).unwrap_or(i32::MAX - SAFETY))
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
        assert_eq!((tried.len(), tried.iter().min(), tried.iter().max()), (29, Some(&-14), Some(&14)));
    }
}
