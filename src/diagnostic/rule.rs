//! A kind of finding: its code, its weight, and what a writer should know of it.

use super::severity::Severity;

/// One rule of the register. It stands where it is looked for; all four texts are Chinese and shown in this order.
#[derive(Debug)]
pub struct Rule {
    /// What scripts match on, and what stays when a message is reworded.
    pub code: &'static str,
    /// Unless the office says otherwise.
    pub severity: Severity,
    /// Whether an office may weigh it otherwise and a writer acknowledge it: not where the papers would be wrong or
    /// could not be made whatever anyone thinks.
    pub adjustable: bool,
    /// 查什么: one or more sentences.
    pub looks_for: &'static str,
    /// 为什么
    pub why: &'static str,
    /// 例子: what is typed that is found.
    pub example: &'static str,
    /// 怎样改
    pub fix: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}
