//! What a title's characters belong to: words, names, brackets, quotation marks.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use super::super::breaking::character::{is_closer, is_opener};
use super::super::breaking::measure::Cell;

/// So many characters before and after a · belong to the name that it parts.
const NAME: usize = 4;

/// What stands around a place between two characters.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Place {
    pub in_word: bool,
    pub in_name: bool,
    pub in_brackets: bool,
    /// Within “ ” or ‘ ’, which name one thing.
    pub in_quotes: bool,
}

/// For each cell, the place before it.
pub fn places(cells: &[Cell], names: &[String]) -> Vec<Place> {
    let mut places = vec![Place { in_word: true, ..Place::default() }; cells.len()];
    mark_words_and_names(&mut places, cells, names);
    // 阿卜杜拉·买买提: what stands around · is a name that no dictionary has.
    for (at, _) in cells.iter().enumerate().filter(|(_, cell)| cell.character == '·') {
        for place in &mut places[at.saturating_sub(NAME - 1)..(at + NAME).min(cells.len())] {
            place.in_word = true;
        }
    }
    mark_pairs(&mut places, cells);
    places
}

fn mark_words_and_names(places: &mut [Place], cells: &[Cell], names: &[String]) {
    let text: String = cells.iter().map(|cell| cell.character).collect();
    // Where each cell begins in the text, in bytes.
    let starts: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    for boundary in words(&text) {
        if let Ok(at) = starts.binary_search(&boundary) {
            places[at].in_word = false;
        }
    }
    for name in names.iter().filter(|name| !name.is_empty()) {
        for (start, _) in text.match_indices(name.as_str()) {
            for (place, byte) in places.iter_mut().zip(&starts) {
                place.in_name |= (start + 1..start + name.len()).contains(byte);
            }
        }
    }
}

/// Where words begin and end, in bytes: by the dictionary of ICU.
fn words(text: &str) -> Vec<usize> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(text).collect()
}

fn mark_pairs(places: &mut [Place], cells: &[Cell]) {
    let mut brackets = 0_i32;
    let mut quotes = 0_i32;
    for (place, cell) in places.iter_mut().zip(cells) {
        place.in_brackets = brackets > 0;
        place.in_quotes = quotes > 0;
        match cell.character {
            '“' | '‘' => quotes += 1,
            '”' | '’' => quotes = (quotes - 1).max(0),
            _ => {}
        }
        if is_opener(cell.character) {
            brackets += 1;
        } else if is_closer(cell.character) {
            brackets = (brackets - 1).max(0);
        }
    }
}
