//! Where in a record the cursor stands, also where nothing is typed yet.

use std::ops::Range;

use super::lenient::{Leaf, Role, Step, Style, read_leniently};
use crate::record::value::Date;

/// Stands where the cursor is, so that an empty place has something in it. Not a character of any text.
const MARK: &str = "\u{f8ff}";

/// The key or value that is being typed.
#[derive(Debug)]
pub(super) struct Typing {
    /// The way to the record or list in which it stands.
    pub(super) parent: Vec<Step>,
    /// The way to the value, where a value is being typed; of a key, the way to its record.
    pub(super) path: Vec<Step>,
    pub(super) role: Role,
    pub(super) style: Style,
    pub(super) in_flow: bool,
    /// What is there already, in bytes of the text.
    pub(super) range: Range<usize>,
    /// What of it stands before the cursor.
    pub(super) before: String,
    /// Nothing but white space stands before it on its line.
    pub(super) first_in_line: bool,
    /// A colon follows: the key has its value.
    pub(super) has_value: bool,
    /// How much deeper than its line it begins, in characters: behind hyphens.
    pub(super) column: usize,
    /// The rest of the file.
    pub(super) others: Vec<Leaf>,
}

impl Typing {
    /// What is being typed at `offset`, which lies between two characters; `None` in comments and the like.
    pub(super) fn at(text: &str, offset: usize) -> Option<Self> {
        let (before, after) = text.split_at_checked(offset)?;
        let marked = [before, MARK, after].concat();
        let mut others = read_leniently(&marked);
        let at = others.iter().position(|leaf| leaf.range.start <= offset && offset + MARK.len() <= leaf.range.end)?;
        let leaf = others.remove(at);
        for other in &mut others {
            for end in [&mut other.range.start, &mut other.range.end] {
                *end -= if *end > offset { MARK.len() } else { 0 };
            }
        }
        let range = leaf.range.start..leaf.range.end - MARK.len();
        let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line_before = text.get(line_start..range.start).unwrap_or_default();
        let (parent, path) = match leaf.path.split_last() {
            Some((_, parent)) if leaf.role == Role::Key => (parent.to_vec(), parent.to_vec()),
            Some((_, parent)) => (parent.to_vec(), leaf.path.clone()),
            None => (Vec::new(), Vec::new()),
        };
        Some(Self {
            parent,
            path,
            role: leaf.role,
            style: leaf.style,
            in_flow: leaf.in_flow,
            before: text.get(range.start..offset)?.to_owned(),
            first_in_line: line_before.trim().is_empty(),
            has_value: text.get(range.end..)?.trim_start_matches(' ').starts_with(':'),
            column: line_before.trim_start_matches(' ').chars().count(),
            range,
            others,
        })
    }

    /// The values of the same list.
    pub(super) fn items<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        self.others.iter().filter(|leaf| self.is_sibling(leaf)).map(|leaf| leaf.value(text))
    }

    /// Whether it is a value of the list in which something is typed.
    fn is_sibling(&self, leaf: &Leaf) -> bool {
        leaf.role == Role::Value && matches!(leaf.path.strip_prefix(self.parent.as_slice()), Some([Step::Item(_)]))
    }
}

/// The keys that stand in the record at `path`, each with its leaf.
pub(super) fn keys_in<'a>(leaves: &'a [Leaf], path: &'a [Step]) -> impl Iterator<Item = (&'a str, &'a Leaf)> {
    leaves.iter().filter(move |leaf| leaf.role == Role::Key && leaf.path.len() == path.len() + 1).filter_map(
        move |leaf| match leaf.path.split_last() {
            Some((Step::Key(key), before)) if before == path => Some((key.as_str(), leaf)),
            _ => None,
        },
    )
}

/// The scalar at `path`.
pub(super) fn value_at<'a>(leaves: &'a [Leaf], path: &[Step]) -> Option<&'a Leaf> {
    leaves.iter().find(|leaf| leaf.role == Role::Value && leaf.path == path)
}

/// The day whose office holds for the week that `text` records, as far as that is typed yet: the first, of a period since a
/// day the last.
pub(super) fn office_day(text: &str) -> Option<Date> {
    let leaves = read_leniently(text);
    let typed = |key: &str| {
        let path = ["周期", key].map(|key| Step::Key(key.to_owned()));
        value_at(&leaves, &path).map(|leaf| leaf.value(text))
    };
    let is_cumulative = matches!(typed("累计"), Some("是" | "true"));
    typed(if is_cumulative { "止" } else { "起" })?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the cursor │ stands: the way to it, whether at a key or a value, and what is typed before it.
    fn place(text: &str) -> Option<String> {
        let offset = text.find('│')?;
        let typing = Typing::at(&text.replace('│', ""), offset)?;
        let steps = typing.path.iter().map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Item(at) => at.to_string(),
        });
        let path = steps.collect::<Vec<_>>().join("/");
        let role = if typing.role == Role::Key { "键" } else { "值" };
        Some(format!("{path} {role} {}", typing.before))
    }

    #[test]
    fn the_cursor_is_found_in_whatever_is_typed() {
        let cases = [
            ("│", " 键 "),
            ("周│", " 键 周"),
            ("周期: { 起: 2021-01-08, 止│ }", "周期 键 止"),
            ("周期: { 起: 2021-01-08, │ }\n期号: 2", "周期 键 "),
            ("周期: { 起: 2021-01-08, 止: │\n期号: 2", "周期/止 值 "),
            ("投诉:\n  甲: []\n  │\n退换货: 1", "投诉 键 "),
            ("投诉:\n  甲:\n    - { 被投诉: 昆│ }", "投诉/甲/0/被投诉 值 昆"),
            ("投诉:\n  甲:\n    - { 被投诉: 乙, 状态: 办结 }\n    - { 被投诉: │", "投诉/甲/1/被投诉 值 "),
            ("通报单:\n  - 编号: 6\n    │\n  - 编号: 8", "通报单/0 键 "),
            ("通报单:\n  - 编号: 6\n  - 编号: 8\n    收│", "通报单/1 键 收"),
            ("通报单:\n- 编号: 6\n  来源: 人民│", "通报单/0/来源 值 人民"),
            ("通报单:\n  - │", "通报单/0 值 "),
            ("通报单:\n  │", "通报单 值 "),
            ("通报单:\n  - 编号: 6\n  │", "通报单 值 "),
            ("反映: 有网民在{来│}留言", "反映 值 有网民在{来"),
            ("核实: >-\n  第一行\n  与{投│\n处理: 无", "核实 值   第一行\n  与{投"),
            ("单位: [区信访局, │]", "单位/1 值 "),
            ("单位:\n  - 区信访局\n  - 区│", "单位/1 值 区"),
            ("来源: \"人民网│", "来源 值 \"人民网"),
            ("甲: 1\r\n乙: 2\r\n\r\n丙│", " 键 丙"),
            ("甲:\r\n  - 乙: 𠮷\r\n    丙: │\r\n", "甲/0/丙 值 "),
            ("转办：区│", " 键 转办：区"),
            ("投诉: { 甲: [ { 被投诉: 乙, 转│ }, { 被投诉: 丙 } ] }", "投诉/甲/0 键 转"),
        ];
        for (text, expected) in cases {
            assert_eq!(place(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(place("甲: 1 # 注│"), None);
        assert_eq!(place("# 注│"), None);
    }

    #[test]
    fn siblings_before_and_behind_are_known() {
        let text = "通报单:\n  - 编号: 6\n    收\n    来源: 乙\n  - 上报: 1\n";
        let Some(typing) = Typing::at(text, text.find("收").unwrap_or_default()) else { panic!("nowhere") };
        let keys: Vec<&str> = keys_in(&typing.others, &typing.path).map(|(key, _)| key).collect();
        assert_eq!(keys, ["编号", "来源"]);
        let text = "单位: [甲, , 丙]";
        let Some(typing) = Typing::at(text, text.find(", ,").unwrap_or_default() + 2) else { panic!("nowhere") };
        assert_eq!(typing.items(text).collect::<Vec<_>>(), ["甲", "丙"]);
    }

    #[test]
    fn boundless_nesting_is_passed_over() {
        let deep: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth % 900))).collect();
        assert!(read_leniently(&deep).iter().all(|leaf| leaf.path.len() <= 64));
        let hyphens = "- ".repeat(100_000);
        assert!(read_leniently(&hyphens).is_empty());
        assert_eq!(read_leniently(&"[".repeat(100_000)).len(), 1);
        assert!(read_leniently(&"a: [".repeat(200_000)).len() < 200_000);
        assert!(read_leniently(&"a: b\n".repeat(300_000)).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn nothing_typed_stops_the_reading(text in "[-a:甲𠮷 #{}\\[\\],'\"|>\n\r\t&]{0,60}", at in 0_usize..200) {
            let at = text.char_indices().map(|(at, _)| at).nth(at).unwrap_or(text.len());
            for leaf in read_leniently(&text) {
                proptest::prop_assert!(text.get(leaf.range.clone()).is_some(), "{:?}", leaf);
            }
            let _ = Typing::at(&text, at);
        }
    }
}
