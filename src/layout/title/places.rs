//! What a title's characters belong to: words, names, phrases, brackets, quotation marks.

use super::super::breaking::character::{is_closer, is_opener};
use super::super::breaking::measure::Cell;
use super::words::{ends, phrases};

/// So many characters before and after a · belong to the name that it parts.
const NAME: usize = 4;
/// Words of one character that stand for themselves.
const FREE: &str = "的和与及等或";
/// Words of one character that belong to what follows, such as 各 and 对.
const LEADING: &str = "各全本我涉大副新老非第某对在为向从由将并以被把未";
/// Words of one character that belong to what stands before them, such as 区 and 局.
const TRAILING: &str = "省市州县区镇乡村局厅所科处办委院队站部组年月日号期批次级个类工单员者性化率费法案";

/// What stands around a place between two characters.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Place {
    pub in_word: bool,
    /// Within a name or a fixed phrase, or beside a word of one character that belongs to the word on the other side.
    pub in_name: bool,
    pub in_brackets: bool,
    /// Within “ ” or ‘ ’, which name one thing.
    pub in_quotes: bool,
}

/// For each cell, the place before it. A line holds so many characters.
pub fn places(cells: &[Cell], names: &[String], line: usize) -> Vec<Place> {
    let text: Vec<char> = cells.iter().map(|cell| cell.character).collect();
    let mut places = vec![Place { in_word: true, ..Place::default() }; text.len()];
    mark_words(&mut places, &text);
    mark_names(&mut places, &text, names);
    mark_issuer(&mut places, &text, line);
    // 阿卜杜拉·买买提: what stands around · is a name that no dictionary has.
    for (at, _) in text.iter().enumerate().filter(|(_, character)| **character == '·') {
        for place in &mut places[at.saturating_sub(NAME - 1)..(at + NAME).min(text.len())] {
            place.in_word = true;
        }
    }
    mark_pairs(&mut places, &text);
    places
}

fn mark_words(places: &mut [Place], text: &[char]) {
    let ends = ends(text);
    let mut start = 0;
    for (at, &end) in ends.iter().enumerate() {
        let Some(place) = places.get_mut(end) else { break };
        place.in_word = false;
        let next_end = ends.get(at + 1).copied().unwrap_or(end);
        place.in_name = binds(&text[start..end], FREE, TRAILING) || binds(&text[end..next_end], FREE, LEADING);
        start = end;
    }
}

/// Whether a word is one Han character that is in neither list, and so belongs to its neighbours.
fn binds(word: &[char], free: &str, parting: &str) -> bool {
    match word {
        [only] => is_han(*only) && !free.contains(*only) && !parting.contains(*only),
        _ => false,
    }
}

fn is_han(character: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&character) || ('\u{20000}'..='\u{3ffff}').contains(&character)
}

fn mark_names(places: &mut [Place], text: &[char], names: &[String]) {
    let whole: String = text.iter().collect();
    // Where each character begins in the text, in bytes.
    let starts: Vec<usize> = whole.char_indices().map(|(byte, _)| byte).collect();
    let names = names.iter().map(String::as_str).filter(|name| !name.is_empty());
    for name in names.chain(phrases()) {
        for (start, _) in whole.match_indices(name) {
            for (place, byte) in places.iter_mut().zip(&starts) {
                place.in_name |= (start + 1..start + name.len()).contains(byte);
            }
        }
    }
}

/// The issuer, who stands before 关于, is one name where a line holds it.
fn mark_issuer(places: &mut [Place], text: &[char], line: usize) {
    let about = text.windows(2).position(|pair| pair == ['关', '于']).unwrap_or(0);
    let issuer = &text[..about];
    if about <= line && !issuer.iter().any(|character| is_opener(*character)) {
        places[..about].iter_mut().for_each(|place| place.in_name = true);
    }
}

fn mark_pairs(places: &mut [Place], text: &[char]) {
    let mut brackets = 0_i32;
    let mut quotes = 0_i32;
    for (place, &character) in places.iter_mut().zip(text) {
        place.in_brackets = brackets > 0;
        place.in_quotes = quotes > 0;
        match character {
            '“' | '‘' => quotes += 1,
            '”' | '’' => quotes = (quotes - 1).max(0),
            _ => {}
        }
        if is_opener(character) {
            brackets += 1;
        } else if is_closer(character) {
            brackets = (brackets - 1).max(0);
        }
    }
}
