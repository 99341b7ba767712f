//! What other programs read: SARIF, GitHub's commands; and what no format ever tells.

use crate::program::{Room, WEEK, WEEK_FILE, quiet_office};
use serde_json::{Value, json};

fn sarif(room: &Room, arguments: &[&str]) -> (Value, i32, String) {
    let said = room.run(&[&["check", "--message-format", "sarif"], arguments].concat());
    assert_eq!(said.stdout.lines().count(), 1, "one document and nothing else");
    (serde_json::from_str(&said.stdout).unwrap(), said.status, said.stderr)
}

#[test]
fn sarif_has_the_rule_the_place_and_the_fix() {
    let file = "data/盘龙 区/第 2 期.yaml";
    let week = WEEK.replace("期号: 2 ", "期号: ２ ").replace("编号: 8", "编号: 6");
    let room = Room::empty().file("data/盘龙 区/office.yaml", quiet_office()).file(file, &week);
    let (document, status, stderr) = sarif(&room, &[]);
    assert_eq!((status, stderr.as_str()), (1, "1 个指挥中心，1 周，错误 1 处，警告 0 处"));
    let run = &document["runs"][0];
    assert_eq!((&document["version"], &run["columnKind"]), (&json!("2.1.0"), &json!("unicodeCodePoints")));
    let result = &run["results"][0];
    let uri = "data/%E7%9B%98%E9%BE%99%20%E5%8C%BA/%E7%AC%AC%202%20%E6%9C%9F.yaml";
    let artifact = json!({"uri": uri, "uriBaseId": "%SRCROOT%"});
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("value-wrong"), &json!("error")));
    assert_eq!(result["message"]["text"], "期号「２」里有全角数字、字母或分隔符\n用半角数字写成 2");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"], artifact);
    let region = json!({"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 6});
    assert_eq!(place["region"], region);
    let change = json!([{
        "description": {"text": "改为「2」"},
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "2"}}],
        }],
    }]);
    assert_eq!(result["fixes"], change);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "value-wrong").unwrap();
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    for text in [&rule["shortDescription"]["text"], &rule["fullDescription"]["text"], &rule["help"]["text"]] {
        assert!(text.as_str().unwrap().contains("值的写法不对"), "{text}");
    }

    // A finding about two places shows both.
    let room = room.file(file, week.replace("期号: ２ ", "期号: 2 "));
    let result = sarif(&room, &[]).0["runs"][0]["results"][0].clone();
    assert_eq!(result["ruleId"], "notice-number-twice");
    let related = &result["relatedLocations"][0];
    assert_eq!(
        (&related["physicalLocation"]["region"]["startLine"], &related["message"]["text"]),
        (&json!(10), &json!("已有一份"))
    );
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_tells_equal_ones_apart() {
    let prints = |week: &str| -> Vec<String> {
        let (document, _, _) = sarif(&Room::quiet().file(WEEK_FILE, week), &[]);
        let results = document["runs"][0]["results"].as_array().unwrap().clone();
        let print =
            |result: &Value| result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap().to_owned();
        results.iter().map(print).collect()
    };
    let damaged = WEEK.replace("办结时长: 7分钟", "办结时长: 7");
    let before = prints(&damaged);
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    assert_eq!(prints(&format!("# 新的一行\n\n{damaged}")), before);
}

#[test]
fn what_is_acknowledged_is_suppressed_and_advice_is_a_note() {
    let near = "    收到: 2021-01-11\n    来文单位: 昆明市旅游市场监管综合调渡指挥中心";
    let week = WEEK.replacen("    收到: 2021-01-11", near, 1)
        + "  - { 规则: notice-sender-near, 内容: 调渡, 理由: 原件如此, 100% }\n";
    let week = week.replace("原件如此, 100%", "'原件如此, 100%'");
    let room = Room::quiet().file(WEEK_FILE, &week);
    let (document, status, _) = sarif(&room, &[]);
    let results = document["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "notice-sender-near").unwrap();
    assert_eq!(status, 0);
    assert_eq!(result["suppressions"], json!([{"kind": "inSource", "justification": "原件如此, 100%"}]));

    let said = room.run(&["check", "--message-format", "github"]);
    assert_eq!(
        said.stdout.lines().find(|line| line.contains("notice-sender-near")).unwrap(),
        format!(
            "::notice file={WEEK_FILE},line=12,endLine=12,col=11,endColumn=27,title=已认可[notice-sender-near]::\
             来文单位「昆明市旅游市场监管综合调渡指挥中心」与上级「昆明市旅游市场监管综合调度指挥中心」只差一个字\
             %0A理由：原件如此, 100%25%0A帮助：如果就是上级，写「昆明市旅游市场监管综合调度指挥中心」，或者不写「来文单位」"
        )
    );
}

#[test]
fn github_s_commands_are_escaped() {
    let file = "data/盘龙, 100%/a:b.yaml";
    let room = Room::empty()
        .file("data/盘龙, 100%/office.yaml", quiet_office())
        .file(file, WEEK.replace("期号: 2 ", "期号: '::error::%0A' "));
    let said = room.run(&["check", "--message-format", "github"]);
    assert_eq!(
        said.stdout.split_inclusive('\n').next().unwrap(),
        "::error file=data/盘龙%2C 100%25/a%3Ab.yaml,line=3,endLine=3,col=5,endColumn=18,title=value-wrong::\
         期号「::error::%250A」不是整数%0A帮助：只写半角数字，例如 6\n"
    );
    assert_eq!((said.status, said.stderr.as_str()), (1, "1 个指挥中心，1 周，错误 1 处，警告 0 处"));
}

#[test]
fn absolute_paths_are_told_only_where_they_were_given() {
    let room = Room::quiet().file(WEEK_FILE, WEEK.replace("期号: 2 ", "期号: 〇 "));
    let (document, _, _) = sarif(&room, &[]);
    assert!(!document.to_string().contains(&*room.path("").to_string_lossy()));
    let given = room.path(WEEK_FILE);
    let (document, _, _) = sarif(&room, &[given.to_str().unwrap()]);
    let artifact = &document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert!(artifact["uri"].as_str().unwrap().starts_with("file:///"), "{artifact}");
    assert!(artifact.get("uriBaseId").is_none());
}

#[test]
fn nobody_s_number_or_name_is_told_in_any_format() {
    let person = "{ 姓名: 王晓东, 电话: \"138-1234-5678\" }";
    let prose = "电话13912345678，身份证530102199001011234，座机0871-63112345，可拨12345\u{200b}";
    let week = WEEK
        .replace("{ 姓名: 刘某某, 电话: \"19900000001\" }", person)
        .replace("    反映: 有网民在{来源}留言，反映在", &format!("    反映: {prose}有网民在{{来源}}留言，反映在"));
    let room = Room::quiet().file(WEEK_FILE, week);
    let formats: &[&[&str]] = &[
        &["check"],
        &["check", "--message-format", "json"],
        &["check", "--message-format", "sarif"],
        &["check", "--message-format", "github"],
        &["check", "--fix", "--yes"],
    ];
    for arguments in formats {
        let said = room.run(arguments);
        let told = format!("{}{}", said.stdout, said.stderr);
        for secret in ["晓东", "1234-5678", "13812345678", "13912345678", "19900101", "6311"] {
            assert!(!told.contains(secret), "{arguments:?}: {told}");
        }
        // A terminal is shown a part of a long line, a viewer the whole.
        if arguments.contains(&"sarif") {
            for told_so in
                ["姓名: 王**", "138-****-5678", "139****5678", "530***********1234", "0871-****2345", "可拨12345"]
            {
                assert!(told.contains(told_so), "{told_so}: {told}");
            }
        }
    }
    let fixed = std::fs::read_to_string(room.path(WEEK_FILE)).unwrap();
    assert!(fixed.contains("{ 姓名: 王晓东, 电话: \"13812345678\" }"), "what is told is not what is written");
}

#[test]
fn very_many_findings_are_counted_and_not_all_told() {
    let units = "甲, ".repeat(50_000);
    let week = format!("{WEEK}章节: [{units}]\n");
    let room = Room::quiet().file(WEEK_FILE, week);
    let started = std::time::Instant::now();
    let said = room.run(&["check"]);
    assert_eq!(said.stderr.matches("错误[").count(), 100);
    let last: Vec<&str> = said.stderr.lines().rev().take(2).collect();
    assert_eq!(last[1], format!("{WEEK_FILE}：这份文件里还有 49900 处没有列出"));
    assert_eq!((last[0], said.status), ("1 个指挥中心，1 周，错误 50000 处，警告 0 处", 1));
    let json = room.run(&["check", "--message-format", "json"]);
    assert_eq!(json.stdout.matches("\"diagnostic\"").count(), 1000);
    assert!(json.stdout.contains("\"count\":49000") && json.stdout.contains("\"errors\":50000"));
    let (document, _, _) = sarif(&room, &[]);
    assert_eq!(document["runs"][0]["results"].as_array().unwrap().len(), 1000);
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn a_rule_is_explained_by_its_code() {
    let room = Room::empty();
    let said = room.run(&["check", "--explain", "week-overlap"]);
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = said.stdout.lines().collect();
    assert!(lines[0].starts_with("week-overlap（错误，"), "{}", said.stdout);
    assert_eq!(lines[1], "  查什么：两个文件的周期有重叠。");
    let headings: Vec<&str> = lines[2..].iter().map(|line| line.split('：').next().unwrap()).collect();
    assert_eq!(headings, ["  为什么", "  例子", "  怎样改"]);
    let all = room.run(&["check", "--explain"]);
    assert!(all.stdout.starts_with("读文件：\n  read-file（错误）文件或文件夹打不开、读不出。\n"), "{}", all.stdout);
    assert!(all.stdout.contains("\n  week-overlap（错误）"), "{}", all.stdout);
    let wrong = room.run(&["check", "--explain", "week-overlaps"]);
    let message = "错误：没有这条规则\n  帮助：是不是想写「week-overlap」？\n  zhoubao check --explain 列出全部规则；代号在问题后面的方括号里";
    assert_eq!((wrong.status, wrong.stdout.as_str(), wrong.stderr.as_str()), (2, "", message));
}

#[test]
fn papers_are_made_with_every_format_of_messages() {
    let room = Room::quiet();
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx", "--message-format", "github"]);
    assert_eq!((said.status, said.stdout.lines().next_back()), (0, Some("output/panlong/2021-01-08/weekly.docx")));
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx", "--message-format", "sarif"]);
    let document: Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(said.status, 0);
    let results = document["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().all(|result| result["suppressions"] != json!([])), "{results:?}");
}

/// The week with a complainant's keys written so, and somebody named in the prose.
fn week_with(person: &str, prose: &str) -> String {
    let person = person.replace('\n', "\n    ");
    let week = WEEK.replacen("投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", &person, 1);
    week.replacen("反映: 有网民在{来源}留言", &format!("反映: {prose},有网民在{{来源}}留言"), 1)
}

#[test]
fn the_finding_that_warns_of_a_number_does_not_show_it() {
    for (number, shown) in [
        ("+8613812345678", "+861******5678"),
        ("138 1234 5678", "138 **** 5678"),
        ("110105 19491231 002X", "110*** *******1 002X"),
        ("6222 0212 3456 7890 123", "622* **** **** ***0 123"),
        ("0871-6311-2345", "0871-****-2345"),
    ] {
        let prose = format!("身份证、卡号和电话{number},");
        let room = Room::quiet().file(WEEK_FILE, week_with("投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", &prose));
        for format in ["human", "json", "sarif", "github"] {
            let said = room.run(&["check", "--message-format", format]);
            let told = format!("{}{}", said.stdout, said.stderr);
            assert!(!told.contains(number), "{told}");
            assert!(format == "json" || format == "github" || told.contains(shown), "{shown}: {told}");
        }
    }
}

#[test]
fn a_name_is_hidden_however_it_is_typed_and_wherever_it_stands() {
    for person in [
        "投诉人:\n  姓名: >-\n    阮怀瑾",
        "投诉人:\n  姓名:\n    # 样例\n\n    阮怀瑾",
        "投诉人:\n  ? 姓名\n  : 阮怀瑾",
        "投诉人: { \"\\u59d3\\u540d\": 阮怀瑾 }",
        "投诉人: { 姓名: 刘某某和阮怀瑾 }",
        "投诉人: { 姓名: 阮怀瑾（某公司） }",
        "投诉人: { 性名: 阮怀瑾 }",
        "举报人: 阮怀瑾",
    ] {
        let room = Room::quiet().file(WEEK_FILE, week_with(person, "与阮怀瑾核对过"));
        for arguments in
            [&["check"][..], &["check", "--message-format", "sarif"], &["check", "--fix", "--yes"], &["explain"]]
        {
            let said = room.run(arguments);
            let told = format!("{}{}", said.stdout, said.stderr);
            assert!(!told.contains("阮怀瑾") && !told.contains("怀瑾"), "{person}: {told}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_name_of_a_folder_forges_no_command_and_moves_no_terminal() {
    let folder = "data/甲\n::error file=a::乙\u{1b}[2J\u{202e}";
    let room = Room::empty()
        .file(&format!("{folder}/office.yaml"), quiet_office())
        .file(&format!("{folder}/2021-01-08.yaml"), WEEK.replace("期号: 2 ", "期号: ２ "));
    for arguments in
        [&["check"][..], &["check", "--message-format", "github"], &["explain"], &["build", "--format", "docx"]]
    {
        let said = room.run(arguments);
        let told = format!("{}{}", said.stdout, said.stderr);
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
        assert!(!told.lines().any(|line| line.trim_start().starts_with("::error file=a::")), "{told:?}");
    }
}
