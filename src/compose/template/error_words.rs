//! What the template engine says, in Chinese, and how it is fixed.

use std::fmt;

use crate::yaml::nearest::nearest;

/// What the engine was doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Reading,
    Filling,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reading => "模板写法有误",
            Self::Filling => "模板填不下去",
        })
    }
}

/// What is wrong, and the fix.
type Explained = (String, String);

/// Makes something of the engine's words and of the name that these quote.
type Explain = fn(&str, &str) -> Explained;

/// Words of the engine's that are known by how they begin.
const EXPLANATIONS: [(&str, Explain); 6] = [
    ("Variable", variable),
    ("Component argument", component_argument),
    ("Argument", missing_argument),
    ("Implicit argument", missing_argument),
    ("Unknown template", unknown_template),
    ("Unknown component", unknown_component),
];

/// What the engine means by `words` about what stands `here`, and the fix.
pub(super) fn explain(stage: Stage, words: &str, here: &str) -> Explained {
    let name = first_name(words).unwrap_or(here);
    if let Some((_, explain)) = EXPLANATIONS.iter().find(|(start, _)| words.starts_with(start)) {
        return explain(words, name);
    }
    let (reason, fix) = if words.contains("undefined") {
        ("这里没有内容，印出来会是空白".to_owned(), "请核对名称；这一期可能没有的内容，用 {% if … %} 判断")
    } else if words.contains("reserved keyword") {
        (format!("「{here}」是模板自己的词，不能当名称"), "换一个名称")
    } else if words.contains("nesting is too deep") {
        ("{% if … %}、{% for … %} 套得太深".to_owned(), "把里面的几层写成组件，或先用 {% set … %} 算好")
    } else if words.starts_with("Unknown argument") {
        (format!("组件没有参数「{}」", first_name(words).unwrap_or(here)), "请核对组件的参数")
    } else if words.contains("recursion depth") {
        ("组件一再调用自己，没有尽头".to_owned(), "请核对组件，看它在什么时候不再调用自己")
    } else if words.contains("can only be used in a for loop") || words.contains("cannot be used inside") {
        (format!("「{here}」不能写在这里"), "{% break %} 和 {% continue %} 只写在 {% for … %} 里面")
    } else if words.starts_with("Unknown tag") {
        (format!("没有「{here}」这种标记"), "可以用 {% if … %}、{% for … %}、{% set … %}")
    } else if words.starts_with("Unexpected end of input") {
        let fix =
            "{{ 要用 }} 结束，{% 要用 %} 结束，{% if … %} 后面要有 {% endif %}，{% for … %} 后面要有 {% endfor %}";
        ("到末尾还有没结束的标记".to_owned(), fix)
    } else if stage == Stage::Filling && words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        // Our own filters speak Chinese.
        (format!("「{here}」算不出来：{words}"), "请核对名称和括号里的参数")
    } else if stage == Stage::Reading && words.starts_with("Found") {
        (format!("这里不该是「{here}」"), "请核对括号、引号和标点，都用半角的")
    } else {
        match stage {
            Stage::Reading => (format!("「{here}」这样写不成"), "请核对名称、括号、引号和标点"),
            Stage::Filling => (format!("「{here}」算不出来"), "请核对名称和括号里的参数"),
        }
    };
    (reason, fix.to_owned())
}

/// The first name that the engine quotes.
pub(super) fn first_name(words: &str) -> Option<&str> {
    words.split('`').nth(1)
}

fn variable(words: &str, name: &str) -> Explained {
    let available = listed(words, "Available variables:");
    (format!("没有「{name}」这项内容"), variable_fix(name, &available))
}

/// The fix for a variable that is not there, of those that there may be.
pub(super) fn variable_fix(name: &str, available: &[&str]) -> String {
    if !available.contains(&name) {
        return guess(name, available, "请核对名称；可以填的内容见使用说明");
    }
    let others: Vec<&str> = available.iter().copied().filter(|other| *other != name).collect();
    guess(name, &others, &format!("这一期没有它，用 {{% if {name} %}} 判断"))
}

/// The fix for a field that is not among those that there are.
pub(super) fn field_fix(name: &str, available: &[&str]) -> String {
    let otherwise = if available.is_empty() {
        "请核对名称；可以填的内容见使用说明".to_owned()
    } else {
        format!("这里有：{}；这一期可能没有的，用 {{% if … %}} 判断", available.join("、"))
    };
    guess(name, available, &otherwise)
}

fn missing_argument(_: &str, name: &str) -> Explained {
    (format!("组件的参数「{name}」没有写"), "用组件时写上它，或在组件里给它一个默认值".to_owned())
}

fn component_argument(_: &str, name: &str) -> Explained {
    let fix = "去掉组件里这个参数的默认值：填来的数带着出处，和写在模板里的数不是同一种";
    (format!("组件的参数「{name}」和默认值不是同一种"), fix.to_owned())
}

fn unknown_template(_: &str, name: &str) -> Explained {
    (format!("不能引入别的模板「{name}」"), "每种公文只用一份模板，把内容写在这里".to_owned())
}

fn unknown_component(_: &str, name: &str) -> Explained {
    (format!("没有「{name}」这个组件"), "不用组件，把内容写在这里".to_owned())
}

/// What comes after `label` in a list of names.
fn listed<'a>(words: &'a str, label: &str) -> Vec<&'a str> {
    words.split_once(label).map_or_else(Vec::new, |(_, names)| names.split(", ").map(str::trim).collect())
}

/// What a mistyped name may have meant, if that can be guessed, before `otherwise`.
pub(super) fn guess(name: &str, known: &[&str], otherwise: &str) -> String {
    nearest(name, known.iter().copied())
        .map_or_else(|| otherwise.to_owned(), |guess| format!("是不是想写「{guess}」？{otherwise}"))
}
