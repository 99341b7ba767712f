//! What refers to the office's registers, and what has to agree with itself.

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, next_slip, slip};
use zhoubao::check::{unknown_weights, unused};
use zhoubao::diagnostic::Diagnostic;
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{Described, read};
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

/// What is changed in the week to what, and the rule that finds it with the text that it marks.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("出动人次: 86", "出动次数: 86", "reference-unknown", "出动次数"),
    ("平台: 12345政务服务便民热线", "平台: 12345政务服务热线", "reference-unknown", "12345政务服务热线"),
    ("上报: [涉旅案件办理情况统计表", "上报: [涉旅案件办理统计表", "reference-unknown", "涉旅案件办理统计表"),
    ("青禾公安分局, 区交通", "青禾区公安分局, 区交通", "reference-unknown", "青禾区公安分局"),
    ("  12301平台: []\n", "", "reference-missing", "12345政务服务便民热线:"),
    ("[区文化和旅游局, 区市场", "[区文化和旅游局, 区文化和旅游局, 区市场", "list-repeated", "区文化和旅游局"),
    ("诉转案件办理情况表, 份数: 3", "诉转案件办理情况表", "paper-units", "诉转案件办理情况表"),
    ("状态: 处理中 }", "状态: 处理中, 办结时长: 3分钟 }", "complaint-time-open", "3分钟"),
    ("办结时长: 25分钟", "办结时长: 600000分钟", "complaint-time-year", "600000分钟"),
    ("满意: 4", "满意: 5", "returns-part", "5"),
];

#[test]
fn slips_are_found_where_they_stand() {
    for (from, to, code, text) in SLIPS {
        let found = slip(from, to);
        let meant = found.iter().find(|finding| finding.code == *code);
        assert_eq!(meant.map(|finding| finding.text.as_str()), Some(*text), "{to}: {found:#?}");
        assert!(!meant.unwrap().help.is_empty(), "{to}");
    }
}

#[test]
fn what_only_looks_like_a_slip_is_left_alone() {
    for (from, to) in [
        ("满意: 4, 撤销: 4", "满意: 3, 撤销: 0"),
        ("办结时长: 25分钟", "办结时长: 23小时"),
        ("诉转案件办理情况表, 份数: 3", "诉转案件办理情况表, 单位: [区市场监管局]"),
    ] {
        let found = slip(from, to);
        let ours: Vec<_> = SLIPS.iter().map(|slip| slip.2).collect();
        assert!(!codes(&found).iter().any(|code| ours.contains(code)), "{to}: {found:#?}");
    }
}

#[test]
fn numbers_and_senders_of_notices() {
    let notice = WEEK.split("通报单:\n").nth(1).unwrap().split("\n现场受理").next().unwrap();
    let twice = changed(WEEK, notice, &format!("{notice}{notice}"));
    assert!(codes(&found(OFFICE, &[&twice])).contains(&"notice-number-twice"));
    let once =
        changed(&twice, &format!("{notice}{notice}"), &format!("{notice}{}", notice.replace("编号: 11", "编号: 12")));
    assert!(!codes(&found(OFFICE, &[&once])).contains(&"notice-number-twice"));

    let sender = |name: &str| slip("    来源: 南渡市", &format!("    来文单位: {name}\n    来源: 南渡市"));
    let near = sender("南渡市旅游市场监管综合指辉中心");
    assert!(codes(&near).contains(&"notice-sender-near"), "{near:#?}");
    for right in ["南渡市指挥中心", "南渡市文化和旅游局"] {
        assert!(!codes(&sender(right)).contains(&"notice-sender-near"), "{right}");
    }
}

#[test]
fn weeks_that_share_a_day_are_found_at_the_later_one() {
    let found = next_slip("起: 2023-03-13", "起: 2023-03-12");
    let overlap = found.iter().find(|finding| finding.code == "week-overlap").unwrap();
    assert_eq!(
        (overlap.file.as_str(), overlap.text.as_str(), &overlap.others[..]),
        ("2.yaml", "2023-03-12", &["2023-03-12".to_owned()][..])
    );
    assert!(!codes(&super::fixture::found(OFFICE, &[WEEK, NEXT_WEEK])).contains(&"week-overlap"));
}

#[test]
fn two_kinds_of_papers_never_share_a_file() {
    let papers = |kind: &str| {
        format!(
            "{OFFICE}\n文书:\n  - {{ 代号: notice, 模板: notice, 每: 通报单 }}\n  - {{ 代号: {kind}, 模板: weekly, 每: 周 }}\n"
        )
    };
    let clash = found(&papers("notice-6"), &[]);
    assert_eq!(codes(&clash), ["office-kind-clash"]);
    assert_eq!((clash[0].text.as_str(), &clash[0].others[..]), ("notice-6", &["notice".to_owned()][..]));
    // As the reply to the second of two notices no. 6 is named.
    assert_eq!(codes(&found(&papers("notice-6-2"), &[])), ["office-kind-clash"]);
    for apart in ["notice-weekly", "notice-6-weekly", "notice-", "notice--2"] {
        assert_eq!(found(&papers(apart), &[]), [], "{apart}");
    }
}

#[test]
fn a_period_of_keeping_is_given_for_papers_that_the_office_makes() {
    let filed = |kinds: &str| found(&format!("{OFFICE}\n归档: {{ 全宗号: X043, 保管期限: {kinds} }}\n"), &[]);
    let wrong = filed("{ weekley: 10年, notice: 永久 }");
    assert_eq!(codes(&wrong), ["office-filing-kind"]);
    assert_eq!(wrong[0].text, "weekley");
    for right in ["30年", "{ weekly: 10年, notice: 永久 }", "{ notice: 永久 }"] {
        assert_eq!(filed(right), [], "{right}");
    }
}

fn record<T: Described>(text: &str) -> T {
    read(&Source::new("1.yaml", text), &mut Problems::new()).unwrap()
}

#[test]
fn acknowledgements_and_weights_that_mean_nothing_are_found() {
    let told = |findings: Vec<Diagnostic>| -> Vec<(&'static str, String)> {
        findings
            .into_iter()
            .map(|finding| (finding.rule.code, finding.primary.unwrap().span.text().to_owned()))
            .collect()
    };
    let entry = "{ 规则: notice-sender-near, 内容: 指辉, 理由: 样例 }";
    let week: Week =
        record(&format!("{WEEK}认可:\n  - {entry}\n  - {{ 规则: notice-sender, 内容: 甲, 理由: 样例 }}\n"));
    let acknowledged = week.acknowledged.written().unwrap();
    let expected = [("acknowledgement-unused", entry.to_owned()), ("rule-unknown", "notice-sender".to_owned())];
    assert_eq!(told(unused(acknowledged, week.span.source(), &[], &[])), expected);

    let office: Office =
        record(&changed(OFFICE, "检查:\n", "检查:\n  轻重: { notice-sender-near: 建议, week-gab: 不查 }\n"));
    assert_eq!(told(unknown_weights(office.checks.as_ref(), &[])), [("rule-unknown", "week-gab".to_owned())]);
}

#[test]
fn an_acknowledgement_means_one_place_and_hides_no_other() {
    let two = changed(WEEK, "情况属实，检票口", "情况属实,检票口").replacen("要求退款。", "要求,退款。", 1);
    let with =
        |content: &str| format!("{two}认可:\n  - {{ 规则: punctuation-half-width, 内容: '{content}', 理由: 样例 }}\n");
    let standing = |week: &str| -> Vec<bool> {
        let found = super::fixture::found(OFFICE, &[week]);
        found.iter().filter(|it| it.code == "punctuation-half-width").map(|it| it.acknowledged).collect()
    };
    assert_eq!(standing(&two), [false, false]);
    assert_eq!(standing(&with("情况属实,检票口")), [false, true]);
    // A mark alone stands for none of them, and words elsewhere do not either.
    assert_eq!(standing(&with(",")), [false, false]);
    assert_eq!(standing(&with("要求退款")), [false, false]);
}

#[test]
fn a_second_acknowledgement_of_the_same_is_of_no_use() {
    let slip = changed(WEEK, "办结时长: 25分钟", "有效: 是");
    let entry = "  - { 规则: complaint-time-missing, 内容: 办结, 理由: 平台没有计时 }\n";
    let week: Week = record(&format!("{slip}认可:\n{entry}{entry}"));
    let office: Office = record(OFFICE);
    let mut findings = zhoubao::check::Checker::for_office(&office).week(&office, &week);
    let acknowledged = week.acknowledged.written().unwrap();
    zhoubao::check::weigh(None, acknowledged, week.span.source(), &mut findings);
    let wrong = unused(acknowledged, week.span.source(), &[], &findings);
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].primary.as_ref().unwrap().span.start().line, week.span.source().text().lines().count());
}
