//! Data in names of files and folders, in arguments, in templates and in the office's own file.

use super::forms::{Form, forms};
use super::runs::said;
use crate::program::{OFFICE, Room, WEEK, WEEK_FILE, quiet_office};
use crate::tried;

/// What may be a file's name.
fn is_file_name(form: &Form) -> bool {
    !form.typed.contains('/')
}

fn leaks(form: &Form, place: &str, told: &str) -> Vec<String> {
    super::found_in(told, form).into_iter().map(|line| format!("{} × {place}: {line}", form.name)).collect()
}

/// A week with the form's person, so that the program has read of him.
fn week(form: &Form) -> String {
    let person = form.person.trim_end().replace('\n', "\n    ");
    WEEK.replacen("投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", &person, 1)
}

#[test]
fn nobody_is_told_in_names_of_files() {
    let mut found = Vec::new();
    for form in tried(forms(), 8).iter().filter(|form| is_file_name(form)) {
        let name = &form.typed;
        let room = Room::empty()
            .file(&format!("data/{name}/office.yaml"), quiet_office())
            .file(&format!("data/{name}/2021/{name}.yaml"), week(form).replace("期号: 2 ", "期号: ２ "))
            .file(&format!("data/{name}/2021/2021-01-15 {name}.yaml"), week(form))
            .file(&format!("data/{name}/templates/{name}.md"), "{{ 没有 }}");
        for arguments in [
            &["check"][..],
            &["check", "--message-format", "json"],
            &["check", "--message-format", "sarif"],
            &["check", "--message-format", "github"],
            &["build", "--format", "docx"],
            &["build", "--format", "docx"],
            &["build", "--format", "docx", "--message-format", "json"],
            &["explain"],
            &["verify"],
            &["build", "--format", "pdf", "--package", "2021"],
            &["verify"],
            &["build", "--unseal"],
            &["check", "--fix", "--yes"],
        ] {
            found.extend(leaks(form, &format!("a file's name, {}", arguments.join(" ")), &said(&room, arguments)));
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nobody_is_told_where_the_call_is_wrong() {
    let mut found = Vec::new();
    for form in tried(forms(), 6) {
        let room = Room::sample().file(WEEK_FILE, week(&form));
        let value = form.typed.as_str();
        let (option, short, set) = (format!("--{value}"), format!("-{value}"), format!("--jobs={value}"));
        // In a path a slash parts folders: a number with slashes is no file's name.
        let file = value.replace('/', "-");
        let (week, kinds) = (format!("data/panlong/2021/{file}.yaml"), format!("weekly,{value}"));
        let calls: &[&[&str]] = &[
            &["explain", value],
            &["build", "--kind", value],
            &["check", value],
            &[value],
            &["check", &option],
            &["check", &short],
            &["build", &set],
            &["check", &week],
            &["check", "--message-format", "json", &week],
            &["build", &week],
            &["explain", "平均办结时长", &week],
            &["explain", "平均办结时长", value],
            &["build", "--kind", &kinds],
            &["build", "--message-format", value],
            &["fonts", value],
            &["fonts", "--fonts", value],
            &["lsp", value],
            &["schema", "--record", value],
            &["schema", &week],
            &["verify", value],
            &["verify", "--rebuild", value],
            &["verify", "--rebuild", "--fonts", value],
            &["build", "--shard", value],
            &["build", "--jobs", value],
            &["build", "--format", value],
            &["build", "--package", value],
            &["check", "--explain", value],
            &["schema", value],
            &["build", "--fonts", value],
            &["verify", "--out", value],
        ];
        for arguments in calls {
            found.extend(leaks(&form, &arguments.join(" "), &said(&room, arguments)));
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nobody_is_told_by_a_template() {
    let mut found = Vec::new();
    for form in tried(forms(), 6) {
        let value = form.typed.as_str();
        for template in [
            format!("{{{{ throw(message=\"{value}\") }}}}"),
            "{% for notice in notices.items %}{{ throw(message=notice.complainant.name ~ notice.handling) }}{% endfor %}".to_owned(),
            format!("{{{{ \"{value}\" | nothing }}}}"),
            format!("{{{{ \"{value}\" | full_date }}}}"),
            format!("---\n标题: {value}\n附注: {value}\n密级: {value}\n份号: {value}\n---\n\n> {value}\n\n<b>{value}</b>\n"),
            format!("---\n标题: 甲\n{value}: {value}\n---\n\n![{value}](a.png)\n"),
            format!("{{% if {value} %}}"),
        ] {
            let room = Room::quiet()
                .file(WEEK_FILE, week(&form).replace("已督促昆明", &format!("{value}，已督促昆明")))
                .file("data/panlong/templates/weekly.md", &template);
            for arguments in [&["check"][..], &["check", "--message-format", "json"], &["build", "--format", "docx"]] {
                found.extend(leaks(&form, &format!("{template}, {}", arguments.join(" ")), &said(&room, arguments)));
            }
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nobody_is_told_of_an_offices_own_file() {
    let mut found = Vec::new();
    for form in tried(forms(), 6) {
        let value = form.typed.as_str();
        for (old, new) in [
            ("行政区: 盘龙区", format!("行政区: {value}")),
            ("简称: 盘龙区指挥中心", format!("简称: {value}")),
            ("签发人: 李某某", format!("签发人: [{value}, {value}]")),
            ("联系人: 张某某", format!("联系人: {value}")),
            ("\"0871-60000000\"", value.to_owned()),
            ("办法: 截断", format!("办法: {value}")),
            ("小数位: 2", format!("小数位: {value}")),
            ("检查项目: [出动人次, 检查家次]", format!("检查项目: [出动人次, {value}, {value}]")),
            ("{ 名称: 昆明世界园艺博览园 }", format!("{{ 名称: {value}, 简称: {value}, {value}: 甲 }}")),
            ("发文代字: 盘旅调", format!("发文代字: {value}")),
            ("取舍:", format!("{value}: {value}\n取舍:")),
            ("取舍:", format!("'{value}\n取舍:")),
            ("取舍:", format!("# {value}\n取舍: 甲 #")),
        ] {
            assert!(OFFICE.contains(old), "{old}");
            let office = OFFICE.replacen(old, &new, 1);
            let room = Room::empty().file("data/panlong/office.yaml", office).file(WEEK_FILE, week(&form));
            for arguments in
                [&["check"][..], &["check", "--message-format", "sarif"], &["explain", "--message-format", "json"]]
            {
                found.extend(leaks(&form, &format!("{new}, {}", arguments.join(" ")), &said(&room, arguments)));
            }
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
}
