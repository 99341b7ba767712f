//! The title's lines (7.3.1): 梯形 or 菱形, with what belongs together on one line.

use super::breaking::character::{is_closer, is_opener};
use super::breaking::measure::{Cell, natural_width};
use super::page;
use super::unit::Twip;

/// The widest gap that a word processor sets between Han and Latin, in em.
const GAP: f64 = 0.25;
/// How much a line of a shape is longer or shorter than its neighbour, in em.
const STEP: f64 = 1.0;
/// What a break costs that stands at no mark and before no 关于, in square em.
const PLAIN_BREAK: f64 = 1.0;

/// How the lines' lengths follow each other.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// 梯形, the first line longest.
    Narrowing,
    /// 梯形, the last line longest.
    Widening,
    /// 菱形, the middle longest.
    Rhombus,
}

impl Shape {
    const ALL: [Self; 3] = [Self::Narrowing, Self::Widening, Self::Rhombus];

    /// How much line `at` of `lines` is longer than the mean, in em.
    #[expect(clippy::cast_precision_loss, reason = "a title has few lines")]
    fn offset(self, at: usize, lines: usize) -> f64 {
        let middle = (lines as f64 - 1.0) / 2.0;
        let from_middle = at as f64 - middle;
        match self {
            Self::Narrowing => -from_middle * STEP,
            Self::Widening => from_middle * STEP,
            Self::Rhombus => (middle / 2.0 - from_middle.abs()) * STEP,
        }
    }
}

/// How strictly things are kept together; each is tried where the one before finds no lines that fit.
#[derive(Debug, Clone, Copy)]
enum Keeping {
    /// What stands in brackets or quotation marks, and numbers with what they count.
    Phrases,
    /// Only what may not be parted in any text.
    Marks,
    Nothing,
}

/// The ends of the title's lines, as indices into `cells`.
pub fn lines(cells: &[Cell], em: Twip) -> Vec<usize> {
    let limit = page::TEXT_WIDTH.pt().twip();
    let total = natural_width(cells, em, GAP).twip();
    if total <= limit {
        return vec![cells.len()];
    }
    let fewest = usize::try_from(total.0.div_euclid(limit.0.max(1))).unwrap_or(0) + 1;
    for keeping in [Keeping::Phrases, Keeping::Marks, Keeping::Nothing] {
        let breaks = possible_breaks(cells, keeping);
        for count in fewest..=fewest * 2 {
            let shaped = Shape::ALL.iter().filter_map(|shape| best(cells, em, &breaks, *shape, count));
            if let Some((_, ends)) = shaped.min_by(|a, b| a.0.total_cmp(&b.0)) {
                return ends;
            }
        }
    }
    vec![cells.len()]
}

/// The cost of a break before each cell, `None` where there may be none.
fn possible_breaks(cells: &[Cell], keeping: Keeping) -> Vec<Option<f64>> {
    let mut depth = 0_i32;
    let mut costs = Vec::with_capacity(cells.len());
    for (at, cell) in cells.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| cells.get(before)).map(|cell| cell.character);
        let allowed = match keeping {
            Keeping::Phrases => depth == 0 && cell.breaks_everywhere && !cell.has_gap,
            Keeping::Marks => cell.breaks_everywhere,
            Keeping::Nothing => at > 0,
        };
        let after_mark = before.is_some_and(|before| is_closer(before) || "、，；：和及的".contains(before));
        let before_about = cell.character == '关' && cells.get(at + 1).is_some_and(|next| next.character == '于');
        let cost = if after_mark || before_about || is_opener(cell.character) { 0.0 } else { PLAIN_BREAK };
        costs.push(allowed.then_some(cost));
        if is_opener(cell.character) {
            depth += 1;
        } else if is_closer(cell.character) {
            depth = (depth - 1).max(0);
        }
    }
    costs
}

/// The `count` lines nearest to a shape, and how far from it they are: the sum of the squares, in em.
fn best(cells: &[Cell], em: Twip, breaks: &[Option<f64>], shape: Shape, count: usize) -> Option<(f64, Vec<usize>)> {
    let limit = page::TEXT_WIDTH.pt().twip();
    #[expect(clippy::cast_precision_loss, reason = "a title has few lines")]
    let mean = natural_width(cells, em, GAP).in_em(em) / count as f64;
    // For each end, the cheapest way to set the text before it in the lines so far, and where the last of them begins.
    let mut ways = vec![vec![None; cells.len() + 1]];
    ways[0][0] = Some((0.0, 0));
    for line in 0..count {
        let target = mean + shape.offset(line, count);
        let mut next: Vec<Option<(f64, usize)>> = vec![None; cells.len() + 1];
        for (start, way) in ways.last()?.iter().enumerate() {
            let Some((cost, _)) = way else { continue };
            for (end, best) in next.iter_mut().enumerate().skip(start + 1) {
                let width = natural_width(cells.get(start..end)?, em, GAP);
                if width.twip() > limit {
                    break;
                }
                let price = if end == cells.len() { Some(0.0) } else { breaks.get(end).copied().flatten() };
                let Some(price) = price else { continue };
                let off = width.in_em(em) - target;
                let cost = cost + price + off * off;
                if best.is_none_or(|(least, _)| cost < least) {
                    *best = Some((cost, start));
                }
            }
        }
        ways.push(next);
    }
    let (cost, _) = (*ways.last()?.last()?)?;
    let mut ends = Vec::new();
    let mut end = cells.len();
    for way in ways.iter().skip(1).rev() {
        ends.push(end);
        end = (*way.get(end)?)?.1;
    }
    ends.reverse();
    Some((cost, ends))
}
