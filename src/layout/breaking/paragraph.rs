//! A paragraph's lines: the first way that comes to hand where it is a good one, else the cheapest of many.
//!
//! At the paragraph's own tracking a line has at most one end on which all profiles agree. As long as there is one,
//! line follows line. Where there is none, a few lines before are taken back, and the cheapest way on is looked for
//! among all trackings of the lines around (Dijkstra's algorithm, over the places where a line may begin).

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::line::{Found, Setting};
use super::measure::Cell;
use super::{Break, Measure};

/// How many lines are taken back where one has no plain end, and how many are looked at beyond it.
const BACK: usize = 8;
const AHEAD: usize = 4;
/// What a line costs on whose end the profiles stay apart, and one with tracking of its own; besides, the square of how
/// far the tracking is off, in twips.
const FRAGILE: i64 = 40_000;
const SPACED: i64 = 1_000;

pub fn lock(cells: &[Cell], measure: Measure) -> Vec<Break> {
    let setting = Setting { cells, measure };
    let mut lines: Vec<Found> = Vec::new();
    loop {
        let before = lines.last().copied();
        let start = before.map_or(0, |before| before.line.end);
        if start >= cells.len() {
            return lines.into_iter().map(|found| found.line).collect();
        }
        if let Some(line) = setting.plain(start, before) {
            lines.push(Found { start, line });
        } else {
            lines.truncate(lines.len().saturating_sub(BACK));
            let way = Search::new(setting, lines.last().copied()).beyond(start);
            lines.extend(way);
        }
    }
}

/// What to do next, and at which cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Take a line, the one of that number.
    Take(usize),
    /// Try lines with trackings of their own from a place that has been reached.
    Space(usize),
    /// Give up on the agreement of the profiles there.
    GiveUp(usize),
}

/// A line on one of the ways, and the line before it there.
#[derive(Debug, Clone, Copy)]
struct Link {
    found: Found,
    before: Option<usize>,
    /// Lines up to here.
    depth: usize,
}

struct Search<'a> {
    setting: Setting<'a>,
    /// The line before all ways.
    origin: Option<Found>,
    links: Vec<Link>,
    /// By which line a place was reached at the least cost.
    reached: HashMap<usize, Option<usize>>,
    steps: BinaryHeap<Reverse<(i64, Step)>>,
}

impl<'a> Search<'a> {
    fn new(setting: Setting<'a>, origin: Option<Found>) -> Self {
        Self { setting, origin, links: Vec::new(), reached: HashMap::new(), steps: BinaryHeap::new() }
    }

    /// The cheapest way to a place well beyond `trouble`.
    fn beyond(mut self, trouble: usize) -> Vec<Found> {
        let start = self.origin.map_or(0, |origin| origin.line.end);
        self.arrive(0, start, None);
        while let Some(Reverse((cost, step))) = self.steps.pop() {
            match step {
                Step::Take(link) => {
                    let Link { found, depth, .. } = self.links[link];
                    let end = found.line.end;
                    if end >= self.setting.cells.len() || (end > trouble && depth > BACK + AHEAD) {
                        return self.way(link);
                    }
                    self.arrive(cost, end, Some(link));
                }
                Step::Space(start) => {
                    let link = self.reached.get(&start).copied().flatten();
                    for line in self.setting.spaced(start, self.found(link)) {
                        let off = i64::from(line.tracking.0 - self.setting.measure.tracking.0);
                        self.offer(cost + off * off, Found { start, line }, link);
                    }
                    self.steps.push(Reverse((cost - SPACED + FRAGILE, Step::GiveUp(start))));
                }
                Step::GiveUp(start) => {
                    let link = self.reached.get(&start).copied().flatten();
                    self.offer(cost, Found { start, line: self.setting.fragile(start) }, link);
                }
            }
        }
        Vec::new()
    }

    fn found(&self, link: Option<usize>) -> Option<Found> {
        link.map_or(self.origin, |link| self.links.get(link).map(|link| link.found))
    }

    fn arrive(&mut self, cost: i64, start: usize, link: Option<usize>) {
        if self.reached.contains_key(&start) {
            return;
        }
        self.reached.insert(start, link);
        if let Some(line) = self.setting.plain(start, self.found(link)) {
            self.offer(cost, Found { start, line }, link);
        }
        self.steps.push(Reverse((cost + SPACED, Step::Space(start))));
    }

    fn offer(&mut self, cost: i64, found: Found, before: Option<usize>) {
        let depth = before.and_then(|link| self.links.get(link)).map_or(0, |link| link.depth) + 1;
        self.steps.push(Reverse((cost, Step::Take(self.links.len()))));
        self.links.push(Link { found, before, depth });
    }

    /// The lines up to a link, from the first.
    fn way(&self, link: usize) -> Vec<Found> {
        let links = std::iter::successors(self.links.get(link), |link| link.before.and_then(|link| self.links.get(link)));
        let mut way: Vec<_> = links.map(|link| link.found).collect();
        way.reverse();
        way
    }
}
