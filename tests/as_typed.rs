//! The real week as it was really typed, slips and all: each is found where it stands, and the fix is named.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::process::Command;

use serde_json::Value;

const FOLDER: &str = "tests/real_week/as_typed";
const OFFICE: &str = "office.yaml";
const WEEK: &str = "2021/2021-01-08.yaml";

/// What was mistyped.
struct Slip {
    name: &'static str,
    /// Any of these codes is right.
    codes: &'static [&'static str],
    file: &'static str,
    /// A text on the line where the finding has to stand.
    at: &'static str,
    /// What the finding offers instead, where there is such a thing.
    fix: Option<&'static str>,
}

const NEAR_NAME: &[&str] = &["name-near"];
const UNKNOWN: &[&str] = &["reference-unknown"];
const CONFUSION: &[&str] = &["word-confused", "name-near"];
const RELATED: &[&str] = &["notice-complaint"];
const OUTSIDE: &[&str] = &["event-outside-week"];
const TWO_IN_ONE: &[&str] = &["papers-in-one-title"];
const OTHER_NAME: &[&str] = &["papers-named-differently"];
const ANNOUNCED: &[&str] = &["figure-total-announced"];

const SLIPS: &[Slip] = &[
    Slip { name: "雪上神话", codes: NEAR_NAME, file: WEEK, at: "花之城雪上神话", fix: Some("雪山神话") },
    Slip {
        name: "收到文书里的秩序政治",
        codes: UNKNOWN,
        file: WEEK,
        at: "{ 文书: 旅游市场秩序政治",
        fix: Some("旅游市场秩序整治工作及一机游周报"),
    },
    Slip {
        name: "章节里的秩序政治",
        codes: CONFUSION,
        file: WEEK,
        at: "《旅游市场秩序政治工作及一机游周报》",
        fix: Some("整治"),
    },
    Slip {
        name: "12301平台那天没有这件投诉，它在智旅通",
        codes: RELATED,
        file: WEEK,
        at: "关联投诉: {",
        fix: Some("智旅通投诉平台"),
    },
    Slip { name: "反馈在周期以后", codes: OUTSIDE, file: WEEK, at: "反馈: 2021-01-15", fix: None },
    Slip {
        name: "一对书名号里两份文书",
        codes: TWO_IN_ONE,
        file: OFFICE,
        at: "名称: 每周案件办理情况统计表、诉转案办理情况统计表",
        fix: None,
    },
    Slip {
        name: "上报与收到的名称不一：案件情况办理",
        codes: OTHER_NAME,
        file: OFFICE,
        at: "每周案件情况办理统计表",
        fix: Some("每周案件办理情况统计表"),
    },
    Slip {
        name: "上报与收到的名称不一：诉转案件",
        codes: OTHER_NAME,
        file: OFFICE,
        at: "诉转案件办理情况统计表",
        fix: Some("诉转案办理情况统计表"),
    },
    Slip { name: "等5份，只列四份", codes: ANNOUNCED, file: WEEK, at: "等5份上报文件", fix: None },
];

/// Everything that `zhoubao check` finds, as it prints it for machines.
fn findings() -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_zhoubao"))
        .args(["check", FOLDER, "--message-format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let objects = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    objects.filter(|object| object["reason"] == "diagnostic").collect()
}

/// The line (from 1) on which the text stands.
fn line_of(slip: &Slip) -> usize {
    let path = format!("{}/{FOLDER}/{}", env!("CARGO_MANIFEST_DIR"), slip.file);
    let text = std::fs::read_to_string(path).unwrap();
    let found: Vec<_> = text.lines().enumerate().filter(|(_, line)| line.contains(slip.at)).collect();
    assert_eq!(found.len(), 1, "{}", slip.at);
    found[0].0 + 1
}

fn is_about(finding: &Value, slip: &Slip) -> bool {
    let place = &finding["spans"][0];
    let offers = |fix: &str| finding.to_string().contains(fix);
    slip.codes.iter().any(|code| finding["code"] == *code)
        && place["file"].as_str().is_some_and(|file| file.ends_with(slip.file))
        && place["line"] == line_of(slip)
        && slip.fix.is_none_or(offers)
}

#[test]
fn every_slip_of_the_real_week_is_found_where_it_stands() {
    let findings = findings();
    let missed: Vec<_> = SLIPS.iter().filter(|slip| !findings.iter().any(|finding| is_about(finding, slip))).collect();
    let told: Vec<_> =
        missed.iter().map(|slip| format!("{}（{} 第 {} 行）", slip.name, slip.file, line_of(slip))).collect();
    assert!(told.is_empty(), "没有找到：\n{}\n\n找到的：\n{findings:#?}", told.join("\n"));
}

/// What was typed right in that week raises nothing at its line, however near to a slip it is.
#[test]
fn what_was_typed_right_stays_unmarked() {
    let right = [
        (WEEK, "为防止舆情进一步扩大发酵"),
        (WEEK, "《关于下达〈2020年度部门"),
        (WEEK, "12301平台均无涉旅投诉件"),
        (WEEK, "有效投诉件6件，办结总时长1小时19分钟，平均办结时长13.16分钟"),
        (WEEK, "合计退货金额42565.00元"),
        (OFFICE, "“一周一整治”工作周报"),
        (WEEK, "标题: 1、"),
        (WEEK, "标题: 2、"),
        (WEEK, "标题: 三、"),
    ];
    let findings = findings();
    for (file, at) in right {
        let line = line_of(&Slip { name: at, codes: &[], file, at, fix: None });
        let alarm = findings.iter().find(|finding| {
            let place = &finding["spans"][0];
            finding["severity"] != "advice"
                && place["line"] == line
                && place["file"].as_str().is_some_and(|name| name.ends_with(file))
        });
        assert!(alarm.is_none(), "{at}: {alarm:#?}");
    }
}
