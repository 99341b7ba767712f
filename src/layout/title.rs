//! The title's lines (7.3.1): 梯形 or 菱形, with what belongs together on one line.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use super::breaking::character::{is_closer, is_opener};
use super::breaking::measure::{Cell, natural_width};
use super::unit::Twip;

/// The widest gap that a word processor sets between Han and Latin, in em.
const GAP: f64 = 0.25;
/// How much a line of a shape is longer or shorter than its neighbour, in em.
const STEP: f64 = 1.0;
/// What a break costs that stands at no mark and before no 关于, in square em.
const PLAIN_BREAK: f64 = 1.0;
/// So many characters before and after a · belong to the name that it parts.
const NAME: usize = 4;

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
    /// Words, the office's names, and what stands in brackets or quotation marks.
    Phrases,
    /// Words, names and what is quoted.
    Quotes,
    /// Words and names.
    Names,
    Words,
    /// Only what may not be parted in any text.
    Marks,
    Nothing,
}

impl Keeping {
    const ALL: [Self; 6] = [Self::Phrases, Self::Quotes, Self::Names, Self::Words, Self::Marks, Self::Nothing];
}

/// The ends of the title's lines, as indices into `cells`. No line is wider than `limit`; `names` are kept whole.
pub fn lines(cells: &[Cell], em: Twip, limit: Twip, names: &[String]) -> Vec<usize> {
    let total = natural_width(cells, em, GAP).twip();
    if total <= limit {
        return vec![cells.len()];
    }
    let fewest = usize::try_from(total.0.div_euclid(limit.0.max(1))).unwrap_or(0) + 1;
    let places = places(cells, names);
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

/// What stands around a place between two characters.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Place {
    in_word: bool,
    in_name: bool,
    in_brackets: bool,
    /// Within “ ” or ‘ ’, which name one thing.
    in_quotes: bool,
}

/// For each cell, the place before it.
fn places(cells: &[Cell], names: &[String]) -> Vec<Place> {
    let text: String = cells.iter().map(|cell| cell.character).collect();
    let mut places = vec![Place { in_word: true, ..Place::default() }; cells.len()];
    let index: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    let at = |byte: usize| index.binary_search(&byte).ok();
    for boundary in words(&text) {
        if let Some(place) = at(boundary).and_then(|at| places.get_mut(at)) {
            place.in_word = false;
        }
    }
    for name in names.iter().filter(|name| !name.is_empty()) {
        for (start, found) in text.match_indices(name.as_str()) {
            let inside = found.char_indices().skip(1).filter_map(|(byte, _)| at(start + byte));
            inside.for_each(|at| places[at].in_name = true);
        }
    }
    // 阿卜杜拉·买买提: what stands around · is a name that no dictionary has.
    for at in cells.iter().enumerate().filter(|(_, cell)| cell.character == '·').map(|(at, _)| at) {
        let inside = at.saturating_sub(NAME - 1)..(at + NAME).min(cells.len());
        for place in &mut places[inside] {
            place.in_word = true;
        }
    }
    let mut depth = 0_i32;
    let mut quotes = 0_i32;
    for (place, cell) in places.iter_mut().zip(cells) {
        place.in_brackets = depth > 0;
        place.in_quotes = quotes > 0;
        match cell.character {
            '“' | '‘' => quotes += 1,
            '”' | '’' => quotes = (quotes - 1).max(0),
            _ => {}
        }
        if is_opener(cell.character) {
            depth += 1;
        } else if is_closer(cell.character) {
            depth = (depth - 1).max(0);
        }
    }
    places
}

/// Where words begin and end, in bytes: by the dictionary of ICU.
fn words(text: &str) -> Vec<usize> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(text).collect()
}

/// The cost of a break before each cell, in square em, `None` where there may be none.
fn costs(cells: &[Cell], places: &[Place], keeping: Keeping) -> Vec<Option<f64>> {
    let character = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or(' ', |cell| cell.character);
    let cost = |at: usize| {
        let (before, after) = (character(at.checked_sub(1)), character(Some(at)));
        let is_about = |at: Option<usize>| character(at) == '关' && character(at.map(|at| at + 1)) == '于';
        match (before, after) {
            _ if is_about(Some(at)) => 0.0,
            _ if is_about(at.checked_sub(2)) => 4.0,
            (_, '的' | '等' | '和' | '及' | '与') => 9.0,
            // A number in brackets belongs to the name before it.
            ('》' | '”', '（' | '〔') => 40.0,
            (before, _) if is_closer(before) || "、，；：和及与的".contains(before) => 0.0,
            (_, after) if is_opener(after) => 0.0,
            _ => PLAIN_BREAK,
        }
    };
    let allowed = |at: usize, cell: &Cell, place: &Place| match keeping {
        _ if at == 0 => false,
        Keeping::Nothing => true,
        Keeping::Marks => cell.breaks_everywhere,
        _ if !cell.breaks_everywhere || cell.has_gap || place.in_word => false,
        Keeping::Words => true,
        Keeping::Quotes => !place.in_name && !place.in_quotes,
        Keeping::Names => !place.in_name,
        Keeping::Phrases => !place.in_name && !place.in_brackets,
    };
    cells.iter().zip(places).enumerate().map(|(at, (cell, place))| allowed(at, cell, place).then(|| cost(at))).collect()
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
                    let price = if end == last { Some(0.0) } else { breaks.get(end).copied().flatten() };
                    let Some(price) = price else { continue };
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
        let measure = |c| fonts.measure(Role::XiaoBiaoSong, c).unwrap_or((fonts.role(Role::XiaoBiaoSong), 1.0));
        let cells = cells(text.chars(), em, measure);
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut start = 0;
        let ends = lines(&cells, em, page::TEXT_WIDTH.pt().twip(), &names);
        let told = ends.into_iter().map(|end| {
            let line = cells[start..end].iter().map(|cell| cell.character).collect();
            start = end;
            line
        });
        told.collect()
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
