//! The template engine's errors, told in Chinese at their place in the template; its own words are quoted in the mend.

use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use super::turns::Counted;
use super::{mark, wording};
use crate::compose::findings;
use crate::diagnostic::Diagnostic;
use crate::record::nearest::nearest;
use crate::source::{Source, Span};

/// What the engine says while it reads a template, and while it fills one.
const READING: &str = "模板写法有误";
const FILLING: &str = "模板填不下去";

/// So many unknown names are told at once: nobody mends more before trying again.
const MOST_UNKNOWN: usize = 50;

/// `counted` is the template's text as the engine was given it, with line marks and counting calls.
pub(super) fn from(error: &Error, template: &Arc<Source>, counted: &Counted) -> Vec<Diagnostic> {
    let at = Marked { template, counted };
    match error.kind() {
        ErrorKind::SyntaxError(report) => vec![at.report(READING, report)],
        ErrorKind::RenderingError(report) => vec![at.report(FILLING, report)],
        kind => {
            let words = kind.to_string();
            let unknown = at.unknown(&words);
            if unknown.is_empty() { vec![Marked::told(READING, &words, Span::new(template, 0..0))] } else { unknown }
        }
    }
}

/// A template with the text in which the engine's places are to be looked up.
struct Marked<'a> {
    template: &'a Arc<Source>,
    counted: &'a Counted,
}

impl Marked<'_> {
    fn report(&self, what: &str, report: &ReportError) -> Diagnostic {
        let range = &report.span().range;
        Self::told(what, report.message(), Span::new(self.template, self.offset(range.start)..self.offset(range.end)))
    }

    /// Names that nobody has are told all at once, as a text: `error: Unknown filter … --> name:line:column`.
    fn unknown(&self, words: &str) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut message = None;
        for line in words.lines() {
            if findings.len() == MOST_UNKNOWN {
                break;
            }
            if let Some(words) = line.strip_prefix("error: ") {
                message = Some(words);
            } else if let Some(place) = line.trim_start().strip_prefix("--> ")
                && let Some(message) = message.take()
            {
                findings.push(Self::told(READING, message, self.place(place, message)));
            }
        }
        findings
    }

    /// The name in `message`, at the line and column (in characters, from 1) with which `place` ends.
    fn place(&self, place: &str, message: &str) -> Span {
        let mut numbers = place.rsplitn(3, ':').map_while(|number| number.parse::<usize>().ok());
        let (column, line) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
        let before: usize = self.counted.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = self.counted.text.get(before..).unwrap_or_default();
        let within: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let start = self.offset(before + within);
        let name = name(message).unwrap_or_default();
        let is_here = self.template.text().get(start..).is_some_and(|rest| rest.starts_with(name));
        Span::new(self.template, start..if is_here { start + name.len() } else { start })
    }

    /// A place in the engine's text, as one in the template.
    fn offset(&self, end: usize) -> usize {
        mark::unmark_lines(&self.counted.before(end)).len()
    }

    fn told(what: &str, words: &str, span: Span) -> Diagnostic {
        let words = mark::unmark_lines(words);
        let here: String = span.text().lines().next().unwrap_or_default().chars().take(24).collect();
        let (reason, mend) = explained(what, &words, &here);
        // What there is besides differs from week to week: one slip is told once.
        let words = words.split(" Available ").next().unwrap_or_default();
        findings::TEMPLATE
            .finding(format!("{what}：{reason}"))
            .at(span, "在这里")
            .help(format!("{mend}；模板引擎的原话：「{words}」"))
    }
}

/// The first name that the engine quotes.
fn name(words: &str) -> Option<&str> {
    words.split('`').nth(1)
}

/// What comes after `label` in a list of names.
fn listed<'a>(words: &'a str, label: &str) -> Vec<&'a str> {
    words.split_once(label).map_or_else(Vec::new, |(_, names)| names.split(", ").map(str::trim).collect())
}

/// What the engine means by `words` about what stands `here`, and the mend.
fn explained(what: &str, words: &str, here: &str) -> (String, String) {
    let name = name(words).unwrap_or(here);
    let said = |reason: String, mend: &str| (reason, mend.to_owned());
    let begins = |start: &str| words.starts_with(start);
    if ["Unknown function", "Unknown filter", "Unknown test"].into_iter().any(begins) {
        return unknown(words, name);
    }
    if begins("Variable") {
        let available = listed(words, "Available variables:");
        return (format!("没有「{name}」这项内容"), guessed(name, &available, "请核对名称；可以填的内容见使用说明"));
    }
    if begins("Field") {
        let available = listed(words, "Available fields:");
        let fields = format!("这里有：{}；本周可能没有的，用 {{% if … %}} 判断", available.join("、"));
        let otherwise =
            if available.is_empty() { "请核对名称；可以填的内容见使用说明" } else { &fields };
        return (format!("没有「{name}」这个字段"), guessed(name, &available, otherwise));
    }
    if words.contains("undefined") {
        return said("这里没有内容，印出来会是空白".to_owned(), "请核对名称；本周可能没有的内容，用 {% if … %} 判断");
    }
    if begins("Unknown template") {
        return said(format!("不能引入别的模板「{name}」"), "每种公文只用一份模板，把内容写在这里");
    }
    if begins("Unknown component") {
        return said(format!("没有「{name}」这个组件"), "不用组件，把内容写在这里");
    }
    if begins("Unknown tag") {
        return said(format!("没有「{here}」这种标记"), "可以用 {% if … %}、{% for … %}、{% set … %}");
    }
    if begins("Unexpected end of input") {
        let mend =
            "{{ 要用 }} 结束，{% 要用 %} 结束，{% if … %} 后面要有 {% endif %}，{% for … %} 后面要有 {% endfor %}";
        return said("到末尾还有没结束的标记".to_owned(), mend);
    }
    if words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && what == FILLING {
        // Our own filters speak Chinese.
        return said(format!("「{here}」算不出来：{words}"), "请核对名称和括号里的参数");
    }
    if begins("Found") && what == READING {
        return said(format!("这里不该是「{here}」"), "请核对括号、引号和标点，都用半角的");
    }
    match what {
        READING => said(format!("「{here}」这样写不成"), "请核对名称、括号、引号和标点"),
        _ => said(format!("「{here}」算不出来"), "请核对名称和括号里的参数"),
    }
}

/// A function, filter or test that nobody has.
fn unknown(words: &str, name: &str) -> (String, String) {
    const CLOCK: [&str; 4] = ["now", "get_env", "get_random", "date"];
    let (reason, known) = if words.starts_with("Unknown function") {
        (format!("没有「{name}」这个函数"), wording::FUNCTIONS.as_slice())
    } else if words.starts_with("Unknown filter") {
        (format!("没有「{name}」这个过滤器"), wording::FILTERS.as_slice())
    } else {
        (format!("没有「{name}」这种判断"), wording::TESTS.as_slice())
    };
    if CLOCK.contains(&name) {
        let mend = "公文不能随时钟、电脑或运气而变，所以没有它；日期用记录里的，例如 {{ week.dated | full_date }}";
        return (reason, mend.to_owned());
    }
    (reason, guessed(name, known, "请核对名称；可以用的办法见使用说明"))
}

fn guessed(name: &str, known: &[&str], otherwise: &str) -> String {
    nearest(name, known.iter().copied())
        .map_or_else(|| otherwise.to_owned(), |guess| format!("是不是想写「{guess}」？{otherwise}"))
}
