//! An office of three member units reminds those that have not reported: a paper to each, each with its own 文号.

use std::fs;

use crate::program::Room;

const OFFICE: &str = "\
名称: 乙县综合治理中心
行政区: 乙县
简称: 乙县治理中心
自称: 我中心
上级: { 名称: 丙市综合治理中心, 简称: 市治理中心, 文内: 市中心 }
周报名称: 综合治理周报
发文代字: 乙治
公文: { 标志: 乙县综合治理中心文件 }
取舍: { 办法: 四舍五入, 小数位: 1 }
成员单位: [县信访局, 县林业局, 县城管局]
收到文书:
  - { 名称: 综合治理工作周报, 简称: 周报, 全体报送: 是 }
  - { 名称: 隐患排查表, 全体报送: 是 }
台账: [{ 名称: 走访, 数: [{ 名称: 户数 }] }]
文书:
  - { 代号: weekly, 模板: weekly, 每: 周 }
  - { 代号: reminder, 模板: reminder, 每: 未报单位, 版式: 公文 }
";

const REMINDER: &str = "\
---
版式: \"{{ paper.form }}\"
标志: \"{{ office.mark }}\"
文号: \"{% if paper.document_number %}{{ office.document_code }}〔{{ week.dated | year }}〕{{ paper.document_number }}号{% endif %}\"
标题: 关于催报材料的通知
主送: \"{{ unit.name }}：\"
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
{{ week.period }}，你单位没有报送{% for paper in unit.owed %}《{{ paper.short }}》{% endfor %}，请尽快补报。
";

/// Who has reported, who has sent the other paper, and what else the week says.
fn week(reported: &str, sent: &str, further: &str) -> String {
    format!(
        "周期: {{ 起: 2026-11-02, 止: 2026-11-08 }}\n期号: 44\n成文: 2026-11-09\n\
         报送:\n  上报: []\n  收到:\n    - {{ 文书: 综合治理工作周报, 单位: [{reported}] }}\n    \
         - {{ 文书: 隐患排查表, 单位: [{sent}] }}\n{further}"
    )
}

const ALL: &str = "县信访局, 县林业局, 县城管局";

/// The forestry bureau sent neither of the two papers.
fn one_silent() -> String {
    week("县信访局, 县城管局", "县信访局, 县城管局", "各件文号:\n  reminder: { 县林业局: 12 }\n")
}

fn room(week: &str) -> Room {
    Room::empty()
        .file("data/县/office.yaml", OFFICE)
        .file("data/县/templates/reminder.md", REMINDER)
        .file("data/县/2026-11-02.yaml", week)
}

/// The Word files that lie in the output folder.
fn made(room: &Room) -> Vec<String> {
    let names = room.output().into_iter().map(|(name, _)| name);
    let papers = names.filter_map(|name| Some(name.strip_prefix("县/2026-11-02/")?.strip_suffix(".docx")?.to_owned()));
    let mut papers: Vec<String> = papers.collect();
    papers.sort();
    papers
}

#[test]
fn a_unit_that_has_not_reported_gets_a_paper_with_its_number() {
    let room = room(&one_silent());
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(made(&room), ["reminder-县林业局", "weekly"]);
    let printed = room.word_text("output/县/2026-11-02/reminder-县林业局.docx");
    assert!(printed.contains("乙治〔2026〕12号\n"), "{printed}");
    assert!(printed.contains("县林业局：\n"), "{printed}");
    assert!(printed.contains("2026年11月2日—11月8日，你单位没有报送《周报》《隐患排查表》，请尽快补报。"), "{printed}");
    // The next run knows all of it.
    let again = room.run(&["build"]);
    assert_eq!(
        (again.status, again.stderr.as_str()),
        (0, "1 个指挥中心，1 周，4 个文件（其中 4 个未变），没有发现问题")
    );
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
}

#[test]
fn where_all_have_reported_there_is_none() {
    let room = room(&week(ALL, ALL, ""));
    let said = room.run(&["build"]);
    assert_eq!((said.status, made(&room)), (0, vec!["weekly".to_owned()]), "{}", said.stderr);
}

#[test]
fn each_silent_unit_gets_what_it_owes() {
    let numbers = "各件文号:\n  reminder: { 县信访局: 12, 县林业局: 13 }\n";
    let room = room(&week("县城管局", "县信访局, 县城管局", numbers));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(made(&room), ["reminder-县信访局", "reminder-县林业局", "weekly"]);
    let [petitions, forestry] =
        ["县信访局", "县林业局"].map(|unit| room.word_text(&format!("output/县/2026-11-02/reminder-{unit}.docx")));
    assert!(petitions.contains("乙治〔2026〕12号") && petitions.contains("没有报送《周报》，"), "{petitions}");
    assert!(
        forestry.contains("乙治〔2026〕13号") && forestry.contains("没有报送《周报》《隐患排查表》，"),
        "{forestry}"
    );
}

#[test]
fn a_paper_without_its_number_is_held_up_alone_and_told_with_the_lines_to_write() {
    let room = room(&week("县城管局", ALL, "各件文号:\n  reminder: { 县林业局: 13 }\n"));
    let said = room.run(&["build"]);
    assert_eq!((said.status, made(&room)), (1, vec!["reminder-县林业局".to_owned(), "weekly".to_owned()]));
    let told = "错误[paper-number-missing]: 给「县信访局」的 reminder 没有文号";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    let help = "用 zhoubao number 编上；或者在「各件文号」里写 reminder: { 县信访局: 1 }，1 换成发文登记簿上的号，reminder 已经有的，\
                在它里面添上";
    assert!(said.stderr.contains(help), "{}", said.stderr);
    assert!(said.stderr.contains("1 周，4 个文件，没有做成 1 份，错误 1 处"), "{}", said.stderr);
    assert!(room.run(&["check"]).stderr.contains(told));
}

#[test]
fn a_broken_template_of_one_kind_leaves_the_others_written_and_the_week_is_not_sealed() {
    let room = room(&one_silent());
    assert_eq!(room.run(&["build"]).status, 0);
    let before = room.output();
    let manifest = room.manifest("县");
    // A paper that was made before stays as it is, and so does its line.
    let room = room.file("data/县/templates/reminder.md", REMINDER.replace("unit.name }}：", "unit.nmae }}："));
    let room = room.file("data/县/2026-11-02.yaml", one_silent().replace("期号: 44", "期号: 45"));
    let said = room.run(&["build", "--seal"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    assert_eq!(said.stderr.matches("错误[template]").count(), 1, "{}", said.stderr);
    let refused = "错误[archive-unsealed]: 2026-11-02 这一期没有封存：「reminder-县林业局」没有做成";
    assert!(said.stderr.contains(refused), "{}", said.stderr);
    let after = room.output();
    for (name, bytes) in &before {
        let is_same = after.iter().any(|(known, now)| known == name && now == bytes);
        assert_eq!(is_same, name.contains("reminder"), "{name}");
    }
    let line =
        |manifest: &str| manifest.lines().filter(|line| line.contains("reminder")).collect::<Vec<_>>().join("\n");
    assert_eq!(line(&manifest), line(&room.manifest("县")));
    assert!(!room.manifest("县").contains(" sealed sum="));
    assert_eq!(room.run(&["verify"]).status, 0, "what lies there is what the manifest says");
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 1);
    let stale = room.run(&["build", "--explain-stale"]);
    assert_eq!((stale.status, stale.stdout.as_str()), (1, ""), "{}", stale.stderr);
    assert!(stale.stderr.contains("没有做成 1 份"), "{}", stale.stderr);
    assert_eq!(room.run(&["build", "--package", "2026"]).status, 1);
    assert!(!room.path("output/县/package").exists());

    let room = room.file("data/县/templates/reminder.md", REMINDER);
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    assert_eq!(room.manifest("县").matches(" sealed sum=").count(), 4);
    assert_ne!(line(&manifest), line(&room.manifest("县")), "the record has changed since");
}

#[test]
fn a_template_that_holds_up_papers_of_several_weeks_is_told_once() {
    let next = one_silent().replace("2026-11-02", "2026-11-09").replace("2026-11-08", "2026-11-15");
    let next = next.replace("成文: 2026-11-09", "成文: 2026-11-16").replace("期号: 44", "期号: 45");
    let room = room(&one_silent())
        .file("data/县/2026-11-09.yaml", next.replace("县林业局: 12", "县林业局: 13"))
        .file("data/县/templates/reminder.md", REMINDER.replace("unit.name }}：", "unit.nmae }}："));
    let said = room.run(&["build"]);
    assert_eq!(said.stderr.matches("错误[template]").count(), 1, "{}", said.stderr);
    assert!(said.stderr.contains("2 周，4 个文件，没有做成 2 份，错误 1 处"), "{}", said.stderr);
}

#[test]
fn an_empty_addressee_holds_up_its_paper_alone() {
    let room = room(&one_silent())
        .file("data/县/templates/reminder.md", REMINDER.replace("主送: \"{{ unit.name }}：\"", "主送: \"：\""));
    let said = room.run(&["build", "--message-format", "json"]);
    assert_eq!((said.status, made(&room)), (1, vec!["weekly".to_owned()]), "{}", said.stdout);
    let held_up: Vec<serde_json::Value> = said
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|object: &serde_json::Value| object["reason"] == "held-up")
        .collect();
    let expected = serde_json::json!({
        "reason": "held-up", "office": "县", "week": "2026-11-02", "kind": "reminder", "number": null, "unit": "县林业局", "item": null,
    });
    assert_eq!(held_up, [expected]);
}

#[test]
fn an_error_in_the_record_still_holds_up_all_papers() {
    let room = room(&one_silent().replace("期号: 44", "期号: 四十四"));
    let said = room.run(&["build"]);
    assert_eq!((said.status, made(&room)), (1, vec![]), "{}", said.stderr);
}

#[test]
fn a_reminder_that_is_no_longer_due_is_told() {
    let room = room(&one_silent());
    assert_eq!(room.run(&["build"]).status, 0);
    let room = room.file("data/县/2026-11-02.yaml", week(ALL, ALL, ""));
    let said = room.run(&["build"]);
    assert!(said.stderr.contains("「output/县/2026-11-02/reminder-县林业局.docx」不再有对应的记录"), "{}", said.stderr);
}

#[test]
fn numbers_of_papers_that_there_are_not_are_told() {
    for (numbers, told) in [
        ("reminder: { 县林业局: 12, 县城管局: 13 }", "「县城管局」这一期什么也不欠，没有给它的 reminder"),
        ("reminder: { 县林业居: 12 }", "是不是想写「县林业局」？"),
        ("remindre: { 县林业局: 12 }", "是不是想写「reminder」？"),
        ("reminder: 12", "写成 reminder: { 县林业局: 12 }"),
        ("weekly: { 县林业局: 12 }", "写成 weekly: 12"),
        ("reminder: { 县林业局: 0 }", "「文号」从 1 算起，没有 0 号"),
        ("{ reminder: { 县林业局: 12 }, weekly: 12 }", "文号 12 在 2026 年用了两次"),
    ] {
        let written = format!(
            "各件文号: {}\n",
            if numbers.starts_with('{') { numbers.to_owned() } else { format!("{{ {numbers} }}") }
        );
        let said = room(&week("县信访局, 县城管局", ALL, &written)).run(&["check"]);
        assert!(said.status == 1 && said.stderr.contains(told), "{numbers}: {}", said.stderr);
    }
    let twice = week("县信访局, 县城管局", ALL, "文号: 11\n各件文号: { weekly: 11, reminder: { 县林业局: 12 } }\n");
    let said = room(&twice).run(&["check"]);
    assert!(said.stderr.contains("weekly 的文号写了两处"), "{}", said.stderr);
}

/// The office with one more kind that is made under a condition.
fn conditional(condition: &str) -> String {
    format!("{OFFICE}  - {{ 代号: brief, 模板: brief, 每: 周, 当: {condition} }}\n")
}

#[test]
fn a_kind_under_a_condition_is_made_where_it_holds() {
    let brief = "---\n版式: 白头\n标题: 专报\n---\n专报一份。\n";
    for (condition, visits, is_made) in [
        ("有未报", "", true),
        ("无未报", "", false),
        ("投诉", "", false),
        ("无投诉", "", false),
        ("无查处案件", "", false),
        ("无查处案件", "查处案件: []\n", true),
        ("无查处案件", "查处案件: 2\n", false),
        ("无通报单", "", false),
        ("无通报单", "通报单: []\n", true),
        ("走访", "台账: { 走访: 3 }\n", true),
        ("走访", "台账: { 走访: 0 }\n", false),
        ("走访", "", false),
        ("无走访", "", false),
        ("无走访", "台账: { 走访: 0 }\n", true),
        ("有走访", "台账: { 走访: { 户数: 5 } }\n", true),
        ("无走访", "台账: { 走访: { 户数: 5 } }\n", false),
        ("有走访.户数", "台账: { 走访: { 户数: 5 } }\n", true),
        ("无走访.户数", "台账: { 走访: { 户数: 5 } }\n", false),
        ("[有未报, 有走访]", "", false),
        ("[有未报, 有走访]", "台账: { 走访: 3 }\n", true),
    ] {
        let room = room(&format!("{}{visits}", one_silent()))
            .file("data/县/office.yaml", conditional(condition))
            .file("data/县/templates/brief.md", brief);
        let said = room.run(&["build"]);
        assert_eq!(said.status, 0, "{condition}: {}", said.stderr);
        assert_eq!(made(&room).contains(&"brief".to_owned()), is_made, "{condition}, {visits}");
    }
}

#[test]
fn a_condition_that_names_nothing_is_told_with_what_is_near() {
    for (condition, told) in [
        ("有投拆", "是不是想写「有投诉」？"),
        ("走仿", "是不是想写「走访」？"),
        ("天气晴", "这里可以写“有”或“无”，接着写：未报、通报单、投诉、"),
        ("[有未报, 有走访.户]", "「有走访.户」不是一个条件"),
    ] {
        let said = room(&one_silent())
            .file("data/县/office.yaml", conditional(condition))
            .file("data/县/templates/brief.md", "文\n")
            .run(&["check"]);
        assert!(said.status == 1 && said.stderr.contains("错误[paper-condition-unknown]"), "{}", said.stderr);
        assert!(said.stderr.contains(told), "{condition}: {}", said.stderr);
    }
}

#[test]
fn a_kind_of_which_no_paper_can_ever_be_due_is_told() {
    let office = OFFICE.replace(", 全体报送: 是", "");
    let said = room(&week(ALL, ALL, "")).file("data/县/office.yaml", office).run(&["check"]);
    assert!(said.stderr.contains("警告[paper-never-due]: reminder 每个未报单位一份"), "{}", said.stderr);
}

#[test]
fn units_whose_names_differ_only_in_what_files_cannot_have_each_get_a_file() {
    let office = OFFICE.replace("[县信访局, 县林业局, 县城管局]", "[一科/二组, 一科:二组, 一科 二组]");
    let numbers = "各件文号:\n  reminder: { 一科/二组: 1, '一科:二组': 2, 一科 二组: 3 }\n";
    let room = room(&week("", "", numbers)).file("data/县/office.yaml", office);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(made(&room), ["reminder-一科-二组", "reminder-一科-二组-2", "reminder-一科-二组-3", "weekly"]);
    assert!(room.word_text("output/县/2026-11-02/reminder-一科-二组-3.docx").contains("一科 二组："));
    fs::remove_file(room.path("output/县/2026-11-02/reminder-一科-二组-3.docx")).unwrap();
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(made(&room).len(), 4);
}

/// An office that has written no template for it.
fn room_without_template(form: &str, week: &str) -> Room {
    let office = OFFICE.replace(", 版式: 公文 }", form);
    Room::empty().file("data/县/office.yaml", office).file("data/县/2026-11-02.yaml", week)
}

#[test]
fn the_built_in_reminder_says_what_is_missing_and_nothing_else() {
    let without_number = one_silent().replace("各件文号:\n  reminder: { 县林业局: 12 }\n", "");
    let plain = "\
乙县综合治理中心关于催报材料的通知
县林业局：
2026年11月2日—11月8日，乙县综合治理中心未收到你单位的《综合治理工作周报》《隐患排查表》，请及时报送。
乙县综合治理中心
2026年11月9日
";
    let numbered = format!("乙县综合治理中心文件\n乙治〔2026〕12号\n{plain}");
    let letter =
        format!("乙县综合治理中心\n乙治〔2026〕12号\n{}", plain.replace("通知", "函").replace("你单位", "贵单位"));
    for (form, week, expected) in [
        (" }", &without_number, plain),
        (", 版式: 公文 }", &one_silent(), &numbered),
        (", 版式: 信函 }", &one_silent(), &letter),
    ] {
        let room = room_without_template(form, week);
        let said = room.run(&["build"]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        assert_eq!(made(&room), ["reminder-县林业局", "weekly"]);
        let printed = room.word_text("output/县/2026-11-02/reminder-县林业局.docx");
        let lines: Vec<&str> = printed.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expected.lines().collect::<Vec<_>>(), "{form}");
    }
}

#[test]
fn an_office_that_says_nothing_of_papers_reminds_nobody() {
    let office = OFFICE.split("\n文书:").next().unwrap();
    let room = Room::empty()
        .file("data/县/office.yaml", office)
        .file("data/县/2026-11-02.yaml", one_silent().split("各件文号").next().unwrap());
    let said = room.run(&["build"]);
    assert_eq!((said.status, made(&room)), (0, vec!["weekly".to_owned()]), "{}", said.stderr);
}
