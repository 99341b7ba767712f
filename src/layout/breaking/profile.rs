//! What word processors do at the end of a line, written down so that a line can be tried against each of them.

use super::super::unit::Twip;
use super::Measure;
use super::measure::{Cell, Length};

/// Which characters a line may begin and end with.
#[derive(Debug)]
pub struct Rules {
    pub no_start: &'static str,
    pub no_end: &'static str,
    /// No break between a closing mark and Latin, Latin and an opening mark, % ℃ ％ and an opening mark, ℃ ％ · and
    /// Latin.
    pub strict: bool,
}

/// LibreOffice 7.4.7, measured.
pub const LIBREOFFICE: Rules = Rules {
    no_start: "，。、．：；？！,.:;?!·～）》〉」』】〕”’)]}",
    no_end: "（《〈“‘「『【〔([{￥￡¥£＄",
    strict: true,
};

/// LibreOffice without the rules of Unicode's that Word does not have.
pub const LIBREOFFICE_LENIENT: Rules = Rules { strict: false, ..LIBREOFFICE };

/// Word's defaults for zh-CN.
pub const WORD: Rules = Rules {
    no_start: "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠",
    no_end: "$([{£¥·‘“〈《「『【〔〖〝＄（．［｛￡￥",
    strict: false,
};

/// The sets of rules, in the order of [`Cell::breaks`].
pub const RULES: [&Rules; 3] = [&LIBREOFFICE, &LIBREOFFICE_LENIENT, &WORD];

/// One way to fill a line.
#[derive(Debug)]
pub struct Profile {
    /// Which of [`RULES`] it follows.
    rules: usize,
    /// Space between Han and Latin, in em.
    gap: f64,
    /// The last character before a change of script keeps its full advance.
    keeps: bool,
    /// One closing mark may stand in the margin.
    hangs: bool,
}

const fn profile(rules: usize, gap: f64, keeps: bool, hangs: bool) -> Profile {
    Profile { rules, gap, keeps, hangs }
}

/// Plain filling by Word's rules without hanging: what a line is expected to hold before any profile is asked.
pub const PLAIN: Profile = profile(2, 0.25, false, false);

/// All that a line has to hold under. The first is LibreOffice 7.4.7 as measured, the second Word (its gap as others
/// measured it in its PDF exports); the others are what either would do with one of its habits changed, which a
/// setting or another version may bring about.
pub const PROFILES: [Profile; 6] = [
    profile(0, 0.2, true, true),
    profile(2, 0.25, false, true),
    profile(0, 0.2, true, false),
    profile(1, 0.2, true, true),
    PLAIN,
    profile(2, 0.25, true, true),
];

/// The spacing of a line that is tried: its own up to its end, the grid's after it.
#[derive(Debug, Clone, Copy)]
pub struct Trial {
    pub start: usize,
    /// Where `tracking` ends and the grid's begins.
    pub end: usize,
    pub left: Twip,
    pub tracking: Twip,
    /// By how much wider the line is taken to be.
    pub slack: Twip,
}

impl Profile {
    /// Where the line that begins at `trial.start` ends: the index of the first character of the next line.
    pub fn line_end(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let over = self.overflow(cells, measure, trial);
        let Some(cell) = cells.get(over) else { return over };
        let may_break = |at: usize| cells.get(at).is_none_or(|cell| cell.breaks[self.rules]);
        let spaces = cells.iter().skip(over).take_while(|cell| cell.is_space).count();
        if spaces > 0 && may_break(over + spaces) {
            return over + spaces;
        }
        // All marks that may hang are of the East Asian script: a change before one means that Latin precedes it.
        if self.hangs && cell.may_hang && over > trial.start && !cell.changes_script && may_break(over + 1) {
            return over + 1;
        }
        let ends = || (trial.start + 1..=over).rev();
        let in_word = |at: &usize| cells.get(*at).is_some_and(|cell| cell.is_in_word);
        ends().find(|at| may_break(*at)).or_else(|| ends().find(in_word)).unwrap_or(over.max(trial.start + 1))
    }

    /// The first character that does not fit.
    fn overflow(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let limit = Length::from(measure.width) + Length::from(trial.slack);
        let gap = Length::of_em(self.gap, measure.em);
        let mut x = Length::from(trial.left);
        let mut before = Length::default();
        for (at, cell) in cells.iter().enumerate().skip(trial.start) {
            let tracking = Length::from(if at < trial.end { trial.tracking } else { measure.tracking });
            let mut advance = cell.advance + tracking;
            if at > trial.start {
                if self.keeps && cell.changes_script {
                    advance = advance - before;
                }
                if cell.has_gap {
                    advance = advance + gap;
                }
            }
            if x + advance > limit {
                return at;
            }
            x = x + advance;
            before = tracking;
        }
        cells.len()
    }
}
