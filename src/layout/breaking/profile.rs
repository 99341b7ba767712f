//! What word processors do at the end of a line, written down so that a line can be tried against each of them.

use super::Measure;
use super::measure::{Cell, Length};
use super::unicode;
use super::super::unit::Twip;

/// By which rules a line's end is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    LibreOffice,
    Word,
}

/// One way to fill a line.
#[derive(Debug)]
pub struct Profile {
    rules: Rules,
    /// Space between Han and Latin, in em.
    gap: f64,
    /// No tracking behind the last character that fits, nor, where it is tight, behind the last of a portion.
    keeps: bool,
    /// One closing mark may stand in the margin.
    hangs: bool,
}

/// LibreOffice 7.4.7, all measured. What it does beyond that is described at [`Profile::libreoffice_end`].
const LIBREOFFICE: Profile = Profile { rules: Rules::LibreOffice, gap: 0.2, keeps: true, hangs: true };

/// Word. The gap as others measured it in its PDF exports (office2pdf #521, #1053, #1086: 2.625 pt at 10.5 pt, for any
/// alignment, where the paragraph's style is defined in the file); tracking behind every character.
const WORD: Profile = Profile { rules: Rules::Word, gap: 0.25, keeps: false, hangs: true };

/// Word without hanging marks: plain filling, and what a line is expected to hold before any profile is asked.
pub const PLAIN: Profile = Profile { hangs: false, ..WORD };

/// All that a line has to hold under.
pub const PROFILES: [Profile; 3] = [LIBREOFFICE, Profile { hangs: false, ..LIBREOFFICE }, PLAIN];

/// The spacing of a line that is tried.
#[derive(Debug, Clone, Copy)]
pub struct Trial {
    pub start: usize,
    /// Where `tracking` ends and `after` begins.
    pub end: usize,
    pub left: Twip,
    pub tracking: Twip,
    /// Of the next line.
    pub after: Twip,
    /// By how much wider the line is taken to be.
    pub slack: Twip,
}

impl Trial {
    fn tracking_at(&self, at: usize) -> Twip {
        if at < self.end { self.tracking } else { self.after }
    }

    /// Whether LibreOffice begins a portion there: with another script or face, or another run's tracking.
    fn begins_portion(&self, cells: &[Cell], at: usize) -> bool {
        cells.get(at).is_none_or(|cell| cell.new_portion) || (at == self.end && self.tracking != self.after)
    }
}

impl Profile {
    /// Where the line that begins at `trial.start` ends: the index of the first character of the next line.
    pub fn line_end(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let cut = self.overflow(cells, measure, trial);
        if cut >= cells.len() {
            return cells.len();
        }
        let end = match self.rules {
            Rules::LibreOffice => self.libreoffice_end(cells, trial, cut),
            Rules::Word => self.word_end(cells, trial, cut),
        };
        // No line may end there: it is broken wherever it is full.
        end.filter(|end| *end > trial.start).unwrap_or(cut.max(trial.start + 1))
    }

    /// LibreOffice looks for the break from `cut`, the first character that does not fit, by the rules of the language
    /// of the last letter or digit up to there: for Chinese the nearest place before it that the lists of forbidden
    /// characters allow, be it inside a word; for Western text the nearest by Unicode. Where that lies in an earlier
    /// portion, it looks again from that portion's last character. (`sw/source/core/text/guess.cxx`, `itrform2.cxx`;
    /// measured.)
    fn libreoffice_end(&self, cells: &[Cell], trial: Trial, cut: usize) -> Option<usize> {
        let mut cut = cut;
        loop {
            let cell = cells.get(cut)?;
            if cell.is_space {
                return Some(cut + cells.iter().skip(cut).take_while(|cell| cell.is_space).count());
            }
            let end = if cell.after_western {
                let may_break = |at: &usize| cells.get(*at).is_some_and(|cell| cell.breaks.unicode);
                let behind_slash = cells.get(cut.wrapping_sub(1)).is_some_and(|cell| cell.character == '/');
                if may_break(&cut) && !behind_slash {
                    cut
                } else {
                    let end = (1..cut).rev().find(may_break)?;
                    unicode::before_slash(cells.iter().take(end).map(|cell| cell.character))
                }
            } else {
                let hangs = self.hangs && cell.hangs_in_libreoffice;
                if hangs && cut + 1 == cells.len() {
                    return Some(cut + 1);
                }
                let from = if hangs { cut + 1 } else { cut };
                (1..=from).rev().find(|at| cells.get(*at).is_some_and(|cell| cell.breaks.chinese))?
            };
            let portion = (trial.start..=cut).rev().find(|at| trial.begins_portion(cells, *at)).unwrap_or(trial.start);
            if end >= portion || portion <= trial.start || end <= trial.start {
                return Some(end);
            }
            cut = portion - 1;
        }
    }

    fn word_end(&self, cells: &[Cell], trial: Trial, cut: usize) -> Option<usize> {
        let may_break = |at: usize| cells.get(at).is_none_or(|cell| cell.breaks.word);
        let spaces = cells.iter().skip(cut).take_while(|cell| cell.is_space).count();
        if spaces > 0 && may_break(cut + spaces) {
            return Some(cut + spaces);
        }
        let hangs = self.hangs && cut > trial.start && cells.get(cut).is_some_and(|cell| cell.hangs_in_word);
        if hangs && may_break(cut + 1) {
            return Some(cut + 1);
        }
        (trial.start + 1..=cut).rev().find(|at| may_break(*at))
    }

    /// The first character that does not fit.
    fn overflow(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let limit = Length::from(measure.width) + Length::from(trial.slack);
        let gap = Length::of_em(self.gap, measure.em);
        let mut x = Length::from(trial.left);
        for (at, cell) in cells.iter().enumerate().skip(trial.start) {
            let tracking = Length::from(trial.tracking_at(at));
            if at > trial.start && cell.has_gap {
                x = x + gap;
            }
            let needed = if self.keeps { cell.advance } else { cell.advance + tracking };
            if x + needed > limit {
                return at;
            }
            let kept = self.keeps && tracking < Length::default() && trial.begins_portion(cells, at + 1);
            x = x + if kept { cell.advance } else { cell.advance + tracking };
        }
        cells.len()
    }
}
