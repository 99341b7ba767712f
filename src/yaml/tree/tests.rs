//! Places, folding and the limits of the tree.

use super::{Kind, Node, parse};
use crate::diagnostic::Diagnostic;
use crate::source::Source;
use crate::yaml::problems::Problems;
use crate::yaml::rules;
use proptest::prelude::*;

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut problems = Problems::new();
    let node = parse(&Source::new("周.yaml", text), &|_| false, &mut problems);
    (node, problems.into_vec())
}

/// The value under the first key: its text as YAML has it, and as it stands in the source.
fn first(text: &str) -> (String, String) {
    let (node, problems) = read(text);
    assert_eq!(problems, []);
    match node.map(|node| node.kind) {
        Some(Kind::Map(entries)) => match entries.into_iter().next() {
            Some((_, Node { kind: Kind::Scalar { text, .. }, span })) => (text, span.text().to_owned()),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn codes(text: &str) -> Vec<&'static crate::diagnostic::Rule> {
    read(text).1.iter().map(|problem| problem.rule).collect()
}

#[test]
fn words_lost_behind_a_hash_are_pointed_out_and_comments_are_not() {
    let (_, problems) = read("来源: 人民网 #地方\n编号: 6 # 样例\n反映: 甲#乙\n核实: \"甲 #乙\"\n");
    let reported: Vec<_> = problems.iter().filter_map(|problem| problem.primary.as_ref()).collect();
    assert_eq!(reported.iter().map(|label| label.span.text()).collect::<Vec<_>>(), ["#地方"]);
    assert_eq!(problems[0].rule, &rules::LOST_WORDS);
}

#[test]
fn scalars_are_the_text_as_typed_and_know_their_token() {
    assert_eq!(first("金额: 42565.00 # 元"), ("42565.00".to_owned(), "42565.00".to_owned()));
    assert_eq!(first("a: \"一\\u4e8c\"  "), ("一二".to_owned(), "\"一\\u4e8c\"".to_owned()));
    assert_eq!(first("a: >-\n  甲\n  乙\n\nb: 1"), ("甲乙".to_owned(), "甲\n  乙".to_owned()));
    assert_eq!(first("a: |\n    甲\n      乙\n"), ("甲\n  乙\n".to_owned(), "甲\n      乙".to_owned()));
}

#[test]
fn collections_end_where_their_last_value_does() {
    let span = |text: &str| read(text).0.map(|node| node.span.text().to_owned());
    assert_eq!(span("甲: 1\n乙:\n  - 2\n  - 3  # 注\n\n# 完\n").as_deref(), Some("甲: 1\n乙:\n  - 2\n  - 3"));
    assert_eq!(span("{ 甲: [1, 2], 乙: {} }\n").as_deref(), Some("{ 甲: [1, 2], 乙: {} }"));
}

#[test]
fn folding_puts_no_space_beside_a_wide_character() {
    let folded = |text: &str| first(text).0;
    assert_eq!(folded("a: >-\n  留言”，\n  故无法\n"), "留言”，故无法");
    assert_eq!(folded("a: >-\n  于\n  12日收到\n"), "于12日收到");
    assert_eq!(folded("a: >-\n  拨打 12315\n  热线\n"), "拨打 12315热线");
    assert_eq!(folded("a: >-\n  one\n  two\n"), "one two");
    assert_eq!(folded("a: >-\n  甲\n\n  乙\n"), "甲\n乙");
    assert_eq!(folded("a: >-\r\n  甲\r\n  乙\r\n"), "甲乙");
    assert_eq!(folded("a: 甲\n  乙 丙\n  丁\n"), "甲乙 丙丁");
    assert_eq!(folded("a: '甲''\n  乙'"), "甲'乙");
    assert_eq!(folded("a: \"甲\\\"\n  乙\\u4e19\n  丁 戊\""), "甲\"乙丙丁 戊");
    assert_eq!(folded("a: |-\n  甲\n  乙\n"), "甲\n乙");
    assert_eq!(folded("a: >-\n  甲\n    - 乙\n  丙\n"), "甲\n  - 乙\n丙");
}

#[test]
fn aliases_are_expanded_within_the_budget() {
    assert!(codes("a: &a [1, 2]\nb: *a\n").is_empty());
    let mut bomb = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n".to_owned();
    for n in 1..30 {
        let items = vec![format!("*a{}", n - 1); 10].join(",");
        bomb.push_str(&format!("a{n}: &a{n} [{items}]\n"));
    }
    assert_eq!(codes(&bomb), [&rules::TOO_LARGE]);
    assert_eq!(codes("a: &a [*a]"), [&rules::ALIAS]);
    assert_eq!(codes("a: *b"), [&rules::ALIAS]);
    let mut deep = "a0: &a0 [1]\n".to_owned();
    for n in 1..70 {
        deep.push_str(&format!("a{n}: &a{n} [*a{}]\n", n - 1));
    }
    assert_eq!(codes(&deep), [&rules::TOO_LARGE]);
}

#[test]
fn what_is_no_plain_yaml_is_refused() {
    assert_eq!(codes("a: !!str 1"), [&rules::ALIAS]);
    assert_eq!(codes("a: &a { b: 1 }\nc:\n  <<: *a\n"), [&rules::ALIAS]);
    assert_eq!(codes("%YAML 1.2\n---\na: 1"), [&rules::SYNTAX]);
    assert_eq!(codes("a: 1\n---\nb: 1"), [&rules::SEVERAL_DOCUMENTS]);
    assert!(codes("---\na: 1\n...\n").is_empty());
    assert_eq!(codes("---\n"), [&rules::EMPTY]);
    assert_eq!(codes("? [a]\n: 1"), [&rules::WRONG_TYPE]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_text_makes_reading_panic(text in "([甲:：\\- \n\"'{}\\[\\],#&*!>|?%@\t\r]|: |- |\n  ){0,40}") {
        let (node, problems) = read(&text);
        prop_assert!(node.is_some() || !problems.is_empty());
        for problem in problems {
            let rendered = crate::diagnostic::Human { color: false }.render(&problem);
            prop_assert!(!rendered.is_empty());
        }
    }
}
