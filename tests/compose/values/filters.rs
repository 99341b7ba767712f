//! Filters: every one over every kind.

use super::cells::KINDS;
use super::operators::same;

/// How a cell shows what a filter gives.
#[derive(Clone, Copy)]
enum Shown {
    Printed,
    /// The items of a list, parted by `/`.
    List,
    /// Key, and number of items, of each group.
    Groups,
    /// Texts by their first characters, lists by their items, records by how many they are.
    Reversed,
}

/// A row is a filter and what it gives of each of [`KINDS`], in their order, parted by blanks. In short: `=` is the value as
/// it is printed without the filter; `字`, `数`, `列`, `组`, `日` that it is no text, number, list, group of fields or day;
/// `无` that there is nothing; `真`, `表`, `段` that a truth, a list, a group of fields is not printed.
fn rows(rows: &[(&str, &str)], shown: Shown) {
    let mut bodies = Vec::new();
    let mut wanted = Vec::new();
    for (filter, row) in rows {
        let cells: Vec<&str> = row.split(' ').collect();
        assert_eq!(cells.len(), KINDS.len(), "{filter}: {row}");
        for (at, cell) in cells.iter().enumerate() {
            let value = KINDS[at].1;
            let body = match shown {
                Shown::Printed => format!("{{{{ {value} | {filter} }}}}"),
                Shown::List => format!("{{{{ {value} | {filter} | join(sep=\"/\") }}}}"),
                Shown::Reversed => match at {
                    1 => format!("{{{{ {value} | {filter} | truncate(length=3, end=\"\") }}}}"),
                    10 => format!("{{{{ {value} | {filter} | join(sep=\"/\") }}}}"),
                    11 => format!("{{{{ {value} | {filter} | length }}}}"),
                    _ => format!("{{{{ {value} | {filter} }}}}"),
                },
                Shown::Groups => format!(
                    "{{% for key, items in {value} | {filter} %}}{{{{ key }}}}={{{{ items | length }}}}；{{% endfor %}}"
                ),
            };
            bodies.push(body);
            wanted.push(cell_in_full(cell, filter, at));
        }
    }
    same(&bodies, &wanted);
}

const KIND_NAMES: [&str; 14] =
    ["文字", "文字", "数", "数", "数", "数", "数", "日期", "周期", "真假", "列表", "列表", "一组字段", ""];
const AS_PRINTED: [&str; 9] = [
    "盘龙区",
    "为防止舆情进一步扩大发酵，区指挥中心督促花之城雪山神话进一步与游客沟通协商处理，并全面开展自检自查工作",
    "9",
    "0",
    "42565.00",
    "13.16",
    "1小时19分钟",
    "2021年1月15日",
    "2021年1月8日—1月14日",
];

fn cell_in_full(cell: &str, filter: &str, at: usize) -> String {
    let words: String = filter.chars().take(24).collect();
    let other = |wanted: &str| format!("✗「{words}」算不出来：这个值不是{wanted}，是{}", KIND_NAMES[at]);
    let whole: String = format!("{} | {filter}", KINDS[at].1).chars().take(24).collect();
    match cell {
        "=" => AS_PRINTED[at].to_owned(),
        "=。" => format!("{}。", AS_PRINTED[at]),
        "字" => other("文字"),
        "数" => other("数"),
        "列" => other("列表"),
        "组" => other("一组字段"),
        "日" => other("日期"),
        "字列" => other("文字或列表"),
        "写数" => other("数，也不是写成数的文字"),
        "无" => format!("✗「{words}」算不出来：前面没有内容"),
        "真" => format!("✗「{whole}」算不出来：这是真假，只用于判断，不能印"),
        "表" => format!("✗「{whole}」算不出来：这是列表，不能直接印"),
        "段" => format!("✗「{whole}」算不出来：这是一组字段，不能直接印"),
        "无字" => "无".to_owned(),
        "连" => "✗「join(sep=\"/\")」算不出来：第 1 项是一组字段，不能连成文字".to_owned(),
        "白" => "✗这里没有内容，印出来会是空白".to_owned(),
        cell => match cell.strip_prefix('!') {
            Some(reason) => format!("✗「{words}」算不出来：{}", reason.replace('·', " ")),
            None => cell.to_owned(),
        },
    }
}

#[test]
fn over_texts() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    let refused = |reason: &str| [reason; 14].join(" ");
    let (indent, breaks, escapes) = (
        refused("!公文的缩进由版式定，模板里不用·indent"),
        refused("!公文里另起一段由空行定，模板里不用·newlines_to_br"),
        refused("!填进公文的文字照原样印出，不会当成标记"),
    );
    rows(
        &[
            ("upper", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("lower", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("capitalize", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("title", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("escape", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("trim", "= = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("trim(pat=\"区\")", "盘龙 = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("trim_start(pat=\"盘\")", "龙区 = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("trim_end(pat=\"区\")", "盘龙 = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("truncate(length=2)", "盘龙… 为防… 字 字 字 字 1小… 字 字 字 字 字 字 无"),
            ("truncate(length=2, end=\"等\")", "盘龙等 为防等 字 字 字 字 1小等 字 字 字 字 字 字 无"),
            ("replace(from=\"盘\", to=\"卧\")", "卧龙区 = 字 字 字 字 = 字 字 字 字 字 字 无"),
            ("wordcount", "1 1 字 字 字 字 1 字 字 字 字 字 字 无"),
            ("safe", "= = = = = = = = = 字 字 字 字 无"),
            ("str", "= = = = = = = = = 字 字 字 字 无"),
            ("sentence", "=。 =。 =。 =。 =。 =。 =。 =。 =。 字 字 字 字 无"),
            ("clause", "= = = = = = = = = 字 字 字 字 无"),
            ("indent", &indent),
            ("newlines_to_br", &breaks),
            ("escape_html", &escapes),
            ("escape_xml", &escapes),
        ],
        Shown::Printed,
    );
    rows(
        &[
            ("split(pat=\"龙\")", "盘/区 = 字 字 字 字 = 字 字 字 字 字 字 无"),
            (
                "split(pat=\"\")",
                "!参数·pat·是空的，不能用来分开文字 !参数·pat·是空的，不能用来分开文字 字 字 字 字 !参数·pat·是空的，不能用来分开文字 字 字 字 字 字 字 无",
            ),
        ],
        Shown::List,
    );
}

#[test]
fn over_numbers() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    rows(
        &[
            ("int", "!这个值不是整数 !这个值不是整数 9 0 42565 !这个值不是整数 79 写数 写数 写数 写数 写数 写数 无"),
            ("float", "!这个值不是数 !这个值不是数 9 0 42565.00 13.16 79 写数 写数 写数 写数 写数 写数 无"),
            ("abs", "数 数 9 0 42565.00 13.16 79 数 数 数 数 数 数 无"),
            ("round", "数 数 9 0 42565 13 79 数 数 数 数 数 数 无"),
            ("round(precision=1)", "数 数 9 0 42565 13.2 79 数 数 数 数 数 数 无"),
            ("round(precision=1, zeros=true)", "数 数 9.0 0.0 42565.0 13.2 79.0 数 数 数 数 数 数 无"),
            ("round(precision=1, method=\"truncate\")", "数 数 9 0 42565 13.1 79 数 数 数 数 数 数 无"),
            ("round(precision=1, method=\"截断\")", "数 数 9 0 42565 13.1 79 数 数 数 数 数 数 无"),
            ("round(method=\"ceil\")", "数 数 9 0 42565 14 79 数 数 数 数 数 数 无"),
            ("round(method=\"floor\")", "数 数 9 0 42565 13 79 数 数 数 数 数 数 无"),
            ("round(method=\"office\")", "数 数 9 0 42565 13.16 79 数 数 数 数 数 数 无"),
            ("in_wan", "数 数 0.0009 0 4.2565 0.001316 0.0079 数 数 数 数 数 数 无"),
            ("in_wan(precision=2)", "数 数 0 0 4.25 0 0 数 数 数 数 数 数 无"),
            ("in_wan(precision=2, method=\"half_up\")", "数 数 0 0 4.26 0 0.01 数 数 数 数 数 数 无"),
            ("pluralize(singular=\"一\", plural=\"多\")", "数 数 多 多 多 多 多 数 数 数 数 数 数 无"),
            (
                "pluralize",
                "数 数 !中文没有复数的词尾 !中文没有复数的词尾 !中文没有复数的词尾 !中文没有复数的词尾 !中文没有复数的词尾 数 数 数 数 数 数 无",
            ),
            ("share(of=26)", "数 数 34.61% 0% 163711.53% 50.61% 303.84% 数 数 数 数 数 数 无"),
            ("share(of=0)", "数 数 白 白 白 白 白 数 数 数 数 数 数 无"),
            ("difference(from=4)", "数 数 5 -4 42561.00 9.16 75 数 数 数 数 数 数 无"),
            ("change(from=9)", "数 数 持平 减少9 增加42556.00 增加4.16 增加70 数 数 数 数 数 数 无"),
            ("change_percent(from=4)", "数 数 上升125% 下降100% 上升1064025% 上升229% 上升1875% 数 数 数 数 数 数 无"),
            ("change_percent(from=0)", "数 数 基期为0 持平 基期为0 基期为0 基期为0 数 数 数 数 数 数 无"),
        ],
        Shown::Printed,
    );
}

#[test]
fn over_dates() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    rows(
        &[
            ("full_date", "日 日 日 日 日 日 日 = 日 日 日 日 日 无"),
            ("year", "日 日 日 日 日 日 日 2021 日 日 日 日 日 无"),
        ],
        Shown::Printed,
    );
}

#[test]
fn over_lists() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    let first = "!第·1·项是文字「数字旅游平台」，不是数";
    let none = "!第·1·项的·count·没有内容";
    rows(
        &[
            ("default(value=\"无\")", "= = = = = = = = = 真 表 表 段 无字"),
            ("default(value=\"无\", boolean=true)", "= = = 无字 = = = = = 真 表 表 段 无字"),
            ("length", "3 51 字列 字列 字列 字列 7 字列 字列 字列 2 1 2 无"),
            ("first", "列 列 列 列 列 列 列 列 列 列 数字旅游平台 段 列 无"),
            ("last", "列 列 列 列 列 列 列 列 列 列 12301平台 段 列 无"),
            ("nth(n=1)", "列 列 列 列 列 列 列 列 列 列 12301平台 白 列 无"),
            (
                "join(sep=\"、\")",
                "列 列 列 列 列 列 列 列 列 列 数字旅游平台、12301平台 !第·1·项是一组字段，不能连成文字 列 无",
            ),
            ("join", "列 列 列 列 列 列 列 列 列 列 数字旅游平台12301平台 !第·1·项是一组字段，不能连成文字 列 无"),
            ("sum", &format!("列 列 列 列 列 列 列 列 列 列 {first} !第·1·项是一组字段，不是数 列 无")),
            ("sum(key=\"count\")", &format!("列 列 列 列 列 列 列 列 列 列 {none} 6 列 无")),
            ("sum(key=\"count\", default=0)", "列 列 列 列 列 列 列 列 列 列 0 6 列 无"),
            ("sum(key=\"count\", skip=true)", "列 列 列 列 列 列 列 列 列 列 0 6 列 无"),
            ("mean", &format!("列 列 列 列 列 列 列 列 列 列 {first} !第·1·项是一组字段，不是数 列 无")),
            ("mean(key=\"count\")", &format!("列 列 列 列 列 列 列 列 列 列 {none} 6 列 无")),
            ("mean(key=\"count\", skip=true)", "列 列 列 列 列 列 列 列 列 列 白 6 列 无"),
            ("mean(key=\"count\", precision=0)", &format!("列 列 列 列 列 列 列 列 列 列 {none} 6 列 无")),
        ],
        Shown::Printed,
    );
    rows(
        &[
            ("sort", "列 列 列 列 列 列 列 列 列 列 12301平台/数字旅游平台 连 列 无"),
            ("unique", "列 列 列 列 列 列 列 列 列 列 数字旅游平台/12301平台 连 列 无"),
            ("pluck(key=\"name\")", "列 列 列 列 列 列 列 列 列 列 !列表里第·1·项没有·name “一机游”游客投诉平台 列 无"),
            (
                "pluck(key=\"name\", default=\"无名\")",
                "列 列 列 列 列 列 列 列 列 列 无名/无名 “一机游”游客投诉平台 列 无",
            ),
        ],
        Shown::List,
    );
    rows(
        &[("reverse", "区龙盘 作工查 字列 字列 字列 字列 字列 字列 字列 字列 12301平台/数字旅游平台 1 字列 无")],
        Shown::Reversed,
    );
    rows(
        &[(
            "group_by(attribute=\"name\")",
            "列 列 列 列 列 列 列 列 列 列 !列表里第·1·项没有·name “一机游”游客投诉平台=1； 列 无",
        )],
        Shown::Groups,
    );
}

#[test]
fn over_groups_of_fields() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    rows(
        &[
            ("get(key=\"name\")", "组 组 组 组 组 组 组 组 组 组 组 组 张某某 无"),
            ("get(key=\"nme\")", "组 组 组 组 组 组 组 组 组 组 组 组 !里面没有「nme」 无"),
            ("get(key=\"nme\", default=\"某\")", "组 组 组 组 组 组 组 组 组 组 组 组 某 无"),
        ],
        Shown::Printed,
    );
    rows(
        &[
            ("keys", "组 组 组 组 组 组 组 组 组 组 组 组 name/phone 无"),
            ("values", "组 组 组 组 组 组 组 组 组 组 组 组 张某某/0871-60000000 无"),
        ],
        Shown::List,
    );
}
