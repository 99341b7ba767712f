//! A paragraph in one line less than it has by itself: its lines are set closer (字距, 7.3.5.5).

use std::collections::BTreeMap;

use super::line::{Found, Setting};
use super::measure::Cell;
use super::paragraph::SPACED;
use super::profile::profiles;
use super::terms::{Break, Measure};

/// The lines of a paragraph that takes a line less, and what that costs: more the more lines have tracking of their own, and
/// the farther off that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedUp {
    pub lines: Vec<Break>,
    pub cost: i64,
}

/// The least costly way to a place with so many lines.
#[derive(Debug, Clone, Copy)]
struct Reached {
    found: Found,
    cost: i64,
    /// Among the ways with a line less, the one that it goes on from.
    before: usize,
}

/// The paragraph with a line less than `lines`, which are its own, if there is a way on which all profiles agree.
#[must_use]
pub fn close_up(cells: &[Cell], measure: Measure, lines: &[Break]) -> Option<ClosedUp> {
    let setting = Setting { cells, measure, profiles: profiles(cells) };
    let mut layers: Vec<Vec<Reached>> = Vec::new();
    for own in lines.iter().take(lines.len().checked_sub(1)?) {
        let is_last = layers.len() + 2 == lines.len();
        let mut layer: BTreeMap<usize, Reached> = BTreeMap::new();
        let ways: Vec<Option<Reached>> = match layers.last() {
            Some(ways) => ways.iter().copied().map(Some).collect(),
            None => vec![None],
        };
        for (before, way) in ways.into_iter().enumerate() {
            for line in lines_behind(setting, way.map(|way| way.found)) {
                // A line that ends before the paragraph's own does gains nothing.
                let goes_on = line.end >= own.end && is_last == (line.end == cells.len());
                let cost = way.map_or(0, |way| way.cost) + cost(line, measure);
                if goes_on && layer.get(&line.end).is_none_or(|known| cost < known.cost) {
                    let found = Found::behind(way.map(|way| way.found), line);
                    layer.insert(line.end, Reached { found, cost, before });
                }
            }
        }
        layers.push(layer.into_values().collect());
    }
    way_through(&layers)
}

/// All lines behind one on whose ends the profiles agree.
fn lines_behind(setting: Setting, before: Option<Found>) -> impl Iterator<Item = Break> {
    let start = before.map_or(0, |before| before.line.end);
    setting.plain(start, before).into_iter().chain(setting.spaced(start, before))
}

fn cost(line: Break, measure: Measure) -> i64 {
    let off = i64::from(line.tracking.0 - measure.tracking.0);
    if off == 0 { 0 } else { SPACED + off * off }
}

/// The lines on the way to the one place that the last layer has.
fn way_through(layers: &[Vec<Reached>]) -> Option<ClosedUp> {
    let cost = layers.last()?.first()?.cost;
    let mut lines = Vec::with_capacity(layers.len());
    let mut at = 0;
    for layer in layers.iter().rev() {
        let reached = layer.get(at)?;
        lines.push(reached.found.line);
        at = reached.before;
    }
    lines.reverse();
    Some(ClosedUp { lines, cost })
}
