//! Words: the most likely way to part a text into them, by a list of words and how often each was counted.
//!
//! The list is read where it stands in the program, by halving, since a table of it would take longer to build than a
//! paper takes to be made.

use std::cmp::Ordering;

/// A line holds a word and a letter for how often it was counted: a for once, b for twice, c for four times and so on.
/// In the order of their bytes. From jieba's dictionary, by `tools/title_words.py`.
const WORDS: &str = include_str!("words.txt");
/// Fixed phrases and names of official papers, which that list has in pieces or not at all.
const PHRASES: &str = include_str!("phrases.txt");
/// No word of the list has more characters.
const LONGEST: usize = 8;
/// How often all words were counted together, as the binary logarithm.
const ALL: u32 = 26;

pub fn phrases<'a>() -> impl Iterator<Item = &'a str> {
    PHRASES.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The ends of a text's words, in characters. A character that no word of the list holds is a word.
pub fn ends(text: &[char]) -> Vec<usize> {
    // For each end, how unlikely the likeliest words before it are, and where the last of them begins.
    let mut ways = vec![(0, 0)];
    for end in 1..=text.len() {
        let mut best = (u32::MAX, end - 1);
        for start in end.saturating_sub(LONGEST)..end {
            let word: String = text[start..end].iter().collect();
            let unlikely = match count(&word) {
                Some(count) => ALL - count,
                None if start + 1 == end => ALL,
                None => continue,
            };
            let sum = ways[start].0 + unlikely;
            if sum < best.0 {
                best = (sum, start);
            }
        }
        ways.push(best);
    }
    let mut ends = Vec::new();
    let mut end = text.len();
    while end > 0 {
        ends.push(end);
        end = ways[end].1;
    }
    ends.reverse();
    ends
}

/// How often a word of the list was counted, as the binary logarithm.
fn count(word: &str) -> Option<u32> {
    let mut rest = WORDS;
    while !rest.is_empty() {
        let middle = rest.as_bytes()[..rest.len() / 2].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let (before, from) = rest.split_at(middle);
        let (line, behind) = from.split_once('\n')?;
        let (listed, letter) = line.split_at(line.len() - 1);
        match word.cmp(listed) {
            Ordering::Equal => return Some(u32::from(letter.as_bytes()[0] - b'a').min(ALL)),
            Ordering::Less => rest = before,
            Ordering::Greater => rest = behind,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut start = 0;
        let mut words: Vec<String> = Vec::new();
        for end in ends(&characters) {
            words.push(characters[start..end].iter().collect());
            start = end;
        }
        words.join(" ")
    }

    #[test]
    fn a_text_is_parted_into_its_likeliest_words() {
        assert_eq!(parted("国庆节期间举办系列活动"), "国庆节 期间 举办 系列 活动");
        assert_eq!(parted("关于旅行社和导游的通知"), "关于 旅行社 和 导游 的 通知");
        assert_eq!(parted("石涧镇A级"), "石 涧 镇 A 级");
        assert_eq!(parted(""), "");
    }

    #[test]
    fn every_word_of_the_list_is_found() {
        for line in WORDS.lines() {
            let (word, letter) = line.split_at(line.len() - 1);
            assert_eq!(count(word), Some(u32::from(letter.as_bytes()[0] - b'a')), "{word}");
            assert!(word.chars().count() <= LONGEST, "{word}");
        }
        // jieba counted 期 6,681 times and 旅行社 2,232 times.
        assert_eq!((count("期"), count("旅行社")), (Some(13), Some(11)));
        assert_eq!(count("龘龘"), None);
    }
}
