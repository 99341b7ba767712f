//! The page that tells what templates can ask for: `docs/reference-variables.md`.

use super::context::view::Kind;
use super::variables::{COMPARED, TOP, TYPES, Type};

const HEAD: &str = "# 模板里可以填的内容

这一页由程序自己的定义写成。`{{ 名称 }}` 处填入内容，`{% if %}`、`{% for %}` 作判断和重复，怎样写见[改模板](zh/templates.md)。
标“用于判断”的不印出来；这一期没有的内容，用 `{% if %}` 判断，直接印出会按错误处理，不会印成空白。
";

/// What there is of another week.
const AS_AT_THE_TOP: &str = "
`before`、`year_before`。里面与本期的一样，从 `week` 到 `sections`，例如 `before.complaints.total`、`year_before.returns.amount`。
";

/// As it stands in the file.
#[must_use]
pub fn variables_page() -> String {
    let mut page = HEAD.to_owned();
    for of_type in TYPES.iter() {
        page.push_str(&format!("\n## {}\n", title(of_type)));
        if of_type.name == COMPARED {
            page.push_str(AS_AT_THE_TOP);
            continue;
        }
        let ways = ways(of_type.name);
        if !ways.is_empty() {
            page.push_str(&format!("\n{}。\n", ways.join("、")));
        }
        page.push_str("\n| 名称 | 是什么 | 其中 |\n|---|---|---|\n");
        for variable in &of_type.variables {
            let meaning = variable.meaning.replace('|', "\\|");
            page.push_str(&format!("| `{}` | {meaning} | {} |\n", variable.name, inside(variable.kind)));
        }
    }
    page
}

/// A record that has no view is called by what it is in the variable that it is under.
fn title(of_type: &Type) -> &'static str {
    if !of_type.title.is_empty() {
        return of_type.title;
    }
    let mut variables = TYPES.iter().flat_map(|known| &known.variables);
    variables.find(|variable| leads_to(variable.kind, of_type.name)).map_or("", |variable| variable.meaning)
}

/// By which variables one comes to a type.
fn ways(name: &str) -> Vec<String> {
    let mut ways = Vec::new();
    // To another week's the same ways lead as to this one's.
    for known in TYPES.iter().filter(|known| known.name != COMPARED) {
        for variable in known.variables.iter().filter(|variable| leads_to(variable.kind, name)) {
            let of = if known.name == TOP { String::new() } else { format!("{}的 ", title(known)) };
            let each = if matches!(variable.kind, Kind::List(_)) { " 的各项" } else { "" };
            ways.push(format!("{of}`{}`{each}", variable.name));
        }
    }
    ways
}

fn leads_to(kind: Kind, name: &str) -> bool {
    matches!(kind, Kind::Map(of) | Kind::List(of) if of == name)
}

fn inside(kind: Kind) -> String {
    let called = |name: &str| TYPES.iter().find(|known| known.name == name).map_or("", title);
    match kind {
        Kind::Plain => String::new(),
        // What an office has of its own is told nowhere here.
        Kind::Map(name) if called(name).is_empty() => "按名称取，或逐项取".to_owned(),
        Kind::Map(name) => format!("见“{}”", called(name)),
        Kind::List(name) => format!("列表，每项见“{}”", called(name)),
        Kind::Open => "按名称取，或逐项取".to_owned(),
    }
}
