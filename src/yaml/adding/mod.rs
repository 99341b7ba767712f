//! A value added to a text: all else stays as it was typed, byte for byte.
//!
//! Where it goes follows from how its neighbours are written: on a line of its own beside lines, within brackets beside
//! what stands in brackets. Afterwards both texts are read, and the second must say what the first one says and the new
//! value: nothing is added to a text of which that is not so.

mod addition;
mod difference;
mod place;

use std::sync::Arc;

use super::problems::Problems;
use super::tree::{self, Kind, Node};
use crate::source::Source;

pub use addition::{Addition, New, Step};

/// The text with the addition; `None` where it is there already, or where the text is written in a way in which nobody can
/// be sure of its place.
#[must_use]
pub fn added(source: &Arc<Source>, addition: &Addition) -> Option<String> {
    let before = read(source)?;
    let map = below(&before, addition.way)?;
    let insertion = place::insertion(source.text(), map, addition)?;
    let text = insertion.applied(source.text());
    let now = read(&Source::new(source.name(), &*text))?;
    let (New::Value(new) | New::Item(new)) = addition.new;
    let wanted = difference::scalars(&read(&Source::new(source.name(), new))?);
    let is_all_else_the_same = difference::added(&before, &now).is_some_and(|added| added == wanted);
    is_all_else_the_same.then_some(text)
}

fn read(source: &Arc<Source>) -> Option<Node> {
    let mut problems = Problems::new();
    tree::parse(source, &|_| false, &mut problems).filter(|_| problems.errors() == 0)
}

fn below<'n>(whole: &'n Node, way: &[Step]) -> Option<&'n Node> {
    let mut node = whole;
    for step in way {
        node = match (step, &node.kind) {
            (Step::Key(key), _) => node.under(key)?,
            (Step::Item(at), Kind::List(items)) => items.get(*at)?,
            (Step::Item(_), _) => return None,
        };
    }
    Some(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with `文号: 7` behind 成文.
    fn numbered(text: &str) -> Option<String> {
        let addition = Addition { way: &[], keys: &["文号"], behind: &["期号", "成文"], new: New::Value("7") };
        added(&Source::new("周.yaml", text), &addition)
    }

    /// `text` with the number of a paper to a unit.
    fn numbered_for_unit(text: &str) -> Option<String> {
        let keys = ["各件文号", "reminder", "区信访局"];
        let addition = Addition { way: &[], keys: &keys, behind: &["成文", "文号"], new: New::Value("12") };
        added(&Source::new("周.yaml", text), &addition)
    }

    fn with_item(text: &str) -> Option<String> {
        let new = New::Item("{ 年: 2026, 号: [12] }");
        let addition = Addition { way: &[], keys: &["文号留用"], behind: &["代字"], new };
        added(&Source::new("office.yaml", text), &addition)
    }

    fn check(adding: fn(&str) -> Option<String>, cases: &[(&str, &str)]) {
        for (before, after) in cases {
            assert_eq!(adding(before).as_deref(), Some(*after), "{before}");
        }
    }

    #[test]
    fn a_new_key_stands_on_a_line_of_its_own_beside_lines() {
        check(
            numbered,
            &[
                (
                    "期号: 2\n成文: 甲  # 样例\n\n# 乙\n投诉: []\n",
                    "期号: 2\n成文: 甲  # 样例\n文号: 7\n\n# 乙\n投诉: []\n",
                ),
                ("期号: 2\r\n成文: 甲\r\n投诉: []\r\n", "期号: 2\r\n成文: 甲\r\n文号: 7\r\n投诉: []\r\n"),
                ("期号: 2\n成文: 甲", "期号: 2\n成文: 甲\n文号: 7"),
                ("期号: 2\r\n成文: 甲", "期号: 2\r\n成文: 甲\r\n文号: 7"),
                ("  成文: >-\n    甲\n    乙\n\n  投诉: []\n", "  成文: >-\n    甲\n    乙\n  文号: 7\n\n  投诉: []\n"),
                ("---\n\"成文\": '甲\n\n  乙'\n...\n", "---\n\"成文\": '甲\n\n  乙'\n文号: 7\n...\n"),
                ("投诉:\n- 一\n- 二\n", "投诉:\n- 一\n- 二\n文号: 7\n"),
            ],
        );
    }

    #[test]
    fn within_brackets_it_stands_behind_a_comma() {
        check(
            numbered,
            &[
                ("{ 期号: 2, 成文: 甲 }", "{ 期号: 2, 成文: 甲, 文号: 7 }"),
                ("{期号: 2, 成文: \"甲\",\n 投诉: []}", "{期号: 2, 成文: \"甲\", 文号: 7,\n 投诉: []}"),
                ("{}", "{ 文号: 7 }"),
                ("{\"成文\":\"甲\"}", "{\"成文\":\"甲\", 文号: 7}"),
            ],
        );
    }

    #[test]
    fn a_key_without_a_value_gets_it() {
        check(
            numbered,
            &[
                ("成文: 甲\n文号:    # 待编\n", "成文: 甲\n文号: 7    # 待编\n"),
                ("成文: 甲\n文号: ~\n", "成文: 甲\n文号: 7\n"),
                ("{ 文号: , 成文: 甲 }", "{ 文号: 7 , 成文: 甲 }"),
            ],
        );
        check(numbered_for_unit, &[("成文: 甲\n各件文号:\n", "成文: 甲\n各件文号: { reminder: { 区信访局: 12 } }\n")]);
    }

    #[test]
    fn maps_that_are_not_there_are_written_as_their_neighbours_are() {
        check(
            numbered_for_unit,
            &[
                (
                    "成文: 甲\n文号: 1\n投诉: []\n",
                    "成文: 甲\n文号: 1\n各件文号:\n  reminder:\n    区信访局: 12\n投诉: []\n",
                ),
                ("{ 成文: 甲 }", "{ 成文: 甲, 各件文号: { reminder: { 区信访局: 12 } } }"),
                (
                    "各件文号:\n    brief: 3   # 三\n    reminder:\n      区林业局: 11\n乙: 1\n",
                    "各件文号:\n    brief: 3   # 三\n    reminder:\n      区林业局: 11\n      区信访局: 12\n乙: 1\n",
                ),
                (
                    "各件文号: { reminder: { 区林业局: 11 }, brief: 3 }\n",
                    "各件文号: { reminder: { 区林业局: 11, 区信访局: 12 }, brief: 3 }\n",
                ),
                ("各件文号: { reminder: {} }\n", "各件文号: { reminder: { 区信访局: 12 } }\n"),
            ],
        );
    }

    #[test]
    fn an_item_stands_below_the_last_one() {
        check(
            with_item,
            &[
                ("代字: 盘\n公文: 1\n", "代字: 盘\n文号留用:\n  - { 年: 2026, 号: [12] }\n公文: 1\n"),
                (
                    "文号留用:\n- { 年: 2025 }  # 旧\n公文: 1\n",
                    "文号留用:\n- { 年: 2025 }  # 旧\n- { 年: 2026, 号: [12] }\n公文: 1\n",
                ),
                (
                    "文号留用:\n  -   年: 2025\n      号: [1]\n",
                    "文号留用:\n  -   年: 2025\n      号: [1]\n  -   { 年: 2026, 号: [12] }\n",
                ),
                ("文号留用: []\n", "文号留用: [ { 年: 2026, 号: [12] } ]\n"),
                ("文号留用: [{ 年: 2025 }]\n", "文号留用: [{ 年: 2025 }, { 年: 2026, 号: [12] }]\n"),
                ("文号留用:\n公文: 1\n", "文号留用: [{ 年: 2026, 号: [12] }]\n公文: 1\n"),
            ],
        );
    }

    #[test]
    fn nothing_is_added_where_its_place_is_not_sure() {
        for text in ["成文: &甲 乙\n丙: *甲\n文号: 3\n", "- 甲\n", "甲", "? 成文\n: 甲\n", "{ 成文: }", "甲: [\n"]
        {
            assert_eq!(numbered(text), None, "{text}");
        }
        // The list stands twice, under its name and under another.
        assert_eq!(with_item("文号留用: &甲\n  - { 年: 2025 }\n乙: *甲\n"), None);
    }
}
