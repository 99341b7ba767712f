//! A paragraph's lines: the first way that comes to hand where it is a good one, else the cheapest of many.
//!
//! At the paragraph's own tracking a line has at most one end on which all profiles agree. As long as there is one,
//! line follows line. Where there is none, a few lines before are taken back, and the cheapest way on is looked for
//! among all trackings of the lines around (Dijkstra's algorithm, over the places where a line may begin).

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::line::{Found, Setting};
use super::measure::Cell;
use super::profile::profiles;
use super::terms::{Break, Measure};

/// How many lines are taken back where one has no plain end, and how many are looked at beyond it.
const BACK: usize = 20;
const AHEAD: usize = 16;
/// What a line costs on whose end the profiles stay apart, and one with tracking of its own; besides, the square of how
/// far the tracking is off, in twips.
const FRAGILE: i64 = 40_000;
pub(super) const SPACED: i64 = 1_000;

pub fn lock(cells: &[Cell], measure: Measure) -> Vec<Break> {
    let setting = Setting { cells, measure, profiles: profiles(cells) };
    let mut lines: Vec<Found> = Vec::new();
    loop {
        let before = lines.last().copied();
        let start = before.map_or(0, |before| before.line.end);
        if start >= cells.len() {
            return hold(setting, lines);
        }
        if let Some(line) = setting.plain(start, before) {
            lines.push(Found::behind(before, line));
        } else {
            lines.truncate(lines.len().saturating_sub(BACK));
            let way = Search::new(setting, lines.last().copied()).beyond(start);
            lines.extend(way);
        }
    }
}

/// The lines, with those fragile too that would take in a fragile line behind them if a break ended that.
fn hold(setting: Setting, lines: Vec<Found>) -> Vec<Break> {
    let mut held: Option<Break> = None;
    let mut breaks = Vec::with_capacity(lines.len());
    for found in lines.into_iter().rev() {
        let holds = held.is_none_or(|held| !held.fragile || setting.holds_before(found, held));
        let line = Break { fragile: found.line.fragile || !holds, ..found.line };
        held = Some(line);
        breaks.push(line);
    }
    breaks.reverse();
    breaks
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
                        self.offer(cost + off * off, line, link);
                    }
                    self.steps.push(Reverse((cost - SPACED + FRAGILE, Step::GiveUp(start))));
                }
                Step::GiveUp(start) => {
                    let link = self.reached.get(&start).copied().flatten();
                    self.offer(cost, self.setting.fragile(start), link);
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
            self.offer(cost, line, link);
        }
        self.steps.push(Reverse((cost + SPACED, Step::Space(start))));
    }

    fn offer(&mut self, cost: i64, line: Break, before: Option<usize>) {
        let found = Found::behind(self.found(before), line);
        let depth = before.and_then(|link| self.links.get(link)).map_or(0, |link| link.depth) + 1;
        self.steps.push(Reverse((cost, Step::Take(self.links.len()))));
        self.links.push(Link { found, before, depth });
    }

    /// The lines up to a link, from the first.
    fn way(&self, link: usize) -> Vec<Found> {
        let links =
            std::iter::successors(self.links.get(link), |link| link.before.and_then(|link| self.links.get(link)));
        let mut way: Vec<_> = links.map(|link| link.found).collect();
        way.reverse();
        way
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::fonts::{Advances, FaceId};
    use super::super::super::unit::Twip;
    use super::super::line::FARTHEST;
    use super::super::measure::cells;
    use super::super::profile::{Trial, profiles};
    use super::*;

    /// Widths like those of a Fangsong: narrow for Western characters, full for all others.
    fn measured(text: &str) -> Vec<Cell> {
        cells(text.chars(), Twip(320), |character| {
            let width = match character {
                'i' | 'l' | '.' | ',' | '/' => 0.28,
                'm' | 'w' | '%' | 'A'..='Z' => 0.8,
                '\0'..='\u{ff}' => 0.5,
                _ => 1.0,
            };
            let named = if character.is_ascii() { 0.5 } else { width };
            Advances { face: FaceId::default(), found: width, named }
        })
    }

    fn phrase() -> impl Strategy<Value = String> {
        prop_oneof![
            6 => "[盘龙区旅游市场监管综合调度指挥中心]{1,9}",
            2 => "[，。；：、！？]",
            2 => "《[关于通知情况]{1,6}》|（[一二三0-9]{1,4}）|“[零申报]{2}”|盘——|盘……",
            2 => "[0-9]{1,6}|[0-9]{1,2}\\.[0-9]{2}%|[A-Za-z]{1,12}|℃|①|㎡|买·买",
            1 => "https://[a-z/.]{1,40}|[a-z]{60,90}|[a-z]{2,8}@[a-z.]{4,12}",
            1 => "[ \u{3000}]{1,2}|[a-z]{1,9} [a-z]{1,9}|[a-z]{2,5}-[a-z]{2,5}",
        ]
    }

    fn measures() -> impl Strategy<Value = Measure> {
        (1200..8844_i32, -900..700_i32, -8..3_i32).prop_map(|(width, first, tracking)| Measure {
            em: Twip(320),
            width: Twip(width),

            first: Twip(first),
            tracking: Twip(tracking),
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn lines_follow_each_other_to_the_end(
            phrases in prop::collection::vec(phrase(), 1..40),
            measure in measures(),
        ) {
            let cells = measured(&phrases.concat());
            let lines = lock(&cells, measure);
            prop_assert!(lines.windows(2).all(|pair| pair[0].end < pair[1].end));
            prop_assert!(lines.first().is_some_and(|line| line.end > 0));
            prop_assert_eq!(lines.last().map(|line| line.end), Some(cells.len()));
            prop_assert!(lines.iter().all(|line| (line.tracking.0 - measure.tracking.0).abs() <= FARTHEST));
        }

        #[test]
        fn marks_stand_where_the_standard_wants_them(phrases in prop::collection::vec(phrase(), 1..40)) {
            let cells = measured(&phrases.concat());
            let measure = Measure { em: Twip(320), width: Twip(8844), first: Twip(630), tracking: Twip(-5) };
            for line in lock(&cells, measure) {
                let Some(next) = cells.get(line.end) else { continue };
                let last = cells[line.end - 1].character;
                prop_assert!(next.breaks.national, "{} is torn", last);
                prop_assert!(!"，。；：、！？）》”".contains(next.character), "{} begins a line", next.character);
                prop_assert!(!"（《“".contains(last), "{} ends a line", last);
            }
        }

        #[test]
        fn all_profiles_break_a_locked_line_alike_whatever_its_neighbours_are(
            phrases in prop::collection::vec(phrase(), 1..40),
            measure in measures(),
        ) {
            let cells = measured(&phrases.concat());
            let lines = lock(&cells, measure);
            let mut start = 0;
            for (at, line) in lines.iter().enumerate() {
                let after = lines.get(at + 1).map_or(measure.tracking, |next| next.tracking);
                let left = if start == 0 { measure.first } else { Twip(0) };
                let held = at > 0 && lines[at - 1].fragile;
                let trial = Trial { start, end: line.end, left, tracking: line.tracking, after, slack: Twip(0), held };
                for profile in profiles(&cells).iter().filter(|_| !line.fragile) {
                    prop_assert_eq!(profile.line_end(&cells, measure, trial), line.end, "{:?}", profile);
                }
                start = line.end;
            }
        }
    }
}
