//! Of which kind a notice is.

use super::incoming::IncomingKind;
use super::notice::Notice;
use super::office::Office;

/// The kind of a notice where the office's file names none.
const BUILT_IN: &str = "涉旅信息通报单";

impl Office {
    /// The kind of a notice: the one that it names, or the first that the office has. `None` is the built-in one, or a
    /// name that is not registered.
    #[must_use]
    pub fn incoming_kind(&self, notice: &Notice) -> Option<&IncomingKind> {
        match &notice.kind {
            Some(named) => self.incoming.iter().find(|kind| kind.name.value == named.value),
            None => self.incoming.iter().next(),
        }
    }

    /// The name of a notice's kind.
    #[must_use]
    pub fn incoming_kind_name<'a>(&'a self, notice: &'a Notice) -> &'a str {
        match (&notice.kind, self.incoming_kind(notice)) {
            (Some(named), _) => &named.value,
            (None, Some(kind)) => &kind.name.value,
            (None, None) => BUILT_IN,
        }
    }
}
