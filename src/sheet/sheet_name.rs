//! What sheets are called, by Excel's rules.

use std::collections::BTreeSet;

/// In UTF-16, as Excel counts.
const MOST_UNITS: usize = 31;

/// Names that Excel keeps for itself, in English and in Chinese.
const KEPT: [&str; 2] = ["history", "历史记录"];

/// The names that sheets of a workbook have so far.
#[derive(Default)]
pub(super) struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name like `wanted` that no other sheet has.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let name = allowed(wanted);
        let mut free = shortened(&name, "");
        let mut number = 1;
        while KEPT.contains(&free.to_lowercase().as_str()) || !self.0.insert(free.to_lowercase()) {
            number += 1;
            free = shortened(&name, &format!("（{number}）"));
        }
        free
    }
}

/// Without what no name may have: such signs become those of full width.
fn allowed(wanted: &str) -> String {
    let mut name = String::new();
    for c in wanted.chars().filter(|c| !c.is_control()) {
        name.push(match c {
            '[' => '［',
            ']' => '］',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '/' => '／',
            '\\' => '＼',
            c => c,
        });
    }
    let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    if name.is_empty() { "表".to_owned() } else { name.to_owned() }
}

/// As much of a name as there is room for before its ending.
fn shortened(name: &str, ending: &str) -> String {
    let mut room = MOST_UNITS.saturating_sub(ending.encode_utf16().count());
    let mut short = String::new();
    for c in name.chars() {
        let Some(left) = room.checked_sub(c.len_utf16()) else { break };
        room = left;
        short.push(c);
    }
    let short = short.trim_end_matches(|c: char| c == '\'' || c.is_whitespace());
    format!("{short}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names<const N: usize>(wanted: [&str; N]) -> [String; N] {
        let mut names = SheetNames::default();
        wanted.map(|wanted| names.take(wanted))
    }

    #[test]
    fn signs_that_no_name_may_have_become_wide() {
        assert_eq!(names(["投诉/案件[一]: *?\\", "'甲'", " \n "]), ["投诉／案件［一］： ＊？＼", "甲", "表"]);
    }

    #[test]
    fn each_name_is_there_once_and_none_is_too_long() {
        let long = "盘".repeat(40);
        let [first, second] = names([&long, &long]);
        assert_eq!(first, "盘".repeat(31));
        assert_eq!(second, format!("{}（2）", "盘".repeat(28)));
        assert_eq!(names(["Table", "TABLE", "table"]), ["Table", "TABLE（2）", "table（3）"]);
        assert_eq!(names(["𠮷".repeat(16).as_str()]), ["𠮷".repeat(15)]);
        assert_eq!(names(["History", "历史记录"]), ["History（2）", "历史记录（2）"]);
    }
}
