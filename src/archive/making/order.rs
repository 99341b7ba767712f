//! What is to be made, and how the run is watched.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::archive::known_fonts::KnownFonts;
use crate::record::format::Format;
use crate::workspace::Due;

/// What is to be made, and where it goes.
#[derive(Debug)]
pub struct Order<'a> {
    pub fonts: &'a KnownFonts<'a>,
    pub out: PathBuf,
    /// Only these formats of those that a paper has; all of them where empty.
    pub formats: Vec<Format>,
    /// Only these kinds; all where empty.
    pub kinds: Vec<String>,
    /// Make also what is already right.
    pub force: bool,
    pub sealing: Sealing,
    /// Say how the lines of every paper come out, also of those that are already right.
    pub lines: bool,
    /// Only say what would be made, and why.
    pub only_explain: bool,
}

impl Order<'_> {
    /// The formats in which a paper is to be made.
    pub(super) fn formats<'d>(&'d self, due: &'d Due) -> impl Iterator<Item = Format> + 'd {
        due.formats.iter().copied().filter(|format| self.formats.is_empty() || self.formats.contains(format))
    }

    /// Whether papers of that kind are to be made.
    pub(super) fn has_kind(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|asked| asked == kind)
    }
}

/// What becomes of seals on weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sealing {
    /// Sealed weeks stay as they are.
    #[default]
    Keep,
    /// The weeks that are made, or are right already, are sealed.
    Seal,
    /// Sealed weeks are made like others, and their seals taken off.
    Unseal,
}

/// How a run is watched and stopped.
pub struct Watch<'a> {
    pub stop: &'a AtomicBool,
    /// Called once where another run is at work in the folder.
    pub waiting: &'a (dyn Fn() + Sync),
    /// Called after each week, on any thread.
    pub week_done: &'a (dyn Fn() + Sync),
}

impl Watch<'_> {
    pub(super) fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
