//! What a title's characters belong to: words, names, phrases, brackets, quotation marks.

use super::super::breaking::character::{is_closer, is_han, is_opener};
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

/// Marks between two numbers, from the one to the other.
const JOINING: &str = "—–－～~-/";

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
    mark_ranges(&mut places, &text);
    mark_pairs(&mut places, &text, line);
    places
}

fn mark_words(places: &mut [Place], text: &[char]) {
    let ends = ends(text);
    let mut start = 0;
    for (at, &end) in ends.iter().enumerate() {
        let Some(place) = places.get_mut(end) else { break };
        place.in_word = false;
        let next_end = ends.get(at + 1).copied().unwrap_or(end);
        let (before, behind) = (&text[start..end], &text[end..next_end]);
        let belong = binds(before, TRAILING) || binds(behind, LEADING);
        place.in_name = belong && !stands_alone(before) && !stands_alone(behind);
        start = end;
    }
}

/// Whether a word is one character that is not in `parting`.
fn binds(word: &[char], parting: &str) -> bool {
    matches!(word, [only] if !parting.contains(*only))
}

/// Whether nothing beside a word belongs to it: 关于, 的 and the like, and what is no Han.
fn stands_alone(word: &[char]) -> bool {
    match word {
        ['关', '于'] => true,
        [only] => !is_han(*only) || FREE.contains(*only),
        _ => false,
    }
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

/// 1—6月: a mark that joins two numbers stays with both.
fn mark_ranges(places: &mut [Place], text: &[char]) {
    for (at, around) in text.windows(3).enumerate() {
        if around[0].is_ascii_digit() && JOINING.contains(around[1]) && around[2].is_ascii_digit() {
            for place in &mut places[at + 1..at + 3] {
                place.in_word = true;
            }
        }
    }
}

/// What stands in a pair of brackets or quotation marks that a line holds.
fn mark_pairs(places: &mut [Place], text: &[char], line: usize) {
    let mut open: Vec<usize> = Vec::new();
    for (at, &character) in text.iter().enumerate() {
        if is_opener(character) {
            open.push(at);
        } else if is_closer(character)
            && let Some(start) = open.pop()
            && at < start + line
        {
            let is_quotation = matches!(text[start], '“' | '‘');
            for place in &mut places[start + 1..=at] {
                place.in_brackets = true;
                place.in_quotes |= is_quotation;
            }
        }
    }
}
