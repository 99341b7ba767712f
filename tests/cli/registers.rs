//! An office keeps the registers of its year: what came in and by when it was answered, what went out, its document numbers,
//! complaints and cases. Each is a paper with one table, as a workbook, as a PDF and as CSV.

use std::fs;

use crate::program::{Room, Said};

const OFFICE: &str = "\
名称: 甲县旅游市场指挥中心
行政区: 甲县
简称: 甲县指挥中心
自称: 我中心
上级: { 名称: 乙市旅游市场指挥中心, 简称: 市指挥中心, 文内: 市中心 }
周报名称: 旅游市场周报
发文代字: 甲旅指
取舍: { 办法: 四舍五入, 小数位: 1 }
投诉平台: [{ 名称: 12345热线 }, { 名称: 12301平台 }]
成员单位: [县文旅局, 县市场监管局]
文号留用: [{ 年: 2021, 号: 4, 用途: 年度工作要点 }]
文号作废: [{ 年: 2021, 号: 2, 理由: 编重了 }]
检查:
  首日: 星期一
  答复期限: 5
文书:
  - { 代号: weekly, 模板: weekly, 每: 周 }
  - { 代号: notice, 模板: notice, 每: 通报单 }
  - { 代号: incoming, 模板: incoming-register, 格式: [docx, pdf, xlsx, csv] }
  - { 代号: outgoing, 模板: outgoing-register, 格式: [csv] }
  - { 代号: numbers, 模板: number-register, 格式: [csv] }
  - { 代号: notices, 模板: notice-register, 格式: [csv] }
  - { 代号: complaints, 模板: complaint-register, 格式: [csv] }
  - { 代号: cases, 模板: case-register, 格式: [csv] }
";

/// Two notices come in, one of which is answered at once; a complaint stays open, of another platform only the number is known.
const FIRST: &str = "\
周期: { 起: 2021-02-01, 止: 2021-02-07 }
期号: 1
成文: 2021-02-08
文号: 3
通报单:
  - { 编号: 7, 收到: 2021-02-04, 被投诉: 丙饭店, 反映: 饭菜不符。, 状态: 处理中 }
  - { 编号: 8, 收到: 2021-02-02, 被投诉: 丁旅行社, 反映: 退款慢。, 核实: 属实。, 处理: 已退款。, 上报: 2021-02-05, 文号: 1, 下一步: 加强巡查。 }
投诉:
  12345热线:
    - { 编号: A1, 日期: 2021-02-03, 被投诉: 丙饭店, 转办: 县市场监管局, 状态: 处理中 }
    - { 编号: A2, 日期: 2021-02-04, 被投诉: 丁旅行社, 转办: 县文旅局, 状态: 办结 }
  12301平台: 3
查处案件:
  - { 日期: 2021-02-05, 单位: 县文旅局, 对象: 丁旅行社, 案由: 未签订合同, 处理: 责令改正, 罚款: 5000 }
";

/// The Spring Festival lies between: the reply to the other notice is four working days late. A third stays open.
const SECOND: &str = "\
周期: { 起: 2021-02-22, 止: 2021-02-28 }
期号: 2
成文: 2021-03-01
文号: 6
通报单:
  - { 编号: 7, 收到: 2021-02-04, 被投诉: 丙饭店, 反映: 饭菜不符。, 核实: 属实。, 处理: 已责令改正。, 上报: 2021-02-22, 文号: 5, 下一步: 回头看。 }
  - { 编号: 9, 收到: 2021-02-24, 被投诉: 戊景区, 反映: 排队久。, 状态: 处理中 }
续办:
  - { 平台: 12345热线, 编号: A1, 被投诉: 丙饭店, 转办: 县市场监管局, 状态: 办结 }
投诉:
  12345热线: []
  12301平台: []
";

fn room() -> Room {
    Room::empty()
        .file("data/甲/office.yaml", OFFICE)
        .file("data/甲/2021-02-01.yaml", FIRST)
        .file("data/甲/2021-02-22.yaml", SECOND)
}

fn built(room: &Room) -> Said {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    said
}

/// The rows of a register of the second week below their head.
fn rows(room: &Room, register: &str) -> Vec<String> {
    let text = fs::read_to_string(room.path(&format!("output/甲/2021-02-22/{register}.csv"))).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    text.split_terminator("\r\n").skip(1).map(str::to_owned).collect()
}

#[test]
fn each_notice_stands_once_with_its_deadline_and_its_state_at_the_end_of_the_newest_record() {
    let room = room();
    built(&room);
    // Five working days from Thursday 4 February: the 5th, Sunday the 7th, which is worked, 8, 9, 10; then the festival until
    // the 17th. The reply of Monday 22 February is late by the 18th, 19th, Saturday the 20th, which is worked, and the 22nd.
    assert_eq!(
        rows(&room, "notices"),
        [
            "1,《涉旅信息通报单》（8号）,2021年2月2日,乙市旅游市场指挥中心,丁旅行社,2021年2月8日,已答复,2021年2月5日,,甲旅指〔2021〕1号",
            "2,《涉旅信息通报单》（7号）,2021年2月4日,乙市旅游市场指挥中心,丙饭店,2021年2月10日,逾期答复,2021年2月22日,4,甲旅指〔2021〕5号",
            "3,《涉旅信息通报单》（9号）,2021年2月24日,乙市旅游市场指挥中心,戊景区,2021年3月3日,正在办理,,,",
        ]
    );
    let paper = room.word_text("output/甲/2021-02-22/incoming.docx");
    assert!(paper.contains("甲县旅游市场指挥中心收文登记簿\n"), "{paper}");
    assert!(paper.contains("2021年2月1日至2021年2月28日，据2期记录登记；办理情况截至2021年2月28日。"), "{paper}");
    assert!(paper.contains("2021年2月22日答复，逾期4个工作日"), "{paper}");
}

#[test]
fn what_went_out_and_the_numbers_with_those_that_no_paper_has() {
    let room = room();
    built(&room);
    let titles = [
        "关于《涉旅信息通报单》（8号）办理情况的报告",
        "旅游市场周报（第1期）",
        "关于《涉旅信息通报单》（7号）办理情况的报告",
        "旅游市场周报（第2期）",
    ];
    let superior = "乙市旅游市场指挥中心";
    assert_eq!(
        rows(&room, "outgoing"),
        [
            format!("1,2021年2月5日,甲旅指〔2021〕1号,{},{superior}", titles[0]),
            format!("2,2021年2月8日,甲旅指〔2021〕3号,{},{superior}", titles[1]),
            format!("3,2021年2月22日,甲旅指〔2021〕5号,{},{superior}", titles[2]),
            format!("4,2021年3月1日,甲旅指〔2021〕6号,{},{superior}", titles[3]),
        ]
    );
    assert_eq!(
        rows(&room, "numbers"),
        [
            format!("甲旅指〔2021〕1号,2021年2月5日,{},{superior},", titles[0]),
            "〔2021〕2号,,,,作废：编重了".to_owned(),
            format!("甲旅指〔2021〕3号,2021年2月8日,{},{superior},", titles[1]),
            "〔2021〕4号,,,,留用：年度工作要点".to_owned(),
            format!("甲旅指〔2021〕5号,2021年2月22日,{},{superior},", titles[2]),
            format!("甲旅指〔2021〕6号,2021年3月1日,{},{superior},", titles[3]),
        ]
    );
}

#[test]
fn a_complaint_that_goes_on_is_one_complaint() {
    let room = room();
    built(&room);
    assert_eq!(
        rows(&room, "complaints"),
        [
            "1,12345热线,A1,2021年2月3日,2021年2月1日—2月7日,丙饭店,县市场监管局,办结",
            "2,12345热线,A2,2021年2月4日,2021年2月1日—2月7日,丁旅行社,县文旅局,办结",
        ]
    );
    assert_eq!(
        rows(&room, "cases"),
        ["1,2021年2月5日,2021年2月1日—2月7日,县文旅局,丁旅行社,未签订合同,1,责令改正,5000"]
    );
}

#[test]
fn a_register_lists_no_week_behind_its_own_and_is_stale_when_one_before_it_changes() {
    let room = room();
    built(&room);
    let text = fs::read_to_string(room.path("output/甲/2021-02-01/notices.csv")).unwrap();
    assert!(text.contains("（7号）") && text.contains(",正在办理,") && !text.contains("（9号）"), "{text}");
    let manifest = room.manifest("甲");
    let line = manifest.lines().find(|line| line.contains(" 2021-02-22/notices.csv ")).unwrap();
    let records: Vec<&str> = line.split(' ').filter_map(|word| word.strip_prefix("week=")).collect();
    let names: Vec<&str> = records.iter().map(|record| record.split_once(':').unwrap().0).collect();
    assert_eq!(names, ["2021-02-22.yaml", "2021-02-01.yaml"]);
    assert!(built(&room).stderr.contains("个未变"), "nothing is made again");

    let room = room.file("data/甲/2021-02-01.yaml", FIRST.replace("退款慢", "退款太慢"));
    let said = room.run(&["build", "--explain-stale", "data/甲/2021-02-22.yaml"]);
    assert!(!said.stdout.contains("notices.csv"), "it prints nothing of that: {}", said.stdout);
    let room = room.file("data/甲/2021-02-01.yaml", FIRST.replace("收到: 2021-02-02", "收到: 2021-02-03"));
    let said = room.run(&["build", "--explain-stale", "data/甲/2021-02-22.yaml"]);
    let told = "2021-02-22/notices.csv：用到的另一期记录「2021-02-01.yaml」变了";
    assert!(said.stdout.contains(told), "{} {}", said.stdout, said.stderr);
    built(&room);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
}

#[test]
fn an_error_in_an_earlier_record_holds_up_the_registers_alone() {
    let room = room().file("data/甲/2021-02-01.yaml", FIRST.replace("期号: 1", "期号: 甲"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    let told = "错误[week-compared]: 登记簿要列今年各期的记录，登记的一期的记录有错误：「data/甲/2021-02-01.yaml」";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert!(room.path("output/甲/2021-02-22/weekly.docx").exists());
    assert!(!room.path("output/甲/2021-02-22/notices.csv").exists());
}

#[test]
fn a_record_since_a_day_has_the_register_of_its_days() {
    let office = OFFICE.replace("{ 代号: notices, 模板", "{ 代号: notices, 报送周期: 累计, 模板");
    let year = "周期: { 起: 2021-01-01, 止: 2021-12-31, 累计: 是 }\n期号: 1\n成文: 2021-12-31\n\
                投诉: { 12345热线: 2, 12301平台: 3 }\n";
    let room = room().file("data/甲/office.yaml", office).file("data/甲/全年.yaml", year);
    built(&room);
    assert!(!room.path("output/甲/2021-02-22/notices.csv").exists());
    let text = fs::read_to_string(room.path("output/甲/2021-01-01--2021-12-31/notices.csv")).unwrap();
    assert_eq!(text.matches("\r\n").count(), 4, "{text}");
    assert!(text.contains("（9号）") && text.contains("正在办理"), "as it stood on 28 February: {text}");
}

#[test]
fn a_template_of_the_offices_own_lists_the_periods_themselves() {
    let template = "---\n标题: 登记\n---\n{% for period in register.periods %}第{{ period.week.issue }}期{{ period.notices | length }}件。{% endfor %}\n";
    let office = OFFICE.to_owned() + "  - { 代号: own, 模板: own, 格式: [docx] }\n";
    let room = room().file("data/甲/office.yaml", office).file("data/甲/templates/own.md", template);
    built(&room);
    let text = room.word_text("output/甲/2021-02-22/own.docx");
    assert!(text.contains("第1期2件。第2期2件。"), "{text}");
}

#[test]
fn a_year_whose_days_off_nobody_has_announced_is_named_on_the_register() {
    let week = "周期: { 起: 2027-02-01, 止: 2027-02-07 }\n期号: 1\n成文: 2027-02-08\n文号: 1\n通报单:\n  \
                - { 编号: 7, 收到: 2027-02-04, 被投诉: 丙饭店, 反映: 饭菜不符。, 状态: 处理中 }\n\
                投诉: { 12345热线: [], 12301平台: [] }\n";
    let room = Room::empty().file("data/甲/office.yaml", OFFICE).file("data/甲/2027-02-01.yaml", week);
    built(&room);
    let text = room.word_text("output/甲/2027-02-01/incoming.docx");
    assert!(text.contains("2027年的放假安排没有公布，工作日按星期一至星期五计算。"), "{text}");
    // From Thursday 4 February: the 5th, and Monday to Thursday.
    assert!(text.contains("2027年2月11日"), "{text}");
}

#[test]
fn registers_are_sealed_verified_and_packed_like_papers() {
    let room = room();
    let said = room.run(&["build", "--seal", "--package", "2021"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
    let packed = room.tree("output/甲/package");
    for register in ["2021-02-22/incoming.pdf", "2021-02-01/notices.csv", "2021-02-22/cases.csv"] {
        assert!(packed.iter().any(|(name, _)| name.ends_with(register)), "{register}");
    }
    let room = room.file("data/甲/2021-02-01.yaml", FIRST.replace("收到: 2021-02-02", "收到: 2021-02-03"));
    let said = room.run(&["build", "data/甲/2021-02-22.yaml"]);
    assert_eq!(said.status, 1);
    let told = "「output/甲/2021-02-22/incoming.docx」已经封存，但是用到的另一期记录「2021-02-01.yaml」变了";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}
