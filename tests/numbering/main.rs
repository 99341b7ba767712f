//! Document numbers: a thousand calls at once give a thousand different numbers without a gap, and nothing that was typed
//! is touched, however it was typed.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../cli/program.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod program;

mod at_once;
mod kept;

/// A template of an office's own, which says itself that its papers have a number.
const TEMPLATE: &str = "---\n版式: 公文\n标志: 甲县旅游办文件\n标题: 情况\n\
    文号: \"{% if paper.document_number %}甲旅〔{{ week.dated | year }}〕{{ paper.document_number }}号{% endif %}\"\n---\n一切正常。\n";
