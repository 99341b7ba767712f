//! The parser's errors in the writers' language: what is wrong, where, and the mend.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use granit_parser::{ErrorKind, ScanError};
use std::sync::Arc;

/// The file ends in the middle of something.
pub(super) fn cut_short(source: &Arc<Source>) -> Diagnostic {
    let end = source.text().trim_end().len();
    let last = source.text().get(..end).and_then(|text| text.chars().next_back()).map_or(0, char::len_utf8);
    Diagnostic::error(Code::Syntax, "文件到这里突然断了")
        .at(Span::new(source, end - last..end), "后面应当还有内容")
        .help("请核对文件是否完整，括号、引号是否都配成了对")
}

/// What `error` is about, at its place.
pub(super) fn explain(source: &Arc<Source>, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0);
    let (code, message, help) = describe(error.kind());
    let place = place(source, at);
    Diagnostic::error(code, message).at(place, "").help(help)
}

fn place(source: &Arc<Source>, at: usize) -> Span {
    let rest = source.text().get(at..).unwrap_or_default();
    let length = rest.chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    Span::new(source, at..at + length)
}

fn describe(kind: &ErrorKind) -> (Code, &'static str, &'static str) {
    use ErrorKind as K;
    match kind {
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabAtBlockScalarStart
        | K::TabInPlainScalar => (Code::Tab, "缩进里有制表符（Tab）", "把它换成空格：每一级缩进两个空格"),
        K::RecursionLimitExceeded => {
            (Code::TooLarge, "层次太深，超过 64 层", "请核对缩进和括号；一周的记录用不到这么多层")
        }
        _ => (Code::Syntax, "YAML 写法有误，读到这里读不下去了", "请核对缩进"),
    }
}
