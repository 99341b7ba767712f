//! Tables in templates.

use crate::office::{Workspace, file, made, refused};
use crate::shown::{block, shown};
use zhoubao::document::Block;

/// The body of a template with this body.
fn body(markup: &str) -> String {
    let document = made(&format!("---\n标题: 周报\n---\n{markup}"));
    document.body.iter().flat_map(block).map(|line| line + "\n").collect()
}

fn wrong(markup: &str) -> String {
    refused(&format!("---\n标题: 周报\n---\n{markup}"))
}

#[test]
fn columns_have_alignments_widths_and_heads() {
    let markup = "\
甲

```表
宽: [4, auto, 8.5, 8]
横排: 是
题: \"{{ office.district }}统计表\"
```
| 序号 | 平台 | 件数 | 备注 |
|---|:--|--:|:-:|
| 1 | 甲 | 2 |  |

乙
";
    let expected = "\
甲
表（横排） 盘龙区统计表[4 auto左 8.5右 8中]
! 序号 | 平台 | 件数 | 备注 |
| 1 | 甲 | 2 |  |
乙
";
    assert_eq!(body(markup), expected);
}

#[test]
fn cells_join_those_to_the_left_and_above() {
    let markup = "\
```表
表头: 2
```
| 平台 | 件数 | < |
|---|---|---|
| ^ | 受理 | 办结 |
| 甲 | 1 | 0 |
| 乙 | < | 0 |
| ^ | < | 0 |
| {{ \"<\" }} | {{ \"^\" }} | \\* |
";
    let expected = "\
表 [auto auto auto]
! 平台(1×2) | 件数(2×1) | - |
! - | 受理 | 办结 |
| 甲 | 1 | 0 |
| 乙(2×2) | - | 0 |
| - | - | 0 |
| < | ^ | * |
";
    assert_eq!(body(markup), expected);
}

#[test]
fn rows_come_out_of_loops_however_the_loop_stands() {
    let inside = "\
| 平台 | 件数 |
|---|--:|
{%- for platform in complaints.all %}
| {{ platform.name }} | {{ platform.count }} |
{%- endfor %}
| 合计 | {{ complaints.total }} |
";
    let expected = "\
表 [auto auto右]
! 平台 | 件数 |
| 数字旅游平台 | 0 |
| 12301平台 | 0 |
| 12345市长投诉热线 | 1 |
| 智旅通投诉平台 | 2 |
| “一机游”游客投诉平台 | 6 |
| 合计 | 9 |
";
    assert_eq!(body(inside), expected);
    let on_one_line = inside.replace(
        "{%- for platform in complaints.all %}\n| {{ platform.name }} | {{ platform.count }} |\n{%- endfor %}\n",
        "{% for platform in complaints.all %}| {{ platform.name }} | {{ platform.count }} |\n{% endfor -%}\n",
    );
    assert_eq!(body(&on_one_line), expected);
    let said = wrong(&inside.replace("{%- ", "{% "));
    assert!(said.contains("这里有 |，却没有成为表") && said.contains("{%- for … %}"), "{said}");
}

#[test]
fn a_writers_text_is_never_markup_of_a_table() {
    let week = file("data/panlong/2021/2021-01-08.yaml")
        .replace("被投诉: 电力公司", "被投诉: \"<\"")
        .replace("被投诉: 昆明乐途旅行社有限公司", "被投诉: \"a | b \\\\| ^\"")
        .replace("被投诉: 昆明世界园艺博览园", "被投诉: ^");
    let template = "\
---
标题: 周报
---
| 单位 | 数 |
|---|---|
{%- for platform in complaints.all %}{% for complaint in platform.complaints %}
| {{ complaint.respondent }} | 1 |
{%- endfor %}{% endfor %}
";
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &week).file("templates/test.md", template);
    let text = shown(&workspace.paper("test", None));
    for row in ["| < | 1 |", "| a | b \\| ^ | 1 |", "| ^ | 1 |"] {
        assert!(text.lines().any(|line| line == row), "{row}: {text}");
    }
}

#[test]
fn paragraphs_of_a_value_stay_paragraphs_of_the_cell() {
    let week = file("data/panlong/2021/2021-01-08.yaml");
    let week = format!("{week}章节:\n  - 标题: 甲\n    正文: |\n      第一段。\n      第二段。\n");
    let template = "---\n标题: 周报\n---\n| 甲 |\n|---|\n| {{ sections[0].text }} |\n";
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &week).file("templates/test.md", template);
    assert!(shown(&workspace.paper("test", None)).contains("| 第一段。/第二段。 |"));
}

#[test]
fn cells_know_where_their_words_come_from() {
    let document = made("---\n标题: 周报\n---\n| 平台 | 件数 |\n|---|---|\n| {{ office.short }} | 九件 |\n");
    let [Block::Table(table)] = &document.body[..] else { panic!("{:?}", document.body) };
    let place = |row: usize, column: usize| {
        let cell = table.rows[row].0[column].as_ref().unwrap();
        let place = cell.text[0].0[0].origin.place().unwrap();
        (place.source().name().rsplit('/').next().unwrap().to_owned(), place.start().line)
    };
    let template = |line| ("test.md".to_owned(), line);
    assert_eq!((place(0, 0), place(0, 1), place(1, 1)), (template(4), template(4), template(6)));
    assert_eq!(place(1, 0), ("office.yaml".to_owned(), 4));
}

#[test]
fn what_is_no_good_table_is_reported_at_its_line() {
    for (markup, line, message) in [
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n", 6, "这一行有 3 格，表头有 2 格"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 |\n", 6, "这一行有 1 格，表头有 2 格"),
        ("| 甲 | 乙 |\n|---|---|\n| < | 2 |\n", 6, "第一格左边没有可以并的格"),
        ("| 甲 | 乙 |\n|---|---|\n| ^ | 2 |\n", 6, "上面没有可以并的格"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| ^ | < |\n", 6, "不成长方形"),
        ("```表\n宽: [4]\n```\n| 甲 | 乙 |\n|---|---|\n", 4, "「宽」写了 1 列，表有 2 列"),
        ("```表\n宽: [4, 窄]\n```\n| 甲 | 乙 |\n|---|---|\n", 5, "列宽「窄」不对"),
        ("```表\n宽: [40, auto]\n```\n| 甲 | 乙 |\n|---|---|\n", 5, "各列的宽一共 40 字，一页只有 37 字宽"),
        ("```表\n题: 甲\n宽: [20, 17.5]\n```\n| 甲 | 乙 |\n|---|---|\n", 6, "各列的宽一共 37.5 字，一页只有 37 字宽"),
        ("```表\n横排: 是\n宽: [30, 24]\n```\n| 甲 | 乙 |\n|---|---|\n", 6, "一共 54 字，横排的一页只有 53 字宽"),
        ("```表\n表头: 3\n```\n| 甲 | 乙 |\n|---|---|\n", 4, "整张表只有 1 行"),
        ("```表\n横排: 否\n表头: 二\n```\n| 甲 | 乙 |\n|---|---|\n", 6, "表头行数「二」不对"),
        ("```表\n宽度: [4, 4]\n```\n| 甲 | 乙 |\n|---|---|\n", 5, "没有「宽度」这个键"),
        ("```表\n表头: 1\n```\n\n甲\n", 4, "「表」的设置后面没有表"),
        ("甲。\n\n| 甲 | 乙 |\n", 6, "这里有 |，却没有成为表"),
        ("```表格\n表头: 1\n```\n", 4, "代码块"),
    ] {
        let said = wrong(markup);
        let place = said.lines().find_map(|line| line.trim().strip_prefix("--> test.md:")).unwrap_or_default();
        assert!(said.contains(message) && said.contains("帮助: "), "{markup}: {said}");
        assert!(place.starts_with(&format!("{line}:")), "{markup}: {said}");
    }
}
