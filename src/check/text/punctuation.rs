//! Marks among Han: their width, their number, the end of a sentence.

use super::line::Line;
use super::passage::Passage;
use super::walk::Kind;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::typed_number::typed_number;

static HALF_WIDTH: Rule = Rule {
    code: "punctuation-half-width",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "汉字之间的半角标点：, . ; : ? ! ( ) < >。时刻 8:30、数字 1,000 和网址不算。",
    why: "GB/T 15834：中文用全角标点；半角的印出来挤在一起，断行也不同。",
    example: "督促整改,限期完成",
    fix: "改成全角标点。",
};

static DOUBLED: Rule = Rule {
    code: "punctuation-doubled",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "连着两个的句号、逗号、顿号、分号、冒号，例如「。。」「，。」。",
    why: "多半是改句子时留下的。",
    example: "双方达成一致，。",
    fix: "只留一个。",
};

static LIST_COMMA: Rule = Rule {
    code: "punctuation-list",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「和」「及」「以及」「等」前面的顿号。",
    why: "连词已经把并列的词隔开，前面不再用顿号。",
    example: "旅行社、景区、和购物店",
    fix: "删掉顿号。",
};

static END_MISSING: Rule = Rule {
    code: "sentence-end",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "章节正文里，一段的末尾没有句号。",
    why: "段末没有句号，像是没有写完。",
    example: "……未发现重大隐患",
    fix: "补上句号，或者写完这一句。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&HALF_WIDTH, &DOUBLED, &LIST_COMMA, &END_MISSING], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    half_width(passage, findings);
    doubled(line, findings);
    list_commas(line, findings);
    // An item of a list may be no sentence.
    if passage.text.kind == Kind::Section && passage.text.key != "列表" {
        end_missing(line, findings);
    }
}

/// What closes a quotation, a title or an aside: before and behind it a mark is as among Han.
fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '》' | '〉' | '）' | '】' | '〕' | '」')
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '《' | '〈' | '（' | '【' | '〔' | '「')
}

fn half_width(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for (at, c) in line.chars().filter(|(_, c)| matches!(c, ',' | '.' | ';' | ':' | '?' | '!')) {
        let (before, next) = (line.before(at), line.c(at + 1));
        let han_before = is_han(before) || is_closing(before);
        let han_next = is_han(next) || is_opening(next);
        let is_half_width = match c {
            '.' => {
                han_before
                    && (han_next
                        || is_closing(next)
                        || next == '\0'
                        || next == ' ' && !line.c(at + 2).is_ascii_alphanumeric())
            }
            _ => han_before || (han_next && before != ' ' && before != '\0'),
        };
        if !is_half_width || passage.is_named(&line.bytes(at..at + 1)) {
            continue;
        }
        let wide = match c {
            ',' => "，",
            '.' => "。",
            ';' => "；",
            ':' => "：",
            '?' => "？",
            _ => "！",
        };
        let certainty = if han_before && han_next && c != '.' { Certainty::Certain } else { Certainty::Likely };
        let place = line.place(at..at + 1);
        findings.push(HALF_WIDTH.finding(format!("半角的「{c}」用在汉字之间")).at(place.clone(), "").propose_as(
            certainty,
            "改成全角的",
            place,
            wide,
        ));
    }
}

fn doubled(line: &Line, findings: &mut Vec<Diagnostic>) {
    let mut at = 0;
    while at < line.len() {
        let length = line.count_while(at, is_mark);
        let run = if length > 1 { line.text(at..at + length) } else { "" };
        if length > 1 && !is_meant(run) {
            let kept = kept_of(run).unwrap_or(line.c(at));
            let place = line.place(at..at + length);
            findings.push(DOUBLED.finding(format!("标点「{run}」连在一起")).at(place.clone(), "只要一个").propose(
                "多半只要",
                place,
                kept,
            ));
        }
        at += length.max(1);
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '。' | '，' | '、' | '；' | '：' | '！' | '？')
}

/// Whether marks are doubled on purpose: ！！ or ？！, or dots that stand for an ellipsis, which is reported otherwise.
fn is_meant(run: &str) -> bool {
    let length = run.chars().count();
    let is_loud = run.chars().all(|c| matches!(c, '！' | '？'));
    let is_dots = run.chars().all(|c| c == '。');
    is_dots && length >= 3 || is_loud && length <= 3
}

/// Of different marks, the one that weighs most.
fn kept_of(run: &str) -> Option<char> {
    let first = run.chars().next()?;
    if run.chars().all(|c| c == first) {
        return Some(first);
    }
    ['。', '；', '：', '？', '！'].into_iter().find(|mark| run.contains(*mark))
}

fn list_commas(line: &Line, findings: &mut Vec<Diagnostic>) {
    const WORDS: [(&str, &[&str]); 4] = [
        ("和", &["和谐", "和平", "和睦", "和田", "和顺", "和解", "和善", "和气", "和硕", "和龙", "和政"]),
        ("以及", &[]),
        ("及", &["及时", "及格", "及早"]),
        ("等", &["等级", "等候", "等待", "等次", "等值", "等额", "等同", "等离", "等效", "等距"]),
    ];
    for (at, _) in line.chars().filter(|(_, c)| *c == '、') {
        let found = WORDS.iter().find(|(word, _)| line.starts(at + 1, word));
        let Some((word, _)) = found.filter(|(_, unless)| line.starts_any(at + 1, unless).is_none()) else { continue };
        let place = line.place(at..at + 1);
        findings.push(
            LIST_COMMA
                .finding(format!("「{word}」前面不用顿号"))
                .at(place.clone(), "")
                .help("删掉这个顿号")
                .fix(Fix::rewrite(Certainty::Likely, place, "")),
        );
    }
}

fn end_missing(line: &Line, findings: &mut Vec<Diagnostic>) {
    if line.len() < 12 {
        return;
    }
    let text = line.all().trim_end();
    // A numbered line without a full stop is a heading.
    if typed_number(text).is_some() && !text.contains('。') {
        return;
    }
    let at = line.index(text.len());
    let last = line.before(at);
    // A line that ends otherwise is one of a list, or a heading; a lone letter or digit says nothing.
    if is_han(last) && text.contains('，') {
        let place = line.place(at - 1..at);
        findings.push(
            END_MISSING.finding("这一段的末尾没有句号").at(place, "到这里就完了？").help("补上「。」，或者写完这一句"),
        );
    }
}
