//! An office keeps columns and ledgers of its own, and is told of them like of built-in ones.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市文化市场综合行政执法局
行政区: 甲市
简称: 甲市执法局
自称: 我局
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 执法工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 12318平台 }]
投诉栏: [{ 名称: 诉求类型, 取值: [投诉, 举报] }]
台账:
  - 名称: 涉旅案件
    量词: 起
    栏:
      - { 名称: 来源, 取值: [日常检查, 投诉转办, 举报] }
      - { 名称: 当事人, 类型: 企业 }
      - { 名称: 立案, 类型: 日期 }
      - { 名称: 结案, 类型: 日期, 可缺: 是 }
      - { 名称: 罚款（元）, 类型: 金额, 可缺: 是 }
      - { 名称: 承办人, 类型: 姓名, 可缺: 是 }
      - { 名称: 住处, 类型: 地址, 可缺: 是 }
    数:
      - { 名称: 立案数, 计: 条 }
      - { 名称: 结案数, 计: 条, 当: 结案 }
      - { 名称: 结案率, 比: [结案数, 立案数], 小数位: 1 }
      - { 名称: 罚没款, 求和: 罚款（元）, 单位: 万元 }
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
投诉:
  12318平台:
    - { 被投诉: 甲市蓝鲸酒店, 转办: 甲市执法局, 状态: 办结, 诉求类型: 举报 }
台账:
  涉旅案件:
    - { 来源: 日常检查, 当事人: 甲市东方旅行社, 立案: 2026-11-03, 结案: 2026-11-05, 罚款（元）: 5000, 承办人: 欧阳明月 }
    - { 来源: 举报, 当事人: 甲市西方旅行社, 立案: 2026-11-05, 住处: 莲花小区3栋201室 }
";

const TEMPLATE: &str = "\
---
版式: 白头
标题: \"{{ office.weekly_name }}\"
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
{% set cases = ledgers.涉旅案件 -%}
立案{{ cases.立案数 }}{{ cases.unit }}，结案{{ cases.结案数 }}起，结案率{{ cases.结案率 }}，罚没款{{ cases.罚没款 }}万元。
{% for case in [case for case in cases.items if case.来源 == \"举报\"] %}{{ case.当事人 }}，{{ case.立案 }}立案。{% endfor %}
{% for case in cases.items %}{% if case[\"罚款（元）\"] is defined %}罚款{{ case[\"罚款（元）\"] }}元。{% endif %}{% endfor %}
{% for complaint in complaints.all[0].complaints %}{{ complaint.respondent }}：{{ complaint.诉求类型 }}。{% endfor %}
";

fn room(office: &str, week: &str, template: &str) -> Room {
    Room::empty()
        .file("data/局/office.yaml", office)
        .file("data/局/2026-11-02.yaml", week)
        .file("data/局/templates/weekly.md", template)
}

#[test]
fn a_template_prints_own_columns_and_figures() {
    let room = room(OFFICE, WEEK, TEMPLATE);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let printed = room.word_text("output/局/2026-11-02/weekly.docx");
    assert!(printed.contains("立案2起，结案1起，结案率50%，罚没款0.5万元。"), "{printed}");
    assert!(printed.contains("甲市西方旅行社，2026年11月5日立案。罚款5000元。甲市蓝鲸酒店：举报。"), "{printed}");
}

#[test]
fn a_figure_is_told_with_the_items_that_it_is_made_of() {
    let said = room(OFFICE, WEEK, TEMPLATE).run(&["explain", "结案率", "data/局/2026-11-02.yaml"]);
    assert_eq!(
        said.stdout,
        "\
局 2026-11-02

结案率（涉旅案件）：50%
   |
   = 文中: weekly：立案2起，结案1起，结案率【50%】，罚没款0.5万元。
   = 算法: 「涉旅案件」的「结案数」1 ÷「立案数」2，四舍五入到 1 位小数
  --> data/局/2026-11-02.yaml:9:7
   |
 9 |     - { 来源: 日常检查, 当事人: 甲市东方旅行社, 立案: 2026-11-03, 结...
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
10 |     - { 来源: 举报, 当事人: 甲市西方旅行社, 立案: 2026-11-05, 住处: ...
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

"
    );
}

#[test]
fn a_percentage_is_a_number_for_templates() {
    let points = "
{% set now = ledgers.涉旅案件.结案率 %}{% set old = before.ledgers.涉旅案件.结案率 -%}
结案率{{ now }}，上期{{ old }}，{% if now > old %}上升{{ now | difference(from=old) }}个百分点{% endif %}，{{ now | round }}，\
{% if now >= 90 %}达标{% endif %}{% if old == \"50%\" %}，上期一半{% endif %}。
";
    let front = TEMPLATE.split("{% set").next().unwrap();
    let closed = "    - { 来源: 举报, 当事人: 甲市西方旅行社, 立案: 2026-11-10, 结案: 2026-11-12 }\n";
    let open = "    - { 来源: 举报, 当事人: 甲市西方旅行社, 立案: 2026-11-10 }\n";
    let next = format!(
        "周期: {{ 起: 2026-11-09, 止: 2026-11-15 }}\n期号: 45\n成文: 2026-11-16\n投诉: {{ 12318平台: [] }}\n台账:\n  涉旅案件:\n{}{open}",
        closed.repeat(1999)
    );
    let template = format!("{front}{{% if before %}}{points}{{% endif %}}无。\n");
    let room = room(OFFICE, WEEK, &template).file("data/局/2026-11-09.yaml", next);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let printed = room.word_text("output/局/2026-11-09/weekly.docx");
    // 1999 of 2000 is 99.95 %, which one decimal would make 100 %.
    let expected = "结案率99.95%，上期50%，上升49.95个百分点，100，达标，上期一半。";
    assert!(printed.contains(expected), "{printed}");
}

#[test]
fn slips_are_told_like_those_in_built_in_records() {
    let week = WEEK.replace("来源: 日常检查", "来源: 日常捡查").replace("立案: 2026-11-05, 住", "立按: 2026-11-05, 住");
    let said = room(OFFICE, &week.replace("诉求类型: 举报", "诉求类形: 举报"), TEMPLATE).run(&["check"]);
    assert_eq!(said.status, 1);
    for line in [
        "错误[key-unknown]: 没有「诉求类形」这个键",
        "是不是想写「诉求类型」？这里可以写的键：编号、日期、被投诉、转办、状态、办结时长、有效、诉求类型",
        "错误[value-wrong]: 没有「日常捡查」这种写法",
        "是不是想写「日常检查」？这里可以写：日常检查、投诉转办、举报",
        "错误[key-unknown]: 没有「立按」这个键",
        "是不是想写「立案」？这里可以写的键：来源、当事人、立案、结案、罚款（元）、承办人、住处",
    ] {
        assert!(said.stderr.contains(line), "{line}\n{}", said.stderr);
    }
    let unknown = room(OFFICE, &format!("{WEEK}  信访: 3\n"), TEMPLATE).run(&["check"]);
    assert!(unknown.stderr.contains("office.yaml 的“台账”里没有「信访」"), "{}", unknown.stderr);
    let office =
        OFFICE.replace("      - { 名称: 结案数", "      - { 名称: 各来源, 计: 条, 按: 来源 }\n      - { 名称: 结案数");
    let (before, _) = WEEK.split_once("  涉旅案件:").unwrap();
    for (typed, line) in [
        ("{ 日常捡查: 3 }", "错误[value-wrong]: 没有「日常捡查」这种写法"),
        ("3", "错误[value-type]: 「各来源」要按栏分开写"),
    ] {
        let said = room(&office, &format!("{before}  涉旅案件: {{ 各来源: {typed} }}\n"), TEMPLATE).run(&["check"]);
        assert!(said.stderr.contains(line), "{line}\n{}", said.stderr);
    }
    let template =
        TEMPLATE.replace("cases.结案率", "ledgers.涉旅案件.结按率").replace("complaint.诉求类型", "complaint.诉求类");
    let misnamed = room(OFFICE, WEEK, &template).run(&["check"]);
    for (path, fix) in [
        ("ledgers.12345热线.件数", "ledgers[\"12345热线\"]"),
        ("cases.items[0].罚款（元）", "cases.items[0][\"罚款（元）\"]"),
        ("cases.2级数", "cases[\"2级数\"]"),
    ] {
        let said = room(OFFICE, WEEK, &TEMPLATE.replace("cases.结案率", path)).run(&["check"]);
        assert!(said.stderr.contains(&format!("= 帮助: 写在方括号和引号里：{fix}")), "{}", said.stderr);
    }
    assert!(misnamed.stderr.contains("模板里写了「结按率」，没有这项内容"), "{}", misnamed.stderr);
}

#[test]
fn what_no_template_prints_is_told_and_persons_are_hidden() {
    let template = TEMPLATE.replace("，罚没款{{ cases.罚没款 }}万元", "").replace("case.当事人", "case.来源");
    let week = WEEK.replace("承办人: 欧阳明月 }", "承办人: 欧阳明月, 结果: 无 }");
    let said = room(OFFICE, WEEK, &template).run(&["check"]);
    assert!(said.stderr.contains("「涉旅案件」的「当事人」"), "{}", said.stderr);
    let said = room(OFFICE, &week.replace("住处: 莲花", "住地: 1, 住处: 莲花"), &template).run(&["check"]);
    assert_eq!(said.status, 1);
    for secret in ["欧阳明月", "莲花小区", "201"] {
        assert!(!said.stderr.contains(secret), "{secret}\n{}", said.stderr);
    }
}

#[test]
fn no_program_chooses_among_the_words_of_an_office() {
    let office = OFFICE.replace("取值: [日常检查, 投诉转办, 举报]", "取值: [日常检查, 一般, 重大]");
    let week = WEEK.replace("来源: 举报", "来源: 较大").replace("诉求类型: 举报", "诉求类型: 举抱");
    let room = room(&office, &week, TEMPLATE);
    let said = room.run(&["check", "--fix", "--yes"]);
    assert!(said.stderr.contains("是不是想写「重大」？这里可以写：日常检查、一般、重大"), "{}", said.stderr);
    assert_eq!(std::fs::read_to_string(room.path("data/局/2026-11-02.yaml")).unwrap(), week);
}

#[test]
fn a_person_behind_a_key_with_a_slip_is_hidden() {
    let office = OFFICE.replace(
        "      - { 名称: 承办人, 类型: 姓名, 可缺: 是 }\n",
        "      - { 名称: 户主, 类型: 姓名, 可缺: 是 }\n      - { 名称: 手机, 类型: 电话, 可缺: 是 }\n",
    );
    for (slip, secret) in [
        ("户王: 欧阳明月", "欧阳明月"),
        ("住外: 莲花小区3栋201室", "莲花小区"),
        ("住处：莲花小区3栋201室", "莲花小区"),
        ("手几: 8812 345", "8812"),
        ("家长: [尉迟敬, 令狐冲]", "尉迟敬"),
    ] {
        let week = WEEK.replace("承办人: 欧阳明月", slip).replace(", 住处: 莲花小区3栋201室", "");
        let said = room(&office, &week, TEMPLATE).run(&["check"]);
        assert_eq!(said.status, 1, "{}", said.stderr);
        assert!(!said.stderr.contains(secret), "{slip}\n{}", said.stderr);
    }
    // What is most likely another column's is shown.
    let said = room(&office, &WEEK.replace("来源: 举报", "来原: 举报"), TEMPLATE).run(&["check"]);
    assert!(said.stderr.contains("来原: 举报"), "{}", said.stderr);
    let columns = OFFICE.replace("投诉栏: [", "投诉栏: [{ 名称: 户主, 类型: 姓名, 可缺: 是 }, ");
    let said = room(&columns, &WEEK.replace("诉求类型: 举报", "户王: 欧阳明月"), TEMPLATE).run(&["check"]);
    assert!(!said.stderr.contains("欧阳明月"), "{}", said.stderr);
}

#[test]
fn columns_change_with_the_office() {
    let office = format!("{OFFICE}变更:\n  - 自: 2026-11-09\n    投诉栏: []\n    台账: []\n");
    let next = "周期: { 起: 2026-11-09, 止: 2026-11-15 }\n期号: 45\n成文: 2026-11-16\n投诉: { 12318平台: [] }\n";
    let plain = TEMPLATE.split("{% set").next().unwrap_or_default();
    let template = format!(
        "{plain}{{% if ledgers.涉旅案件 %}}立案{{{{ ledgers.涉旅案件.count }}}}起。{{% else %}}无。{{% endif %}}\n"
    );
    let room = room(&office, WEEK, &template).file("data/局/2026-11-09.yaml", next);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(room.word_text("output/局/2026-11-02/weekly.docx").contains("立案2起。"));
    assert!(room.word_text("output/局/2026-11-09/weekly.docx").contains("无。"));
}

#[test]
fn what_an_office_had_or_will_have_is_told_with_its_day() {
    let later = "
变更:
  - 自: 2026-11-09
    投诉栏: [{ 名称: 渠道 }]
    台账:
      - { 名称: 涉旅案件, 栏: [{ 名称: 当事人, 类型: 企业 }], 数: [立案数] }
      - { 名称: 信访件, 数: [办结] }
  - 自: 2026-11-16
    台账: []
";
    let first = WEEK.replace("诉求类型: 举报", "诉求类型: 举报, 渠道: 电话") + "  信访件: 3\n";
    let second = "周期: { 起: 2026-11-09, 止: 2026-11-15 }\n期号: 45\n成文: 2026-11-16\n投诉: { 12318平台: [] }\n台账:\n  \
                  涉旅案件: { 结案数: 3, 明细: [{ 当事人: 甲市蓝鲸酒店, 来源: 举报 }] }\n";
    let third = "周期: { 起: 2026-11-16, 止: 2026-11-22 }\n期号: 46\n成文: 2026-11-23\n投诉: { 12318平台: [] }\n台账:\n  \
                 涉旅案件: 3\n  信访件: 1\n";
    let room = room(&format!("{OFFICE}{later}"), &first, TEMPLATE)
        .file("data/局/2026-11-09.yaml", second)
        .file("data/局/2026-11-16.yaml", third);
    let said = room.run(&["check"]);
    let told: Vec<&str> = said.stderr.lines().filter(|line| line.starts_with("错误")).collect();
    assert_eq!(
        told,
        [
            "错误[key-unknown]: 「渠道」从 2026-11-09 起才设",
            "错误[key-unknown]: 台账「信访件」从 2026-11-09 起才设",
            "错误[key-unknown]: 「结案数」从 2026-11-09 起不再设",
            "错误[key-unknown]: 「来源」从 2026-11-09 起不再设",
            "错误[key-unknown]: 台账「涉旅案件」从 2026-11-16 起不再设",
            "错误[key-unknown]: 台账「信访件」从 2026-11-16 起不再设",
        ],
        "{}",
        said.stderr
    );
    let help = "帮助: 删掉它；日期不对的，改 office.yaml 的「变更」。这里可以写的键：条数、立案数、明细";
    assert!(said.stderr.contains(help), "{}", said.stderr);
}

/// What the built-in weekly says of a ledger of that office.
fn told(ledger: &str, recorded: &str) -> String {
    let office = format!("{}台账:\n{ledger}", OFFICE.split_once("投诉平台").unwrap().0);
    let week = format!("{}台账:\n{recorded}", WEEK.split_once("投诉:").unwrap().0);
    let room = Room::empty().file("data/局/office.yaml", office).file("data/局/2026-11-02.yaml", week);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/局/2026-11-02/weekly.docx");
    text.split_once("报告如下：").unwrap().1.split_once("甲市文化").unwrap().0.to_owned()
}

#[test]
fn each_figure_is_told_in_its_unit_and_with_all_that_it_is_of() {
    let ledger = "
  - 名称: 隐患
    量词: 处
    栏:
      - { 名称: 有无证, 取值: [有, 无] }
      - { 名称: 级别, 取值: [一般, 重大], 可缺: 是 }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
      - { 名称: 用时, 类型: 时长, 可缺: 是 }
    数:
      - { 名称: 无证, 计: 条, 当: { 有无证: 无 } }
      - { 名称: 各级别, 求和: 罚款, 按: 级别 }
      - { 名称: 罚款合计, 求和: 罚款, 单位: 万元, 小数位: 2 }
      - { 名称: 平均罚款, 平均: 罚款, 单位: 万元 }
      - { 名称: 平均用时, 平均: 用时 }
";
    let items = "
  隐患:
    - { 有无证: 无, 级别: 重大, 罚款: 12, 用时: 90分钟 }
    - { 有无证: 有, 罚款: 20 }
    - { 有无证: 无 }
";
    let told = told(ledger, items);
    let sentence = told.split_once("序号").unwrap().0.split_once("隐患").unwrap().1;
    assert_eq!(
        sentence.trim(),
        "共3处，无证2处，各级别：重大12元、未注明20元；罚款合计0.003万元，平均罚款0.002万元，平均用时90分钟。"
    );
}

#[test]
fn conditions_compare_amounts_times_and_days() {
    let ledger = "
  - 名称: 案件
    栏:
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
      - { 名称: 用时, 类型: 时长, 可缺: 是 }
      - { 名称: 立案, 类型: 日期 }
    数:
      - { 名称: 万元以上, 计: 条, 当: { 罚款: ≥10000 } }
      - { 名称: 小额, 计: 条, 当: { 罚款: [小于 100, 500] } }
      - { 名称: 超时, 计: 条, 当: { 用时: ＞1小时 } }
      - { 名称: 本月, 计: 条, 当: { 立案: 不早于2026-11-01, 罚款: 有 } }
";
    let items = "
  案件:
    - { 罚款: 10000.00, 用时: 60分钟, 立案: 2026-10-31 }
    - { 罚款: 500.0, 用时: 61分钟, 立案: 2026-11-01 }
    - { 罚款: 99.99, 立案: 2026-11-02 }
    - { 立案: 2026-11-02 }
";
    let told = told(ledger, items);
    assert!(told.contains("万元以上1，小额2，超时1，本月2。"), "{told}");
    for (from, to) in [("≥10000", "≥一万"), ("＞1小时", "很久"), ("不早于2026-11-01", "不早于11月")] {
        let office = format!("{}台账:\n{}", OFFICE.split_once("投诉平台").unwrap().0, ledger.replace(from, to));
        let said = room(&office, WEEK, TEMPLATE).run(&["check"]);
        assert!(said.stderr.contains(&format!("不能和「{to}」比")), "{}", said.stderr);
    }
}

#[test]
fn figures_by_a_column_may_be_typed_word_by_word() {
    let ledger = "
  - 名称: 案件
    量词: 起
    栏: [{ 名称: 来源, 取值: [日常检查, 举报] }, { 名称: 区, 可缺: 是 }]
    数:
      - { 名称: 各来源, 计: 条, 按: 来源 }
      - { 名称: 各区, 计: 条, 按: 区 }
";
    let told = told(ledger, "  案件: { 条数: 5, 各来源: { 未注明: 1, 举报: 2, 日常检查: 2 }, 各区: { 东区: 5 } }\n");
    assert_eq!(told.trim(), "一、案件\n共5起，各来源：日常检查2起、举报2起、未注明1起；各区：东区5起。");
}

#[test]
fn a_number_alone_says_how_many_there_are() {
    let ledger = "
  - { 名称: 隐患, 量词: 处, 栏: [{ 名称: 级别, 取值: [一般, 重大] }], 数: [{ 名称: 排查, 计: 条 }] }
  - { 名称: 信访件, 量词: 件, 数: [{ 名称: 办结, 单位: 件 }] }
";
    assert_eq!(
        told(ledger, "  隐患: 3\n  信访件: { 条数: 12, 办结: 9 }\n").split_whitespace().collect::<String>(),
        "一、隐患排查3处。二、信访件共12件，办结9件。"
    );
}

#[test]
fn a_long_or_wide_ledger_is_told_in_an_annex() {
    let ledger = "
  - { 名称: 隐患, 量词: 处, 栏: [{ 名称: 地点 }], 数: [{ 名称: 排查, 计: 条 }] }
  - { 名称: 工单, 栏: [{ 名称: 一 }, { 名称: 二 }, { 名称: 三 }, { 名称: 四 }, { 名称: 五 }, { 名称: 六 }, { 名称: 号, 类型: 编号 }] }
";
    let places: String = (1..=9).map(|n| format!("    - {{ 地点: {n}号院 }}\n")).collect();
    let orders = "  工单: [{ 一: 甲, 二: 乙, 三: 丙, 四: 丁, 五: 戊, 六: 己, 号: A1 }]\n";
    let recorded = format!("  隐患:\n{places}{orders}");
    let long = told(ledger, &recorded);
    assert!(long.contains("排查9处。各条见附件“隐患明细表”。"), "{long}");
    assert!(long.contains("共1条。各条见附件“工单明细表”。"), "{long}");
    assert!(long.contains("附件：1.隐患明细表"), "{long}");
    let few: String = places.lines().take(8).map(|line| format!("{line}\n")).collect();
    let short = told(ledger, &format!("  隐患:\n{few}"));
    assert!(short.contains("排查8处。\n序号\n地点") && !short.contains("附件"), "{short}");
}
