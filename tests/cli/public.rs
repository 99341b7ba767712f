//! Public editions: the same papers with persons masked, apart from those that are sent.

use std::fs;

use crate::program::{Room, Said};

const OFFICE: &str = "\
名称: 甲县旅游市场指挥中心
行政区: 甲县
简称: 甲县指挥中心
自称: 我中心
上级: { 名称: 乙市旅游市场指挥中心, 简称: 市指挥中心, 文内: 市中心 }
周报名称: 旅游市场周报
取舍: { 办法: 四舍五入, 小数位: 1 }
投诉平台: [{ 名称: 12345热线 }]
联系: { 联系人: 孙志远, 电话: \"0871-63112345\" }
检查: { 首日: 星期一, 轻重: { privacy-name: 不查 } }
";

/// A complainant is named in the next section too, where his friend of the same surname is.
const WEEK: &str = "\
周期: { 起: 2021-02-01, 止: 2021-02-07 }
期号: 1
成文: 2021-02-08
通报单:
  - 编号: 7
    收到: 2021-02-02
    投诉人: { 姓名: 王小明, 电话: \"13812345678\" }
    反映: \"{投诉人}反映丙饭店饭菜不符。\"
    核实: 与王小明（１３８ １２３４ ５６７８）核实，属实。
    处理: 已退款，游客王大力表示满意。
    上报: 2021-02-05
    下一步: 加强巡查。
投诉: { 12345热线: [] }
章节:
  - { 标题: 回访情况, 正文: 回访王小明、王大力，车牌云A12345，住青年路8号3幢501室。 }
";

fn room() -> Room {
    Room::empty().file("data/甲/office.yaml", OFFICE).file("data/甲/2021-02-01.yaml", WEEK)
}

fn published(room: &Room) -> Said {
    let said = room.run(&["build", "--edition", "public"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    said
}

const WEEKLY: &str = "output-public/甲/2021-02-01/weekly-公开版.docx";

#[test]
fn a_public_paper_names_nobody_and_says_what_it_is() {
    let room = room();
    published(&room);
    let text = room.word_text(WEEKLY);
    assert!(text.starts_with("旅游市场周报（第1期）（公开版）\n"), "{text}");
    assert!(text.contains("王某甲（×××）反映丙饭店饭菜不符。"), "{text}");
    assert!(text.contains("与王某甲（×××）核实，属实。已退款，游客王某乙表示满意。"), "{text}");
    assert!(text.contains("回访王某甲、王某乙，车牌×××，住青年路8号×××。"), "{text}");
    let reply = room.word_text("output-public/甲/2021-02-01/notice-7-公开版.docx");
    assert!(reply.contains("（联系人：孙某，联系电话：×××）"), "{reply}");
}

#[test]
fn what_was_masked_is_told_by_its_place_and_kind_and_never_by_its_value() {
    let room = room();
    let said = published(&room);
    let of_weekly: Vec<&str> =
        said.stdout.lines().filter(|line| line.contains("遮住了：甲/2021-02-01/weekly-")).collect();
    assert_eq!(
        of_weekly,
        [
            "遮住了：甲/2021-02-01/weekly-公开版 的姓名 1 处，写在 data/甲/2021-02-01.yaml:7",
            "遮住了：甲/2021-02-01/weekly-公开版 的号码 1 处，写在 data/甲/2021-02-01.yaml:7",
            "遮住了：甲/2021-02-01/weekly-公开版 的姓名 1 处，写在 data/甲/2021-02-01.yaml:9",
            "遮住了：甲/2021-02-01/weekly-公开版 的号码 1 处，写在 data/甲/2021-02-01.yaml:9",
            "遮住了：甲/2021-02-01/weekly-公开版 的姓名 1 处，写在 data/甲/2021-02-01.yaml:10",
            "遮住了：甲/2021-02-01/weekly-公开版 的姓名 2 处，写在 data/甲/2021-02-01.yaml:15",
            "遮住了：甲/2021-02-01/weekly-公开版 的车牌或护照 1 处，写在 data/甲/2021-02-01.yaml:15",
            "遮住了：甲/2021-02-01/weekly-公开版 的住址 1 处，写在 data/甲/2021-02-01.yaml:15",
        ]
    );
    let said = room.run(&["build", "--edition", "public", "--force", "--kind", "notice", "--message-format", "json"]);
    let json = "{\"reason\":\"masked\",\"office\":\"甲\",\"week\":\"2021-02-01\",\"kind\":\"notice\",\"number\":7,\"unit\":null,\
                \"item\":null,\"what\":\"姓名\",\"count\":1,\"file\":\"data/甲/2021-02-01.yaml\",\"line\":7}";
    assert!(said.stdout.contains(json), "{}", said.stdout);
}

#[test]
fn somebody_of_another_weeks_record_is_masked_too_and_then_the_paper_is_made_anew() {
    let later = "周期: { 起: 2021-02-08, 止: 2021-02-14 }\n期号: 2\n成文: 2021-02-15\n投诉: { 12345热线: [] }\n\
                 章节: [{ 标题: 回访情况, 正文: 回访王小明、赵子轩。 }]\n";
    let room = room().file("data/甲/2021-02-08.yaml", later);
    published(&room);
    let weekly = "output-public/甲/2021-02-08/weekly-公开版.docx";
    assert!(room.word_text(weekly).contains("回访王某、赵子轩。"), "nobody has said who that is");
    let room = room.file("data/甲/2021-02-01.yaml", WEEK.replace("姓名: 王小明", "姓名: 赵子轩"));
    let said = room.run(&["build", "--edition", "public", "--explain-stale", "data/甲/2021-02-08.yaml"]);
    assert!(said.stdout.contains("weekly-公开版.docx：各期记录里的个人信息变了"), "{}", said.stdout);
    published(&room);
    assert!(room.word_text(weekly).contains("回访王小明、赵某。"));
    assert_eq!(room.run(&["verify", "--edition", "public", "--rebuild"]).status, 0);
}

#[test]
fn the_two_editions_never_lie_in_one_folder() {
    let room = room();
    published(&room);
    assert!(room.manifest_of("output-public", "甲").contains(" edition=public "));
    let said = room.run(&["build", "--out", "output-public"]);
    assert_eq!(said.status, 1);
    let told =
        "错误[public-folder]: 「output-public/甲」里放的是公开版（2021-02-01/notice-7-公开版.docx），报送的文书没有做";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert_eq!(room.run(&["build"]).status, 0);
    let said = room.run(&["build", "--edition", "public", "--out", "output"]);
    assert!(said.stderr.contains("错误[public-folder]: 「output/甲」里放的是报送的文书"), "{}", said.stderr);
    let text = room.word_text("output/甲/2021-02-01/weekly.docx");
    assert!(text.contains("王小明（13812345678）"), "{text}");
}

#[test]
fn the_office_chooses_name_and_mark_and_whether_its_contact_is_printed() {
    let chosen = "公开版: { 文件名: 网上, 标记: \"[网上公开]\", 联系人照印: 是 }\n";
    let room = room().file("data/甲/office.yaml", OFFICE.to_owned() + chosen);
    published(&room);
    let text = room.word_text("output-public/甲/2021-02-01/notice-7-网上.docx");
    assert!(text.contains("[网上公开]\n"), "{text}");
    assert!(text.contains("（联系人：孙志远，联系电话：0871-63112345）"), "{text}");
    assert!(!text.contains("王小明"), "{text}");
}

#[test]
fn where_a_record_cannot_be_read_nothing_is_published() {
    let room = room().file("data/甲/2021-02-08.yaml", "周期: { 起: 2021-02-08");
    let said = room.run(&["build", "--edition", "public", "data/甲/2021-02-01.yaml"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("错误[public-persons]: 「data/甲/2021-02-08.yaml」读不出，或者有错误"),
        "{}",
        said.stderr
    );
    assert!(!room.path(WEEKLY).exists());
}

#[test]
fn a_secret_paper_has_no_public_edition() {
    let template = "---\n标题: 内部情况\n密级: 秘密★1年\n---\n内容。\n";
    let room = room().file("data/甲/templates/weekly.md", template);
    let said = room.run(&["build", "--edition", "public"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[public-secret]: 「内部情况」标着「秘密★1年」，不做公开版"), "{}", said.stderr);
    assert!(!room.path(WEEKLY).exists());
}

#[test]
fn public_papers_are_sealed_and_packed_without_records() {
    let room = room();
    let said = room.run(&["build", "--edition", "public", "--seal", "--package", "2021"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let packed = room.tree("output-public/甲/package");
    assert!(packed.iter().any(|(name, _)| name.ends_with("weekly-公开版.pdf")), "{packed:?}");
    assert!(packed.iter().all(|(name, _)| !name.contains("records/")), "{packed:?}");
    assert!(fs::read_dir(room.path("output-public/甲/seals")).unwrap().count() > 0);
    assert_eq!(room.run(&["verify", "--edition", "public"]).status, 0);
}

#[test]
fn a_person_who_is_complained_of_is_one_too() {
    let week =
        WEEK.replace("投诉: { 12345热线: [] }", "投诉: { 12345热线: [{ 被投诉: 钱志强, 转办: 我中心, 状态: 办结 }] }");
    let room = room().file("data/甲/2021-02-01.yaml", week.replace("回访王小明、王大力", "回访钱志强"));
    published(&room);
    let text = room.word_text(WEEKLY);
    assert!(text.contains("投诉钱某") && text.contains("回访钱某，") && !text.contains("志强"), "{text}");
}

#[test]
fn a_record_that_is_called_after_somebody_publishes_nothing() {
    let room = Room::empty().file("data/甲/office.yaml", OFFICE).file("data/甲/王小明.yaml", WEEK);
    let said = room.run(&["build", "--edition", "public"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("错误[public-persons]: 记录的文件名「data/甲/王**.yaml」里有个人的姓名或号码"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_bulletin_has_the_mark_behind_its_issue() {
    let kinds = "文书: [{ 代号: brief, 模板: weekly, 版式: 简报 }]\n";
    let room = room().file("data/甲/office.yaml", OFFICE.to_owned() + kinds);
    published(&room);
    let text = room.word_text("output-public/甲/2021-02-01/brief-公开版.docx");
    assert!(text.contains("（第1期）（公开版）\n"), "{text}");
}
