//! What a line that YAML cannot read was probably meant to be: the slips that writers of Chinese really make.

use crate::diagnostic::Certainty;
use crate::diagnostic::persons::masked;
use crate::yaml::keys::IsKey;
use std::ops::Range;

/// A slip, where it is (in bytes of the line) and how to fix it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clue {
    pub(super) place: Range<usize>,
    pub(super) message: &'static str,
    pub(super) help: String,
    /// The fix: what takes the place of which bytes of the line.
    pub(super) fix: Option<Fixing>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fixing {
    pub(super) certainty: Certainty,
    pub(super) edits: Vec<(Range<usize>, &'static str)>,
}

impl Clue {
    /// Whether it is sure what was meant.
    pub(super) fn is_certain(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.certainty == Certainty::Certain)
    }
}

/// Longer than any key; a full-width colon further on belongs to a sentence.
const LONGEST_KEY: usize = 20;

/// What is wrong with the key of `line`: a full-width colon, no space behind the colon or the hyphen.
pub(super) fn key(line: &str, is_key: IsKey) -> Option<Clue> {
    let content = line.trim_start();
    let indent = line.len() - content.len();
    if let Some(rest) = content.strip_prefix('-')
        && rest.starts_with(|c: char| !c.is_whitespace() && c != '-')
    {
        let place = indent..indent + 1;
        return Some(Clue {
            fix: Some(Fixing { certainty: sure_of_key(rest, is_key), edits: vec![(place.end..place.end, " ")] }),
            place,
            message: "「-」后面少了一个空格",
            help: format!("写成「- {}」", short(rest)),
        });
    }
    let content = content.trim_start_matches(['-', ' ']);
    let start = line.len() - content.len();
    let colon = content.find(['：', ':'])?;
    let (key, rest) = content.split_at(colon);
    if key.is_empty() || key.chars().count() > LONGEST_KEY || key.contains(['"', '\'', '{', '[', '#', ' ']) {
        return None;
    }
    let place = start + colon..start + colon + rest.chars().next().map_or(0, char::len_utf8);
    if let Some(value) = rest.strip_prefix('：') {
        let help = format!("改用半角冒号，后面空一格：「{key}: {}」", short(value));
        let colon = if value.starts_with(' ') || value.is_empty() { ":" } else { ": " };
        let fix = Some(Fixing { certainty: sure_of_key(content, is_key), edits: vec![(place.clone(), colon)] });
        return Some(Clue { place, message: "这里的冒号是全角的", help, fix });
    }
    let value = rest.strip_prefix(':').filter(|value| value.starts_with(|c: char| !c.is_whitespace()))?;
    let help = format!("写成「{key}: {}」", short(value));
    let fix = Some(Fixing { certainty: sure_of_key(content, is_key), edits: vec![(place.end..place.end, " ")] });
    Some(Clue { place, message: "冒号后面少了一个空格", help, fix })
}

/// What is wrong with the value of `line`: it begins with a mark of YAML's, or has a colon in it.
pub(super) fn value(line: &str) -> Option<Clue> {
    let at = line.find(": ")? + 2;
    let value = line[at..].trim_start();
    let start = line.len() - value.len();
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    let place = start..start + value.len();
    let first = value.chars().next()?;
    if matches!(first, '｛' | '［') {
        let help = "改用半角的 { } 或 [ ]".to_owned();
        let place = start..start + first.len_utf8();
        return Some(Clue { fix: brackets(value, start), place, message: "这里的括号是全角的", help });
    }
    let rest = match first {
        '{' => value.rsplit_once('}').map(|(_, rest)| rest),
        '[' => value.rsplit_once(']').map(|(_, rest)| rest),
        '"' | '\'' => value[1..].rsplit_once(first).map(|(_, rest)| rest),
        _ => None,
    };
    let trailing = rest.is_some_and(|rest| !rest.trim().is_empty());
    let message = match first {
        '{' | '[' if trailing => "这个值以括号开头，后面又有文字",
        '"' | '\'' if trailing => "引号已经结束，后面又有文字",
        '{' | '[' | '"' | '\'' => return None,
        '@' | '`' | '%' | '&' | '*' | '!' | '|' | '>' => "这个值开头的符号在 YAML 里另有用处",
        _ if value.contains(": ") => "这个值里又有一个冒号和空格",
        _ => return None,
    };
    Some(Clue { place, message, help: format!("给整个值加上单引号：{}", quoted(value)), fix: None })
}

/// A sentence may have a colon, too: only where a record's key stands before it was the key meant for sure.
fn sure_of_key(content: &str, is_key: IsKey) -> Certainty {
    let colon = content.find(['：', ':']).unwrap_or_default();
    if is_key(content[..colon].trim()) { Certainty::Certain } else { Certainty::Likely }
}

/// Half-width brackets around a value in full-width ones; the value stands at `start` of its line.
fn brackets(value: &str, start: usize) -> Option<Fixing> {
    let (open, close, half_close) = if value.starts_with('｛') { ("{", '｝', '}') } else { ("[", '］', ']') };
    let mut edits = vec![(start..start + '｛'.len_utf8(), open)];
    if value.ends_with(close) {
        let end = start + value.len();
        edits.push((end - close.len_utf8()..end, if half_close == '}' { "}" } else { "]" }));
    } else if !value.ends_with(half_close) {
        return None;
    }
    let nested = value.chars().filter(|c| matches!(c, '｛' | '［')).count() > 1;
    Some(Fixing { certainty: if nested { Certainty::Likely } else { Certainty::Certain }, edits })
}

fn quoted(value: &str) -> String {
    if value.chars().count() > 30 { "'…'".to_owned() } else { format!("'{}'", value.replace('\'', "''")) }
}

/// The beginning of what follows, without a comment.
fn short(rest: &str) -> String {
    let rest = rest.split(" #").next().unwrap_or(rest).trim();
    let masked = masked(rest);
    let mut short: String = masked.chars().take(12).collect();
    if short.len() < masked.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::{key, value};

    fn slip_in_key(line: &str) -> Option<(&'static str, String)> {
        key(line, &|word| word == "收到").map(|clue| (clue.message, clue.help))
    }

    fn help_for_value(line: &str) -> Option<String> {
        value(line).map(|clue| clue.help)
    }

    #[test]
    fn slips_in_keys() {
        let full_width = "改用半角冒号，后面空一格：「收到: 2021-01-11」".to_owned();
        assert_eq!(slip_in_key("    收到：2021-01-11"), Some(("这里的冒号是全角的", full_width)));
        assert_eq!(slip_in_key("  - 编号:6"), Some(("冒号后面少了一个空格", "写成「编号: 6」".to_owned())));
        assert_eq!(slip_in_key("  -编号: 6"), Some(("「-」后面少了一个空格", "写成「- 编号: 6」".to_owned())));
        assert_eq!(slip_in_key("    收到: 2021-01-11"), None);
        assert_eq!(
            slip_in_key("      处理结果如下：甲"),
            Some(("这里的冒号是全角的", "改用半角冒号，后面空一格：「处理结果如下: 甲」".to_owned()))
        );
        assert_eq!(slip_in_key("---"), None);
    }

    #[test]
    fn slips_in_values() {
        assert_eq!(
            help_for_value("  来源: {来源}人民网  # 样例"),
            Some("给整个值加上单引号：'{来源}人民网'".to_owned())
        );
        assert_eq!(
            help_for_value("  来源: \"人民网\"留言板"),
            Some("给整个值加上单引号：'\"人民网\"留言板'".to_owned())
        );
        assert_eq!(help_for_value("  来源: 人民网: 留言板"), Some("给整个值加上单引号：'人民网: 留言板'".to_owned()));
        assert_eq!(help_for_value("  来源: { 甲: 1 }  # 注"), None);
        assert_eq!(help_for_value("  来源: 人民网"), None);
    }
}
