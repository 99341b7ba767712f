//! A paper to each item of an office's own ledger: each case of a market supervision bureau that is closed gets its decision,
//! with a 文号 of its own.

use crate::program::{Room, Said};

const OFFICE: &str = "\
名称: 西山县市场监督管理局
行政区: 西山县
简称: 县市场监管局
自称: 我局
上级: { 名称: 江北市市场监督管理局, 简称: 市市场监管局, 文内: 市局 }
周报名称: 西山县市场监管周报
发文代字: 西市监
公文: { 标志: 西山县市场监督管理局文件 }
取舍: { 办法: 截断, 小数位: 2 }
台账:
  - 名称: 处罚案件
    量词: 件
    栏:
      - { 名称: 案号, 类型: 编号 }
      - { 名称: 当事人, 类型: 文字 }
      - { 名称: 经办人, 类型: 姓名, 可缺: 是 }
      - { 名称: 结案, 类型: 日期, 可缺: 是 }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
    数:
      - { 名称: 立案, 计: 条 }
      - { 名称: 结案数, 计: 条, 当: 结案 }
文书:
  - { 代号: weekly, 模板: weekly }
  - { 代号: decision, 模板: decision, 每: { 台账: 处罚案件, 当: 结案 }, 版式: 公文 }
";

const DECISION: &str = "\
---
版式: \"{{ paper.form }}\"
标志: \"{{ office.mark }}\"
文号: \"{% if paper.document_number %}{{ office.document_code }}〔{{ week.dated | year }}〕{{ paper.document_number }}号{% endif %}\"
标题: 行政处罚告知书
主送: \"{{ item.当事人 }}：\"
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
你单位一案于{{ item.结案 }}结案{% if item.罚款 %}，罚款{{ item.罚款 }}元{% endif %}。
";

const CASES: &str = "\
台账:
  处罚案件:
    - { 案号: 西市监罚〔2026〕4号, 当事人: 甲商店, 经办人: 何建国, 结案: 2026-03-03, 罚款: 3000 }
    - { 案号: 西市监罚〔2026〕5号, 当事人: 乙商店 }
    - { 案号: 西市监罚〔2026〕6号, 当事人: 丙商店, 结案: 2026-03-05 }
";

const NUMBERS: &str = "\
各件文号:
  decision: { 西市监罚〔2026〕4号: 11, 西市监罚〔2026〕6号: 12 }
";

fn room(office: &str, further: &str) -> Room {
    Room::empty().file("data/县/office.yaml", office).file("data/县/templates/decision.md", DECISION).file(
        "data/县/周.yaml",
        format!("周期: {{ 起: 2026-03-02, 止: 2026-03-08 }}\n期号: 9\n成文: 2026-03-09\n{further}"),
    )
}

/// The Word files that lie in the output folder.
fn made(room: &Room) -> Vec<String> {
    let names = room.output().into_iter().map(|(name, _)| name);
    let mut papers: Vec<String> =
        names.filter_map(|name| Some(name.strip_prefix("县/2026-03-02/")?.strip_suffix(".docx")?.to_owned())).collect();
    papers.sort();
    papers
}

/// What is told, without the places.
fn told(said: &Said) -> Vec<&str> {
    said.stderr.lines().filter(|line| line.contains("]: ")).collect()
}

#[test]
fn each_case_that_is_closed_has_a_paper_with_its_number() {
    let room = room(OFFICE, &format!("{CASES}{NUMBERS}"));
    let said = room.run(&["build", "--message-format", "json"]);
    assert_eq!(said.status, 0, "{}", said.stdout);
    assert!(said.stdout.contains(r#""item":"西市监罚〔2026〕4号""#), "{}", said.stdout);
    assert_eq!(made(&room), ["decision-西市监罚〔2026〕4号", "decision-西市监罚〔2026〕6号", "weekly"]);
    for (case, number, party, sentence) in [
        (4, 11, "甲商店", "你单位一案于2026年3月3日结案，罚款3000元。"),
        (6, 12, "丙商店", "你单位一案于2026年3月5日结案。"),
    ] {
        let printed = room.word_text(&format!("output/县/2026-03-02/decision-西市监罚〔2026〕{case}号.docx"));
        assert!(printed.contains(&format!("西市监〔2026〕{number}号\n")), "{printed}");
        assert!(printed.contains(&format!("{party}：\n")) && printed.contains(sentence), "{printed}");
    }
    let again = room.run(&["build"]);
    assert!(again.stderr.contains("6 个文件（其中 6 个未变），没有发现问题"), "{}", again.stderr);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
    assert!(!room.run(&["check"]).stderr.contains("[unprinted]"));
}

#[test]
fn one_kind_of_them_can_be_made_and_sealed_and_an_open_case_closed_later_has_its_paper_then() {
    let room = room(OFFICE, &format!("{CASES}{NUMBERS}"));
    assert_eq!(room.run(&["build", "--kind", "decision"]).status, 0);
    assert_eq!(made(&room), ["decision-西市监罚〔2026〕4号", "decision-西市监罚〔2026〕6号"]);
    let closed = CASES.replace("当事人: 乙商店 }", "当事人: 乙商店, 结案: 2026-03-06 }");
    let numbers = NUMBERS.replace(" }", ", 西市监罚〔2026〕5号: 13 }");
    let record = format!("周期: {{ 起: 2026-03-02, 止: 2026-03-08 }}\n期号: 9\n成文: 2026-03-09\n{closed}{numbers}");
    let room = room.file("data/县/周.yaml", record);
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    assert_eq!(made(&room).len(), 4);
    assert_eq!(room.manifest("县").matches(" sealed sum=").count(), 8);
}

/// How many files of each kind are sealed, decisions and weeklies.
fn sealed(room: &Room) -> [usize; 2] {
    let manifest = room.manifest("县");
    let lines = || manifest.lines().filter(|line| line.contains(" sealed sum="));
    ["/decision-", "/weekly."].map(|kind| lines().filter(|line| line.contains(kind)).count())
}

#[test]
fn one_kind_is_sealed_by_itself_whatever_becomes_of_the_others() {
    let broken = ("data/县/templates/weekly.md", "---\n标题: {{ office.nmae }}\n---\n甲。\n");
    let weekly = "---\n标题: {{ office.weekly_name }}\n主送: 市局：\n署名: {{ office.name }}\n日期: {{ week.dated | full_date }}\n---\n甲。\n";
    let room = room(OFFICE, &format!("{CASES}{NUMBERS}"))
        .file(broken.0, broken.1.replace("office.nmae", "week.counted_until"));
    // The weekly cannot be composed, but nobody asked for it.
    let said = room.run(&["build", "--kind", "decision", "--seal"]);
    assert_eq!((said.status, sealed(&room)), (0, [4, 0]), "{}", said.stderr);
    let before = room.output();
    let room = room.file(broken.0, weekly);
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(sealed(&room), [4, 0]);
    let after = room.output();
    for (name, bytes) in before.iter().filter(|(name, _)| name.contains("decision-")) {
        assert!(after.contains(&(name.clone(), bytes.clone())), "{name}");
    }
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    assert_eq!(sealed(&room), [4, 2]);
    // The weekly alone is corrected; a run that looks at the decisions too tells that their record has changed since.
    assert_eq!(room.run(&["build", "--kind", "weekly", "--unseal"]).status, 0);
    assert_eq!(sealed(&room), [4, 0]);
    let record = format!("周期: {{ 起: 2026-03-02, 止: 2026-03-08 }}\n期号: 10\n成文: 2026-03-09\n{CASES}{NUMBERS}");
    let room = room.file("data/县/周.yaml", record);
    assert_eq!(room.run(&["build", "--kind", "weekly"]).status, 0);
    let said = room.run(&["build"]);
    assert_eq!((said.status, sealed(&room)), (1, [4, 0]));
    assert!(said.stderr.contains("错误[archive-sealed]") && said.stderr.contains("--unseal"), "{}", said.stderr);
}

#[test]
fn a_case_without_its_number_is_held_up_alone_with_the_line_to_write() {
    let room = room(OFFICE, &format!("{CASES}{}", NUMBERS.replace(", 西市监罚〔2026〕6号: 12", "")));
    let said = room.run(&["build"]);
    assert_eq!((said.status, made(&room)), (1, vec!["decision-西市监罚〔2026〕4号".to_owned(), "weekly".to_owned()]));
    assert_eq!(told(&said), ["错误[paper-number-missing]: 「西市监罚〔2026〕6号」这一条的 decision 没有文号"]);
    let help = "在「各件文号」里写 decision: { 西市监罚〔2026〕6号: 1 }";
    assert!(said.stderr.contains(help), "{}", said.stderr);
}

#[test]
fn numbers_of_cases_that_have_no_paper_and_cases_of_one_name_are_told() {
    for (cases, numbers, expected) in [
        (
            CASES.to_owned(),
            NUMBERS.replace("6号: 12", "5号: 12"),
            "错误[paper-number-unknown]: 「西市监罚〔2026〕5号」这一期不做 decision：它不合「当」",
        ),
        (
            CASES.to_owned(),
            NUMBERS.replace("6号: 12", "7号: 12"),
            "错误[paper-number-unknown]: 「处罚案件」里没有要做 decision 的「西市监罚〔2026〕7号」",
        ),
        (
            CASES.to_owned(),
            "各件文号: { decision: 11 }\n".to_owned(),
            "错误[paper-number-place]: decision 台账的一条一份，要逐条写",
        ),
        (
            CASES.replace("6号", "4号"),
            String::new(),
            "错误[paper-item-repeated]: 「处罚案件」里有两条都是「西市监罚〔2026〕4号」，文书分不开",
        ),
    ] {
        let said = room(OFFICE, &format!("{cases}{numbers}")).run(&["check"]);
        assert!(told(&said).contains(&expected), "{}", said.stderr);
        let written = room(OFFICE, &format!("{cases}{numbers}"));
        written.run(&["check", "--fix", "--yes"]);
        let kept = std::fs::read_to_string(written.path("data/县/周.yaml")).unwrap_or_default();
        assert!(kept.ends_with(&format!("{cases}{numbers}")), "{kept}");
    }
}

#[test]
fn what_the_office_says_of_them_is_held_against_its_ledgers() {
    let kind = "每: { 台账: 处罚案件, 当: 结案 }";
    for (said_of_it, expected) in [
        ("每: { 台账: 处罚案 }", "错误[own-column-unknown]: 没有「处罚案」这个台账"),
        ("每: { 台账: 处罚案件, 当: 结安 }", "错误[own-column-unknown]: 没有「结安」这个栏"),
        ("每: { 台账: 处罚案件, 当: { 结案: 本月 } }", "错误[own-figure]: 「结案」写的是日期，不能和「本月」比"),
        ("每: { 台账: 处罚案件, 当: { 罚款: 很多 } }", "错误[own-figure]: 「罚款」写的是金额，不能和「很多」比"),
        ("每: { 台账: 处罚案件, 名: 当事 }", "错误[own-column-unknown]: 没有「当事」这个栏"),
        ("每: { 台账: 处罚案件, 名: 经办人 }", "错误[paper-item-column]: 「经办人」写的是姓名，不能用在文件名里"),
    ] {
        let said = room(&OFFICE.replace(kind, said_of_it), CASES).run(&["check"]);
        assert!(told(&said).contains(&expected), "{}", said.stderr);
    }
    let counted =
        OFFICE.replace("文书:", "  - { 名称: 走访, 数: [{ 名称: 户数 }] }\n文书:").replace(kind, "每: { 台账: 走访 }");
    let said = room(&counted, CASES).run(&["check"]);
    let expected = "错误[paper-item-column]: decision 一条一份，台账「走访」却没有「栏」，永远不会做";
    assert!(told(&said).contains(&expected), "{}", said.stderr);
}

#[test]
fn cases_without_numbers_are_called_by_their_place_or_by_the_column_that_is_named() {
    let plain = OFFICE
        .replace("{ 案号, 类型: 编号 }", "")
        .replace("名称: 案号, 类型: 编号", "名称: 案号, 类型: 编号, 可缺: 是");
    let cases = CASES.replace("案号: 西市监罚〔2026〕4号, ", "").replace("案号: 西市监罚〔2026〕6号, ", "");
    let room = room(&plain, &format!("{cases}各件文号: {{ decision: {{ 1: 11, 3: 12 }} }}\n"));
    let said = room.run(&["build"]);
    assert_eq!(
        (said.status, made(&room)),
        (0, vec!["decision-1".into(), "decision-3".into(), "weekly".into()]),
        "{}",
        said.stderr
    );
    let named = plain.replace("当: 结案 }, 版式", "当: 结案, 名: 当事人 }, 版式");
    let numbers = "各件文号: { decision: { 甲商店: 11, 丙商店: 12 } }\n";
    let record = format!("周期: {{ 起: 2026-03-02, 止: 2026-03-08 }}\n期号: 9\n成文: 2026-03-09\n{cases}{numbers}");
    let room = room.file("data/县/office.yaml", named).file("data/县/周.yaml", record);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.matches("警告[archive-orphan]").count() > 0, "the former papers are told: {}", said.stderr);
    assert!(made(&room).contains(&"decision-甲商店".to_owned()));
}

#[test]
fn a_column_that_the_ledger_has_not_is_told_in_the_template() {
    let room =
        room(OFFICE, CASES).file("data/县/templates/decision.md", DECISION.replace("item.当事人", "item.当亊人"));
    let said = room.run(&["check"]);
    assert!(said.stderr.contains("当亊人") && said.stderr.contains("是不是想写「当事人」"), "{}", said.stderr);
}

#[test]
fn a_number_of_a_person_names_no_file() {
    let cases = CASES.replace("西市监罚〔2026〕4号", "\"13800001111\"").replace("甲商店", "甲商店 13800001111");
    let said = room(OFFICE, &cases).run(&["build"]);
    assert!(told(&said).contains(&"错误[own-code-person]: 「案号」是编号，里面却是手机号码"), "{}", said.stderr);
    // An office may think otherwise of its codes, and may name files by another column.
    let lenient = format!("{OFFICE}检查: {{ 轻重: {{ own-code-person: 不查, privacy-phone: 不查 }} }}\n");
    let by_party = lenient.replace("当: 结案 }, 版式", "当: 结案, 名: 当事人 }, 版式");
    for (office, other) in [(lenient, "西市监罚〔2026〕6号"), (by_party, "丙商店")] {
        let room = room(&office, &format!("{cases}各件文号: {{ decision: {{ 1: 11, {other}: 12 }} }}\n"));
        let said = room.run(&["build"]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        let names: Vec<String> = room.output().into_iter().map(|(name, _)| name).collect();
        assert!(names.iter().any(|name| name.ends_with("/decision-1.docx")), "{names:?}");
        assert!(names.iter().all(|name| !name.contains("138")), "{names:?}");
    }
}

#[test]
fn an_error_in_a_paper_per_item_points_at_the_first_item_that_it_is_about() {
    let office = "名称: 甲市城管局\n行政区: 甲市\n简称: 甲市城管局\n自称: 我局\n\
                  上级: { 名称: 甲市人民政府, 简称: 市政府, 文内: 市政府 }\n周报名称: 城管月报\n报送周期: 月\n\
                  取舍: { 办法: 四舍五入, 小数位: 1 }\n\
                  台账: [{ 名称: 案件, 栏: [{ 名称: 案号, 类型: 编号 }, { 名称: 罚款, 类型: 金额, 可缺: 是 }], \
                  数: [{ 名称: 立案数, 计: 条 }] }]\n文书: [{ 代号: d, 模板: d, 每: { 台账: 案件 } }]\n";
    let week = "周期: { 起: 2026-05-01, 止: 2026-05-31 }\n期号: 5\n成文: 2026-06-03\n台账:\n  案件:\n    \
                - { 案号: 甲1号, 罚款: 5 }\n    - { 案号: 甲2号 }\n    - { 案号: 甲3号 }\n";
    let template = "---\n标题: 通知\n署名: \"{{ office.name }}\"\n日期: \"{{ week.dated | full_date }}\"\n---\n\
                    {{ item.案号 }}罚款{{ item.罚款 }}元。\n";
    let room = Room::empty()
        .file("data/局/office.yaml", office)
        .file("data/局/2026-05.yaml", week)
        .file("data/局/templates/d.md", template);
    for command in ["check", "build"] {
        let said = room.run(&[command]);
        assert_eq!(said.status, 1, "{}", said.stderr);
        assert_eq!(said.stderr.matches("没有「罚款」这个字段").count(), 1, "{}", said.stderr);
        let place = " ::: data/局/2026-05.yaml:7:7\n  |\n7 |     - { 案号: 甲2号 }\n";
        assert!(said.stderr.contains(place) && said.stderr.contains("做这一份的时候"), "{}", said.stderr);
    }
}
