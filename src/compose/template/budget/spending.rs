//! What a template may take, and what is left of it.

use std::cell::Cell;
use std::sync::Arc;

use tera::{Error, TeraResult};

use crate::compose::findings::TEMPLATE;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// How many bytes of a template are gone through before a paper is done; a weekly of a busy week takes a thousandth.
const WHOLE_BUDGET: usize = 64 << 20;
/// A paper takes some 50 KB as markup: no text that a template keeps or makes by a filter is longer, in bytes.
pub(in crate::compose::template) const LONGEST_TEXT: usize = 256 * 1024;

thread_local! {
    /// What is left to the template that is being filled in this thread.
    static LEFT: Cell<usize> = const { Cell::new(0) };
}

/// Before each filling.
pub(in crate::compose) fn begin() {
    LEFT.set(WHOLE_BUDGET);
}

/// Whether the template being filled has used up what it may take.
pub(in crate::compose) fn is_spent() -> bool {
    LEFT.get() == 0
}

pub(in crate::compose::template) fn spend(bytes: usize) -> TeraResult<()> {
    LEFT.set(LEFT.get().saturating_sub(bytes));
    if is_spent() { Err(Error::message("模板的循环转得太多")) } else { Ok(()) }
}

/// For a text of so many bytes that a template keeps or makes.
pub(in crate::compose::template) fn spend_on_text(bytes: usize) -> TeraResult<()> {
    spend(if bytes > LONGEST_TEXT { WHOLE_BUDGET } else { bytes })
}

/// What is said of a template that has used up what it may take.
pub(in crate::compose) fn endless(source: &Arc<Source>) -> Diagnostic {
    TEMPLATE
        .finding("模板填起来没有尽头：循环转得太多，或者一项内容越接越长，不像是一份文书")
        .at(Span::new(source, 0..0), "这份模板")
        .help("请核对模板里的循环和 {% set … %}，看是不是循环套着循环，或者把一项内容一再接到自己后面")
}
