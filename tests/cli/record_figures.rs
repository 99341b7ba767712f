//! An office's own figures of complaints and cases (投诉数, 案件数), by the columns that it adds and those that all have; and what
//! it calls complaints.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市12345热线办
行政区: 甲市
简称: 甲市热线办
自称: 我办
上级: { 名称: 乙省热线管理中心, 简称: 省中心, 文内: 省中心 }
周报名称: 热线工作周报
取舍: { 办法: 四舍五入, 小数位: 1 }
投诉平台: [{ 名称: 电话 }, { 名称: 网站 }]
投诉栏: [{ 名称: 诉求类型, 取值: [投诉, 举报, 咨询] }]
投诉数:
  - { 名称: 各类诉求, 计: 条, 按: 诉求类型 }
  - { 名称: 举报数, 计: 条, 当: { 诉求类型: 举报 } }
  - { 名称: 举报办结数, 计: 条, 当: { 诉求类型: 举报, 状态: 办结 } }
  - { 名称: 举报办结率, 比: [举报办结数, 举报数] }
  - { 名称: 各平台举报, 计: 条, 当: { 诉求类型: 举报 }, 按: 平台 }
案件栏: [{ 名称: 移送, 类型: 是否, 可缺: 是 }]
案件数:
  - { 名称: 移送数, 计: 条, 当: 移送 }
  - { 名称: 罚款合计, 求和: 罚款, 单位: 万元 }
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
投诉:
  电话:
    - { 被投诉: 甲市蓝鲸酒店, 转办: 市文旅局, 状态: 办结, 诉求类型: 举报 }
    - { 被投诉: 甲市白鲸酒店, 转办: 市文旅局, 状态: 处理中, 诉求类型: 举报 }
    - { 被投诉: 甲市白鲸酒店, 转办: 市文旅局, 状态: 办结, 诉求类型: 咨询 }
  网站:
    - { 被投诉: 甲市灰鲸酒店, 转办: 市文旅局, 状态: 办结, 诉求类型: 举报 }
查处案件:
  - { 案由: 无证经营, 件数: 3, 移送: 是, 罚款: 12000 }
  - { 案由: 欺客宰客, 罚款: 3000 }
";

fn room(week: &str) -> Room {
    Room::empty().file("data/办/office.yaml", OFFICE).file("data/办/2026-11-02.yaml", week)
}

fn printed(room: &Room) -> String {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room.word_text("output/办/2026-11-02/weekly.docx")
}

#[test]
fn the_weekly_tells_them_and_a_template_has_them_by_name() {
    let room = room(WEEK);
    let text = printed(&room);
    // Of four: three 举报 (two on the telephone), of which two are closed: 66.7 %.
    let of_complaints =
        "各类诉求：举报3件、咨询1件；举报数3件，举报办结数2件，举报办结率66.7%，各平台举报：电话2件、网站1件。";
    assert!(text.contains(of_complaints), "{text}");
    // The first record stands for three cases.
    assert!(text.contains("查处案件4起。移送数3起，罚款合计1.5万元。"), "{text}");
    assert!(!room.run(&["check"]).stderr.contains("unprinted"), "{}", room.run(&["check"]).stderr);

    let template = "---\n标题: 周报\n署名: \"{{ office.name }}\"\n日期: \"{{ week.dated | full_date }}\"\n---\n\
                    {% for part in complaints.各类诉求 %}{{ part.name }}{{ part.value }}、{% endfor %}\
                    {{ complaints.举报办结率 }}；{{ cases.移送数 }}。\n";
    let room = room.file("data/办/templates/weekly.md", template);
    assert!(printed(&room).contains("投诉0、举报3、咨询1、66.7%；3。"), "{}", printed(&room));
    let misspelt = room.file("data/办/templates/weekly.md", template.replace("cases.移送数", "cases.移送率"));
    let said = misspelt.run(&["check"]);
    assert!(said.stderr.contains("模板里写了「移送率」，没有这项内容"), "{}", said.stderr);
}

#[test]
fn explain_tells_what_they_are_made_of() {
    let said = room(WEEK).run(&["explain", "举报办结数", "data/办/2026-11-02.yaml"]);
    let text = said.stdout;
    assert!(text.contains("举报办结数（投诉）：2\n"), "{text}");
    // Its name stands in the paper too, as a value of office.yaml: nobody asks for that.
    assert!(!text.contains("记录里的值"), "{text}");
    let unknown = room(WEEK).run(&["explain", "各类诉球", "data/办/2026-11-02.yaml"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("是不是想写「各类诉求」？"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("可以问的数：各类诉求、举报数、举报办结数、"), "{}", unknown.stderr);
    assert!(text.contains("算法: 「投诉」里「诉求类型」为「举报」、「状态」为「办结」的条数"), "{text}");
    assert!(text.contains("甲市蓝鲸酒店") && text.contains("甲市灰鲸酒店") && !text.contains("甲市白鲸酒店"), "{text}");
}

#[test]
fn nothing_is_said_of_complaints_that_are_not_written_one_by_one() {
    let counted = WEEK.replace(
        "  网站:\n    - { 被投诉: 甲市灰鲸酒店, 转办: 市文旅局, 状态: 办结, 诉求类型: 举报 }\n",
        "  网站: 12\n",
    );
    let text = printed(&room(&counted));
    assert!(text.contains("收到投诉15件") && !text.contains("举报数"), "{text}");
    let without = printed(&room(&WEEK.replace("移送: 是, ", "").replace("诉求类型: 举报", "诉求类型: 咨询")));
    assert!(without.contains("各类诉求：咨询4件；举报数0件，举报办结数0件，各平台举报：无。"), "{without}");
}

#[test]
fn slips_in_them_are_told_where_they_are_declared() {
    for (from, to, line) in [
        (
            "当: { 诉求类型: 举报 } }",
            "当: { 诉求类型: 举抱 } }",
            "错误[own-column-unknown]: 没有「举抱」这个「诉求类型」",
        ),
        ("状态: 办结 } }", "状态: 办完 } }", "错误[own-column-unknown]: 没有「办完」这个「状态」"),
        ("当: 移送 }", "当: 有效 }", "错误[own-column-unknown]: 没有「有效」这个栏"),
        ("名称: 移送数, 计: 条, 当: 移送 }", "名称: 移送数 }", "错误[own-figure]: 「移送数」没有写怎样算"),
        ("求和: 罚款", "求和: 日期", "错误[own-figure]: 「日期」写的是日期，不能求和、求平均"),
    ] {
        assert!(OFFICE.contains(from), "{from}");
        let said = room(WEEK).file("data/办/office.yaml", OFFICE.replacen(from, to, 1)).run(&["check"]);
        let told: Vec<&str> = said.stderr.lines().filter(|told| told.starts_with("错误")).collect();
        assert_eq!(told, [line], "{}", said.stderr);
    }
}

#[test]
fn an_office_may_call_complaints_otherwise() {
    let office = OFFICE.replace("周报名称:", "投诉称: 诉求\n周报名称:");
    let text = printed(&room(WEEK).file("data/办/office.yaml", &office));
    for sentence in [
        "一、诉求办理情况\n2026年11月2日—11月8日，收到诉求4件，其中办结3件、在办1件。",
        "电话：涉及甲市蓝鲸酒店的诉求，转市文旅局办理，已办结；",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
    let in_table = office.replace("投诉称: 诉求", "投诉称: 诉求\n投诉附表: 2");
    let text = printed(&room(WEEK).file("data/办/office.yaml", in_table));
    assert!(text.contains("附件：诉求办理情况表") && text.contains("涉及单位"), "{text}");
    assert!(!text.contains("投诉"), "{text}");
}

#[test]
fn a_ledger_has_no_title_that_stands_there_already() {
    let office = format!("{OFFICE}台账: [{{ 名称: 案件查处情况 }}, {{ 名称: 宣传 }}, {{ 名称: 培训 }}]\n");
    let week =
        format!("{WEEK}台账: {{ 案件查处情况: 3, 宣传: 2, 培训: 1 }}\n章节: [{{ 标题: 宣传, 正文: 发放传单。 }}]\n");
    let text = printed(&room(&week).file("data/办/office.yaml", office));
    for title in ["二、案件查处情况\n", "三、案件查处情况（台账）\n", "四、宣传（台账）\n", "五、培训\n", "六、宣传\n"]
    {
        assert!(text.contains(title), "{title}\n{text}");
    }
}

#[test]
fn what_goes_on_has_the_columns_of_complaints_too() {
    let going_on = |further: &str| {
        format!("{WEEK}续办:\n  - {{ 平台: 电话, 被投诉: 甲市白鲸酒店, 转办: 市文旅局, 状态: 办结{further} }}\n")
    };
    let template = "---\n版式: 白头\n标题: 续办\n---\n\
        {% for entry in carried_over.items %}{{ entry.respondent }}：\
        {% if entry.诉求类型 is defined %}{{ entry.诉求类型 }}{% else %}没有写{% endif %}。{% endfor %}\n";
    for (further, expected) in [("，诉求类型: 投诉", None), (", 诉求类型: 投诉", Some("投诉")), ("", Some("没有写"))]
    {
        let room = room(&going_on(further)).file("data/办/templates/weekly.md", template);
        let said = room.run(&["build"]);
        assert_eq!(said.status, i32::from(expected.is_none()), "{}", said.stderr);
        if let Some(expected) = expected {
            let text = room.word_text("output/办/2026-11-02/weekly.docx");
            assert!(text.contains(&format!("甲市白鲸酒店：{expected}。")), "{text}");
        }
    }
    let said = room(&going_on(", 诉求类型: 投拆")).run(&["check"]);
    assert!(said.stderr.contains("错误[value-wrong]: 没有「投拆」这种写法"), "{}", said.stderr);
}
