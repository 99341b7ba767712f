//! Operators: every one over every kind on both sides.

use super::cells::{KINDS, results};

/// What a table's letter says of an operator's left and right kind, and of where that is told.
fn told(letter: &str, left: (&str, &str), right: (&str, &str), expression: &str) -> String {
    let words: String = expression.chars().take(24).collect();
    let (name, kind) = if letter == "左" { left } else { right };
    match letter {
        "×" => format!("✗「{words}」算不出来：左边是{}，右边是{}，不能比较", left.1, right.1),
        "空" => {
            let missing = if left.1 == "没有内容" { left.0 } else { right.0 };
            format!("✗「{missing}」算不出来：这里没有内容，不能比大小")
        }
        "左" | "右" if kind == "没有内容" => format!("✗「{name}」算不出来：这里没有内容"),
        "左" | "右" => format!("✗「{name}」算不出来：这是{kind}，不是数"),
        "里" => format!("✗「{words}」算不出来：{}里没有{}这样的内容可找", right.1, left.1),
        "外" => format!("✗「{words}」算不出来：{}里面不能找东西", right.1),
        "无" => format!("✗「{words}」算不出来：要在里面找的内容没有"),
        "字" => format!("✗「{words}」算不出来：左边是{}，右边是文字，不能比较", left.1),
        "组" => format!("✗「{words}」算不出来：左边是{}，右边是一组字段，不能比较", left.1),
        letter => letter.to_owned(),
    }
}

/// What messages call each of [`KINDS`].
const CALLED: [&str; 14] =
    ["文字", "文字", "数", "数", "数", "数", "数", "日期", "周期", "真假", "列表", "列表", "一组字段", "没有内容"];

/// Each row is a kind on the left, each letter one on the right, in the order of [`KINDS`]; `negated` turns the answers.
fn table(operator: &str, rows: [&str; 14], negated: bool) {
    let mut bodies = Vec::new();
    let mut wanted = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let letters: Vec<char> = row.chars().collect();
        assert_eq!(letters.len(), KINDS.len(), "{operator} {row}");
        for (to, letter) in letters.iter().enumerate() {
            let (left, right) = ((KINDS[at].1, CALLED[at]), (KINDS[to].1, CALLED[to]));
            let expression = format!("{} {operator} {}", left.0, right.0);
            let letter = match letter {
                '是' if negated => "否".to_owned(),
                '否' if negated => "是".to_owned(),
                letter => letter.to_string(),
            };
            bodies.push(format!("{{% if {expression} %}}是{{% else %}}否{{% endif %}}"));
            wanted.push(told(&letter, left, right, &expression));
        }
    }
    same(&bodies, &wanted);
}

pub fn same(bodies: &[String], wanted: &[String]) {
    let found = results(bodies);
    let mut wrong = Vec::new();
    for ((body, found), wanted) in bodies.iter().zip(&found).zip(wanted) {
        if found != wanted {
            wrong.push(format!("{body}\n   prints {found}\n   wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), bodies.len(), wrong.join("\n"));
}

#[test]
fn what_is_equal_is_equal() {
    // 文字叙述件数零金额平均时长日期周期真假名单各项字段没有
    let rows = [
        "是否××××否××××××否",
        "否是××××否××××××否",
        "××是否否否否××××××否",
        "××否是否否否××××××否",
        "××否否是否否××××××否",
        "××否否否是否××××××否",
        "否否否否否否是××××××否",
        "×××××××是×××××否",
        "××××××××是××××否",
        "×××××××××是×××否",
        "××××××××××是否×否",
        "××××××××××否是×否",
        "××××××××××××是否",
        "否否否否否否否否否否否否否是",
    ];
    table("==", rows, false);
    table("!=", rows, true);
}

#[test]
fn what_comes_first_comes_first() {
    // 盘龙区 stands behind 为防止… by its code; 9, 0, 42565.00, 13.16, 79 minutes.
    let less = [
        "否否×××××××××××空",
        "是否×××××××××××空",
        "××否否是是是××××××空",
        "××是否是是是××××××空",
        "××否否否否否××××××空",
        "××否否是否是××××××空",
        "××否否是否否××××××空",
        "×××××××否×××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "空空空空空空空空空空空空空空",
    ];
    table("<", less, false);
    table(">=", less, true);
    let less_or_equal = [
        "是否×××××××××××空",
        "是是×××××××××××空",
        "××是否是是是××××××空",
        "××是是是是是××××××空",
        "××否否是否否××××××空",
        "××否否是是是××××××空",
        "××否否是否是××××××空",
        "×××××××是×××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "×××××××××××××空",
        "空空空空空空空空空空空空空空",
    ];
    table("<=", less_or_equal, false);
    table(">", less_or_equal, true);
}

#[test]
fn what_is_in_something_is_found() {
    // A list of texts tells what is no text, a list of records what is none. The paper's day lies behind its period.
    let rows = [
        "是否外外外外否外里外否组否无",
        "否是外外外外否外里外否组否无",
        "里里外外外外外外里外字组否无",
        "里里外外外外外外里外字组否无",
        "里里外外外外外外里外字组否无",
        "里里外外外外外外里外字组否无",
        "里里外外外外外外里外否组否无",
        "里里外外外外外外否外字组里无",
        "里里外外外外外外里外字组里无",
        "里里外外外外外外里外字组里无",
        "里里外外外外外外里外字组里无",
        "里里外外外外外外里外字组里无",
        "里里外外外外外外里外字否里无",
        "否否外外外外外外否外否否否无",
    ];
    table("in", rows, false);
    table("not in", rows, true);
}

#[test]
fn conditions_are_joined() {
    // All kinds hold but nought and what is not there.
    let holds = "是是是否是是是是是是是是是否";
    let never = "否否否否否否否否否否否否否否";
    let always = "是是是是是是是是是是是是是是";
    let mut rows = [holds; 14];
    (rows[3], rows[13]) = (never, never);
    table("and", rows, false);
    rows = [always; 14];
    (rows[3], rows[13]) = (holds, holds);
    table("or", rows, false);
}

/// Operators that reckon: `numbers` has a row for each of the five kinds of numbers, `days` what a day on the left gives.
fn reckons(operator: &str, numbers: &[[&str; 5]; 5], days: [&str; 6]) {
    let mut bodies = Vec::new();
    let mut wanted = Vec::new();
    for (at, (left_name, left)) in KINDS.iter().enumerate() {
        for (to, (_, right)) in KINDS.iter().enumerate() {
            let expression = format!("{left} {operator} {right}");
            let letter = match (at, to) {
                (2..7, 2..7) => numbers[at - 2][to - 2],
                (2..7, _) => "右",
                (7, 2..8) => days[to - 2],
                _ => "左",
            };
            bodies.push(format!("{{{{ {expression} }}}}"));
            let words: String = expression.chars().take(24).collect();
            wanted.push(match letter {
                "零" => format!("✗「{right}」算不出来：不能除以 0"),
                "尽" => format!("✗「{words}」算不出来：小数除不尽"),
                "大" => format!("✗「{words}」算不出来：数太大"),
                "整" => format!("✗「{right}」算不出来：乘方的次数要是整数"),
                "天" => format!("✗「{right}」算不出来：日期只能加减整天数"),
                letter => told(letter, (left, CALLED[at]), (right, CALLED[to]), &expression),
            });
            assert!(!left_name.is_empty());
        }
    }
    same(&bodies, &wanted);
}

const NO_DAYS: [&str; 6] = ["左"; 6];

#[test]
fn numbers_are_added_and_subtracted_exactly() {
    reckons(
        "+",
        &[
            ["18", "9", "42574.00", "22.16", "88"],
            ["9", "0", "42565.00", "13.16", "79"],
            ["42574.00", "42565.00", "85130.00", "42578.16", "42644.00"],
            ["22.16", "13.16", "42578.16", "26.32", "92.16"],
            ["88", "79", "42644.00", "92.16", "158"],
        ],
        ["2021年1月24日", "2021年1月15日", "2137年7月31日", "天", "天", "左"],
    );
    reckons(
        "-",
        &[
            ["0", "9", "-42556.00", "-4.16", "-70"],
            ["-9", "0", "-42565.00", "-13.16", "-79"],
            ["42556.00", "42565.00", "0.00", "42551.84", "42486.00"],
            ["4.16", "13.16", "-42551.84", "0.00", "-65.84"],
            ["70", "79", "-42486.00", "65.84", "0"],
        ],
        ["2021年1月6日", "2021年1月15日", "1904年7月3日", "天", "天", "0"],
    );
}

#[test]
fn numbers_are_multiplied_and_divided_exactly() {
    reckons(
        "*",
        &[
            ["81", "0", "383085.00", "118.44", "711"],
            ["0", "0", "0.00", "0.00", "0"],
            ["383085.00", "0.00", "1811779225.00", "560155.40", "3362635.00"],
            ["118.44", "0.00", "560155.40", "173.1856", "1039.64"],
            ["711", "0", "3362635.00", "1039.64", "6241"],
        ],
        NO_DAYS,
    );
    reckons(
        "/",
        &[
            ["1", "零", "尽", "尽", "尽"],
            ["0", "零", "0", "0", "0"],
            ["尽", "零", "1", "尽", "尽"],
            ["尽", "零", "尽", "1", "尽"],
            ["尽", "零", "尽", "尽", "1"],
        ],
        NO_DAYS,
    );
    reckons(
        "//",
        &[
            ["1", "零", "0", "0", "0"],
            ["0", "零", "0", "0", "0"],
            ["4729", "零", "1", "3234", "538"],
            ["1", "零", "0", "1", "0"],
            ["8", "零", "0", "6", "1"],
        ],
        NO_DAYS,
    );
    reckons(
        "%",
        &[
            ["0", "零", "9.00", "9.00", "9"],
            ["0", "零", "0.00", "0.00", "0"],
            ["4.00", "零", "0.00", "5.56", "63.00"],
            ["4.16", "零", "13.16", "0.00", "13.16"],
            ["7", "零", "79.00", "0.04", "0"],
        ],
        NO_DAYS,
    );
    reckons(
        "**",
        &[
            ["387420489", "1", "大", "整", "大"],
            ["0", "1", "0", "整", "0"],
            ["大", "1", "大", "整", "大"],
            ["11838672415.834277184947879936", "1", "大", "整", "大"],
            ["119851595982618319", "1", "大", "整", "大"],
        ],
        NO_DAYS,
    );
}

#[test]
fn texts_are_joined_as_they_are_printed() {
    let printed = [
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
    let refused = |name: &str, at: usize| match at {
        9 => format!("✗「{name}」算不出来：这是真假，只用于判断，不能印"),
        10 | 11 => format!("✗「{name}」算不出来：这是列表，不能直接印"),
        12 => format!("✗「{name}」算不出来：这是一组字段，不能直接印"),
        _ => "✗这里没有内容，印出来会是空白".to_owned(),
    };
    let mut bodies = Vec::new();
    let mut wanted = Vec::new();
    for (at, (_, left)) in KINDS.iter().enumerate() {
        for (to, (_, right)) in KINDS.iter().enumerate() {
            bodies.push(format!("{{{{ {left} ~ {right} }}}}"));
            wanted.push(match (printed.get(at), printed.get(to)) {
                // The second date of a run leaves out the year that it has in common with the first.
                (Some(first @ (&"2021年1月15日" | &"2021年1月8日—1月14日")), Some(&"2021年1月15日")) => {
                    format!("{first}1月15日")
                }
                (Some(first), Some(second)) => format!("{first}{second}"),
                (None, _) => refused(left, at),
                _ => refused(right, to),
            });
        }
    }
    same(&bodies, &wanted);
}

#[test]
fn one_operand_is_enough_for_minus_and_not() {
    let wanted = [
        ("✗「office.district」算不出来：这是文字，前面不能加负号", "否"),
        ("✗「notices[0].handling」算不出来：这是文字，前面不能加负号", "否"),
        ("-9", "否"),
        ("0", "是"),
        ("-42565.00", "否"),
        ("-13.16", "否"),
        ("-79", "否"),
        ("✗「week.dated」算不出来：这是日期，前面不能加负号", "否"),
        ("✗「week.period」算不出来：这是周期，前面不能加负号", "否"),
        ("✗「returns.no_evasion」算不出来：这是真假，前面不能加负号", "否"),
        ("✗「complaints.none」算不出来：这是列表，前面不能加负号", "否"),
        ("✗「complaints.timed」算不出来：这是列表，前面不能加负号", "否"),
        ("✗「office.contact」算不出来：这是一组字段，前面不能加负号", "否"),
        ("✗没有「nothing」这个字段", "是"),
    ];
    let mut bodies = Vec::new();
    for (_, kind) in KINDS {
        bodies.push(format!("{{{{ -{kind} }}}}"));
        bodies.push(format!("{{% if not {kind} %}}是{{% else %}}否{{% endif %}}"));
    }
    let wanted: Vec<String> = wanted.iter().flat_map(|(minus, not)| [minus, not]).map(ToString::to_string).collect();
    same(&bodies, &wanted);
}
