//! The real week: what the records say is, character for character, what the office must print.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;

use zhoubao::check::Checker;
use zhoubao::compose::{Composer, Pictures, Templates, Topic};
use zhoubao::document::{Block, Document, Form, Origin};
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{bytes, read};
use zhoubao::yaml::Problems;

fn load<T: zhoubao::record::Described>(path: &str) -> T {
    let mut problems = Problems::new();
    let source = bytes::read_file(Path::new(path), path).unwrap();
    let record = read(&source, &mut problems);
    let problems = problems.into_vec();
    record.unwrap_or_else(|| panic!("{path}: {problems:#?}"))
}

fn compose(template: &str, notice: Option<usize>) -> Document {
    let office: Office = load("data/panlong/office.yaml");
    let week: Week = load("data/panlong/2021/2021-01-08.yaml");
    let findings = Checker::for_office(&office).week(&office, &week);
    let wrong: Vec<_> = findings.iter().filter(|finding| !finding.rule.adjustable).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let mut findings = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/panlong");
    let templates = Templates::read(&zhoubao::record::bytes::from_disk, &folder, &mut findings);
    assert!(findings.is_empty(), "{findings:#?}");
    Composer::new(&office, &Pictures::default(), &week, &templates)
        .unwrap()
        .compose(template, template, notice.map_or(Topic::Week, Topic::Notice))
        .unwrap()
}

/// A paper's lines from the addressee to the last paragraph.
fn lines(document: &Document) -> Vec<String> {
    let blocks = document.body.iter().map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => text.plain(),
        Block::Led { lead, text, .. } => lead.plain() + &text.plain(),
        Block::Table(_) | Block::Chart(_) => panic!("no table was expected"),
    });
    document.addressee.iter().map(zhoubao::document::Text::plain).chain(blocks).collect()
}

#[test]
fn the_weekly_report_is_the_expected_text() {
    let expected = include_str!("specimen/weekly-2021-01-08.expected.txt");
    let expected: Vec<_> = expected.lines().filter(|line| !line.trim().is_empty()).map(str::trim).collect();
    assert_eq!(lines(&compose("weekly", None)), expected);
}

#[test]
fn the_replies_follow_the_skeleton() {
    let six = compose("notice", Some(0));
    assert_eq!(six.head.number.as_ref().unwrap().plain(), "盘旅调〔2021〕1号");
    assert_eq!(
        six.title.as_ref().unwrap().plain(),
        "盘龙区旅游市场监管综合调度指挥中心关于《涉旅信息通报单》（6号）办理情况的报告"
    );
    assert_eq!(six.form, Form::Upward);
    assert_eq!(six.head.mark.as_ref().unwrap().organs[0].plain(), "盘龙区旅游市场监管综合调度指挥中心文件");
    assert_eq!(six.head.signers[0].plain(), "李某某");
    assert!(six.imprint.as_ref().unwrap().copies_to.is_some());
    assert_eq!(six.note.as_ref().unwrap().plain(), "（联系人：张某某，联系电话：0871-60000000）");
    assert_eq!(six.signature.as_ref().unwrap().date.plain(), "2021年1月12日");
    let told = lines(&six);
    let headings: Vec<_> = told.iter().filter(|line| line.chars().nth(1) == Some('、')).collect();
    assert_eq!(headings, ["一、反映问题", "二、核查情况", "三、处理结果", "四、下一步措施"]);
    assert_eq!(told.last().unwrap(), "特此报告。");
    assert!(told.iter().all(|line| line.ends_with(['。', '：']) || headings.contains(&line)), "{told:#?}");
    assert!(!told.concat().contains("。。"));

    let eight = lines(&compose("notice", Some(1))).concat();
    assert!(eight.contains("与2021年1月11日12301涉旅投诉平台的景怡旅行社投诉件内容一致。"), "{eight}");
}

#[test]
fn every_word_knows_where_it_comes_from() {
    let weekly = compose("weekly", None);
    let texts = weekly.body.iter().filter_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => Some(text),
        Block::Led { .. } | Block::Table(_) | Block::Chart(_) => None,
    });
    let runs: Vec<_> = texts.flat_map(|text| &text.0).collect();
    let run = |text: &str| runs.iter().find(|run| run.text == text).unwrap_or_else(|| panic!("no run {text}"));
    let Origin::Figure { name, of: None, rule, from } = &*run("13.16").origin else { panic!("{:?}", run("13.16")) };
    assert_eq!((*name, rule.as_str()), ("平均办结时长", "79 分钟 ÷ 6 件 = 13.166666…，截断到 2 位小数"));
    let from: Vec<_> = from.iter().map(zhoubao::source::Span::text).collect();
    assert_eq!(from, ["6分钟", "3分钟", "7分钟", "7分钟", "12分钟", "44分钟", "截断", "2"]);
    let Origin::Record(place) = &*run("100余").origin else { panic!("{:?}", run("100余")) };
    assert_eq!(place.text(), "100余");
    let fixed = runs.iter().find(|run| run.text.contains("现将本周")).unwrap();
    let Origin::Template { place: Some(place), .. } = &*fixed.origin else { panic!("{fixed:?}") };
    assert!(place.text().contains("现将本周"), "{}", place.text());
}
