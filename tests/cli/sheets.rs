//! An office whose statistics go up as workbooks too, and whose register is a CSV file.

use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use crate::program::{Room, Said};

const OFFICE: &str = "\
名称: 甲市旅游投诉中心
行政区: 甲市
简称: 甲市投诉中心
自称: 我中心
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 投诉工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 渠道
    栏:
      - { 名称: 来处 }
      - { 名称: 受理, 类型: 数 }
      - { 名称: 不受理, 类型: 数 }
      - { 名称: 首件, 类型: 日期 }
      - { 名称: 金额, 类型: 金额 }
      - { 名称: 工单, 类型: 编号 }
文书:
  - { 代号: stats, 模板: stats, 格式: [xlsx, pdf, docx] }
  - { 代号: register, 模板: register, 格式: [csv], 编码: GB18030 }
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
台账:
  渠道:
    - { 来处: \"12345\", 受理: 24, 不受理: 7, 首件: 2026-11-02, 金额: 1200.50, 工单: \"007\" }
    - { 来处: 来信, 受理: 0, 不受理: 0, 首件: 2026-11-03, 金额: 0, 工单: 甲-8 }
    - { 来处: \"=1+1、甲\", 受理: 3, 不受理: 0, 首件: 2026-11-06, 金额: 88, 工单: \"1234567890123456\" }
";

const FRONT: &str = "\
---
版式: 白头
标题: 旅游投诉受理情况汇总表
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
";

/// A head of two rows, a row a channel, and the totals.
const STATS: &str = "\
{% set all = ledgers.渠道.items -%}
填表单位：{{ office.name }}

```表
表头: 2
题: 各渠道受理情况
横排: 是
```

| 序号 | 渠道 | 件数 | < | < | 受理率 | 首件 | 金额（元） | 工单 |
|:-:|---|---|---|---|---|---|---|---|
| ^ | ^ | 受理 | 不受理 | 合计 | ^ | ^ | ^ | ^ |
{% for it in all -%}
{% set sum = it.受理 + it.不受理 -%}
| {{ loop.index }} | {{ it.来处 }} | {{ it.受理 }} | {{ it.不受理 }} | {{ sum }} | \
{% if sum > 0 %}{{ it.受理 | share(of=sum, precision=2) }}{% else %}0.00%{% endif %} | {{ it.首件 }} | {{ it.金额 }} | {{ it.工单 }} |
{% endfor -%}
{% set accepted = all | sum(key=\"受理\") -%}
{% set refused = all | sum(key=\"不受理\") -%}
| 合 计 | < | {{ accepted }} | {{ refused }} | {{ accepted + refused }} | \
{{ accepted | share(of=accepted + refused, precision=2) }} | — | {{ all | sum(key=\"金额\") }} | |

注：以受理的日期为准。
";

const REGISTER: &str = "\
| 渠道 | 受理 | 首件 | 工单 |
|---|---|---|---|
{% for it in ledgers.渠道.items -%}
| {{ it.来处 }} | {{ it.受理 }} | {{ it.首件 }} | {{ it.工单 }} |
{% endfor %}
";

fn room(office: &str, week: &str, stats: &str) -> Room {
    Room::empty()
        .file("data/甲/office.yaml", office)
        .file("data/甲/2026-11-02.yaml", week)
        .file("data/甲/templates/stats.md", format!("{FRONT}{stats}"))
        .file("data/甲/templates/register.md", format!("{FRONT}{REGISTER}"))
}

fn built(room: &Room) -> Said {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    said
}

/// The sheets of a workbook below `output`, row by row: texts in quotation marks, numbers bare, days as Excel counts them, sums
/// behind their values.
fn sheets(room: &Room, path: &str) -> String {
    let bytes = fs::read(room.path(&format!("output/{path}"))).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut shown = String::new();
    for name in workbook.sheet_names() {
        shown.push_str(&format!("[{name}]\n"));
        let formulas = workbook.worksheet_formula(&name).unwrap();
        let range = workbook.worksheet_range(&name).unwrap();
        let (first_row, first_column) = range.start().unwrap();
        for (row, cells) in (first_row..).zip(range.rows()) {
            let mut line = Vec::new();
            for (column, cell) in (first_column..).zip(cells) {
                let formula = formulas.get_value((row, column)).filter(|formula| !formula.is_empty());
                line.push(match (cell, formula) {
                    (Data::Empty, _) => String::new(),
                    (Data::String(text), _) => format!("\"{text}\""),
                    (Data::DateTime(day), _) => format!("day {}", day.as_f64()),
                    (other, None) => other.to_string(),
                    (other, Some(formula)) => format!("{other} ={formula}"),
                });
            }
            let line = line.join(" | ");
            shown.push_str(&format!("{}\n", line.trim_end_matches([' ', '|'])));
        }
    }
    shown
}

#[test]
fn a_table_is_a_sheet_with_numbers_days_and_sums() {
    let room = room(OFFICE, WEEK, STATS);
    built(&room);
    assert_eq!(
        sheets(&room, "甲/2026-11-02/stats.xlsx"),
        "\
[各渠道受理情况]
\"旅游投诉受理情况汇总表\"
\"填表单位：甲市旅游投诉中心\"
\"各渠道受理情况\"
\"序号\" | \"渠道\" | \"件数\" |  |  | \"受理率\" | \"首件\" | \"金额（元）\" | \"工单\"
 |  | \"受理\" | \"不受理\" | \"合计\"
1 | \"12345\" | 24 | 7 | 31 =SUM(C6:D6) | 0.7742 | day 46328 | 1200.5 | \"007\"
2 | \"来信\" | 0 | 0 | 0 =SUM(C7:D7) | 0 | day 46329 | 0 | \"甲-8\"
3 | \"=1+1、甲\" | 3 | 0 | 3 =SUM(C8:D8) | 1 | day 46332 | 88 | \"1234567890123456\"
\"合 计\" |  | 27 =SUM(C6:C8) | 7 =SUM(D6:D8) | 34 =SUM(E6:E8) | 0.7941 | \"—\" | 1288.5 =SUM(H6:H8)
\"注：以受理的日期为准。\"
\"甲市旅游投诉中心\"
\"2026年11月9日\"
"
    );
}

#[test]
fn a_total_that_is_no_exact_sum_stays_a_number() {
    // One more than was accepted, and an amount that leaves a row out.
    let stats =
        STATS.replace("| {{ accepted }} |", "| {{ accepted + 1 }} |").replace("all | sum(key=\"金额\")", "all[0].金额");
    let room = room(OFFICE, WEEK, &stats);
    built(&room);
    let shown = sheets(&room, "甲/2026-11-02/stats.xlsx");
    assert!(
        shown.contains("\"合 计\" |  | 28 | 7 =SUM(D6:D8) | 34 =SUM(E6:E8) | 0.7941 | \"—\" | 1200.5\n"),
        "{shown}"
    );
}

#[test]
fn a_register_is_a_csv_file_in_the_encoding_that_is_asked_for() {
    let room = room(OFFICE, WEEK, STATS);
    built(&room);
    let path = room.path("output/甲/2026-11-02/register.csv");
    let expected = "渠道,受理,首件,工单\r\n12345,24,2026年11月2日,007\r\n来信,0,11月3日,甲-8\r\n\
                    '=1+1、甲,3,11月6日,1234567890123456\r\n";
    let bytes = fs::read(&path).unwrap();
    assert_eq!(encoding_rs::GB18030.decode(&bytes).0, expected);
    assert!(!bytes.starts_with("渠".as_bytes()));
    let office = OFFICE.replace(", 编码: GB18030", "");
    let room = room.file("data/甲/office.yaml", office);
    built(&room);
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("\u{feff}{expected}"));
}

#[test]
fn only_the_formats_that_are_asked_for_are_made() {
    let room = room(OFFICE, WEEK, STATS);
    let said = room.run(&["build", "--format", "xlsx"]);
    let made: Vec<String> = room.output().into_iter().map(|(name, _)| name).collect();
    assert_eq!((said.status, made), (0, vec!["甲/2026-11-02/stats.xlsx".to_owned()]));
    let said = self::room(&OFFICE.replace("格式: [xlsx, pdf, docx]", "每: 周"), WEEK, STATS)
        .run(&["build", "--format", "xlsx"]);
    assert_eq!(said.status, 2);
    assert_eq!(
        said.stderr,
        "\
错误：「--format <格式>」不能是「xlsx」：没有一种文书要做 xlsx
  帮助：在 office.yaml 的「文书」里，给要做的那一种加上 格式: [docx, pdf, xlsx]
  zhoubao --help 列出全部命令和选项"
    );
}

#[test]
fn workbooks_are_kept_sealed_verified_and_packed_like_papers() {
    let office = format!("{OFFICE}归档: {{ 全宗号: X043, 保管期限: 30年, 机构代码: BGS }}\n");
    let room = room(&office, WEEK, STATS);
    built(&room);
    let first = room.output();
    let again = room.run(&["build"]);
    assert_eq!(
        (again.status, again.stderr.as_str()),
        (0, "1 个指挥中心，1 周，4 个文件（其中 4 个未变），没有发现问题")
    );
    let manifest = room.manifest("甲");
    let line = manifest.lines().find(|line| line.contains("stats.xlsx")).unwrap();
    assert!(line.starts_with("paper ") && !line.contains(" pages="), "{line}");
    assert_eq!(room.run(&["build", "--explain-stale"]).stdout, "");
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);

    let said = room.run(&["build", "--force", "--package", "2026"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(room.output().into_iter().filter(|(name, _)| !name.contains("/package/")).collect::<Vec<_>>(), first);
    let papers = room.tree("output/甲/package/甲-2026/data/papers/2026-11-02");
    let names: Vec<&str> = papers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["register.csv", "stats.pdf"], "what has a PDF is packed as such");

    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    let room = room.file("data/甲/2026-11-02.yaml", WEEK.replace("受理: 24", "受理: 25"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("stats.xlsx」已经封存"), "{}", said.stderr);

    let path = room.path("output/甲/2026-11-02/stats.xlsx");
    let mut bytes = fs::read(&path).unwrap();
    bytes.push(0);
    fs::write(path, bytes).unwrap();
    assert_eq!(room.run(&["verify"]).status, 1);
}

#[test]
fn a_paper_without_a_table_in_this_week_has_its_other_formats_and_is_told() {
    let no_table = "本周没有投诉。\n";
    let made = room(OFFICE, WEEK, STATS);
    built(&made);
    let room = made.file("data/甲/templates/stats.md", format!("{FRONT}{no_table}"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains(
            "\
警告[sheet-left-out]: stats 这一期没有表，没有做 xlsx
  --> data/甲/office.yaml:18:34
   |
18 |   - { 代号: stats, 模板: stats, 格式: [xlsx, pdf, docx] }
   |                                        ^^^^ 这里要的
   |
   = 帮助: 模板里放一张表；不是每期都有表的，另写一种文书，用「当」说明什么时候做；不要 xlsx 的，从「格式」里去掉
"
        ),
        "{}",
        said.stderr
    );
    // The workbook of before has figures that nobody records any more.
    assert!(said.stderr.contains("stats.xlsx」不再有对应的记录"), "{}", said.stderr);
    assert!(!room.manifest("甲").contains("stats.xlsx"));
}

#[test]
fn a_paper_that_is_nothing_but_its_tables_is_held_up_without_them() {
    let office = OFFICE.replace("[xlsx, pdf, docx]", "[xlsx]");
    let said = room(&office, WEEK, "本周没有投诉。\n").run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[sheet-missing]: stats 这一期没有表，没有做 xlsx"), "{}", said.stderr);
}

#[test]
fn a_csv_file_holds_one_table() {
    let office = OFFICE.replace("[xlsx, pdf, docx]", "[xlsx, csv]");
    let room = room(&office, WEEK, &format!("{STATS}\n```附件\n名称: 登记\n```\n\n{REGISTER}"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("警告[sheet-left-out]: stats 有 2 张表，一个 csv 文件只放得下一张，没有做"),
        "{}",
        said.stderr
    );
    let shown = sheets(&room, "甲/2026-11-02/stats.xlsx");
    let names: Vec<&str> = shown.lines().filter(|line| line.starts_with('[')).collect();
    assert_eq!(names, ["[各渠道受理情况]", "[登记]"]);
    assert!(shown.contains("\"附件\"\n\"登记\"\n"), "{shown}");
}

#[test]
fn text_that_stands_in_no_file_is_told() {
    let office = OFFICE.replace("[xlsx, pdf, docx]", "[xlsx]");
    let stats = format!("# 情况\n\n本周投诉较多。\n\n{STATS}");
    let said = room(&office, WEEK, &stats).run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("警告[sheet-text-left-out]: stats 只做 xlsx，有 3 段文字不在表的前后，没有放进去"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_secret_paper_says_so_on_its_sheets_and_cannot_in_csv() {
    let office = OFFICE.replace("[xlsx, pdf, docx]", "[xlsx, csv]");
    let room = room(&office, WEEK, STATS);
    let template = format!("{FRONT}{STATS}")
        .replace("版式: 白头", "版式: 公文\n标志: 甲市旅游投诉中心文件\n文号: 甲投〔2026〕1号\n密级: 秘密★1年");
    let room = room.file("data/甲/templates/stats.md", template);
    let said = built(&room);
    assert!(said.stderr.contains("警告[sheet-unmarked]: stats 标着「秘密★1年」，csv 文件里标不上"), "{}", said.stderr);
    let shown = sheets(&room, "甲/2026-11-02/stats.xlsx");
    assert!(
        shown.starts_with("[各渠道受理情况]\n\"秘密★1年\"\n\"甲投〔2026〕1号\"\n\"旅游投诉受理情况汇总表\"\n"),
        "{shown}"
    );
}

#[test]
fn an_encoding_without_csv_and_a_wrong_format_are_told() {
    let office = OFFICE.replace("[csv]", "[xlsx]").replace("[xlsx, pdf, docx]", "[excel]");
    let said = room(&office, WEEK, STATS).run(&["check"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("没有「excel」这种写法"), "{}", said.stderr);
    let office = OFFICE.replace("[csv]", "[xlsx]");
    let said = room(&office, WEEK, STATS).run(&["check"]);
    assert!(
        said.stderr.contains("警告[paper-encoding-unused]: register 不做 csv，写了「编码」也没有用"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_workbook_that_somebody_changed_is_kept_aside_and_one_of_ours_is_not() {
    let room = room(OFFICE, WEEK, STATS);
    built(&room);
    fs::remove_file(room.path("output/甲/manifest.txt")).unwrap();
    let template = format!("{FRONT}{}", STATS.replace("注：以受理的日期为准。", "注：以受理日期为准。"));
    let room = room.file("data/甲/templates/stats.md", template);
    let said = built(&room);
    assert!(!said.stderr.contains("另存"), "{}", said.stderr);
}

#[test]
fn numbers_that_a_writer_types_into_a_table_are_numbers_unless_quoted() {
    let week = format!(
        "{WEEK}章节:\n  - 标题: 检查\n    表:\n      表头: [街道, 热线, 出动]\n      行:\n        - [拓东, \"96927\", 12]\n        \
         - [鼓楼, \"96301\", 8]\n        - [合计, \"\", 20]\n"
    );
    let office = OFFICE.replace("模板: stats", "模板: weekly");
    let room = room(&office, &week, STATS);
    built(&room);
    let shown = sheets(&room, "甲/2026-11-02/stats.xlsx");
    assert!(shown.contains("\"拓东\" | \"96927\" | 12\n\"鼓楼\" | \"96301\" | 8\n\"合计\" |  | 20 =SUM("), "{shown}");
}
