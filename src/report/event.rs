//! Whatever can happen in a run that somebody may want to see.

use std::path::Path;

use super::summary::{Summary, Work};
use crate::archive::Shard;
use crate::archive::making::{Made, Stale};
use crate::archive::package::Packaged;
use crate::diagnostic::Diagnostic;
use crate::layout::LineCount;
use crate::workspace::numbering::{Assigned, NumbersSetAside};
use crate::workspace::{Due, Explained, Masked};

/// One thing that happened. Weeks are named by their first day, offices by their folder.
#[derive(Debug)]
pub enum Event<'a> {
    /// An office is looked at.
    Office {
        name: &'a str,
    },
    /// So many weeks have been looked at, or made.
    Weeks {
        count: usize,
    },
    /// So many weeks are to be made; each of them is then followed by one [`Event::Progress`].
    Planned {
        weeks: usize,
    },
    /// One of the planned weeks is through.
    Progress,
    /// Another run is writing below `out`, and this one waits for it.
    Waiting {
        out: &'a Path,
    },
    /// No office falls to the part of the work that was asked for.
    EmptyShard {
        shard: Shard,
    },
    Finding(&'a Diagnostic),
    /// So many more findings of a file are not shown one by one.
    LeftOut {
        file: &'a str,
        count: usize,
    },
    /// What is about to be changed in a file.
    FixShown {
        diff: &'a str,
    },
    /// A file was changed in so many places; `backup` is the file as it was before.
    Fixed {
        file: &'a str,
        edits: usize,
        backup: &'a Path,
        diff: &'a str,
    },
    /// A file of a paper is on the disk, made now or right already.
    Paper {
        office: &'a str,
        week: &'a str,
        made: &'a Made,
    },
    /// A file of a paper would be made, and why.
    Stale {
        office: &'a str,
        week: &'a str,
        stale: &'a Stale,
    },
    /// Something keeps a paper from being made, which findings tell.
    HeldUp {
        office: &'a str,
        week: &'a str,
        due: &'a Due,
    },
    /// How the lines of a paper came out.
    Lines {
        office: &'a str,
        week: &'a str,
        due: &'a Due,
        lines: &'a LineCount,
    },
    /// What of persons was masked in a paper of the public edition that was made now.
    Masked {
        office: &'a str,
        week: &'a str,
        due: &'a Due,
        masked: &'a [Masked],
    },
    /// A year's papers are packed for the records office.
    Package {
        office: &'a str,
        year: i16,
        packaged: &'a Packaged,
    },
    /// So many files of an office were held against its manifest.
    Verified {
        files: usize,
    },
    /// So many files of an office were made again and compared.
    Compared {
        files: usize,
    },
    /// Figures of a week; `in_full` with all that is known of them, else by name and value alone.
    Figures {
        office: &'a str,
        week: &'a str,
        figures: &'a [Explained],
        in_full: bool,
    },
    /// No week has the figure that was asked for.
    NoFigure {
        asked: &'a str,
    },
    /// A paper of a record got a document number; `is_written` unless it was only asked which.
    Numbered {
        office: &'a str,
        assigned: &'a Assigned,
        is_written: bool,
    },
    /// Document numbers of an office were set aside.
    SetAside {
        office: &'a str,
        numbers: &'a NumbersSetAside,
        is_written: bool,
    },
    /// The last event of a run.
    Finished {
        work: Work,
        summary: &'a Summary,
    },
}

/// What the writer says of a fix that is only likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// This one and all that follow.
    YesToAll,
    /// Neither this one nor any that follows.
    NoToAll,
}
