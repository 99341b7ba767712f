//! Names of persons, but for what gives nobody away: the first character, or in prose the surname.

use std::ops::Range;

use super::characters::{count_while, stands_at};

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任\
沈姚卢姜崔钟谭陆汪范石廖贾韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤";

const DOUBLE_SURNAMES: [&str; 8] = ["欧阳", "诸葛", "司马", "上官", "皇甫", "令狐", "尉迟", "东方"];

/// What names stand behind.
pub(super) const CALLED: [&str; 6] = ["投诉人", "游客", "旅客", "当事人", "消费者", "举报人"];

/// What names stand before.
pub(super) const TITLES: [&str; 2] = ["女士", "先生"];

/// What follows a name that stands behind such a word: without it, the word may belong to any sentence.
const AFTER_NAMES: [&str; 20] = [
    "，", "。", "、", "；", "（", "(", "反映", "投诉", "称", "表示", "来电", "电话", "先生", "女士", "于", "与", "在",
    "的", "通过", "要求",
];

/// The names that stand behind 姓名, but for the first character of each. What is masked already says no more.
pub(super) fn in_value(chars: &[char], value: Range<usize>) -> Vec<usize> {
    let mut hidden = Vec::new();
    let mut start = value.start;
    while start < value.end {
        let length = count_while(&chars[..value.end], start, |c| !is_between_names(c));
        let name = start..start + length;
        let is_masked = chars[name.clone()].iter().any(|c| matches!(c, '某' | '*' | '＊' | '×'));
        if is_masked {
            hidden.extend(behind_and(chars, name.clone()));
        } else {
            hidden.extend(name.skip(1));
        }
        start += length + 1;
    }
    hidden
}

/// What stands behind 和 in a value of which a part is masked: 刘某某和张三.
fn behind_and(chars: &[char], value: Range<usize>) -> Vec<usize> {
    let mut hidden = Vec::new();
    let joined = |c: char| matches!(c, '和' | '与' | '及' | '跟');
    let mut start = value.start;
    while start < value.end {
        let length = count_while(&chars[..value.end], start, |c| !joined(c));
        let is_masked = chars[start..start + length].iter().any(|c| matches!(c, '某' | '*' | '＊' | '×'));
        if !is_masked && length > 1 {
            hidden.extend(start + 1..start + length);
        }
        start += length + 1;
    }
    hidden
}

fn is_between_names(c: char) -> bool {
    matches!(c, '、' | '(' | ')' | '（' | '）' | '/' | '／' | '；' | ';' | '|')
}

/// A name that stands behind 投诉人, but for its first character; nothing where a map of name and number stands there.
pub(super) fn of_complainant(chars: &[char], value: Range<usize>) -> Vec<usize> {
    let is_map = chars[value.clone()].iter().any(|c| matches!(c, '{' | '｛' | ':' | '：'));
    if is_map { Vec::new() } else { in_value(chars, value) }
}

/// Whether a word is a surname with a given name of one character or two.
pub(super) fn is_full_name(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let Some(length) = surname(&chars, 0) else { return false };
    matches!(chars.len() - length, 1 | 2) && is_han(&chars[length..])
}

/// Full names behind 投诉人, 游客 and the like, and before 先生 and 女士, but for the surname.
pub(super) fn in_prose(chars: &[char]) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    for at in 0..chars.len() {
        if let Some(called) = CALLED.iter().find(|called| stands_at(chars, at, called)) {
            hidden.extend(given_name_behind(chars, at + called.chars().count()));
        }
        if TITLES.iter().any(|title| stands_at(chars, at, title)) {
            hidden.extend(given_name_before(chars, at));
        }
    }
    hidden
}

/// Full names behind 投诉人, 游客 and the like, and before 先生 and 女士, with how many characters the surname has.
pub(super) fn whole_in_prose(chars: &[char]) -> Vec<(Range<usize>, usize)> {
    let mut names = Vec::new();
    for given in in_prose(chars) {
        let double = given.start.checked_sub(2).filter(|start| surname(chars, *start) == Some(2));
        let start = double.unwrap_or(given.start.saturating_sub(1));
        names.push((start..given.end, given.start - start));
    }
    names
}

/// How many characters the surname of a name has; one also where it has none that is known.
pub(super) fn surname_length(name: &[char]) -> usize {
    if name.len() > 2 && surname(name, 0) == Some(2) { 2 } else { 1 }
}

/// The given name of whoever's full name begins at `name`.
fn given_name_behind(chars: &[char], name: usize) -> Option<Range<usize>> {
    let given = name + surname(chars, name)?;
    let end = [given + 1, given + 2].into_iter().find(|end| *end <= chars.len() && is_end_of_name(chars, *end))?;
    is_han(&chars[given..end]).then_some(given..end)
}

/// The given name of whoever's full name ends at `end`.
fn given_name_before(chars: &[char], end: usize) -> Option<Range<usize>> {
    for length in [4, 3, 2] {
        let Some(name) = end.checked_sub(length) else { continue };
        let Some(given) = surname(chars, name).map(|length| name + length) else { continue };
        if given < end && end - given <= 2 {
            return is_han(&chars[given..end]).then_some(given..end);
        }
    }
    None
}

/// How many characters of a surname stand at `at`, if one stands there.
fn surname(chars: &[char], at: usize) -> Option<usize> {
    if DOUBLE_SURNAMES.iter().any(|name| stands_at(chars, at, name)) {
        return Some(2);
    }
    chars.get(at).is_some_and(|c| SURNAMES.contains(*c)).then_some(1)
}

fn is_end_of_name(chars: &[char], at: usize) -> bool {
    at == chars.len() || AFTER_NAMES.iter().any(|after| stands_at(chars, at, after))
}

/// Whether all of it can be a given name.
fn is_han(chars: &[char]) -> bool {
    chars.iter().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && !matches!(c, '某' | '上'))
}
