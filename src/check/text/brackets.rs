//! Marks that come in pairs: brackets, quotes, titles, and the year in a document number.

use super::Findings;
use super::line::{Line, is_han};
use super::walk::Kind;
use crate::diagnostic::{Certainty, Edit, Fix, Rule, Severity};

pub(in crate::check) static UNBALANCED: Rule = Rule {
    code: "brackets-unbalanced",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一段里没有配成对的括号、引号、书名号：（）“”‘’《》〈〉〔〕【】。",
    why: "少了一半，读的人不知道到哪里为止；引号方向反了也会这样。",
    example: "《涉旅信息通报单（8号）",
    fix: "补上另一半，或者删掉多余的。",
};

pub(in crate::check) static MIXED: Rule = Rule {
    code: "brackets-mixed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "汉字旁边的半角括号，或者一半全角、一半半角的括号。",
    why: "GB/T 15834：中文用全角括号；两半不一样宽，印出来歪斜。",
    example: "（8号)",
    fix: "两半都改成全角（）。",
};

pub(in crate::check) static TITLES_NESTED: Rule = Rule {
    code: "titles-nested",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "书名号里面又用了《》。",
    why: "GB/T 15834：书名号里面再用书名号，里面的用单书名号〈〉。",
    example: "《关于下达《考核指标》的通知》",
    fix: "里面的改成〈〉。",
};

pub(in crate::check) static QUOTES_NESTED: Rule = Rule {
    code: "quotes-nested",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "引号里面又用了“”。",
    why: "GB/T 15834：引号里面再用引号，里面的用单引号‘’。",
    example: "“游客称“被强迫购物””",
    fix: "里面的改成‘’。",
};

pub(in crate::check) static YEAR_BRACKETS: Rule = Rule {
    code: "document-number-brackets",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "发文字号的年份用了〔〕以外的括号。",
    why: "GB/T 9704：年份用六角括号〔〕括起来。",
    example: "盘考办通[2020]9号",
    fix: "改成〔2020〕。",
};

pub(in crate::check) static NUMBER_PADDED: Rule = Rule {
    code: "document-number-padded",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "发文字号的序号加了「第」或者前面补了 0，年份不是四位。",
    why: "GB/T 9704：序号不加「第」，不编虚位；年份标全称。",
    example: "盘考办通〔2020〕第09号",
    fix: "写成〔2020〕9号。",
};

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

pub(super) fn brackets(kind: Kind, line: &Line, findings: &mut Findings) {
    let mut open: Vec<Open> = Vec::new();
    let mut turned = None;
    for (at, c) in line.chars().filter(|(_, c)| !is_han(*c) && !c.is_ascii_alphanumeric()) {
        if turned == Some(at) {
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
            close(kind, line, at, *opening, &mut open, findings);
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

/// ”理性消费“: both quotation marks the wrong way round. Where the second of them stands, if so.
fn turned_quotes(line: &Line, at: usize, findings: &mut Findings) -> Option<usize> {
    let next = |from: usize| (from..line.len()).find(|at| matches!(line.c(*at), '“' | '”'));
    let end = next(at + 1).filter(|end| line.c(*end) == '“')?;
    if next(end + 1).is_some_and(|after| line.c(after) == '”') {
        return None;
    }
    let (first, last) = (line.place(at..at + 1), line.place(end..end + 1));
    let edits =
        vec![Edit { place: first.clone(), text: "“".to_owned() }, Edit { place: last.clone(), text: "”".to_owned() }];
    findings.push(
        UNBALANCED
            .finding("一对引号的方向反了")
            .at(first, "应当是“")
            .and_at(last, "应当是”")
            .help("左边用“，右边用”")
            .fix(Fix { certainty: Certainty::Likely, label: "改正引号的方向".to_owned(), edits }),
    );
    Some(end)
}

fn close(kind: Kind, line: &Line, at: usize, opening: char, open: &mut Vec<Open>, findings: &mut Findings) {
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
        '(' | '（' => width(line, start, at, inside, findings),
        '《' | '“' => {
            // GB/T 15834: the third level is double again, within a single pair.
            let single = if opened == '《' { '〈' } else { '‘' };
            let nested = open.iter().rev().find(|outer| outer.c == opened || outer.c == single);
            let nested = nested.is_some_and(|outer| outer.c == opened);
            let titled = opened == '《' && open.is_empty() && kind == Kind::Title;
            if nested || titled {
                nested_pair(line, start, at, opened, findings);
            }
        }
        _ => {}
    }
}

fn lone(line: &Line, at: usize, twice: bool, findings: &mut Findings) {
    let c = line.c(at);
    let opening = PAIRS.iter().find(|(opening, _)| *opening == c);
    let closing = PAIRS.iter().find(|(_, closing)| *closing == c);
    let place = line.place(at..at + 1);
    let finding = UNBALANCED.finding(format!("「{c}」没有配成对")).at(place.clone(), "");
    findings.push(match (opening, closing) {
        (Some((_, wanted)), _) if twice => finding
            .help(format!("前面已经有一个「{c}」，这里多半要「{wanted}」"))
            .fix(Fix::replace(Certainty::Likely, place, *wanted)),
        (Some((_, wanted)), _) => finding.help(format!("补上后面的「{wanted}」，或者删掉这一个")),
        (None, Some((wanted, _))) => finding.help(format!("补上前面的「{wanted}」，或者删掉这一个")),
        (None, None) => finding,
    });
}

/// Round brackets of one width, full where Han stands in or beside them.
fn width(line: &Line, start: usize, end: usize, inside: &str, findings: &mut Findings) {
    let halves = [(start, '(', "（"), (end, ')', "）")];
    let half: Vec<_> = halves.into_iter().filter(|(at, half, _)| line.c(*at) == *half).collect();
    let beside_han = is_han(line.before(start)) || is_han(line.c(end + 1)) || inside.chars().any(is_han);
    let is_year =
        inside.len() == 4 && inside.bytes().all(|byte| byte.is_ascii_digit()) && line.c(end + 1).is_ascii_digit();
    let mixed = half.len() == 1;
    if half.is_empty()
        || (!mixed && !beside_han)
        || (is_year && !mixed)
        || findings.is_named(&super::marks::byte_range(line, start..end + 1))
    {
        return;
    }
    let edits = half.iter().map(|(at, _, full)| Edit { place: line.place(*at..*at + 1), text: (*full).to_owned() });
    let certainty = if is_year { Certainty::Likely } else { Certainty::Certain };
    let fix = Fix { certainty, label: "改为全角括号".to_owned(), edits: edits.collect() };
    let message = if mixed { "括号一半全角、一半半角" } else { "汉字旁边用了半角括号" };
    let mut finding =
        MIXED.finding(message).at(line.place(half[0].0..half[0].0 + 1), "半角").help("改成全角的（）").fix(fix);
    if let Some((other, ..)) = half.get(1) {
        finding = finding.and_at(line.place(*other..*other + 1), "半角");
    }
    findings.push(finding);
}

fn nested_pair(line: &Line, start: usize, end: usize, opened: char, findings: &mut Findings) {
    let (rule, what, left, right) = match opened {
        '《' => (&TITLES_NESTED, "书名号", "〈", "〉"),
        _ => (&QUOTES_NESTED, "引号", "‘", "’"),
    };
    let (first, last) = (line.place(start..start + 1), line.place(end..end + 1));
    let edits = vec![
        Edit { place: first.clone(), text: left.to_owned() },
        Edit { place: last.clone(), text: right.to_owned() },
    ];
    findings.push(
        rule.finding(format!("{what}里面又用了双{what}"))
            .at(first, "里面的一对")
            .and_at(last, "")
            .help(format!("里面的一对改成「{left}{right}」"))
            .fix(Fix { certainty: Certainty::Likely, label: format!("改为「{left}{right}」"), edits }),
    );
}

/// Years of document numbers and what follows them: 盘考办通〔2020〕9号.
pub(super) fn document_numbers(line: &Line, findings: &mut Findings) {
    for year in line.digit_runs() {
        let (open, close) = (line.before(year.start), line.c(year.end));
        let bracketed =
            "〔[(（【［﹝".contains(open) && "〕])）】］﹞".contains(close) && open != '\0' && close != '\0';
        if !bracketed || !matches!(year.len(), 2 | 4) {
            continue;
        }
        let after = year.end + 1;
        let ordinal = usize::from(line.c(after) == '第');
        let end = line.digits_end(after + ordinal);
        if end == after + ordinal || line.c(end) != '号' || end - after - ordinal > 4 {
            continue;
        }
        let right = (open, close) == ('〔', '〕');
        let round = open == '（' || open == '(';
        let code = is_han(line.before(year.start - 1));
        if !right && year.len() == 4 && (!round || code) && line.text(year.clone()).starts_with(['1', '2']) {
            let place = line.place(year.start - 1..year.end + 1);
            let wanted = format!("〔{}〕", line.text(year.clone()));
            findings.push(
                YEAR_BRACKETS
                    .finding(format!("发文字号的年份用了「{open}{close}」"))
                    .at(place.clone(), "")
                    .help(format!("改成「{wanted}」"))
                    .fix(Fix::replace(Certainty::Likely, place, wanted)),
            );
        }
        // Decisions on penalties are numbered in their own way: 罚字〔2022〕第3号.
        let sentence = line.text(line.clause(year.start).start..year.start);
        let ordinal_kept = ["罚", "决定书", "决字", "案"].iter().any(|word| sentence.contains(word));
        let digits = line.text(after + ordinal..end);
        let bare = digits.trim_start_matches('0');
        if right && !ordinal_kept && (ordinal == 1 || digits != bare) && !bare.is_empty() {
            let place = line.place(after..end + 1);
            findings.push(
                NUMBER_PADDED
                    .finding(format!("发文字号的序号写成了「{}」", line.text(after..end + 1)))
                    .at(place.clone(), "")
                    .help(format!("改成「{bare}号」"))
                    .fix(Fix::replace(Certainty::Likely, place, format!("{bare}号"))),
            );
        }
        if right && year.len() == 2 {
            findings.push(
                NUMBER_PADDED
                    .finding("发文字号的年份不是四位")
                    .at(line.place(year.start - 1..year.end + 1), "年份标全称")
                    .help("写四位的年份，例如〔2020〕"),
            );
        }
    }
}
