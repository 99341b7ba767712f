//! Expressions over variables of every kind, and what each prints or is told.

use zhoubao::compose::{Composer, Pictures, Templates, Topic};

use crate::office::{Workspace, messages};
use crate::shown::block;

/// A kind of variable: what the tables call it, and one of the real week that is of it.
pub type Kind = (&'static str, &'static str);

pub const KINDS: [Kind; 14] = [
    ("文字", "office.district"),
    ("叙述", "notices[0].handling"),
    ("件数", "complaints.total"),
    ("零", "returns.evasions"),
    ("金额", "returns.amount"),
    ("平均", "complaints.mean_minutes"),
    ("时长", "complaints.total_time"),
    ("日期", "week.dated"),
    ("周期", "week.period"),
    ("真假", "returns.no_evasion"),
    ("名单", "complaints.none"),
    ("各项", "complaints.timed"),
    ("字段", "office.contact"),
    ("没有", "week.nothing"),
];

/// What a template's body prints of the real week, or, behind ✗, what is told instead and where.
pub fn results(bodies: &[String]) -> Vec<String> {
    let mut workspace = Workspace::sample("panlong", "2021/2021-01-08");
    for (at, body) in bodies.iter().enumerate() {
        workspace = workspace.file(&format!("templates/cell{at}.md"), format!("---\n标题: 甲\n---\n{body}\n"));
    }
    let mut findings = Vec::new();
    let templates = Templates::read(&zhoubao::record::bytes::from_disk, workspace.folder(), &mut findings);
    let pictures = Pictures::read(&workspace.office, workspace.folder(), &mut findings);
    let composer = Composer::new(&workspace.office, &pictures, &workspace.week, &templates).unwrap();
    let mut results = Vec::new();
    for at in 0..bodies.len() {
        let cell = format!("cell{at}");
        results.push(match composer.compose(&cell, &cell, Topic::Week) {
            Ok(document) => document.body.iter().flat_map(block).collect::<Vec<_>>().join("/"),
            Err(found) => {
                let said = messages(&found);
                assert!(said.contains("在这里") && said.contains("帮助: "), "{}: {said}", bodies[at]);
                is_for_readers(&bodies[at], &said);
                let reason = said.lines().next().unwrap_or_default().replace("错误[template]: ", "");
                let reason = reason.replace("模板填不下去：", "✗").replace("模板写法有误：", "✗写法：");
                reason.strip_suffix(&format!("「{}」", bodies[at])).unwrap_or(&reason).to_owned()
            }
        });
        let result = &results[at];
        let is_private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
        assert!(!result.contains(is_private), "{}: {result}", bodies[at]);
    }
    results
}

/// A message has no words in Latin letters but those of the template itself, and names of arguments.
fn is_for_readers(body: &str, said: &str) {
    const NAMES: [&str; 6] = ["loop", "of", "pat", "precision", "message", "end"];
    let reason = said.lines().next().unwrap_or_default().replace("错误[template]: ", "");
    for word in reason.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        assert!(is_number || body.contains(word) || NAMES.contains(&word), "{body}: {word} in {reason}");
    }
    let english = ["undefined", "unknown", "expected", "cannot", "found", "variable", "operand", "none"];
    let help = said.lines().find(|line| line.contains("帮助: ")).unwrap_or_default();
    for word in help.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        assert!(!english.contains(&word) || body.contains(word), "{body}: {help}");
    }
    assert!(!said.contains(|c: char| c >= '\u{F0000}'), "{said}");
}
