//! Whether a sentence speaks of another place than the office's own.

use crate::check::shared::han::is_han;

/// What the names of places end with.
const LEVELS: [char; 6] = ['县', '市', '区', '州', '省', '镇'];

/// 景区, 全区, 超市: what is no place of another's.
const NO_PLACES: [char; 29] = [
    '景', '社', '小', '辖', '我', '全', '本', '园', '片', '地', '城', '假', '商', '街', '山', '库', '厂', '校', '灾',
    '超', '夜', '门', '上', '集', '菜', '都', '广', '乡', '古',
];

/// 市场, 区域, 市民: what is no place at all.
const NO_PLACE_AT_ALL: [char; 12] = ['场', '民', '容', '域', '间', '分', '别', '价', '面', '政', '内', '属'];

/// Whether a text speaks of another district, city or street than those that are the office's `own`: 邻江县, 全市, 各街道.
pub fn is_elsewhere(text: &str, own: &[&str]) -> bool {
    let mut rest = text.to_owned();
    for name in own {
        rest = rest.replace(name, "，");
    }
    let chars: Vec<char> = rest.chars().collect();
    (0..chars.len()).any(|at| ends_a_place(&chars, at)) || rest.contains("街道")
}

/// Whether the name of a place ends with the character at `at`.
fn ends_a_place(chars: &[char], at: usize) -> bool {
    let level = chars[at];
    if !LEVELS.contains(&level) || chars.get(at + 1).is_some_and(|next| NO_PLACE_AT_ALL.contains(next)) {
        return false;
    }
    let before = at.checked_sub(1).map_or('，', |at| chars[at]);
    let is_whole = before == '全' && level != '区';
    is_whole || is_han(before) && !NO_PLACES.contains(&before)
}
