//! The title's lines (7.3.1): 梯形 or 菱形, with what belongs together on one line.

mod costs;
mod places;
mod words;

use super::breaking::measure::{Cell, natural_width};
use super::unit::Twip;
use costs::{Keeping, costs};
use places::places;

/// The widest gap that a word processor sets between Han and Latin, in em.
const GAP: f64 = 0.25;
/// How much a line of a shape is longer or shorter than its neighbour, in em.
const STEP: f64 = 1.0;
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

/// The same where the writer ends lines at `given`, in order; what stands between is broken where it is too long.
pub fn lines_between(given: &[usize], cells: &[Cell], em: Twip, limit: Twip, names: &[String]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    for end in given.iter().copied().chain([cells.len()]) {
        let stretch = cells.get(start..end).unwrap_or_default();
        ends.extend(lines(stretch, em, limit, names).into_iter().map(|end| start + end));
        start = end;
    }
    ends
}

/// The ends of the title's lines, as indices into `cells`. No line is wider than `limit`; `names` are kept whole.
pub fn lines(cells: &[Cell], em: Twip, limit: Twip, names: &[String]) -> Vec<usize> {
    let total = natural_width(cells, em, GAP).twip();
    if total <= limit {
        return vec![cells.len()];
    }
    let fewest = usize::try_from(total.0.div_euclid(limit.0.max(1))).unwrap_or(0) + 1;
    let line = usize::try_from(limit.0.div_euclid(em.0.max(1))).unwrap_or(0);
    let places = places(cells, names, line);
    let setting = Setting::new(cells, em, limit);
    for keeping in Keeping::ALL {
        let breaks = costs(cells, &places, keeping);
        for count in fewest..=fewest * 2 {
            let shaped = Shape::ALL.iter().filter_map(|shape| setting.best(&breaks, *shape, count));
            if let Some((_, ends)) = shaped.min_by(|a, b| a.0.total_cmp(&b.0)) {
                return ends;
            }
        }
    }
    vec![cells.len()]
}

/// The title's type and room.
struct Setting {
    /// In em, before each cell and behind the last.
    reach: Vec<f64>,
    limit: f64,
}

impl Setting {
    fn new(cells: &[Cell], em: Twip, limit: Twip) -> Self {
        let reach = (0..=cells.len()).map(|end| natural_width(cells.get(..end).unwrap_or_default(), em, GAP).in_em(em));
        Self { reach: reach.collect(), limit: f64::from(limit.0) / f64::from(em.0) }
    }

    /// The `count` lines nearest to a shape, and how far from it they are: the sum of the squares, in em.
    fn best(&self, breaks: &[Option<f64>], shape: Shape, count: usize) -> Option<(f64, Vec<usize>)> {
        let last = self.reach.len() - 1;
        #[expect(clippy::cast_precision_loss, reason = "a title has few lines")]
        let mean = self.reach.last()? / count as f64;
        // For each end, the cheapest way to set the text before it in the lines so far, and where the last of them
        // begins.
        let mut ways = vec![vec![None; last + 1]];
        ways[0][0] = Some((0.0, 0));
        for line in 0..count {
            let target = mean + shape.offset(line, count);
            let mut next: Vec<Option<(f64, usize)>> = vec![None; last + 1];
            for (start, way) in ways.last()?.iter().enumerate() {
                let Some((cost, _)) = way else { continue };
                for (end, best) in next.iter_mut().enumerate().skip(start + 1) {
                    let width = self.reach[end] - self.reach[start];
                    if width > self.limit {
                        break;
                    }
                    let broken = breaks.get(end).copied().flatten();
                    let Some(price) = (if end == last { Some(0.0) } else { broken }) else { continue };
                    let off = width - target;
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
        let mut end = last;
        for way in ways.iter().skip(1).rev() {
            ends.push(end);
            end = (*way.get(end)?)?.1;
        }
        ends.reverse();
        Some((cost, ends))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{Fonts, Role};
    use super::super::page;
    use super::*;
    use crate::layout::breaking::measure::cells;

    fn shaped(text: &str, names: &[&str]) -> Vec<String> {
        let fonts = Fonts::find(None).expect("make fonts");
        let em = page::TITLE_SIZE.twip();
        let cells = cells(text.chars(), em, |c| fonts.measure(Role::XiaoBiaoSong, c).expect("a common character"));
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut start = 0;
        let mut shaped = Vec::new();
        for end in lines(&cells, em, page::TEXT_WIDTH.pt().twip(), &names) {
            shaped.push(cells[start..end].iter().map(|cell| cell.character).collect());
            start = end;
        }
        shaped
    }

    #[test]
    fn no_line_tears_a_word_a_name_or_a_title() {
        let office = "盘龙区旅游市场监管综合调度指挥中心";
        assert_eq!(
            shaped(&format!("{office}关于《涉旅信息通报单》（6号）办理情况的报告"), &[office]),
            // 关于 would stand better on the second line, which has no room for it.
            [&format!("{office}关于"), "《涉旅信息通报单》（6号）办理情况的报告"]
        );
        assert_eq!(
            shaped("昆明市人民政府关于进一步加强旅游市场综合监管工作的通知", &[]),
            ["昆明市人民政府关于进一步加强", "旅游市场综合监管工作的通知"]
        );
    }
}
