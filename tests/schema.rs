//! The schemas that editors are given: what they allow is what the program reads, and they hold the office's names.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use zhoubao::record::catalogue::{Kind, Scalar, Shape, TextKind};
use zhoubao::record::office::Office;
use zhoubao::record::paper::KindName;
use zhoubao::record::register::Register;
use zhoubao::record::value::{
    ApproximateCount, Date, DocumentNumber, FontFamily, IssueNumber, Minutes, Money, Phone, Places, PlainNumber,
};
use zhoubao::record::week::Week;
use zhoubao::record::{Described, bytes, generations, issuing::Length, read};
use zhoubao::schema;
use zhoubao::source::{Source, Spanned};
use zhoubao::workspace::rules;
use zhoubao::yaml::Problems;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn office(name: &str) -> Office {
    let source = bytes::read_file(&Path::new(ROOT).join("data").join(name).join("office.yaml"), "office.yaml").unwrap();
    read(&source, &mut Problems::new()).unwrap()
}

fn week_schema(name: &str) -> Value {
    serde_json::from_str(&schema::week(&[&office(name)], &[])).unwrap()
}

/// What a value's schema says to a text in quotes.
fn validator<T: Scalar>() -> Validator {
    let Shape::Value(kind) = T::shape() else { panic!("no single value") };
    jsonschema::validator_for(&schema::value(&kind)).unwrap()
}

/// Whether the program reads `text`, in quotes, as a `T`.
fn is_read<T: Scalar>(text: &str) -> bool {
    let quoted = format!("- {}", Value::from(text));
    read::<Vec<Spanned<T>>>(&Source::new("week.yaml", quoted), &mut Problems::new()).is_some()
}

/// The schema and the program agree on each text.
fn agree<T: Scalar>(texts: &[&str]) {
    let validator = validator::<T>();
    for text in texts {
        assert_eq!(validator.is_valid(&json!(text)), is_read::<T>(text), "{text}");
    }
}

#[test]
fn what_can_be_typed_in_quotes_is_what_the_schema_allows() {
    agree::<u32>(&["0", "6", "06", "", "-1", "６", "6份", "4294967295"]);
    agree::<IssueNumber>(&["1", "52", "0", "02", "第2期"]);
    agree::<ApproximateCount>(&["0", "50", "100余", "约100", "050余", "余", "100余人"]);
    agree::<Date>(&["2021-01-08", "2020-02-29", "2021-02-29", "1949-01-01", "1948-12-31", "2021-1-8", "2021-13-01"]);
    agree::<Minutes>(&[
        "0分钟",
        "1小时",
        "1小时19分钟",
        "1小时0分钟",
        "1小时60分钟",
        "0小时5分钟",
        "3",
        "3分",
        "半小时",
    ]);
    agree::<Money>(&["0", "0.5", "42565.00", "1.005", "007", "-1", "4万", ".5", "1.", "999999999999999.99"]);
    agree::<Phone>(&["19900000001", "0871-63112345", "12345", "96301", "110", "11", "12900000001", "0871-13112345"]);
    agree::<DocumentNumber>(&["盘旅指报〔2021〕1号", "盘旅指报[2021]1号", "盘旅指报〔2021〕01号", "盘 旅〔2021〕1号"]);
    agree::<Length>(&["1", "42", "42.5", "150", "150.0", "150.1", "0.9", "042", "4.25", "42mm"]);
    agree::<PlainNumber>(&["0", "34", "12.75", "0.123456", "0.1234567", "034", "-1", "1,000", "1e3"]);
    agree::<Places>(&["0", "6", "7", "+3", "03", "2.0"]);
    agree::<KindName>(&["weekly", "notice-2", "-notice", "周报", "Weekly", ""]);
    agree::<FontFamily>(&[
        "方正仿宋_GBK",
        "LXGW WenKai",
        "仿宋 ",
        " 仿宋",
        "仿\t宋",
        "仿\u{a0}宋",
        "FZFSK.TTF",
        "仿宋、宋体",
        "16",
        "-仿宋",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
        "",
    ]);
    agree::<bool>(&["是", "否", "true", "false", "对", "yes"]);
    agree::<String>(&["一段文字", "12345", " ", ""]);
}

#[test]
fn every_day_of_eighty_years_and_of_the_odd_centuries_is_known() {
    let validator = validator::<Date>();
    for year in (1940..2030).chain([2100, 2200, 2400, 3200, 9999]) {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                assert_eq!(validator.is_valid(&json!(text)), text.parse::<Date>().is_ok(), "{text}");
            }
        }
    }
}

#[test]
fn numbers_without_quotes_are_allowed_where_they_are_read() {
    let good = |validator: Validator, values: &[Value]| values.iter().all(|value| validator.is_valid(value));
    let bad = |validator: Validator, values: &[Value]| values.iter().all(|value| !validator.is_valid(value));
    assert!(good(validator::<u32>(), &[json!(0), json!(6)]) && bad(validator::<u32>(), &[json!(-1), json!(1.5)]));
    assert!(good(validator::<Money>(), &[json!(42565.00), json!(15)]) && bad(validator::<Money>(), &[json!(-1)]));
    assert!(good(validator::<Phone>(), &[json!(12345)]) && bad(validator::<Phone>(), &[json!(11)]));
    assert!(good(validator::<String>(), &[json!(12345)]) && bad(validator::<String>(), &[json!([]), json!(null)]));
    assert!(good(validator::<bool>(), &[json!(true)]) && bad(validator::<bool>(), &[json!(1)]));
    assert!(bad(validator::<IssueNumber>(), &[json!(0)]) && bad(validator::<Date>(), &[json!(20_210_108)]));
}

proptest! {
    #[test]
    fn the_schema_allows_whatever_is_read(text in "[0-9]{0,4}[0-9.余小时分钟〔〕号年月-]{0,8}[0-9]{0,2}") {
        fn holds<T: Scalar>(text: &str) -> bool {
            !is_read::<T>(text) || validator::<T>().is_valid(&json!(text))
        }
        prop_assert!(holds::<u32>(&text) && holds::<IssueNumber>(&text) && holds::<ApproximateCount>(&text));
        prop_assert!(holds::<Date>(&text) && holds::<Minutes>(&text) && holds::<Money>(&text));
        prop_assert!(holds::<Phone>(&text) && holds::<Length>(&text) && holds::<KindName>(&text) && holds::<FontFamily>(&text));
    }
}

#[test]
fn every_register_is_used_by_a_field() {
    let mut used = Vec::new();
    for shape in [Week::shape(), Office::shape()] {
        for field in shape.records().into_iter().flat_map(|record| &record.fields) {
            used.extend(registers(&field.shape));
        }
    }
    for register in Register::ALL {
        assert!(used.contains(&register), "{register:?}");
    }
}

/// The registers out of which names in a field are taken.
fn registers(shape: &Shape) -> Vec<Register> {
    match shape {
        Shape::Value(Kind::Text(TextKind::Name(register))) => register.iter().copied().collect(),
        Shape::Table(register, values) => register.iter().copied().chain(registers(values)).collect(),
        Shape::List(item) => registers(item),
        Shape::Either(one, other) => [registers(one), registers(other)].concat(),
        Shape::Value(_) | Shape::Record(_) => Vec::new(),
    }
}

#[test]
fn a_register_gives_the_names_of_the_office_in_its_order() {
    let yunling = office("yunling");
    let names = |register: Register| register.names(&yunling).iter().map(|name| name.value.clone()).collect::<Vec<_>>();
    assert_eq!(names(Register::Platforms), ["云游平台", "12345政务服务便民热线", "全国旅游监管服务平台"]);
    assert_eq!(names(Register::Units)[..2], ["区文化和旅游局", "区市场监管局"]);
    assert!(names(Register::Units).contains(&"区指挥中心".to_owned()));
    assert_eq!(names(Register::Superiors).last().unwrap(), "云岭区人民政府");
    assert!(names(Register::OutwardPapers).is_empty());
}

#[test]
fn rules_that_may_be_acknowledged_are_offered_with_what_they_look_for_and_no_others() {
    let rules: Vec<_> = rules().collect();
    let week: Value = serde_json::from_str(&schema::week(&[], &rules)).unwrap();
    let rule = &week["definitions"]["Acknowledgement"]["properties"]["规则"];
    let at = rule["enum"].as_array().unwrap().iter().position(|name| name == "week-gap").unwrap();
    assert_eq!(rule["enumDescriptions"][at], "前一周止的日子和这一周起的日子之间有空缺。");
    assert!(!rule["enum"].as_array().unwrap().contains(&json!("reference-unknown")));
    let office: Value = serde_json::from_str(&schema::office(&[], &rules)).unwrap();
    let checks =
        jsonschema::validator_for(&json!({ "$ref": "#/definitions/Checks", "definitions": office["definitions"] }));
    let checks = checks.unwrap();
    assert!(checks.is_valid(&json!({ "轻重": { "week-gap": "不查" } })));
    assert!(!checks.is_valid(&json!({ "轻重": { "week-gab": "不查" } })));
}

#[test]
fn records_have_the_key_under_which_they_stand_for_their_title() {
    let schema = week_schema("panlong");
    let titles =
        ["Notice", "Person", "Related", "Complaint", "Typed"].map(|name| &schema["definitions"][name]["title"]);
    assert_eq!(titles, ["通报单", "投诉人", "关联投诉", "投诉", "周期"]);
    let records = schema["definitions"].as_object().unwrap();
    assert!(records.values().all(|record| record["title"].is_string()));
}

#[test]
fn keys_stand_in_the_order_in_which_weeks_are_typed_and_tell_what_they_mean() {
    let schema = week_schema("panlong");
    let notice = &schema["definitions"]["Notice"];
    let keys: Vec<_> = notice["properties"].as_object().unwrap().keys().take(4).collect();
    assert_eq!(keys, ["编号", "收到", "来文单位", "种类"]);
    assert_eq!(notice["properties"]["收到"]["description"], "收到日期");
    let required = notice["required"].as_array().unwrap();
    assert!(required.contains(&json!("反映")) && !required.contains(&json!("来文单位")));
    assert_eq!(notice["additionalProperties"], false);
}

#[test]
fn a_platform_that_is_not_registered_is_refused_and_a_new_firm_is_not() {
    let validator = jsonschema::validator_for(&week_schema("yunling")).unwrap();
    let week = |platform: &str, firm: &str| {
        let complaint = json!({ "被投诉": firm, "转办": "区文化和旅游局", "状态": "办结" });
        json!({
            "周期": { "起": "2022-03-21", "止": "2022-03-27" }, "期号": 11, "成文": "2022-03-28",
            "执法检查": { "旅游车辆": 80, "驾驶员": "83余", "导游": 35, "旅行社": 7, "景区": 8, "购物店": 10 },
            "投诉": { platform: [complaint], "12345政务服务便民热线": [], "全国旅游监管服务平台": [] },
        })
    };
    assert!(validator.is_valid(&week("云游平台", "云州翠湖旅游客运有限公司")));
    assert!(validator.is_valid(&week("云游平台", "刚开张的旅行社")));
    assert!(!validator.is_valid(&week("云游台", "云州翠湖旅游客运有限公司")));
}

#[test]
fn a_change_may_say_what_the_office_says_and_weeks_of_all_times_are_allowed() {
    let schema: Value = serde_json::from_str(&schema::office(&[], &[])).unwrap();
    let change = json!({ "$ref": "#/definitions/Change", "definitions": schema["definitions"] });
    let change = jsonschema::validator_for(&change).unwrap();
    assert!(change.is_valid(&json!({ "自": "2022-01-01", "简称": "甲区中心", "成员单位": [] })));
    for wrong in [
        json!({ "简称": "甲区中心" }),
        json!({ "自": "2022-01", "简称": "甲区中心" }),
        json!({ "自": "2022-01-01", "认可": [] }),
        json!({ "自": "2022-01-01", "变更": [] }),
        json!({ "自": "2022-01-01", "上级": "市文旅局" }),
        json!({ "自": "2022-01-01", "投诉平台": [{ "名称": "甲", "网址": "乙" }] }),
    ] {
        assert!(!change.is_valid(&wrong), "{wrong}");
    }

    let text = bytes::read_file(&Path::new(ROOT).join("data/yunling/office.yaml"), "office.yaml").unwrap();
    let change = "变更: [{ 自: 2022-07-01, 投诉平台: [{ 名称: 云游平台 }, { 名称: 彩云平台 }] }]\n";
    let text = Source::new("office.yaml", format!("{}{change}", text.text()));
    let offices = generations(&text, &mut Problems::new()).unwrap();
    let offices: Vec<&Office> = offices.iter().map(|generation| &generation.office).collect();
    let week: Value = serde_json::from_str(&schema::week(&offices, &[])).unwrap();
    let platforms = &week["properties"]["投诉"];
    let table = platforms["anyOf"][0].as_object().or(platforms.as_object()).unwrap();
    let names: Vec<_> = table["properties"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["云游平台", "12345政务服务便民热线", "全国旅游监管服务平台", "彩云平台"]);
    assert_eq!(table["required"], json!(["云游平台"]));
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhoubao")).arg("schema").args(arguments).current_dir(folder).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// What the schema of a week says of the key at the end of a path of records and keys.
fn property(schema: &Value, record: &str, key: &str) -> Value {
    let mut property = schema["definitions"][record]["properties"][key].clone();
    assert!(property.is_object(), "{record} {key}");
    for own in ["title", "description"] {
        property.as_object_mut().unwrap().remove(own);
    }
    property
}

#[test]
fn own_columns_are_in_the_schema_what_built_in_keys_of_their_type_are() {
    let own = "
投诉栏: [{ 名称: 回访日, 类型: 日期, 可缺: 是 }, { 名称: 回访用时, 类型: 时长, 可缺: 是 }]
台账:
  - 名称: 涉旅案件
    栏:
      - { 名称: 当事人, 类型: 企业 }
      - { 名称: 承办, 类型: 单位 }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
      - { 名称: 公开, 类型: 是否, 可缺: 是 }
      - { 名称: 联系电话, 类型: 电话, 可缺: 是 }
      - { 名称: 经过, 类型: 长文, 可缺: 是 }
";
    let text = format!("{}{own}", std::fs::read_to_string(Path::new(ROOT).join("tests/checks/office.yaml")).unwrap());
    let office: Office = read(&Source::new("office.yaml", text), &mut Problems::new()).unwrap();
    let schema: Value = serde_json::from_str(&schema::week(&[&office], &[])).unwrap();
    for (own, built_in) in [
        (("Complaint", "回访日"), ("Complaint", "日期")),
        (("Complaint", "回访用时"), ("Complaint", "办结时长")),
        (("涉旅案件", "当事人"), ("Complaint", "被投诉")),
        (("涉旅案件", "承办"), ("Complaint", "转办")),
        (("涉旅案件", "罚款"), ("Case", "罚款")),
        (("涉旅案件", "公开"), ("Complaint", "有效")),
        (("涉旅案件", "联系电话"), ("Person", "电话")),
        (("涉旅案件", "经过"), ("Case", "处理")),
    ] {
        assert_eq!(property(&schema, own.0, own.1), property(&schema, built_in.0, built_in.1), "{own:?}");
    }
    assert_eq!(schema["definitions"]["涉旅案件"]["required"], json!(["当事人", "承办"]));
}

#[test]
fn the_program_prints_the_schema_of_the_office_that_is_named() {
    let folder = Path::new(ROOT);
    let said = run(folder, &["data/panlong"]);
    assert_eq!((said.status.code(), text(&said.stderr)), (Some(0), ""));
    assert!(text(&said.stdout).contains("智旅通投诉平台") && !text(&said.stdout).contains("云游平台"));
    assert_eq!(said.stdout, run(folder, &["data/panlong/2021/2021-01-08.yaml"]).stdout);
    let office = run(folder, &["data/panlong", "--record", "office"]);
    assert!(text(&office.stdout).contains("\"周报名称\"") && !text(&office.stdout).contains("\"通报单\": {"));
}

#[test]
fn without_one_office_the_schema_has_no_names_and_the_program_says_so() {
    let empty = tempfile::tempdir().unwrap();
    let several = run(Path::new(ROOT), &[]);
    let none = run(empty.path(), &[]);
    assert!(text(&several.stderr).contains("不止一个指挥中心") && text(&none.stderr).contains("没有找到指挥中心"));
    assert_eq!((several.status.code(), none.status.code()), (Some(0), Some(0)));
    assert_eq!(several.stdout, none.stdout);
    assert_eq!(text(&none.stdout).trim_end(), schema::week(&[], &rules().collect::<Vec<_>>()));
}

#[test]
fn an_office_that_is_named_but_cannot_be_read_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("区")).unwrap();
    std::fs::write(folder.path().join("区/office.yaml"), "名称: [").unwrap();
    for named in ["区", "没有"] {
        let said = run(folder.path(), &[named]);
        assert_eq!((said.status.code(), text(&said.stdout)), (Some(1), ""), "{named}");
        assert!(text(&said.stderr).contains(named), "{}", text(&said.stderr));
    }
}

#[test]
fn both_schemas_are_written_into_a_folder_the_same_every_time() {
    let folder = tempfile::Builder::new().prefix("周 报 ").tempdir().unwrap();
    let panlong = Path::new(ROOT).join("data/panlong");
    for out in ["一", "二"] {
        let said = run(folder.path(), &[panlong.to_str().unwrap(), "--out", out]);
        assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
        assert_eq!(text(&said.stdout), format!("{out}/week.schema.json\n{out}/office.schema.json\n"));
    }
    for file in ["week.schema.json", "office.schema.json"] {
        let made = |out: &str| std::fs::read(folder.path().join(out).join(file)).unwrap();
        assert_eq!(made("一"), made("二"));
        assert!(jsonschema::meta::is_valid(&serde_json::from_slice(&made("一")).unwrap()));
    }
    assert_eq!(run(folder.path(), &["--out", "一", "--record", "week"]).status.code(), Some(2));
}
