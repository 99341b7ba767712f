//! What tells series apart where all is black and white.

use crate::layout::galley::{Dash, Grey};

pub(super) const BLACK: Grey = Grey(0);
pub(super) const WHITE: Grey = Grey(255);
/// Of the lines behind a chart.
pub(super) const FAINT: Grey = Grey(200);

/// What a series looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Of its columns and bars, whose edges are black.
    pub(super) grey: Grey,
    pub(super) dash: Dash,
    pub(super) mark: Mark,
}

/// What stands at the points of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Round,
    Square,
    Triangle,
    Diamond,
}

const LOOKS: [Look; 4] = [
    Look { grey: Grey(90), dash: Dash::Solid, mark: Mark::Round },
    Look { grey: WHITE, dash: Dash::Long, mark: Mark::Square },
    Look { grey: Grey(175), dash: Dash::Short, mark: Mark::Triangle },
    Look { grey: BLACK, dash: Dash::LongShort, mark: Mark::Diamond },
];

pub(super) fn look(series: usize) -> Look {
    LOOKS[series % LOOKS.len()]
}

/// Of the slices of a whole, neighbours far apart.
const SLICES: [u8; 8] = [90, 225, 140, 250, 60, 190, 115, 240];

pub(super) fn slice(at: usize) -> Grey {
    Grey(SLICES[at % SLICES.len()])
}
