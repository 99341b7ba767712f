//! Names that come to stand in 《》 have none of their own.

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::source::Spanned;

pub static DOUBLE_MARKS: Rule = Rule {
    code: "paper-marks",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文书名称自己带了《》，模板还会再加一对。",
    why: "会印成《《……》》。",
    example: "来文: 《关于做好考核评定的通知》",
    fix: "去掉名称两头的《》。",
};

pub fn marked(name: &Spanned<String>) -> Option<Diagnostic> {
    let text = name.value.trim_end();
    let inner = text.strip_prefix('《')?.strip_suffix('》')?;
    // 《甲》和《乙》 is two names, which is another slip.
    if inner.contains(['《', '》']) && !is_balanced(inner) {
        return None;
    }
    let (open, close) = (name.part(0..'《'.len_utf8()), name.part(text.len() - '》'.len_utf8()..text.len()));
    let edits = [&open, &close].map(|place| crate::diagnostic::Edit { place: place.clone(), text: String::new() });
    let fix = Fix::edits(Certainty::Certain, "去掉《》", edits.into());
    let finding = DOUBLE_MARKS
        .finding("名称不带《》，模板会加上")
        .at(open.clone(), "多出的一对")
        .and_at(close, "")
        .help("去掉两头的《》");
    Some(if open.text() == "《" { finding.fix(fix) } else { finding })
}

/// Whether each 》 closes a 《 before it.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '《' => depth += 1,
            '》' if depth == 0 => return false,
            '》' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}
