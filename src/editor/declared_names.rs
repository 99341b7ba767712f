//! Names that no register has, because the same file or the office declares them: ledgers, their columns and figures, kinds of
//! papers, and the items to which papers are made.

use super::cursor::{Typing, value_at};
use super::lenient::{Role, Step};
use crate::record::built_in::KINDS;
use crate::record::office::Office;
use crate::record::own::{ColumnType, Ledger};
use crate::record::paper::PaperKind;

/// Those that may be typed where the cursor stands, each with what it is; none where no such name is asked for.
pub(super) fn declared_names(text: &str, typing: &Typing, office: Option<&Office>) -> Vec<(String, &'static str)> {
    let leaves = Leaves { text, typing };
    // A change of an office says the same under two steps more.
    let is_change = matches!(typing.path.first(), Some(Step::Key(key)) if key == "变更");
    let (root, path) = typing.path.split_at(if is_change { typing.path.len().min(2) } else { 0 });
    let steps: Vec<&str> = path.iter().map(word).collect();
    match (typing.role, &steps[..]) {
        (Role::Value, ["文书", ITEM, "每", "台账"]) => leaves.names(&below(root, &["台账"]), "台账"),
        (Role::Value, ["文书", ITEM, "每", "当" | "名"]) | (Role::Key, ["文书", ITEM, "每", "当"]) => {
            let per = [root, &path[..3]].concat();
            let ledger = leaves.value(&below(&per, &["台账"]));
            leaves.ledger(root, ledger).map(|ledger| leaves.names(&below(&ledger, &["栏"]), "栏")).unwrap_or_default()
        }
        (
            Role::Value,
            ["台账", ITEM, "数", ITEM, "按" | "求和" | "平均" | "当"] | ["台账", ITEM, "栏", ITEM, "不早于"],
        )
        | (Role::Key, ["台账", ITEM, "数", ITEM, "当"]) => {
            leaves.names(&below(&[root, &path[..2]].concat(), &["栏"]), "栏")
        }
        (Role::Value, ["台账", ITEM, "数", ITEM, "比", ..]) => {
            let mut figures = leaves.names(&[root, &path[..3]].concat(), "数");
            if let Some(Step::Item(at)) = path.get(3) {
                figures.truncate(*at);
            }
            figures
        }
        (Role::Value, ["投诉数", ITEM, "按" | "求和" | "平均" | "当"]) | (Role::Key, ["投诉数", ITEM, "当"]) => {
            office.map(Office::complaints_as_ledger).map(|ledger| columns(&ledger)).unwrap_or_default()
        }
        (Role::Value, ["案件数", ITEM, "按" | "求和" | "平均" | "当"]) | (Role::Key, ["案件数", ITEM, "当"]) => {
            office.map(Office::cases_as_ledger).map(|ledger| columns(&ledger)).unwrap_or_default()
        }
        (Role::Key, ["各件文号"]) => office.map(kinds).unwrap_or_default(),
        (Role::Key, ["各件文号", kind]) => office.map(|office| leaves.items(office, kind)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Stands for a step into a list.
const ITEM: &str = "-";

fn word(step: &Step) -> &str {
    match step {
        Step::Key(key) => key,
        Step::Item(_) => ITEM,
    }
}

fn below(path: &[Step], keys: &[&str]) -> Vec<Step> {
    [path, &keys.iter().map(|key| Step::Key((*key).to_owned())).collect::<Vec<_>>()].concat()
}

fn columns(ledger: &Ledger) -> Vec<(String, &'static str)> {
    ledger.columns.iter().map(|column| (column.name.value.text().to_owned(), "栏")).collect()
}

fn kinds(office: &Office) -> Vec<(String, &'static str)> {
    if office.papers.is_empty() {
        return KINDS.iter().filter(|kind| kind.by_default).map(|kind| (kind.name.to_owned(), "文书")).collect();
    }
    office.papers.iter().map(|kind| (kind.kind.value.to_string(), "文书")).collect()
}

/// What is typed in the file besides.
struct Leaves<'a> {
    text: &'a str,
    typing: &'a Typing,
}

impl Leaves<'_> {
    fn value(&self, path: &[Step]) -> Option<&str> {
        value_at(&self.typing.others, path).map(|leaf| leaf.value(self.text))
    }

    /// The names in the list at `path`, one of which is what an entry is or has under 名称.
    fn names(&self, path: &[Step], what: &'static str) -> Vec<(String, &'static str)> {
        let mut names = Vec::new();
        for at in 0..self.length(path) {
            let entry = [path, &[Step::Item(at)]].concat();
            let name = self.value(&below(&entry, &["名称"])).or_else(|| self.value(&entry));
            names.extend(name.map(|name| (name.to_owned(), what)));
        }
        names
    }

    /// How many entries the list at `path` has.
    fn length(&self, path: &[Step]) -> usize {
        let entries = self.typing.others.iter().filter_map(|leaf| match leaf.path.strip_prefix(path)?.first()? {
            Step::Item(at) => Some(at + 1),
            Step::Key(_) => None,
        });
        entries.max().unwrap_or_default()
    }

    /// Where the ledger of that name is declared.
    fn ledger(&self, root: &[Step], name: Option<&str>) -> Option<Vec<Step>> {
        let list = below(root, &["台账"]);
        let at = self.names(&list, "").iter().position(|(known, _)| Some(known.as_str()) == name)?;
        Some([&list[..], &[Step::Item(at)]].concat())
    }

    /// The items of the ledger to each of which papers of a kind are made, by the column that names them.
    fn items(&self, office: &Office, kind: &str) -> Vec<(String, &'static str)> {
        let found = office.papers.iter().find(|known| known.kind.value.to_string() == kind);
        let Some(per) = found.and_then(PaperKind::per_item) else { return Vec::new() };
        let Some(ledger) = per.among(&office.ledgers) else { return Vec::new() };
        let code = ledger.columns.iter().find(|column| column.what() == ColumnType::Code);
        let of_codes = code.map(|column| column.name.value.text());
        let column = per.named_by.as_ref().map(|name| name.value.text()).or(of_codes);
        let list = below(&[], &["台账", ledger.name()]);
        let mut items = Vec::new();
        for list in [list.clone(), below(&list, &["明细"]), below(&list, &["典型"])] {
            for at in 0..self.length(&list) {
                let item = [&list[..], &[Step::Item(at)]].concat();
                let name = column.and_then(|column| self.value(&below(&item, &[column]))).map(str::to_owned);
                items.push((name.unwrap_or_else(|| (at + 1).to_string()), ledger.name()));
            }
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::read;
    use crate::source::Source;
    use crate::yaml::Problems;

    const OFFICE: &str = "
台账:
  - 名称: 处罚案件
    栏: [{ 名称: 案号, 类型: 编号 }, { 名称: 来源 }, { 名称: 立案, 类型: 日期 }]
    数: [{ 名称: 立案数, 计: 条 }, { 名称: 各来源, 计: 条 }]
文书:
  - { 代号: weekly, 模板: weekly }
  - { 代号: decision, 模板: decision, 每: { 台账: 处罚案件 } }
";

    /// What is offered at the cursor │.
    fn offered(text: &str) -> String {
        let source = include_str!("../../tests/checks/office.yaml").to_owned() + OFFICE;
        let office: Option<Office> = read(&Source::new("office.yaml", source), &mut Problems::new());
        assert!(office.is_some());
        let offset = text.find('│').unwrap_or_default();
        let plain = text.replace('│', "");
        let Some(typing) = Typing::at(&plain, offset) else { return String::new() };
        let names = declared_names(&plain, &typing, office.as_ref());
        names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_the_office_file_declares_is_offered_where_it_is_named() {
        let with = |from: &str, to: &str| offered(&OFFICE.replacen(from, to, 1));
        assert_eq!(with("每: { 台账: 处罚案件 }", "每: { 台账: │ }"), "处罚案件");
        assert_eq!(with("台账: 处罚案件 }", "台账: 处罚案件, 当: │ }"), "案号 来源 立案");
        assert_eq!(with("台账: 处罚案件 }", "台账: 处罚案件, 当: { │ } }"), "案号 来源 立案");
        assert_eq!(with("名称: 各来源, 计: 条", "名称: 各来源, 计: 条, 按: │"), "案号 来源 立案");
        assert_eq!(with("{ 名称: 各来源, 计: 条 }", "{ 名称: 率, 比: [│] }"), "立案数");
        let changed = format!(
            "变更:\n  - 自: 2026-01-01\n{}",
            OFFICE.trim().replace('\n', "\n    ").replace("台账:\n", "    台账:\n")
        );
        assert_eq!(offered(&changed.replacen("各来源, 计: 条", "各来源, 计: 条, 按: │", 1)), "案号 来源 立案");
        assert!(offered("投诉数: [{ 名称: 各类, 计: 条, 按: │ }]").contains("状态"));
    }

    #[test]
    fn papers_and_the_items_that_they_are_made_to_are_offered_for_their_numbers() {
        let items = "台账: { 处罚案件: [{ 案号: 甲1号 }, { 案号: 甲2号 }] }\n";
        assert_eq!(offered(&format!("{items}各件文号: {{ │ }}")), "weekly decision");
        assert_eq!(offered(&format!("{items}各件文号: {{ decision: {{ │ }} }}")), "甲1号 甲2号");
        assert_eq!(offered("下一步: │"), "");
    }
}
