//! What word processors do at the end of a line, written down so that a line can be tried against each of them.

use super::super::unit::Twip;
use super::measure::{Cell, Length};
use super::terms::Measure;
use super::unicode;

/// By which rules a line's end is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    LibreOffice,
    Word,
}

/// Of which font the widths are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Widths {
    /// The one that was found, which sets the PDF.
    Found,
    /// The one that Word's file names, which its reader may have.
    Named,
}

/// One way to fill a line.
#[derive(Debug, Clone, Copy)]
pub struct Profile {
    rules: Rules,
    widths: Widths,
    /// Space between Han and Latin, in em.
    gap: f64,
    /// No tracking behind the last character that fits, nor, where it is tight, behind the last of a portion.
    keeps: bool,
    /// One of ，。、．：；？！ may stand in the margin.
    hangs: bool,
}

/// LibreOffice 7.4.7, all measured. What it does beyond this is described at [`Profile::libreoffice_end`].
pub const LIBREOFFICE: Profile =
    Profile { rules: Rules::LibreOffice, widths: Widths::Found, gap: 0.2, keeps: true, hangs: true };

/// LibreOffice 7.4.7 in cells of tables, where no mark hangs. Measured. On the page it sees to it that nothing hangs, as
/// nothing does in the PDF: before Western text that does not fit, LibreOffice looks again in the portion before and
/// hangs the mark at its end even where that fits (`截至9月12日，|12301平台`; without this profile 15 lines of 119 papers
/// ended 5.6 mm beyond the text area, and a mark before Latin was lost).
pub const LIBREOFFICE_IN_TABLES: Profile = Profile { hangs: false, ..LIBREOFFICE };

/// Word. The gap as others measured it in its PDF exports (office2pdf #521, #1053, #1086: 2.625 pt at 10.5 pt, for any
/// alignment, where the paragraph's style is defined in the file). Lines are filled at their natural width: spaces are
/// not narrowed to take in one more word (office-open-xml-viewer #698, in 30 cases). No mark hangs, as the file turns
/// that off (`overflowPunct`, which LibreOffice reads inverted: it hangs marks all the same). Left on, Word would hang
/// 》）”%℃ too ([MS-OI29500] 2.1.52), and a quarter more of the lines would need tracking of their own.
pub const WORD: Profile = Profile { rules: Rules::Word, widths: Widths::Found, gap: 0.25, keeps: false, hangs: false };

/// All that a line has to hold under; each is real. Of WPS no figures were found, but that it hangs marks by default
/// (canvas-editor #692); a variant of Word's profile that keeps tracking as LibreOffice does was dropped: nothing is
/// known to lay out so, and it cost 4 % more lines with tracking of their own.
static PROFILES: [Profile; 6] = [
    LIBREOFFICE,
    LIBREOFFICE_IN_TABLES,
    WORD,
    LIBREOFFICE.with_named_widths(),
    LIBREOFFICE_IN_TABLES.with_named_widths(),
    WORD.with_named_widths(),
];

/// All profiles by which a paragraph's lines can come out differently.
pub fn profiles(cells: &[Cell]) -> &'static [Profile] {
    let differ = cells.iter().any(|cell| cell.advance != cell.named_advance);
    if differ { &PROFILES } else { &PROFILES[..3] }
}

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
    /// A break ends the line before.
    pub held: bool,
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
    const fn with_named_widths(self) -> Self {
        Self { widths: Widths::Named, ..self }
    }

    /// Whether its widths are whole twips, so that no errors of rounding add up.
    pub fn is_exact(&self) -> bool {
        self.widths == Widths::Named
    }

    fn advance(&self, cell: &Cell) -> Length {
        match self.widths {
            Widths::Found => cell.advance,
            Widths::Named => cell.named_advance,
        }
    }

    /// Where the line that begins at `trial.start` ends: the index of the first character of the next line.
    pub fn line_end(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let cut = self.overflow(cells, measure, trial);
        if cut >= cells.len() {
            return cells.len();
        }
        match self.rules {
            Rules::LibreOffice => self.libreoffice_end(cells, trial, cut),
            Rules::Word => word_end(cells, trial, cut),
        }
    }

    /// LibreOffice looks for the break from `cut`, the first character that does not fit, by the rules of the language
    /// of the last letter or digit up to there: for Chinese the nearest place before it that the lists of forbidden
    /// characters allow, be it inside a word; for Western text the nearest by Unicode. Where that lies before the
    /// portion, or nowhere on the line, it looks again from the last character of the portion before; in the first one
    /// it breaks at that character. (`sw/source/core/text/guess.cxx`, `itrform2.cxx`; measured.)
    fn libreoffice_end(&self, cells: &[Cell], trial: Trial, cut: usize) -> usize {
        // Where a line begins with Han behind Latin or the other way round, LibreOffice does not look again in the first
        // portion: this stays as it is, with an opening mark at its end too, and takes in one character more where a
        // mark that may hang ends it or it is Western. Measured for 40 kinds of text behind the portion, with runs of
        // their own and without, at every room from none to two characters; not so behind a break, nor where the page
        // has a grid of lines (`w:docGrid w:type`), which no paper has.
        let keeps_first = !trial.held && cells.get(trial.start).is_some_and(|cell| cell.has_gap);
        let (mut cut, mut looks_again) = (cut, false);
        loop {
            let Some(cell) = cells.get(cut) else { return cells.len() };
            if cell.is_space {
                return cut + cells.iter().skip(cut).take_while(|cell| cell.is_space).count();
            }
            let hangs = self.hangs && cell.may_hang && !cell.after_western;
            if hangs && cut + 1 == cells.len() {
                return cut + 1;
            }
            let end = if cell.after_western {
                western_end(cells, trial.start, cut)
            } else {
                let from = if hangs { cut + 1 } else { cut };
                (1..=from).rev().find(|at| cells.get(*at).is_some_and(|cell| cell.breaks.chinese))
            };
            let portion = (trial.start..=cut).rev().find(|at| trial.begins_portion(cells, *at)).unwrap_or(trial.start);
            if looks_again && keeps_first && portion <= trial.start {
                return cut + 1 + usize::from(cell.may_hang || !cell.is_asian);
            }
            looks_again = true;
            match end.filter(|end| *end > trial.start) {
                Some(end) if end >= portion => return end,
                end if portion <= trial.start => return end.unwrap_or(cut.max(trial.start + 1)),
                _ => cut = portion - 1,
            }
        }
    }

    /// The first character that does not fit.
    pub fn overflow(&self, cells: &[Cell], measure: Measure, trial: Trial) -> usize {
        let limit = Length::from(measure.width) + Length::from(trial.slack);
        let gap = Length::of_em(self.gap, measure.em);
        let mut x = Length::from(trial.left);
        for (at, cell) in cells.iter().enumerate().skip(trial.start) {
            let tracking = Length::from(trial.tracking_at(at));
            if at > trial.start && cell.has_gap {
                x = x + gap;
            }
            let advance = self.advance(cell);
            let needed = if self.keeps { advance } else { advance + tracking };
            if x + needed > limit {
                return at;
            }
            let kept = self.keeps && tracking < Length::default() && trial.begins_portion(cells, at + 1);
            x = x + if kept { advance } else { advance + tracking };
        }
        cells.len()
    }
}

/// The nearest place for LibreOffice to end a line of Western text. Directly behind a slash it does not end one.
fn western_end(cells: &[Cell], start: usize, cut: usize) -> Option<usize> {
    let cell = cells.get(cut)?;
    let behind_slash = cells.get(cut.wrapping_sub(1)).is_some_and(|cell| cell.character == '/');
    if cell.breaks.unicode && !behind_slash {
        return Some(cut);
    }
    let end = (start + 1..cut).rev().find(|at| cells[*at].breaks.unicode)?;
    let line = cells.get(start..end).unwrap_or_default();
    Some(start + unicode::before_slash(line.iter().map(|cell| cell.character)))
}

/// Word takes the last place before `cut` where a line may end; spaces hang in the margin. What is longer than a line is
/// broken where that is full.
fn word_end(cells: &[Cell], trial: Trial, cut: usize) -> usize {
    let spaces = cells.iter().skip(cut).take_while(|cell| cell.is_space).count();
    if spaces > 0 && word_may_end(cells, cut + spaces) {
        return cut + spaces;
    }
    (trial.start + 1..=cut).rev().find(|at| word_may_end(cells, *at)).unwrap_or(cut.max(trial.start + 1))
}

/// Whether Word may end a line before the cell `at`.
fn word_may_end(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_none_or(|cell| cell.breaks.word)
}
