//! The rules as they are read: one on a terminal, all of them as a page.

use super::rule::Rule;

impl Rule {
    /// 错误, 警告 or 建议, and whether an office may change that.
    #[must_use]
    pub fn weight(&self) -> String {
        format!("{}，{}", self.severity.word(), if self.adjustable { "可以调整、可以认可" } else { "不能调整" })
    }

    /// What it is about: the heading under which it stands.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        let word = self.code.split('-').next().unwrap_or_default();
        HEADINGS.iter().find(|(words, _)| words.contains(&word)).map_or("其他", |(_, heading)| *heading)
    }

    fn texts(&self) -> [(&'static str, &'static str); 4] {
        [("查什么", self.looks_for), ("为什么", self.why), ("例子", self.example), ("怎样改", self.fix)]
    }
}

/// The first words of rules' names, by heading, in the order of the page.
const HEADINGS: &[(&[&str], &str)] = &[
    (&["read"], "读文件"),
    (&["yaml", "key", "value"], "YAML 的写法"),
    (&["name", "word"], "名称和用词"),
    (
        &["punctuation", "sentence", "quotes", "ellipsis", "dash", "range", "digits", "space", "brackets", "titles"],
        "标点和符号",
    ),
    (&["text", "prose", "heading", "paragraph", "section", "points", "table"], "文字里的日期、数和序号"),
    (&["figure", "standing"], "前后数字"),
    (&["date", "week", "issue", "event"], "日期和周次"),
    (&["notice", "number", "document"], "通报单和文号"),
    (&["complaint", "carried"], "投诉"),
    (&["returns"], "退换货"),
    (&["inspection", "case", "reception", "assessment"], "检查、案件、受理和考核"),
    (&["paper", "papers"], "收发的文书"),
    (&["privacy", "public"], "个人信息"),
    (&["reference", "list"], "登记的名称"),
    (&["own", "ledger"], "自设的栏和台账"),
    (&["office", "template", "unprinted", "comparison", "acknowledgement", "rule"], "office.yaml、模板和认可"),
    (&["font", "fonts", "page", "sheet", "signature", "table", "unmade", "write"], "做出文书"),
    (&["archive", "package"], "存档"),
];

/// A rule's documentation for a terminal, several lines.
#[must_use]
pub fn entry(rule: &Rule) -> String {
    let mut entry = format!("{}（{}）\n", rule.code, rule.weight());
    for (heading, text) in rule.texts() {
        entry.push_str(&format!("  {heading}：{text}\n"));
    }
    entry
}

/// A rule's entry in Markdown, without the rule's name.
#[must_use]
pub fn markdown(rule: &Rule) -> String {
    let mut page = format!("{}。\n\n", rule.weight());
    for (heading, text) in rule.texts() {
        page.push_str(&format!("- **{heading}**：{}\n", escaped(text)));
    }
    page
}

/// The rules by heading, each in the order of the register.
#[must_use]
pub fn by_heading(rules: impl Iterator<Item = &'static Rule>) -> Vec<(&'static str, Vec<&'static Rule>)> {
    let headings = HEADINGS.iter().map(|(_, heading)| *heading).chain(["其他"]);
    let mut sections: Vec<(&str, Vec<&Rule>)> = headings.map(|heading| (heading, Vec::new())).collect();
    for rule in rules {
        if let Some((_, section)) = sections.iter_mut().find(|(heading, _)| *heading == rule.heading()) {
            section.push(rule);
        }
    }
    sections.retain(|(_, rules)| !rules.is_empty());
    sections
}

/// `docs/rules.md`.
#[must_use]
pub fn page(rules: impl Iterator<Item = &'static Rule>) -> String {
    let mut page = INTRODUCTION.to_owned();
    for (heading, rules) in by_heading(rules) {
        page.push_str(&format!("\n## {heading}\n"));
        for rule in rules {
            page.push_str(&format!("\n### {}\n\n{}", rule.code, markdown(rule)));
        }
    }
    page
}

const INTRODUCTION: &str = "\
# 检查的规则

<!-- 这一页由程序里各条规则的说明生成，不要直接改：改规则旁边的说明，再运行
     ZHOUBAO_BLESS=1 cargo test --release --locked --test rules -->

`zhoubao check` 按这些规则检查记录，做文书之前也查一遍。`zhoubao check --explain 代号` 在终端里显示其中一条。

- **错误**：文书会出错或被退回，记录有错误的那一周不出文书，一份做不成的只缺那一份；**警告**：多半是写错了；**建议**：可以写得更好。
- 可以调整的规则，指挥中心可以在 office.yaml 的「检查」→「轻重」里改成 错误、警告、建议 或 不查。
- 可以认可的规则，记录人可以在那一周的「认可」里写上规则、内容和理由，问题就列为已认可，不再阻拦。
- 有「改正」的问题，`zhoubao check --fix` 可以替你改：先显示改动，再写文件，原文件留一份备份。
";

/// Characters that Markdown would take for markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
