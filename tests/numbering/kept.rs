//! Whatever a record looks like, every byte of it stays when its papers are numbered.

use std::fs;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use zhoubao::record::find::find;
use zhoubao::workspace::numbering::{Watch, Wish, number_papers};
use zhoubao::yaml::Problems;

use crate::TEMPLATE;
use crate::program::Room;

const OFFICE: &str = "名称: 甲县旅游办\n行政区: 甲县\n简称: 甲县旅游办\n自称: 县旅游办\n\
    上级: { 名称: 乙市旅游办, 简称: 乙市旅游办, 文内: 市旅游办 }\n周报名称: 甲县旅游周报\n发文代字: 甲旅\n\
    取舍: { 办法: 截断, 小数位: 2 }\n公文: { 标志: 甲县旅游办文件 }\n文书:\n\
    \x20 - { 代号: weekly, 模板: weekly, 版式: 公文 }\n  - { 代号: notice, 模板: notice, 每: 通报单 }\n\
    \x20 - { 代号: brief, 模板: paper }\n";

/// One choice after the other.
struct Choices<'a>(std::slice::Iter<'a, u8>);

impl Choices<'_> {
    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[usize::from(self.0.next().copied().unwrap_or_default()) % of.len()]
    }

    fn yes(&mut self) -> bool {
        self.one(&["", "是"]) == "是"
    }

    /// What may stand behind a value.
    fn behind(&mut self) -> &'static str {
        self.one(&["", "", "   # 样例", " # 待核: 甲, 乙 }", "  "])
    }

    /// Lines that say nothing.
    fn between(&mut self) -> &'static str {
        self.one(&["", "", "\n", "# 注释 - { 文\n", "    # 注释: [\n\n"])
    }

    fn key(&mut self, key: &str) -> String {
        self.one(&["_", "_", "'_'", "\"_\""]).replace('_', key)
    }

    fn value(&mut self, value: &str) -> String {
        self.one(&["_", "_", "'_'", "\"_\""]).replace('_', value)
    }

    /// A notice that was answered; the second has its number.
    fn notice(&mut self, number: usize, indent: &str) -> String {
        let mut entries = vec![
            (self.key("编号"), number.to_string()),
            (self.key("收到"), self.value("2026-03-02")),
            (self.key("上报"), self.value(&format!("2026-03-0{}", 3 + number))),
            (self.key("反映"), self.value("有游客反映购票不便")),
            (self.key("处理"), self.value("已经协商解决")),
        ];
        if number == 2 {
            entries.push((self.key("文号"), "7".to_owned()));
        }
        if self.yes() {
            entries.rotate_left(2);
        }
        if self.yes() {
            let inner: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            let comma = self.one(&[", ", ",", ",\n      "]);
            let (open, close) = if self.yes() { ("{ ", " }") } else { ("{", "}") };
            return format!("{indent}- {open}{}{close}{}\n", inner.join(comma), self.behind());
        }
        let mut lines = String::new();
        for (at, (key, value)) in entries.iter().enumerate() {
            let start = if at == 0 { format!("{indent}- ") } else { format!("{indent}  ") };
            lines.push_str(&format!("{start}{key}: {value}{}\n", self.behind()));
            if at > 0 {
                lines.push_str(self.between());
            }
        }
        lines
    }

    fn record(&mut self) -> String {
        let period = self.one(&[
            "周期: { 起: 2026-03-02, 止: 2026-03-08 }\n",
            "周期:\n  起: 2026-03-02\n  止: '2026-03-08'   # 止\n",
            "周期: {起: 2026-03-02,\n  止: 2026-03-08}\n",
        ]);
        let mut parts = vec![period.to_owned()];
        parts.push(format!("{}: 9{}\n", self.key("期号"), self.behind()));
        let dated = self.value("2026-03-09");
        parts.push(format!("{}: {dated}{}\n", self.key("成文"), self.behind()));
        let indent = self.one(&["", "  ", "    "]);
        let notices: String = (1..=2).map(|number| self.notice(number, indent)).collect();
        parts.push(format!("通报单:{}\n{notices}", self.behind()));
        parts.push(
            self.one(&[
                "下一步: >-\n  继续抓好整治。\n\n",
                "下一步: |\n    继续抓好整治。\n",
                "下一步: 继续抓好\n  整治。\n",
                "",
            ])
            .to_owned(),
        );
        parts.push(self.one(&["", "各件文号:\n", "各件文号: {}\n", "文号:   # 待编\n"]).to_owned());
        if self.yes() {
            parts.rotate_left(2);
        }
        if self.yes() {
            parts.swap(1, 3);
        }
        let mut record = self.one(&["", "---\n", "# 第9期\n"]).to_owned();
        for part in parts {
            record.push_str(&part);
            record.push_str(self.between());
        }
        if self.yes() {
            record.truncate(record.trim_end().len());
        }
        let record = if self.yes() { record.replace('\n', "\r\n") } else { record };
        format!("{}{record}", self.one(&["", "", "\u{feff}"]))
    }
}

/// The record once the papers of a kind are numbered, of which one has no number yet.
fn numbered(record: &str, kind: &str, number: u32) -> String {
    let room = Room::empty().file("data/jia/office.yaml", OFFICE).file("data/jia/1.yaml", record);
    let room = room.file("data/jia/templates/paper.md", TEMPLATE);
    let folders = find(&[room.path("data")], &mut Problems::new());
    let (stop, kinds) = (AtomicBool::new(false), [kind.to_owned()]);
    let wish = Wish { kinds: &kinds, year: None, writes: true, is_sealed: &|_, _| false };
    let mut numbers = Vec::new();
    let refused = number_papers(&folders[0], &wish, &Watch { stop: &stop, waiting: &|| {} }, &mut |assigned| {
        numbers.push(assigned.number);
    });
    assert!(refused.is_empty(), "{record}\n{refused:#?}");
    assert_eq!(numbers, [number], "{record}");
    String::from_utf8(fs::read(room.path("data/jia/1.yaml")).unwrap()).unwrap()
}

/// What stands in `now` besides all of `before`, in one piece and without white space; `None` where that is not so.
fn added(before: &str, now: &str) -> Option<String> {
    let head: usize = before.chars().zip(now.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let rest = now[head..].strip_suffix(&before[head..])?;
    Some(rest.split_whitespace().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_other_byte_of_a_record_stays(choices in prop::collection::vec(any::<u8>(), 120)) {
        let record = Choices(choices.iter()).record();
        let replied = numbered(&record, "notice", 8);
        let piece = added(&record, &replied);
        // What stands behind it may begin as it does: then the comma seems to be the one behind it.
        let is_number = matches!(piece.as_deref(), Some("文号:8" | ",文号:8" | "文号:8,"));
        prop_assert!(is_number, "{piece:?}\n{record}\n{replied}");

        let weekly = numbered(&replied, "weekly", 9);
        let piece = added(&replied, &weekly);
        prop_assert!(matches!(piece.as_deref(), Some("文号:9" | "9")), "{piece:?}\n{record}\n{weekly}");

        let brief = numbered(&weekly, "brief", 10);
        let piece = added(&weekly, &brief);
        let pieces = ["各件文号:brief:10", "{brief:10}", "brief:10"];
        prop_assert!(piece.as_deref().is_some_and(|piece| pieces.contains(&piece)), "{piece:?}\n{record}\n{brief}");
    }
}
