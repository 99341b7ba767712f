//! What offices reckon, exactly, and where it comes from.

use zhoubao::document::{Block, Document, Origin, Run};

use super::operators::same;
use crate::office::{Workspace, file, made};
use crate::shown::shown;

#[test]
fn changes_are_said_in_words() {
    let stories = [
        (
            "{{ 950 | change(from=1877, unit=\"件\") }}，同比{{ 950 | change_percent(from=1877) }}",
            "减少927件，同比下降49.38%",
        ),
        ("{{ 13 | change(from=9) }}，{{ 13 | change_percent(from=9) }}", "增加4，上升44.44%"),
        ("{{ 13 | change_percent(from=9, method=\"half_up\", precision=1) }}", "上升44.4%"),
        ("{{ 9 | change(from=9, unit=\"件\") }}，{{ 9 | change_percent(from=9) }}", "持平，持平"),
        ("{{ 9 | change(from=13, up=\"多\", down=\"少\", same=\"一样\") }}", "少4"),
        ("{{ 9 | change(from=9, same=\"与上周一样\") }}", "与上周一样"),
        ("{{ 9 | change_percent(from=0) }}，{{ 0 | change_percent(from=0) }}", "基期为0，持平"),
        ("{{ 9 | change_percent(from=0, zero=\"上周没有\") }}", "上周没有"),
        ("{{ 9 | change(from=week.nothing) }}", "✗没有「nothing」这个字段"),
    ];
    let bodies = stories.map(|(body, _)| body.to_owned());
    same(&bodies, &stories.map(|(_, wanted)| wanted.to_owned()));
}

#[test]
fn shares_sums_and_means_round_as_the_office_does() {
    // The sample office cuts to two decimals.
    let stories = [
        ("{{ complaints.closed | share(of=complaints.total) }}", "77.77%"),
        ("{{ complaints.closed | share(of=complaints.total, method=\"half_up\") }}", "77.78%"),
        ("{{ complaints.closed | share(of=complaints.total, precision=0) }}", "77%"),
        ("{{ complaints.total | share(of=complaints.total) }}", "100%"),
        (
            "{% set s = complaints.total | share(of=returns.evasions) %}办结{% if s is defined %}，占{{ s }}{% endif %}。",
            "办结。",
        ),
        ("{{ complaints.all | sum(key=\"count\") }}", "9"),
        ("{{ complaints.timed[0].complaints | sum(key=\"minutes\") }}", "79"),
        ("{{ complaints.timed[0].complaints | mean(key=\"minutes\") }}", "13.16"),
        ("{{ complaints.all | mean(key=\"count\") }}", "1.8"),
        ("{{ [1, 2] | mean }}，{{ [1, 3] | mean }}，{{ [1, 3] | mean(precision=0) }}", "1.5，2，2"),
        ("{% if [] | mean is defined %}有{% else %}没有{% endif %}，{{ [] | sum }}", "没有，0"),
        (
            "{{ returns.amount | in_wan }}万元，{{ 350000 | in_wan }}万元，{{ returns.amount | in_wan(precision=2) }}万元",
            "4.2565万元，35万元，4.25万元",
        ),
        ("{{ [0.10, 0.20, 35] | sum }}", "35.30"),
        (
            "{{ inspected | sum(key=\"count\") }}",
            "✗「sum(key=\"count\")」算不出来：第 1 项的 count “100余”是约数，不能计算",
        ),
    ];
    let bodies = stories.map(|(body, _)| body.to_owned());
    same(&bodies, &stories.map(|(_, wanted)| wanted.to_owned()));
}

#[test]
fn a_part_is_never_printed_as_nothing_or_as_all() {
    let stories = [
        ("{{ 9997 | share(of=10000, precision=0, method=\"half_up\") }}", "99.97%"),
        ("{{ 9997 | share(of=10000, precision=0) }}", "99%"),
        ("{{ 2 | share(of=10000, precision=0) }}，{{ 0 | share(of=10000, precision=0) }}", "0.02%，0%"),
        ("{{ 99996 | share(of=100000, precision=1, method=\"half_up\") }}", "99.996%"),
        ("{{ 1 | share(of=3000000) }}，{{ 3 | share(of=3) }}", "0.00003%，100%"),
        ("{{ 3001 | share(of=3000, precision=0) }}", "100.03%"),
        ("{% set s = 7 | share(of=9) %}{{ s | difference(from=70) }}，{{ s }}", "7.77，77.77%"),
        ("{{ 3 | change_percent(from=10000, precision=0, method=\"half_up\") }}", "下降99.97%"),
        (
            "{{ 0 | change_percent(from=10000) }}，{{ 10003 | change_percent(from=10000, precision=0) }}",
            "下降100%，基本持平",
        ),
    ];
    let bodies = stories.map(|(body, _)| body.to_owned());
    same(&bodies, &stories.map(|(_, wanted)| wanted.to_owned()));
}

#[test]
fn an_office_may_round_shares_otherwise_than_means() {
    let office = file("data/panlong/office.yaml");
    let cut = "取舍: { 办法: 截断, 小数位: 2 }";
    assert!(office.contains(cut));
    let rounding = "取舍: { 办法: 截断, 小数位: 2, 占比: { 办法: 四舍五入, 小数位: 1 } }";
    let workspace = Workspace::new(&office.replace(cut, rounding), &file("data/panlong/2021/2021-01-08.yaml"));
    let template = "---\n标题: 甲\n---\n{{ 7 | share(of=9) }}，{{ 7 | change_percent(from=9) }}，{{ [7, 7, 6] | mean }}，{{ 1 / 7 | round(method=\"取舍\") }}。\n";
    let template = template.replace("1 / 7 |", "(1 / 7) |");
    let paper = shown(&workspace.file("templates/test.md", template).paper("test", None));
    assert!(paper.contains("77.8%，下降22.2%，6.66，0.14。"), "{paper}");
}

fn runs(document: &Document) -> Vec<&Run> {
    let texts = document.body.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    });
    texts.flat_map(|text| &text.0).collect()
}

/// The name of the figure that the whole paragraph is, and the texts of the records that it was made of.
fn origin_of(expression: &str) -> (String, Vec<String>) {
    let document = made(&format!("---\n标题: 甲\n---\n{{{{ {expression} }}}}\n"));
    let runs = runs(&document);
    let [run] = &runs[..] else { panic!("{expression}: {runs:#?}") };
    match &*run.origin {
        Origin::Figure { name, from, .. } => {
            ((*name).to_owned(), from.iter().map(|place| place.text().lines().next().unwrap().to_owned()).collect())
        }
        Origin::Record(place) => ("记录".to_owned(), vec![place.text().to_owned()]),
        origin => (format!("{origin:?}"), Vec::new()),
    }
}

#[test]
fn what_is_made_of_figures_knows_their_records() {
    let (name, from) = origin_of("complaints.total + returns.count");
    assert_eq!((name.as_str(), from.len()), ("模板计算", 10), "{from:?}");
    let (name, from) = origin_of("complaints.all | sum(key=\"count\")");
    assert_eq!(name, "模板合计");
    assert!(from.len() >= 9, "{from:?}");
    let (name, from) = origin_of("complaints.timed[0].complaints | mean(key=\"minutes\")");
    assert_eq!((name.as_str(), from.len()), ("模板平均", 6));
    assert_eq!(from[0], "6分钟");
    let (name, from) = origin_of("complaints.closed | share(of=complaints.total)");
    assert_eq!((name.as_str(), from.len() > 9), ("模板占比", true), "{from:?}");
    let (name, from) = origin_of("returns.count | change(from=2, unit=\"件\")");
    assert_eq!((name.as_str(), from.len()), ("模板增减", 1));
    let (name, from) = origin_of("returns.amount | in_wan");
    assert_eq!((name.as_str(), from.as_slice()), ("模板计算", &["42565.00".to_owned()][..]));
    let (name, from) = origin_of("complaints.none | length");
    assert_eq!((name.as_str(), from.len()), ("模板计数", 2));
}

/// How the figure that the whole paragraph is was reckoned.
fn rule_of(expression: &str) -> String {
    let document = made(&format!("---\n标题: 甲\n---\n{{{{ {expression} }}}}\n"));
    match runs(&document)[..] {
        [run] => match &*run.origin {
            Origin::Figure { rule, .. } => rule.clone(),
            origin => panic!("{expression}: {origin:?}"),
        },
        ref runs => panic!("{expression}: {runs:#?}"),
    }
}

#[test]
fn what_was_reckoned_tells_its_numbers() {
    for (expression, rule) in [
        ("complaints.closed | share(of=complaints.total)", "7 ÷ 9 = 77.777777…%，截断到 2 位小数"),
        ("complaints.closed | share(of=complaints.total, precision=0)", "7 ÷ 9 = 77.777777…%，截断到整数"),
        ("complaints.closed | change(from=complaints.total, unit=\"件\")", "7 − 9 = -2"),
        (
            "complaints.closed | change_percent(from=complaints.total, method=\"half_up\")",
            "7 − 9 = -2；2 ÷ 9 = 22.222222…%，四舍五入到 2 位小数",
        ),
        ("complaints.total | change_percent(from=returns.evasions)", "从 0 到 9，0 不能作除数"),
        ("complaints.total | difference(from=4)", "9 − 4 = 5"),
        ("complaints.all | sum(key=\"count\")", "0 + 0 + 1 + 2 + 6 = 9"),
        ("complaints.timed[0].complaints | mean(key=\"minutes\")", "79 ÷ 6 项 = 13.166666…，截断到 2 位小数"),
        ("(complaints.total | share(of=18)) + 1", "模板里用这几项算出来的"),
    ] {
        assert_eq!(rule_of(expression), rule, "{expression}");
    }
}

#[test]
fn what_is_cut_and_joined_keeps_its_records() {
    assert_eq!(origin_of("office.district[0:2]"), ("记录".to_owned(), vec!["盘龙区".to_owned()]));
    assert_eq!(origin_of("office.district | replace(from=\"无\", to=\"\") | upper"), origin_of("office.district"));
    assert_eq!(origin_of("week.dated | year"), ("记录".to_owned(), vec!["2021-01-15".to_owned()]));
    let document = made("---\n标题: 甲\n---\n{{ complaints.none | sort | join(sep=\"、\") ~ office.district }}。\n");
    let of_runs: Vec<(&str, bool)> =
        runs(&document).iter().map(|run| (run.text.as_str(), matches!(&*run.origin, Origin::Record(_)))).collect();
    assert_eq!(of_runs, [("12301平台", true), ("、", false), ("数字旅游平台", true), ("盘龙区", true), ("。", false)]);
    let document = made("---\n标题: 甲\n---\n{% for k, v in inspections %}{{ k }}{{ v }}{% endfor %}\n");
    let from_records = runs(&document).iter().filter(|run| matches!(&*run.origin, Origin::Record(_))).count();
    assert_eq!(from_records, 4);
}
