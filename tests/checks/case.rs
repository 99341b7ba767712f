//! Small cases in YAML, each with what must be found in it as comments.

use super::fixture::{Found, OFFICE, WEEK, found};
use zhoubao::diagnostic::Severity;

/// Checks the plain week with the keys of `case` in the place of its own.
///
/// Behind a line, two spaces away, stands as a comment what must be found in it: the severity, the rule's code and the
/// marked text, as in `# 警告 returns-average 3.26`. Nothing else may be found, and each finding has a help.
pub fn check_case(case: &str) {
    let week = with_keys(WEEK, case);
    let found = found(OFFICE, &[&week]);
    let seen: Vec<(usize, String)> = found.iter().map(|finding| (finding.line, described(finding))).collect();
    assert_eq!(seen, expected(&week), "{case}\n{found:#?}");
    assert!(found.iter().all(|finding| !finding.help.is_empty()), "{case}");
}

fn described(finding: &Found) -> String {
    let severity = match finding.severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Advice => "建议",
    };
    format!("{severity} {} {}", finding.code, finding.text)
}

/// The comments of a text with the numbers of their lines.
fn expected(text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(at, line)| Some((at + 1, line.split_once("  # ")?.1.to_owned()))).collect()
}

/// `plain` with each block of `case` in the place of the block of that key, or at its end.
fn with_keys(plain: &str, case: &str) -> String {
    let mut blocks = blocks(plain);
    for (key, block) in self::blocks(case) {
        match blocks.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = block,
            None => blocks.push((key, block)),
        }
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// The top keys of a YAML text, each with its lines.
fn blocks(text: &str) -> Vec<(&str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(':') {
            Some((key, _)) if !line.starts_with([' ', '-', '#']) => blocks.push((key, format!("{line}\n"))),
            _ => {
                if let Some((_, block)) = blocks.last_mut() {
                    block.push_str(&format!("{line}\n"));
                }
            }
        }
    }
    blocks
}
