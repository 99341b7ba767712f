//! What a run came to: its counts, and how it ended.

use std::collections::BTreeSet;
use std::time::Instant;

use crate::layout::LineCount;

/// How a run ended, the heavier after the lighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    Clean,
    /// The data has errors.
    Data,
    /// The machine failed: disk, fonts, permission.
    Machine,
    /// The run was asked to stop.
    Stopped,
}

/// What a run was for; its last line says what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Check,
    Build {
        /// Whether it was asked how the lines come out.
        lines: bool,
    },
    /// Document numbers were given, or only asked for.
    Number {
        is_written: bool,
    },
    /// Document numbers were set aside, or it was only asked which would be.
    SetAside {
        is_written: bool,
    },
    Verify {
        /// Whether papers were made again and compared.
        rebuilt: bool,
    },
}

/// The counts of a run.
#[derive(Debug)]
pub struct Summary {
    started: Instant,
    /// The names of their folders.
    pub offices: BTreeSet<String>,
    pub weeks: usize,
    /// Files of papers that are on the disk.
    pub papers: usize,
    /// Those of them that were right already.
    pub fresh: usize,
    pub stale: usize,
    /// Papers that something keeps from being made, while others of their week are made.
    pub held_up: usize,
    pub compared: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    pub acknowledged: usize,
    pub fixed: usize,
    /// Document numbers that were given or set aside.
    pub numbered: usize,
    /// The lines of all papers of which [`Event::Lines`] came.
    pub lines: LineCount,
    pub ending: Ending,
}

impl Default for Summary {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            offices: BTreeSet::new(),
            weeks: 0,
            papers: 0,
            fresh: 0,
            stale: 0,
            held_up: 0,
            compared: 0,
            errors: 0,
            warnings: 0,
            advice: 0,
            acknowledged: 0,
            fixed: 0,
            numbered: 0,
            lines: LineCount::default(),
            ending: Ending::Clean,
        }
    }
}

impl Summary {
    /// Since the run began, in seconds, to the millisecond.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        (self.started.elapsed().as_secs_f64() * 1000.0).round() / 1000.0
    }
}
