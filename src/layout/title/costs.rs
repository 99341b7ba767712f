//! What it costs to end a line of a title before each of its characters.

use super::super::breaking::character::{is_closer, is_opener};
use super::super::breaking::measure::Cell;
use super::places::Place;

/// What a break costs that stands at no mark and before no 关于, in square em.
const PLAIN_BREAK: f64 = 1.0;
/// What a break costs within brackets that a line holds: lines of most unlike lengths are better.
const IN_BRACKETS: f64 = 150.0;

/// How strictly things are kept together; each is tried where the one before finds no lines that fit.
#[derive(Debug, Clone, Copy)]
pub enum Keeping {
    /// Words, names, phrases and what stands in quotation marks.
    Quotes,
    /// Words, names and phrases.
    Names,
    Words,
    /// Only what may not be parted in any text.
    Marks,
    Nothing,
}

impl Keeping {
    pub const ALL: [Self; 5] = [Self::Quotes, Self::Names, Self::Words, Self::Marks, Self::Nothing];
}

/// The cost of a break before each cell, in square em, `None` where there may be none.
pub fn costs(cells: &[Cell], places: &[Place], keeping: Keeping) -> Vec<Option<f64>> {
    let mut costs = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let is_allowed = at > 0 && keeping.allows(cells, at, *place);
        let brackets = if place.in_brackets { IN_BRACKETS } else { 0.0 };
        costs.push(is_allowed.then(|| cost(cells, at) + brackets));
    }
    costs
}

impl Keeping {
    /// Whether a line may begin with a cell.
    fn allows(self, cells: &[Cell], at: usize, place: Place) -> bool {
        let can_break = cells[at].breaks_everywhere || opens_quotation(cells, at);
        match self {
            Self::Nothing => true,
            Self::Marks => can_break,
            _ if !can_break || cells[at].has_gap || place.in_word => false,
            Self::Words => true,
            Self::Names => !place.in_name,
            Self::Quotes => !place.in_name && !place.in_quotes,
        }
    }
}

/// Whether “ stands there behind no other opening mark. Word processors do not break before it, since it may also
/// close, but a title's lines end where we say.
fn opens_quotation(cells: &[Cell], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| cells[before].character);
    cells[at].character == '“' && before.is_some_and(|before| !is_opener(before))
}

fn cost(cells: &[Cell], at: usize) -> f64 {
    let before = at.checked_sub(1).and_then(|before| cells.get(before));
    match (before.map_or(' ', |cell| cell.character), cells[at].character) {
        _ if is_about(cells, Some(at)) => 0.0,
        _ if is_about(cells, at.checked_sub(2)) => 4.0,
        (_, '的') => 60.0,
        (_, '等' | '和' | '及' | '与') => 9.0,
        // A number in brackets belongs to the name before it.
        ('》' | '”', '（' | '〔') => 40.0,
        (before, _) if is_closer(before) || "、，；：和及与的".contains(before) => 0.0,
        (_, after) if is_opener(after) => 0.0,
        _ => PLAIN_BREAK,
    }
}

/// Whether 关于 stands there.
fn is_about(cells: &[Cell], at: Option<usize>) -> bool {
    let Some([first, second]) = at.and_then(|at| cells.get(at..at + 2)) else { return false };
    (first.character, second.character) == ('关', '于')
}
