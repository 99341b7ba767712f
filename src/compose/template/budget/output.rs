//! What a template is filled to, within bounds.

use std::io::Write;
use std::sync::Arc;

use crate::compose::findings::TEMPLATE;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// A paper takes some 50 KB as markup, with its marks; so many bytes come of loops within loops.
const MOST_RENDERED: usize = 12 * 1024 * 1024;

/// What a template is rendered to, up to [`MOST_RENDERED`]: then writing fails, and rendering ends.
#[derive(Default)]
pub(in crate::compose) struct Output(Vec<u8>);

impl Output {
    pub(in crate::compose) fn is_full(&self) -> bool {
        self.0.len() == MOST_RENDERED
    }

    pub(in crate::compose) fn into_text(self) -> String {
        match simdutf8::basic::from_utf8(&self.0) {
            Ok(text) => text.to_owned(),
            // A text that was cut at the bound may be cut within a character.
            Err(_) => String::from_utf8_lossy(&self.0).into_owned(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let room = bytes.len().min(MOST_RENDERED - self.0.len());
        self.0.extend_from_slice(&bytes[..room]);
        // Nothing written is an error to whoever has more to write.
        Ok(room)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub(in crate::compose) fn too_long(source: &Arc<Source>) -> Diagnostic {
    TEMPLATE
        .finding("模板填出来的内容太多，超过 12 MB，不像是一份文书")
        .at(Span::new(source, 0..0), "这份模板")
        .help("请核对模板里的循环，看是不是循环套着循环")
}
