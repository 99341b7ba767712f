//! Marks that come in pairs: brackets, quotes, titles, and the year in a document number.

use super::line::Line;
use super::pairs::replace_pair;
use super::passage::Passage;
use super::walk::Kind;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix, Rule, Severity};
use crate::record::typed_number::typed_number;

static UNBALANCED: Rule = Rule {
    code: "brackets-unbalanced",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一段里没有配成对的括号、引号、书名号：（）“”‘’《》〈〉〔〕【】。",
    why: "少了一半，读的人不知道到哪里为止；引号方向反了也会这样。",
    example: "《涉旅信息通报单（8号）",
    fix: "补上另一半，或者删掉多余的。",
};

static MIXED: Rule = Rule {
    code: "brackets-mixed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "汉字旁边的半角括号，或者一半全角、一半半角的括号。",
    why: "GB/T 15834：中文用全角括号；两半不一样宽，印出来歪斜。",
    example: "（8号)",
    fix: "两半都改成全角（）。",
};

static TITLES_NESTED: Rule = Rule {
    code: "titles-nested",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "书名号里面又用了《》。",
    why: "GB/T 15834：书名号里面再用书名号，里面的用单书名号〈〉。",
    example: "《关于下达《考核指标》的通知》",
    fix: "里面的改成〈〉。",
};

static QUOTES_NESTED: Rule = Rule {
    code: "quotes-nested",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "引号里面又用了“”。",
    why: "GB/T 15834：引号里面再用引号，里面的用单引号‘’。",
    example: "“游客称“被强迫购物””",
    fix: "里面的改成‘’。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&UNBALANCED, &MIXED, &TITLES_NESTED, &QUOTES_NESTED], check: Check::Text(check) };

const PAIRS: [(char, char); 10] = [
    ('（', '）'),
    ('(', ')'),
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('〔', '〕'),
    ('【', '】'),
    ('「', '」'),
    ('[', ']'),
];

/// A bracket that was opened.
struct Open {
    at: usize,
    c: char,
}

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let mut open: Vec<Open> = Vec::new();
    let mut turned = None;
    // 1）检查酒店: a number that is taken for （1） has nothing to be closed.
    let number = typed_number(line.all()).map_or(0, |typed| line.index(typed.length));
    for (at, c) in line.chars().filter(|(_, c)| !is_han(*c) && !c.is_ascii_alphanumeric()) {
        let closes_number = at < number && open.is_empty() && matches!(c, '）' | ')');
        if turned == Some(at) || closes_number {
            continue;
        }
        if c == '”' && !open.iter().any(|open| open.c == '“') {
            turned = turned_quotes(line, at, findings);
            if turned.is_some() {
                continue;
            }
        }
        if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push(Open { at, c });
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
            if c == '’' && line.before(at).is_ascii_alphabetic() && !open.iter().any(|open| open.c == '‘') {
                continue;
            }
            close(passage, at, *opening, &mut open, findings);
        }
    }
    let unclosed: Vec<Open> = open.into_iter().filter(|open| !matches!(open.c, '[')).collect();
    for (index, Open { at, c }) in unclosed.iter().enumerate() {
        if *c == '(' && !is_han(line.before(*at)) && !is_han(line.c(*at + 1)) {
            continue;
        }
        let twice = index > 0 && unclosed[index - 1].c == *c && matches!(c, '“' | '‘' | '《' | '（');
        // A quotation of several paragraphs is opened anew by each of them.
        if *at == 0 && *c == '“' && unclosed.len() == 1 && line.is_taken_up() {
            continue;
        }
        lone(line, *at, twice, findings);
    }
}

fn next_quote(line: &Line, from: usize) -> Option<usize> {
    (from..line.len()).find(|at| matches!(line.c(*at), '“' | '”'))
}

/// ”理性消费“: both quotation marks the wrong way round. Where the second of them stands, if so.
fn turned_quotes(line: &Line, at: usize, findings: &mut Vec<Diagnostic>) -> Option<usize> {
    let end = next_quote(line, at + 1).filter(|end| line.c(*end) == '“')?;
    if next_quote(line, end + 1).is_some_and(|after| line.c(after) == '”') {
        return None;
    }
    let (first, last) = (line.place(at..at + 1), line.place(end..end + 1));
    let fix = replace_pair("改正引号的方向".to_owned(), (&first, "“"), (&last, "”"));
    findings.push(
        UNBALANCED
            .finding("一对引号的方向反了")
            .at(first, "应当是“")
            .and_at(last, "应当是”")
            .help("左边用“，右边用”")
            .fix(fix),
    );
    Some(end)
}

fn close(passage: &Passage, at: usize, opening: char, open: &mut Vec<Open>, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let closing = line.c(at);
    let other_width = match opening {
        '（' => '(',
        '(' => '（',
        other => other,
    };
    let Some(found) = open.iter().rposition(|open| open.c == opening || open.c == other_width) else {
        let after_number = closing == ')' && line.before(at).is_ascii_digit() && line.sentence(at).start + 2 >= at;
        let latin = closing == ']' || closing == ')' && !is_han(line.before(at)) && !is_han(line.c(at + 1));
        if !after_number && !latin {
            lone(line, at, false, findings);
        }
        return;
    };
    for Open { at, c } in open.drain(found + 1..) {
        if c != '[' {
            lone(line, at, false, findings);
        }
    }
    let Some(Open { at: start, c: opened }) = open.pop() else { return };
    let inside = line.text(start + 1..at);
    match opened {
        '(' | '（' => width(passage, start, at, inside, findings),
        '《' | '“' => {
            // GB/T 15834: the third level is double again, within a single pair.
            let single = if opened == '《' { '〈' } else { '‘' };
            let around = open.iter().rev().find(|outer| outer.c == opened || outer.c == single);
            let is_nested = around.is_some_and(|outer| outer.c == opened);
            let is_in_title = opened == '《' && open.is_empty() && passage.text.kind == Kind::Title;
            if is_nested || is_in_title {
                nested_pair(line, start, at, opened, findings);
            }
        }
        _ => {}
    }
}

fn lone(line: &Line, at: usize, twice: bool, findings: &mut Vec<Diagnostic>) {
    let c = line.c(at);
    let opening = PAIRS.iter().find(|(opening, _)| *opening == c);
    let closing = PAIRS.iter().find(|(_, closing)| *closing == c);
    let place = line.place(at..at + 1);
    let finding = UNBALANCED.finding(format!("「{c}」没有配成对")).at(place.clone(), "");
    findings.push(match (opening, closing) {
        (Some((_, wanted)), _) if twice => {
            finding.propose(&format!("前面已经有一个「{c}」，这里多半要"), place, *wanted)
        }
        (Some((_, wanted)), _) => finding.help(format!("补上后面的「{wanted}」，或者删掉这一个")),
        (None, Some((wanted, _))) => finding.help(format!("补上前面的「{wanted}」，或者删掉这一个")),
        (None, None) => finding,
    });
}

/// Round brackets of one width, full where Han stands in or beside them.
fn width(passage: &Passage, start: usize, end: usize, inside: &str, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let halves = [(start, '(', "（"), (end, ')', "）")];
    let half: Vec<_> = halves.into_iter().filter(|(at, half, _)| line.c(*at) == *half).collect();
    let beside_han = is_han(line.before(start)) || is_han(line.c(end + 1)) || inside.chars().any(is_han);
    let is_year =
        inside.len() == 4 && inside.bytes().all(|byte| byte.is_ascii_digit()) && line.c(end + 1).is_ascii_digit();
    let mixed = half.len() == 1;
    if half.is_empty()
        || (!mixed && !beside_han)
        || (is_year && !mixed)
        || passage.is_named(&line.bytes(start..end + 1))
    {
        return;
    }
    let edits = half.iter().map(|(at, _, full)| Edit { place: line.place(*at..*at + 1), text: (*full).to_owned() });
    let certainty = if is_year { Certainty::Likely } else { Certainty::Certain };
    let fix = Fix::edits(certainty, "改为全角括号", edits.collect());
    let message = if mixed { "括号一半全角、一半半角" } else { "汉字旁边用了半角括号" };
    let mut finding =
        MIXED.finding(message).at(line.place(half[0].0..half[0].0 + 1), "半角").help("改成全角的（）").fix(fix);
    if let Some((other, ..)) = half.get(1) {
        finding = finding.and_at(line.place(*other..*other + 1), "半角");
    }
    findings.push(finding);
}

fn nested_pair(line: &Line, start: usize, end: usize, opened: char, findings: &mut Vec<Diagnostic>) {
    let (rule, what, left, right) = match opened {
        '《' => (&TITLES_NESTED, "书名号", "〈", "〉"),
        _ => (&QUOTES_NESTED, "引号", "‘", "’"),
    };
    let (first, last) = (line.place(start..start + 1), line.place(end..end + 1));
    let fix = replace_pair(format!("改为「{left}{right}」"), (&first, left), (&last, right));
    findings.push(
        rule.finding(format!("{what}里面又用了双{what}"))
            .at(first, "里面的一对")
            .and_at(last, "")
            .help(format!("里面的一对改成「{left}{right}」"))
            .fix(fix),
    );
}
