//! A chart that is drawn, at no place yet.

use super::super::unit::Twip;
use super::drawn::Ink;

/// A chart: lines, areas and labels, and how much room they take.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// As wide as the text.
    pub width: Twip,
    pub height: Twip,
    /// Lengths are from the chart's own left and top edge.
    pub inks: Vec<Ink>,
    /// What it shows, for those who cannot see it.
    pub description: String,
}
