//! What it costs to end a line of a title before each of its characters.

use super::super::breaking::character::{is_closer, is_opener};
use super::super::breaking::measure::Cell;
use super::places::Place;

/// What a break costs that stands at no mark and before no 关于, in square em.
const PLAIN_BREAK: f64 = 1.0;

/// How strictly things are kept together; each is tried where the one before finds no lines that fit.
#[derive(Debug, Clone, Copy)]
pub enum Keeping {
    /// Words, the office's names, and what stands in brackets or quotation marks.
    Phrases,
    /// Words, names and what is quoted.
    Quotes,
    /// Words and names.
    Names,
    Words,
    /// Only what may not be parted in any text.
    Marks,
    Nothing,
}

impl Keeping {
    pub const ALL: [Self; 6] = [Self::Phrases, Self::Quotes, Self::Names, Self::Words, Self::Marks, Self::Nothing];
}

/// The cost of a break before each cell, in square em, `None` where there may be none.
pub fn costs(cells: &[Cell], places: &[Place], keeping: Keeping) -> Vec<Option<f64>> {
    let mut costs = Vec::new();
    for (at, (cell, place)) in cells.iter().zip(places).enumerate() {
        let is_allowed = at > 0 && keeping.allows(cell, *place);
        costs.push(is_allowed.then(|| cost(cells, at)));
    }
    costs
}

impl Keeping {
    /// Whether a line may begin with a cell.
    fn allows(self, cell: &Cell, place: Place) -> bool {
        match self {
            Self::Nothing => true,
            Self::Marks => cell.breaks_everywhere,
            _ if !cell.breaks_everywhere || cell.has_gap || place.in_word => false,
            Self::Words => true,
            Self::Quotes => !place.in_name && !place.in_quotes,
            Self::Names => !place.in_name,
            Self::Phrases => !place.in_name && !place.in_brackets,
        }
    }
}

fn cost(cells: &[Cell], at: usize) -> f64 {
    let before = at.checked_sub(1).and_then(|before| cells.get(before));
    match (before.map_or(' ', |cell| cell.character), cells[at].character) {
        _ if is_about(cells, Some(at)) => 0.0,
        _ if is_about(cells, at.checked_sub(2)) => 4.0,
        (_, '的' | '等' | '和' | '及' | '与') => 9.0,
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
