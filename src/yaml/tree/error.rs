//! The parser's errors in the writers' language: what is wrong, where, and the fix.
//!
//! The parser tells where it could not go on; what was mistyped often stands before that (an unclosed quote, the
//! line above). So the place is looked for among the slips that writers make, and the parser's own comes last.

use super::clue::{self, Clue, Fixing};
use super::outline::Outline;
use super::tabs::{self, key_column};
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix, Rule};
use crate::source::{Source, Span};
use crate::yaml::keys::IsKey;
use crate::yaml::rules;
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;
use std::sync::Arc;

/// The file ends in the middle of something.
pub(super) fn cut_short(source: &Arc<Source>) -> Diagnostic {
    let end = source.text().trim_end().len();
    let last = source.text().get(..end).and_then(|text| text.chars().next_back()).map_or(0, char::len_utf8);
    rules::SYNTAX
        .finding("文件到这里突然断了")
        .at(Span::new(source, end - last..end), "后面应当还有内容")
        .help("请核对文件是否完整，括号、引号是否都配成了对")
}

/// What `error` is about, at its place.
pub(super) fn explain(source: &Arc<Source>, error: &ScanError, is_key: IsKey) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0);
    let kind = error.kind();
    tab(source, kind, at)
        .or_else(|| closed_in_full_width(source, at))
        .or_else(|| never_closed(source, kind, at))
        .or_else(|| slip(source, kind, at, is_key))
        .unwrap_or_else(|| {
            let (rule, message, help) = describe(kind);
            rule.finding(message).at(character(source, at), "读到这里读不下去了").help(help)
        })
}

/// The parser reports a tab from where the line's text began; the writer has to see the tab.
fn tab(source: &Arc<Source>, kind: &ErrorKind, at: usize) -> Option<Diagnostic> {
    use ErrorKind as K;
    if !matches!(
        kind,
        K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabAtBlockScalarStart
            | K::TabInPlainScalar
            | K::InvalidBlockEntryWhitespace
            | K::InvalidMappingValueWhitespace
    ) {
        return None;
    }
    let start = source.line_start(source.position(at).line);
    let tab = source.text().get(start..)?.find('\t').map_or(at, |tab| start + tab);
    let mut finding = rules::TAB
        .finding("缩进里有制表符（Tab）")
        .at(character(source, tab), "这是一个制表符")
        .help("把它换成空格，每一级缩进两个空格；编辑器里可以设成「用空格代替 Tab」");
    finding.fix = tabs::without_tabs(source);
    Some(finding)
}

/// A quote or bracket that was opened and, as far as the parser came, not closed.
fn never_closed(source: &Arc<Source>, kind: &ErrorKind, at: usize) -> Option<Diagnostic> {
    use ErrorKind as K;
    // Where text follows a closing quote, that quote was often meant to open: look before it.
    let trailing = matches!(kind, K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar);
    let outline = Outline::at(source.text(), if trailing { at.saturating_sub(1) } else { at });
    let line = source.position(at).line;
    if let Some(quote) = outline.quote
        && source.position(quote.at).line < line
    {
        return Some(unclosed(source, quote.at, "引号"));
    }
    match kind {
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => Some(unclosed(source, at, "引号")),
        K::UnclosedFlowCollection { .. } | K::MismatchedFlowCollectionEnd { .. } => Some(unclosed(source, at, "括号")),
        _ => {
            let bracket = outline.brackets.last().filter(|bracket| source.position(bracket.at).line < line)?;
            Some(unclosed(source, bracket.at, "括号"))
        }
    }
}

fn unclosed(source: &Arc<Source>, at: usize, what: &str) -> Diagnostic {
    let closing = match source.text().get(at..).and_then(|rest| rest.chars().next()) {
        Some('{') => "半角的 }",
        Some('[') => "半角的 ]",
        Some('"') => "半角的 \"",
        _ => "半角的 '",
    };
    rules::SYNTAX
        .finding(format!("这个{what}没有关上"))
        .at(character(source, at), "从这里开始")
        .help(format!("在该结束的地方补上{closing}"))
}

/// The innermost open bracket is closed by a full-width one at the end of its line.
fn closed_in_full_width(source: &Arc<Source>, at: usize) -> Option<Diagnostic> {
    let open = *Outline::at(source.text(), at).brackets.last()?;
    let (wrong, right) = if open.mark == '{' { ('｝', "}") } else { ('］', "]") };
    let line = source.line_range(source.position(open.at).line)?;
    let rest = source.text().get(open.at..line.end)?;
    let value = rest.split(" #").next().unwrap_or(rest).trim_end();
    if !value.ends_with(wrong) {
        return None;
    }
    let end = open.at + value.len();
    let place = Span::new(source, end - wrong.len_utf8()..end);
    let finding = rules::SYNTAX.finding("这里的括号是全角的").at(place.clone(), "").help(format!("改用半角的 {right}"));
    Some(finding.fix(Fix::rewrite(Certainty::Certain, place, right)))
}

/// A slip in the line where the parser stopped, or in the one above it.
fn slip(source: &Arc<Source>, kind: &ErrorKind, at: usize, is_key: IsKey) -> Option<Diagnostic> {
    use ErrorKind as K;
    let number = source.position(at).line;
    let line = source.line(number);
    match kind {
        K::SimpleKeyExpected | K::InvalidSimpleKey => {
            clue::key(line, is_key).or_else(|| clue::value(line)).map(|clue| finding(source, number, clue))
        }
        K::MappingValueNotAllowed | K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry => {
            let above = (1..number).rev().find(|above| !source.line(*above).trim().is_empty());
            let certain_key = clue::key(line, is_key).filter(Clue::is_certain);
            if let Some(clue) = certain_key.or_else(|| clue::value(line)) {
                return Some(finding(source, number, clue));
            }
            let above = above?;
            match clue::key(source.line(above), is_key) {
                Some(clue) => Some(finding(source, above, clue)),
                None => indented_too_little(source, above, line),
            }
        }
        K::UnexpectedCharacter { .. }
        | K::InvalidTrailingSingleQuotedScalar
        | K::InvalidTrailingDoubleQuotedScalar
        | K::InvalidTagTerminator
        | K::MissingAnchorOrAliasName
        | K::InvalidBlockScalarHeader => clue::value(line).map(|clue| finding(source, number, clue)),
        _ => None,
    }
}

/// What a clue in the line of that number says.
fn finding(source: &Arc<Source>, number: usize, Clue { place, message, help, fix }: Clue) -> Diagnostic {
    let start = source.line_start(number);
    let mut finding = rules::SYNTAX.finding(message).at(within_line(source, start, place), "").help(help);
    if let Some(Fixing { certainty, edits }) = fix {
        let mut in_file = Vec::new();
        for (place, text) in edits {
            in_file.push(Edit { place: within_line(source, start, place), text: text.to_owned() });
        }
        finding.fix = Fix::edits(certainty, fixed(message), in_file);
    }
    finding
}

/// Bytes of a line that begins at `start`.
fn within_line(source: &Arc<Source>, start: usize, place: Range<usize>) -> Span {
    Span::new(source, start + place.start..start + place.end)
}

/// What is done about a slip.
fn fixed(message: &str) -> &'static str {
    if message.contains("冒号是全角") {
        "改用半角冒号，后面空一格"
    } else if message.contains("括号") {
        "改用半角括号"
    } else {
        "补上空格"
    }
}

/// The line above stands further left than its siblings before and after it.
fn indented_too_little(source: &Arc<Source>, above: usize, line: &str) -> Option<Diagnostic> {
    let column = key_column(line);
    let sibling = (1..above).rev().map(|number| source.line(number)).find(|line| !line.trim().is_empty())?;
    if key_column(source.line(above)) >= column || key_column(sibling) != column {
        return None;
    }
    let start = source.line_start(above);
    let content = source.line(above);
    let indent = content.len() - content.trim_start().len();
    Some(
        rules::SYNTAX
            .finding("这一行的缩进与上下各行不一样")
            .at(Span::new(source, start + indent..start + content.trim_end().len()), "")
            .help(format!("行首空 {column} 格，与同一条里的其他键左边对齐")),
    )
}

fn describe(kind: &ErrorKind) -> (&'static Rule, &'static str, &'static str) {
    use ErrorKind as K;
    match kind {
        K::RecursionLimitExceeded => {
            (&rules::TOO_LARGE, "层次太深，超过 64 层", "请核对缩进和括号；一周的记录用不到这么多层")
        }
        K::UnknownAnchor | K::AnchorCountOverflow | K::MissingAnchorOrAliasName => (
            &rules::ALIAS,
            "锚点（&）或别名（*）用得不对",
            "如果 & 或 * 就是文字，给整个值加上引号；否则把内容照样写一遍",
        ),
        K::ExpectedTagBang
        | K::UndeclaredTagHandle
        | K::InvalidGlobalTagCharacter
        | K::InvalidTagTerminator
        | K::MissingTagUri
        | K::UnclosedVerbatimTag
        | K::InvalidTagEscape
        | K::InvalidTagUtf8LeadingByte
        | K::InvalidTagUtf8TrailingByte
        | K::InvalidTagUtf8 => (&rules::ALIAS, "标签（!）用得不对", "如果 ! 就是文字，给整个值加上引号；否则删掉它"),
        K::DuplicateVersionDirective
        | K::UnsupportedYamlMajorVersion
        | K::DuplicateTagDirective
        | K::ExpectedDocumentStart
        | K::MissingDocumentEndBeforeDirective
        | K::ExpectedTagDirectiveBang
        | K::InvalidDirectiveTerminator
        | K::DirectiveDisallowed
        | K::MissingYamlVersionSeparator
        | K::MissingDirectiveName
        | K::InvalidDirectiveName
        | K::DirectiveByteLimitExceeded { .. }
        | K::TooManyReservedDirectiveParams { .. }
        | K::YamlVersionTooLong
        | K::MissingYamlVersion
        | K::InvalidTagDirectiveTerminator
        | K::InvalidDocumentEnd => (&rules::SYNTAX, "这里不能写 % 开头的指令或文档分隔线", "删掉这一行"),
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator | K::FlowMappingValueAdjacentCollection => (
            &rules::SYNTAX,
            "括号里的各项没有分开",
            "各项之间用半角逗号，冒号也用半角且后面空一格，例如 { 起: 2021-01-08, 止: 2021-01-14 }",
        ),
        K::MisplacedFlowCollectionEnd => (&rules::SYNTAX, "这里多了一个右括号", "删掉它，或者补上对应的左括号"),
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => {
            (&rules::SYNTAX, "双引号里的反斜杠 \\ 用得不对", "改用单引号，或者把 \\ 写成 \\\\")
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => {
            (&rules::SYNTAX, "引号已经结束，后面又有文字", "用一对引号把整个值括起来")
        }
        K::BlockEntryInFlowCollection | K::BlockSequenceEntryNotAllowed => {
            (&rules::SYNTAX, "这里不能用「- 」开头", "列表另起一行写，每项一行，比键多缩进两格")
        }
        K::ZeroBlockScalarIndent | K::InvalidBlockScalarHeader => {
            (&rules::SYNTAX, "「>-」或「|」后面不能再写文字", "文字从下一行写起，多缩进两格")
        }
        K::UnexpectedCharacter { .. } => (&rules::SYNTAX, "这里不能用这个字符", "如果它就是文字，给整个值加上引号"),
        K::CommentNotSeparated | K::CommentInterceptedScalar => {
            (&rules::SYNTAX, "注释（#）的位置不对", "# 前面空一格；多行文字中间不能夹注释")
        }
        K::SimpleKeyExpected | K::InvalidSimpleKey => (
            &rules::SYNTAX,
            "这一行读不成「键: 值」",
            "写成「键: 值」，冒号用半角，后面空一格；若是上一行的文字，缩进要比上一行的键多两格",
        ),
        K::MappingKeyNotAllowed | K::MappingValueNotAllowed | K::InvalidColonPlacement => (
            &rules::SYNTAX,
            "这里不该有冒号，多半是这一行的缩进不对",
            "与同一条里的其他键左边对齐；如果冒号是文字里的，给整个值加上引号",
        ),
        K::UnexpectedEof
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnexpectedEofBlockSequence
        | K::UnexpectedEofBlockMapping
        | K::UnexpectedEndOfPlainScalar => {
            (&rules::SYNTAX, "文件到这里突然断了", "请核对文件是否完整，括号、引号是否都配成了对")
        }
        _ => (
            &rules::SYNTAX,
            "这一行的缩进与上下各行不一样",
            "与同一条里的其他键左边对齐；每一级缩进两个空格，不用制表符",
        ),
    }
}

/// The character at `at`, or the empty place at a line's end.
fn character(source: &Arc<Source>, at: usize) -> Span {
    let rest = source.text().get(at..).unwrap_or_default();
    let length = rest.chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    Span::new(source, at..at + length)
}
