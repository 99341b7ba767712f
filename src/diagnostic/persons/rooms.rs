//! Homes down to the room: 3幢2单元501室.

use std::ops::Range;

use super::characters::{is_digit, stands_at};

/// What a room lies in.
const BUILDINGS: [&str; 4] = ["单元", "号楼", "幢", "栋"];

/// Rooms with the building that they lie in, from its number on. A street and its number alone are no home of anybody.
pub(super) fn rooms(chars: &[char]) -> Vec<Range<usize>> {
    let ends = (0..chars.len()).filter(|at| matches!(chars[*at], '室' | '号'));
    ends.filter_map(|end| Some(start_of_room(chars, end)?..end + 1)).collect()
}

/// Where the number of the building stands whose room's number ends before `end`.
fn start_of_room(chars: &[char], end: usize) -> Option<usize> {
    let room = before_digits(chars, end);
    let building = before_building(chars, room)?;
    let is_room = matches!(end - room, 3 | 4) && (chars[end] == '室' || stands_at(chars, building, BUILDINGS[0]));
    if !is_room {
        return None;
    }
    let mut start = before_digits(chars, building);
    while let Some(outer) = before_building(chars, start) {
        start = before_digits(chars, outer);
    }
    Some(start)
}

/// Where the digits begin that stand before `at`.
fn before_digits(chars: &[char], at: usize) -> usize {
    at - chars[..at].iter().rev().take_while(|c| is_digit(**c)).count()
}

/// Where the word for a building begins that ends before `at`.
fn before_building(chars: &[char], at: usize) -> Option<usize> {
    BUILDINGS
        .iter()
        .find_map(|word| at.checked_sub(word.chars().count()).filter(|start| stands_at(chars, *start, word)))
}

#[cfg(test)]
mod tests {
    use super::rooms;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        rooms(&chars).into_iter().map(|room| chars[room].iter().collect()).collect()
    }

    #[test]
    fn a_room_is_found_with_its_building() {
        assert_eq!(found("家住青年路12号3幢2单元501室，"), ["3幢2单元501室"]);
        assert_eq!(found("某小区１２栋１２０３室"), ["１２栋１２０３室"]);
        assert_eq!(found("5号楼1单元302号的住户"), ["5号楼1单元302号"]);
        for text in ["青年路12号", "3幢的住户", "第301室", "3幢12号", "5月1日受理2021号", "202号楼"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
