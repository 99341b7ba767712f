//! Offices differ, and none of it is Rust.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE, quiet_week};

const XISHAN: &str = "\
名称: 西山区旅游市场综合监管指挥中心
行政区: 西山区
简称: 西山区指挥中心
自称: 区指挥中心
上级: { 名称: 昆明市文化和旅游局, 简称: 市文旅局, 文内: 市文旅局 }
周报名称: 西山区旅游市场监管工作简报
取舍: { 办法: 四舍五入, 小数位: 1 }
检查项目: [旅游车辆, 驾驶员, 景区]
投诉平台: [{ 名称: 游云南平台 }, { 名称: 全国12315平台 }]
文书: [{ 代号: bulletin, 模板: bulletin, 每: 周 }]
";
const XISHAN_WEEK: &str = "\
周期: { 起: 2021-03-01, 止: 2021-03-07 }
期号: 9
成文: 2021-03-08
执法检查: { 旅游车辆: 72, 驾驶员: 72, 景区: 8 }
投诉: { 游云南平台: [], 全国12315平台: [] }
章节:
  - 标题: 宣传引导
    正文: |
      第一段。
      第二段。
  - { 标题: 安全生产, 正文: 本周无事故。 }
";
const XISHAN_TEMPLATE: &str = "\
---
标题: \"{{ office.weekly_name }}（第{{ week.issue }}期）\"
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
# 执法检查

{{ week.period }}，共检查旅游车辆{{ inspections[\"旅游车辆\"] }}辆次、驾驶员{{ inspections[\"驾驶员\"] }}人次、
景区{{ inspections[\"景区\"] }}家次。{{ complaints.none | join(sep=\"、\") }}均无涉旅投诉件。

{% for section in sections %}
# {{ section.title }}

{{ section.text }}
{% endfor %}
";

fn xishan() -> Room {
    Room::sample()
        .file("data/xishan/office.yaml", XISHAN)
        .file("data/xishan/2021-03-01.yaml", XISHAN_WEEK)
        .file("data/xishan/templates/bulletin.md", XISHAN_TEMPLATE)
}

#[test]
fn a_second_office_in_its_own_way_needs_no_rebuild() {
    let room = xishan();
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let expected = "\
西山区旅游市场监管工作简报（第9期）

一、执法检查
2021年3月1日—3月7日，共检查旅游车辆72辆次、驾驶员72人次、景区8家次。游云南平台、全国12315平台均无涉旅投诉件。
二、宣传引导
第一段。
第二段。
三、安全生产
本周无事故。

西山区旅游市场综合监管指挥中心
2021年3月8日
";
    assert_eq!(room.word_text("output/xishan/2021-03-01/bulletin.docx"), expected);
    assert_eq!(room.output().len(), 8);
}

#[test]
fn the_built_in_weekly_leaves_out_what_an_office_does_not_have() {
    let office = XISHAN.replace("代号: bulletin, 模板: bulletin", "代号: weekly, 模板: weekly");
    let office = office.replace("[旅游车辆, 驾驶员, 景区]", "[出动人次, 检查家次]");
    let week = XISHAN_WEEK.replace("旅游车辆: 72, 驾驶员: 72, 景区: 8", "出动人次: 9, 检查家次: 4");
    let room = xishan().file("data/xishan/office.yaml", office).file("data/xishan/2021-03-01.yaml", week);
    let said = room.run(&["build", "data/xishan"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/xishan/2021-03-01/weekly.docx");
    let headings: Vec<_> = text.lines().filter(|line| line.chars().nth(1) == Some('、')).collect();
    assert_eq!(headings, ["一、投诉办理情况", "二、宣传引导", "三、安全生产"]);
}

#[test]
fn an_old_week_is_made_with_the_template_of_its_time() {
    let dated = |note: &str| format!("---\n标题: 周报\n---\n{note}，{{{{ week.period }}}}。\n");
    let room = Room::sample()
        .file(WEEK_FILE, WEEK.replace("止: 2021-01-14", "止: 2021-01-13"))
        .file("data/panlong/templates/weekly.md", dated("最初的模板"))
        .file("data/panlong/templates/weekly@2021-01-15.md", dated("第二代模板"))
        .file("data/panlong/templates/weekly@2021-02-01.md", dated("第三代模板"));
    let weeks = [
        ("2021-01-14", "2021-01-14"),
        ("2021-01-15", "2021-01-21"),
        ("2021-01-31", "2021-01-31"),
        ("2021-02-01", "2021-02-07"),
    ];
    let room = weeks.into_iter().zip(3..).fold(room, |room, ((start, end), issue)| {
        room.file(&format!("data/panlong/{start}.yaml"), quiet_week(start, end, issue))
    });
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let made = weeks.map(|(start, _)| room.word_text(&format!("output/panlong/{start}/weekly.docx")));
    for (text, template) in made.iter().zip(["最初的模板", "第二代模板", "第二代模板", "第三代模板"])
    {
        assert!(text.contains(template), "{template}: {text}");
    }
}

#[test]
fn a_broken_template_is_told_at_its_line() {
    let told = |template: &str| {
        let room = Room::sample().file("data/panlong/templates/weekly.md", template);
        let said = room.run(&["build"]);
        let made: Vec<_> = room.output().into_iter().map(|(name, _)| name).collect();
        let replies = ["6.docx", "6.pdf", "8.docx", "8.pdf"].map(|end| format!("panlong/2021-01-08/notice-{end}"));
        assert_eq!((said.status, &made[..]), (1, &replies[..]), "the replies have another template: {}", said.stderr);
        said.stderr
    };
    let unknown = told("---\n标题: 周报\n---\n本周，{{ offfice.name }}。\n");
    assert!(unknown.contains("data/panlong/templates/weekly.md:4:7"), "{unknown}");
    assert!(unknown.starts_with("警告[template-name]: 模板里写了「offfice」"), "{unknown}");
    assert!(unknown.contains("错误[template]: 模板填不下去"), "{unknown}");
    let unclosed = told("---\n标题: 周报\n---\n\n{% if week %}甲\n");
    assert!(unclosed.contains("模板写法有误"), "{unclosed}");
    let list = told("---\n标题: 周报\n---\n- 甲\n- 乙\n");
    assert!(list.contains("用了列表，公文里没有这种东西"), "{list}");
    let hole = told("---\n标题: 周报\n---\n{{ office.contact.fax }}\n");
    assert!(hole.contains("模板填不下去"), "{hole}");
    assert!(told("没有开头\n").contains("开头没有两行 ---"));
    assert!(told("---\n标提: 周报\n---\n甲\n").contains("没有「标提」这个键"));
}

#[test]
fn what_an_offices_file_names_must_be_there() {
    let papers = "文书:\n  - { 代号: weekly, 模板: wekly, 每: 周 }\n";
    let seal = "公文:\n  印章: { 图: 印章.png }\n";
    let (registers, _) = OFFICE.split_once("\n# 对记录的要求").unwrap();
    let office = registers
        .lines()
        .filter(|line| !line.starts_with("公文:") && !line.starts_with("  标志"))
        .filter(|line| !["  签发人", "  抄送", "  印发机关"].iter().any(|key| line.starts_with(key)));
    let office: String = office.map(|line| format!("{line}\n")).collect();
    let room = Room::sample().file(
        "data/panlong/office.yaml",
        format!(
            "{office}检查:\n  轻重: {{ papers-in-one-title: 不查, papers-named-differently: 不查 }}\n{seal}{papers}"
        ),
    );
    let said = room.run(&["check"]);
    let last = office.lines().count();
    let expected = format!(
        "\
错误[read-file]: 图片「印章.png」找不到或打不开
  --> data/panlong/office.yaml:{}:12
   |
{} |   印章: {{ 图: 印章.png }}
   |               ^^^^^^^^ 写在这里
   |
   = 帮助: 把图片放在指挥中心自己的文件夹里，写从那里算起的路径，例如 印章.png
错误[template]: 没有模板「wekly」
  --> data/panlong/office.yaml:{}:23
   |
{} |   - {{ 代号: weekly, 模板: wekly, 每: 周 }}
   |                           ^^^^^ 找不到
   |
   = 帮助: 是不是想写「weekly」？有这些模板：case-register、complaint-register、incoming-register、notice、\
                notice-register、number-register、outgoing-register、reminder、weekly
1 个指挥中心，1 周，错误 2 处，警告 0 处",
        last + 4,
        last + 4,
        last + 6,
        last + 6
    );
    assert_eq!((said.status, said.stderr), (1, expected));
}

/// The sample with a seal, whose picture has these bytes.
fn sealed(picture: &[u8]) -> Room {
    let office = OFFICE.replace("公文:\n", "公文:\n  印章: { 图: 印章.png }\n");
    Room::sample().file("data/panlong/office.yaml", office).file("data/panlong/印章.png", picture)
}

fn seal() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 84, 84);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&vec![200; 84 * 84 * 4]).unwrap();
    bytes
}

#[test]
fn a_seal_damaged_in_the_copying_is_told_before_any_paper_is_made() {
    let said = sealed(&seal()).run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let line = OFFICE.lines().position(|line| line == "公文:").unwrap() + 2;
    let good = seal();
    let mut wrong_sum = good.clone();
    wrong_sum[30] ^= 1;
    for damaged in [&good[..good.len() / 2], &good[..good.len() - 6], &wrong_sum] {
        for command in ["check", "build"] {
            let room = sealed(damaged);
            let said = room.run(&[command]);
            assert!(said.stderr.starts_with("错误[read-file]: 图片「印章.png」已经损坏\n"), "{}", said.stderr);
            assert!(said.stderr.contains(&format!("data/panlong/office.yaml:{line}:")), "{}", said.stderr);
            assert!(said.stderr.contains("帮助: 从原件再存一次"), "{}", said.stderr);
            assert_eq!((said.status, room.output().len()), (1, 0));
        }
    }
}

#[test]
fn a_joint_paper_carries_the_offices_seal() {
    let template = "---\n标题: 联合通知\n署名: [盘龙区文化和旅游局, \"{{ office.name }}\"]\n日期: 2021年1月15日\n盖章: 盖章\n---\n正文。\n";
    let room = sealed(&seal()).file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["build", "--kind", "weekly"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let word = std::fs::File::open(room.path("output/panlong/2021-01-08/weekly.docx")).unwrap();
    let mut word = zip::ZipArchive::new(word).unwrap();
    let xml = std::io::read_to_string(word.by_name("word/document.xml").unwrap()).unwrap();
    assert_eq!(xml.matches("<wp:anchor").count(), 1);
}

#[test]
fn a_template_with_a_control_character_is_not_said_to_be_missing() {
    let papers = "文书:\n  - { 代号: bulletin, 模板: bulletin, 每: 周 }\n";
    let room = Room::sample()
        .file("data/panlong/office.yaml", format!("{OFFICE}{papers}"))
        .file("data/panlong/templates/bulletin.md", "---\n标题: 周报\n---\n甲\u{1b}乙。\n");
    let said = room.run(&["check"]);
    assert!(said.stderr.starts_with("错误[read-control]: 这里有一个看不见的控制字符（U+001B）\n"), "{}", said.stderr);
    assert!(said.stderr.contains("templates/bulletin.md:4:2") && !said.stderr.contains("没有模板"), "{}", said.stderr);
}

#[test]
fn check_tells_what_the_papers_would_lack() {
    let papers = "文书:\n  - { 代号: weekly, 模板: weekly, 每: 周, 版式: 公文 }\n";
    let room = Room::sample().file("data/panlong/office.yaml", format!("{OFFICE}{papers}"));
    for command in ["check", "build"] {
        let said = room.run(&[command]);
        assert!(said.stderr.contains("错误[template-number]: 模板开头少了「文号」\n"), "{}", said.stderr);
        assert!(said.stderr.contains("例如 盘旅指报〔2021〕1号"), "{}", said.stderr);
        assert_eq!((said.status, room.output().len()), (1, 0));
    }
}

/// Of keys that no template names, each once for all weeks; what is acknowledged in the office's file counts no more.
#[test]
fn what_no_template_prints_is_told_once_and_may_be_acknowledged() {
    let papers = "文书:\n  - { 代号: weekly, 模板: weekly, 每: 周 }\n";
    let template = "---\n标题: 周报\n---\n{{ week.period }}，{% for item in inspected %}{{ item.phrase }}、{% endfor %}\
                    收到投诉{{ complaints.total }}件。{% for case in cases.items %}{{ case.cause }}。{% endfor %}\n";
    let week = crate::program::quiet_week("2021-01-08", "2021-01-14", 2);
    let case = |day: &str| {
        format!("  - {{ 日期: {day}, 单位: 区指挥中心, 对象: 甲公司, 案由: 无证经营, 处理: 责令改正, 罚款: 500 }}\n")
    };
    let later = crate::program::quiet_week("2021-01-15", "2021-01-21", 3);
    let room = |acknowledged: &str| {
        Room::empty()
            .file("data/panlong/office.yaml", format!("{}{papers}{acknowledged}", crate::program::quiet_office()))
            .file("data/panlong/templates/weekly.md", template)
            .file("data/panlong/1.yaml", format!("{week}查处案件:\n{}", case("2021-01-08")))
            .file("data/panlong/2.yaml", format!("{later}查处案件:\n{}", case("2021-01-15")))
    };
    let said = room("").run(&["check"]);
    let told: Vec<&str> = said.stderr.lines().filter(|line| line.starts_with("建议[unprinted]")).collect();
    let expected = |keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| format!("建议[unprinted]: 记录里写了{key}，没有一份模板印它")).collect()
    };
    let all = [
        "「期号」",
        "「成文」",
        "「查处案件」的「单位」",
        "「查处案件」的「处理」",
        "「查处案件」的「对象」",
        "「查处案件」的「日期」",
        "「查处案件」的「罚款」",
    ];
    for line in expected(&all) {
        assert_eq!(told.iter().filter(|told| **told == line).count(), 1, "{line}: {}", said.stderr);
    }
    assert!(!said.stderr.contains("「案由」，没有"), "{}", said.stderr);
    assert!(said.stderr.contains(" --> data/panlong/office.yaml:2:5") && said.stderr.contains("data/panlong/1.yaml:"));

    let acknowledged = "认可:\n  - { 规则: unprinted, 内容: 「查处案件」的「罚款」, 理由: 罚款另报 }\n";
    let said = room(acknowledged).run(&["check"]);
    assert!(said.stderr.contains("，已认可 1 处"), "{}", said.stderr);
    assert!(!said.stderr.contains("建议[unprinted]: 记录里写了「查处案件」的「罚款」"), "{}", said.stderr);
}

#[test]
fn the_sample_names_its_own_office_only_in_data() {
    assert!(OFFICE.contains("盘龙区"));
    // A dictionary names all cities.
    let is_dictionary = |file: &std::path::PathBuf| file.ends_with("title/words.txt");
    for entry in walk(std::path::Path::new("src")).into_iter().filter(|file| !is_dictionary(file)) {
        let text = std::fs::read_to_string(&entry).unwrap();
        let told = ["//", "looks_for: ", "why: ", "example: ", "fix: "];
        let is_code = |line: &&str| !told.iter().any(|start| line.trim_start().starts_with(start));
        let code: String = text.lines().filter(is_code).collect();
        let code = code.split("#[cfg(test)]").next().unwrap();
        let test_file = entry.ends_with("tests.rs");
        let names = ["盘龙", "昆明", "云岭", "云州"];
        assert!(test_file || !names.iter().any(|name| code.contains(name)), "{}", entry.display());
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn an_error_that_two_papers_need_mended_in_two_ways_is_shown_with_both() {
    let office = include_str!("../../data/yunling/office.yaml").replace("发文代字: 云岭旅监\n", "");
    let room = Room::empty()
        .file("data/yunling/office.yaml", office)
        .file("data/yunling/templates/weekly.md", include_str!("../../data/yunling/templates/weekly.md"))
        .file("data/yunling/2022/2022-03-07.yaml", include_str!("../../data/yunling/2022/2022-03-07.yaml"))
        .file("data/yunling/2022/2022-03-14.yaml", include_str!("../../data/yunling/2022/2022-03-14.yaml"))
        .file("data/yunling/2022/2022-03-21.yaml", include_str!("../../data/yunling/2022/2022-03-21.yaml"));
    let said = room.run(&["check"]);
    assert_eq!(said.status, 1);
    let helps: Vec<&str> =
        said.stderr.lines().filter_map(|line| line.split_once("帮助: 版式是")).map(|it| it.1).collect();
    let number = "要写发文字号，例如 盘旅指报〔2021〕1号；记录里还没有文号的，用 zhoubao number 编上";
    assert_eq!(helps, [format!("上行文，{number}"), format!("信函，{number}")]);
}
