//! Charts in templates.

use crate::office::{made, refused};
use zhoubao::document::{Block, Chart};

fn page(markup: &str) -> String {
    format!("---\n标题: 周报\n---\n{markup}")
}

/// A chart with these settings and figures.
fn markup(settings: &str, figures: &str) -> String {
    format!("甲\n\n```图\n{settings}\n```\n{figures}\n\n乙\n")
}

fn chart(markup: &str) -> Chart {
    let document = made(&page(markup));
    let [Block::Paragraph(_), Block::Chart(chart), Block::Paragraph(_)] = &document.body[..] else {
        panic!("{:?}", document.body)
    };
    chart.clone()
}

fn wrong(settings: &str, figures: &str) -> String {
    refused(&page(&markup(settings, figures)))
}

const PLATFORMS: &str = "| 平台 | 本周 | 上周 |\n|---|--:|--:|\n| 甲平台 | 6 | — |\n| 乙平台 | 1,234 | 0 |";

#[test]
fn a_chart_tells_in_words_what_it_shows() {
    let shown = chart(&markup("式: 柱形\n题: 图1 {{ office.district }}各平台投诉件数\n单位: 件", PLATFORMS));
    let expected = "柱形图：图1 盘龙区各平台投诉件数。甲平台本周6件、上周没有数；乙平台本周1,234件、上周0件。";
    assert_eq!(shown.description(), expected);

    let months = "| 月 | 时长 |\n|---|--:|\n| 1月 | 13.16 |\n| 2月 | 17.2 |";
    let shown = chart(&markup("式: 折线\n题: 平均办结时长\n单位: 分钟", months));
    assert_eq!(shown.description(), "折线图：平均办结时长。1月13.16分钟；2月17.2分钟。");
}

#[test]
fn figures_come_out_of_loops() {
    let rows = "| 平台 | 件数 |\n|---|--:|\n{%- for platform in complaints.all %}\n| {{ platform.name }} | {{ platform.count }} |\n{%- endfor %}";
    let shown = chart(&markup("式: 条形\n题: 各平台投诉件数", rows));
    let description = shown.description();
    assert!(description.contains("12345市长投诉热线1"), "{description}");
}

#[test]
fn what_cannot_be_drawn_is_told_at_its_settings() {
    let caption = "式: 柱形\n题: 图";
    let expected = "\
错误[template]: 没有「圆」这种图
 --> test.md:7:1
  |
7 | 式: 圆
  | ^^^^^^
  |
  = 帮助: 「式」写 柱形（各项的多少）、条形（名称长的）、折线（各期的变化）或 饼形（各项占的份额）
";
    assert_eq!(wrong("式: 圆\n题: 图", PLATFORMS), expected);
    for (settings, figures, message) in [
        ("式: 柱形\n题: \"\"", PLATFORMS, "图没有题"),
        (caption, "| 平台 | 件数 |\n|---|--:|", "图没有数可画"),
        (caption, "| 平台 |\n|---|\n| 甲 |", "图没有数可画"),
        (caption, "| 平台 | 件数 |\n|---|--:|\n| 甲 | 100余 |", "「甲」的「100余」不是能画的数"),
        (caption, "| 平台 | 件数 |\n|---|--:|\n|  | 1 |", "图的数里有一行没有名称"),
        (caption, "| 平台 | 件数 | 办结 |\n|---|--:|--:|\n| 甲 | 1 | < |", "图的数不能并格"),
        ("式: 饼形\n题: 图", PLATFORMS, "图有 2 列数，饼形图最多画 1 列"),
        ("式: 饼形\n题: 图", "| 类 | 件 |\n|---|--:|\n| 甲 | 0 |", "饼形图的各项合计是 0，分不出份额"),
        ("式: 饼形\n题: 图", "| 类 | 件 |\n|---|--:|\n| 甲 | — |\n| 乙 | 1 |", "「甲」的「—」不是能画的数"),
        ("式: 条形\n题: 图", "| 类 | 件 |\n|---|--:|\n| 甲 | -3 |", "「甲」是 -3，条形图画不出负数"),
    ] {
        let told = wrong(settings, figures);
        assert!(told.starts_with(&format!("错误[template]: {message}\n")), "{settings}: {told}");
        assert!(told.contains("帮助: "), "{told}");
    }
    let many: String = (1..=25).map(|at| format!("| 第{at}周 | {at} |\n")).collect();
    let told = wrong(caption, &format!("| 周 | 件 |\n|---|--:|\n{many}"));
    assert!(told.starts_with("错误[template]: 图有 25 项，柱形图最多画 24 项"), "{told}");
    let told = refused(&page("甲\n\n```图\n式: 柱形\n题: 图\n```\n\n乙\n"));
    assert!(told.starts_with("错误[template]: 「图」的设置后面没有表"), "{told}");
}
