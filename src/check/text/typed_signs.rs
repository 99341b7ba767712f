//! Signs that are typed in another way than papers print them: quotes, dots, dashes, digits, spaces.

use super::line::Line;
use super::pairs::replace_pair;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};

static STRAIGHT_QUOTES: Rule = Rule {
    code: "quotes-straight",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "汉字旁边的直引号 \" 和 '。",
    why: "公文用弯引号“”‘’；直引号印出来分不清前后。",
    example: "\"一机游\"平台",
    fix: "改成“”。",
};

static ELLIPSIS: Rule = Rule {
    code: "ellipsis-wrong",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "用「...」「。。。」或一个「…」当省略号。",
    why: "GB/T 15834：省略号是占两个字的六个点。",
    example: "景区、酒店。。。",
    fix: "改成「……」。",
};

static DASH: Rule = Rule {
    code: "dash-wrong",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "用「--」「－－」「———」当破折号，或者把「一」打在起止日期、数字之间。",
    why: "破折号占两个字；「一」当横线，读起来是另一个数。",
    example: "1月8日一14日",
    fix: "破折号改成「——」，起止之间改成「—」。",
};

static RANGE: Rule = Rule {
    code: "range-sign",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "数字、日期之间用半角「~」或全角「－」连接。",
    why: "一份公文里起止用一样的「—」或「至」，才整齐。",
    example: "1月8日~14日",
    fix: "改成「—」或「至」。",
};

static FULL_WIDTH: Rule = Rule {
    code: "digits-full-width",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "全角的数字、字母和百分号，例如「１２」「％」。",
    why: "公文的数字用半角；全角的与别处不一样，也不能参加核对。",
    example: "检查１２家",
    fix: "改成半角。",
};

static SPACE: Rule = Rule {
    code: "space-between",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "汉字之间的空格。",
    why: "汉字之间不空格；多半是复制或手抖留下的。",
    example: "区文化和 旅游局",
    fix: "删掉空格。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&STRAIGHT_QUOTES, &ELLIPSIS, &DASH, &RANGE, &FULL_WIDTH, &SPACE], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let mut opens = true;
    // Where a pair ends that has been reported.
    let mut closed = None;
    let mut at = 0;
    while at < line.len() {
        let c = line.c(at);
        let mut length = 1;
        match c {
            '"' | '\'' if closed == Some(at) => {}
            '"' | '\'' => {
                closed = opens.then(|| quote_pair(line, at, findings)).flatten();
                if closed.is_none() {
                    quote(line, at, opens, findings);
                    opens = !opens;
                }
            }
            '.' | '。' | '…' | '·' => {
                length = line.count_while(at, |other| other == c);
                ellipsis(line, at, length, findings);
            }
            '-' | '－' | '—' | '–' | '一' => {
                length = line.count_while(at, |other| other == c);
                dash(line, at, length, findings);
            }
            '~' => range(line, at, findings),
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' => {
                length = line.count_while(at, is_full_width).max(address(line, at));
                full_width(passage, at, length, findings);
            }
            ' ' | '\u{3000}' | '\u{a0}' => {
                length = line.count_while(at, |c| matches!(c, ' ' | '\u{3000}' | '\u{a0}'));
                space(line, at, length, findings);
            }
            _ => {}
        }
        at += length;
    }
}

/// Both marks of a pair at once; where the second of them stands, if there is a pair beside Han.
fn quote_pair(line: &Line, at: usize, findings: &mut Vec<Diagnostic>) -> Option<usize> {
    let c = line.c(at);
    let end = (at + 1..line.len()).find(|at| matches!(line.c(*at), '"' | '\''))?;
    if line.c(end) != c || !stands_beside_han(line, at) || !stands_beside_han(line, end) {
        return None;
    }
    let (left, right) = if c == '"' { ("“", "”") } else { ("‘", "’") };
    let (first, last) = (line.place(at..at + 1), line.place(end..end + 1));
    let fix = replace_pair(format!("改为「{left}{right}」"), (&first, left), (&last, right));
    let finding = STRAIGHT_QUOTES.finding("汉字旁边用了直引号").at(first, "").and_at(last, "");
    findings.push(finding.help(format!("改成「{left}」和「{right}」")).fix(fix));
    Some(end)
}

fn stands_beside_han(line: &Line, at: usize) -> bool {
    is_han(line.before(at)) || is_han(line.c(at + 1))
}

fn quote(line: &Line, at: usize, opens: bool, findings: &mut Vec<Diagnostic>) {
    let (before, next) = (line.before(at), line.c(at + 1));
    if !is_han(before) && !is_han(next) && !matches!(before, '，' | '。' | '：') {
        return;
    }
    let right = match (line.c(at), opens) {
        ('"', true) => "“",
        ('"', false) => "”",
        (_, true) => "‘",
        _ => "’",
    };
    let place = line.place(at..at + 1);
    findings.push(STRAIGHT_QUOTES.finding("汉字旁边用了直引号").at(place.clone(), "").propose("改成", place, right));
}

fn ellipsis(line: &Line, at: usize, length: usize, findings: &mut Vec<Diagnostic>) {
    let beside_han = is_han(line.before(at)) || is_han(line.c(at + length)) || "，。、”》）".contains(line.before(at));
    let wrong = match line.c(at) {
        '.' | '。' => length >= 3 && beside_han,
        '·' => length >= 3,
        _ => length % 2 == 1,
    };
    if wrong {
        let place = line.place(at..at + length);
        findings.push(
            ELLIPSIS
                .finding(format!("省略号写成了「{}」", line.text(at..at + length)))
                .at(place.clone(), "")
                .help("改成「……」，占两个字")
                .fix(Fix::rewrite(Certainty::Likely, place, "……")),
        );
    }
}

fn dash(line: &Line, at: usize, length: usize, findings: &mut Vec<Diagnostic>) {
    let (before, next) = (line.before(at), line.c(at + length));
    let among_han = is_han(before) && is_han(next);
    let right = match (line.c(at), length) {
        ('一', 1) => {
            let day = matches!(before, '日' | '月' | '年' | '时' | '分' | '号') && line.before(at - 1).is_ascii_digit();
            if !next.is_ascii_digit() || !(day || before.is_ascii_digit()) {
                return;
            }
            "—"
        }
        // 3月14日--18日, 1——2家.
        ('-' | '－' | '–' | '—', 2) if is_range(line, at, length) => "—",
        ('-' | '－' | '–', 2..) if among_han => "——",
        ('—', 3..) => "——",
        ('－' | '–', 1) if !before.is_ascii_alphabetic() => return range(line, at, findings),
        ('-', 1) if matches!(before, '日' | '月' | '年') && next.is_ascii_digit() => {
            return range(line, at, findings);
        }
        _ => return,
    };
    let message = format!("「{}」用作了{}", line.text(at..at + length), if right == "—" { "连接号" } else { "破折号" });
    let place = line.place(at..at + length);
    findings.push(DASH.finding(message).at(place.clone(), "").propose("改成", place, right));
}

/// Whether dashes stand between two numbers or days.
fn is_range(line: &Line, at: usize, length: usize) -> bool {
    let before = line.before(at);
    let day = matches!(before, '日' | '月' | '年' | '时' | '%') && at > 1 && line.before(at - 1).is_ascii_digit();
    line.c(at + length).is_ascii_digit() && (before.is_ascii_digit() || day)
}

fn range(line: &Line, at: usize, findings: &mut Vec<Diagnostic>) {
    let (before, next) = (line.before(at), line.c(at + 1));
    if (is_han(before) || before.is_ascii_digit() || before == '%') && (is_han(next) || next.is_ascii_digit()) {
        let place = line.place(at..at + 1);
        findings.push(
            RANGE
                .finding(format!("起止之间用了「{}」", line.c(at)))
                .at(place.clone(), "")
                .help("改成「—」或「至」")
                .fix(Fix::rewrite(Certainty::Likely, place, "—")),
        );
    }
}

/// How long the address in full-width characters is that begins at `at`; 0 where none does.
fn address(line: &Line, at: usize) -> usize {
    let length = line.count_while(at, |c| matches!(c, '！'..='～') && !"！＂＇（），；？［＼］｛｝".contains(c));
    let text = line.text(at..at + length).trim_end_matches(['：', '．']);
    let is_address = text.contains("：／／") || text.starts_with("ｗｗｗ．") || text.starts_with("ＷＷＷ．");
    if is_address { text.chars().count() } else { 0 }
}

fn is_full_width(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．')
}

fn full_width(passage: &Passage, at: usize, length: usize, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    if passage.is_named(&line.bytes(at..at + length)) {
        return;
    }
    let typed = line.text(at..at + length);
    let half: String =
        typed.chars().map(|c| char::from_u32(u32::from(c) - 0xfee0).filter(char::is_ascii).unwrap_or(c)).collect();
    let place = line.place(at..at + length);
    findings.push(FULL_WIDTH.finding(format!("「{typed}」是全角的")).at(place.clone(), "").propose_as(
        Certainty::Certain,
        "改成半角的",
        place,
        half,
    ));
}

fn space(line: &Line, at: usize, length: usize, findings: &mut Vec<Diagnostic>) {
    let (before, next) = (line.before(at), line.c(at + length));
    let numbers_a_heading = before == '、' && at <= 4;
    if !is_han_or_mark(before) || !is_han_or_mark(next) || numbers_a_heading {
        return;
    }
    let place = line.place(at - 1..at + length + 1);
    // Behind a line break of the file there is no space to delete, only the break.
    if place.text().contains(['\n', '\r']) {
        return;
    }
    let joined = format!("{}{}", line.text(at - 1..at), line.text(at + length..at + length + 1));
    findings.push(SPACE.finding("汉字之间有空格").at(place.clone(), "中间有空格").help("删掉空格").fix(Fix::rewrite(
        Certainty::Likely,
        place,
        joined,
    )));
}

fn is_han_or_mark(c: char) -> bool {
    is_han(c) || "，。、；：！？”》）“《（".contains(c)
}
