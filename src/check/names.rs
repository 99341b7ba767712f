//! The names that an office has registered, and where a text has one of them or nearly so.
//!
//! A name with one slip still has one of its parts whole: the parts of all names are looked for at once, and only
//! where one stands is the rest of the name compared.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::text::alike::alike;
use super::text::line::is_han;
use crate::record::catalogue::{FoundText, TextKind};
use crate::record::office::Office;
use crate::source::Span;

/// A registered name, or what is left of one in running text.
#[derive(Debug, Clone)]
pub struct Known {
    pub text: String,
    chars: Vec<char>,
    /// For each character, whether it is part of a word that many names have, such as 旅行社.
    common: Vec<bool>,
    /// Where it is registered.
    pub place: Span,
}

/// Every registered name of an office.
#[derive(Debug)]
pub struct Names {
    known: Vec<Known>,
    /// Finds whole names.
    whole: Option<AhoCorasick>,
    /// Finds parts of names.
    parts: Option<AhoCorasick>,
    /// For each part, the names that have it, and from which character on.
    owners: Vec<Vec<(usize, usize)>>,
}

/// A name that is not quite right.
#[derive(Debug, Clone)]
pub struct Near<'a> {
    pub known: &'a Known,
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// Whether it is a slip for sure, or may be somebody else's name.
    pub sure: bool,
}

/// Words that many names have: a wrong character in one is never another's name.
const COMMON: [&str; 64] = [
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "旅行社",
    "国际",
    "旅游",
    "市场",
    "监管",
    "综合",
    "调度",
    "指挥中心",
    "投诉",
    "平台",
    "管理",
    "委员会",
    "街道",
    "办事处",
    "景区",
    "公安",
    "分局",
    "文化",
    "交通",
    "运输",
    "应急",
    "卫生",
    "健康",
    "宣传部",
    "网信办",
    "发展和改革",
    "工业和信息化",
    "信息化",
    "人力资源",
    "社会保障",
    "住房",
    "城乡建设",
    "城市",
    "商务",
    "信访",
    "财政局",
    "司法局",
    "政务",
    "服务",
    "便民",
    "热线",
    "市长",
    "退换货",
    "处置",
    "秩序",
    "整治",
    "工作",
    "情况",
    "周报",
    "案件",
    "办理",
    "统计表",
    "购物",
    "场所",
    "团队",
    "领导",
    "责任",
    "制度",
    "客运",
    "酒店",
    "监督",
];

static COMMON_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(COMMON.into_iter()));

/// Alone, one of these for another makes another office: 市指挥中心, 区指挥中心.
const LEVELS: &str = "区市县州省镇乡村旗盟东西南北中";

/// Left out of a name, one of these makes another office of it, or a shorter name of the same: 文化旅游局.
const JOINING: &str = "和与及";

/// Firms whose full name is in the register may be called without these.
const LEGAL_FORMS: [&str; 4] = ["股份有限公司", "有限责任公司", "有限公司", "集团"];

const PROVINCES: [&str; 31] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
];

/// Whether slips in a name are looked for: not in those that are hardly more than a part of other names.
fn is_told_apart(name: &FoundText) -> bool {
    let is_short_title = name.key == "简称" && name.kind == TextKind::Title;
    !matches!(name.key, "行政区" | "标志") && !is_short_title
}

impl Names {
    #[must_use]
    pub fn of(office: &Office) -> Self {
        let written = office.printed_names().into_iter().filter(is_told_apart).map(|name| name.text);
        let mut names: Vec<(String, &Span)> = written.map(|name| (name.value.trim().to_owned(), &name.span)).collect();
        let places = places(office);
        let firms = office.firms.iter();
        names.extend(firms.flat_map(|firm| short_forms(&firm.name.value, &places).map(|form| (form, &firm.name.span))));
        Self::from_names(names)
    }

    fn from_names(names: Vec<(String, &Span)>) -> Self {
        let mut seen = HashSet::new();
        let known: Vec<Known> = names
            .into_iter()
            .filter(|(text, _)| (4..=60).contains(&text.chars().count()) && seen.insert(text.clone()))
            .map(|(text, place)| Known::new(text, place.clone()))
            .collect();
        let mut parts: Vec<String> = Vec::new();
        let mut owners: Vec<Vec<(usize, usize)>> = Vec::new();
        for (owner, name) in known.iter().enumerate() {
            for range in name.parts() {
                let part: String = name.chars[range.clone()].iter().collect();
                let at = parts.iter().position(|known| *known == part).unwrap_or_else(|| {
                    parts.push(part);
                    owners.push(Vec::new());
                    parts.len() - 1
                });
                owners[at].push((owner, range.start));
            }
        }
        Self {
            whole: finder(known.iter().map(|name| name.text.as_str())),
            parts: finder(parts.iter().map(String::as_str)),
            owners,
            known,
        }
    }

    /// Where registered names stand as they are registered.
    #[must_use]
    pub fn exact(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.whole.iter().flat_map(|whole| whole.find_overlapping_iter(text));
        found.map(|found| found.range()).collect()
    }

    /// Where a name stands that is nearly a registered one; `exact` is what [`Self::exact`] found.
    #[must_use]
    pub fn near(&self, text: &str, exact: &[Range<usize>]) -> Vec<Near<'_>> {
        let mut found: Vec<Near<'_>> = Vec::new();
        for part in self.parts.iter().flat_map(|parts| parts.find_overlapping_iter(text)) {
            for (owner, from) in &self.owners[part.pattern().as_usize()] {
                let known = &self.known[*owner];
                if let Some((place, slip, sure)) = known.around(text, part.range(), *from) {
                    let covered = exact.iter().any(|name| name.start <= slip.start && slip.end <= name.end);
                    if !covered {
                        found.push(Near { known, place, sure });
                    }
                }
            }
        }
        widest(found)
    }
}

/// Finds all of `words` at once; built once an office, and asked for every paragraph.
fn finder<'a>(words: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words).ok()
}

/// Of findings that overlap, the one that is surest; of those the longest.
fn widest(mut found: Vec<Near<'_>>) -> Vec<Near<'_>> {
    found.sort_by_key(|near| (!near.sure, std::cmp::Reverse(near.place.len()), near.place.start));
    let mut kept: Vec<Near<'_>> = Vec::new();
    for near in found {
        let apart = |other: &Near<'_>| near.place.end <= other.place.start || other.place.end <= near.place.start;
        if kept.iter().all(apart) {
            kept.push(near);
        }
    }
    kept.sort_by_key(|near| near.place.start);
    kept
}

/// Names of places that firms' names begin with, and that are left out in running text.
fn places(office: &Office) -> Vec<String> {
    let mut places: Vec<String> = PROVINCES.into_iter().map(str::to_owned).collect();
    let superior = office.superior.name.value.as_str();
    for name in [superior, office.district.value.as_str()] {
        if let Some((at, level)) = name.char_indices().skip(1).find(|(_, c)| "市州省区县".contains(*c)) {
            places.push(name[..at + level.len_utf8()].to_owned());
            places.push(name[..at].to_owned());
        }
    }
    places.sort_by_key(|place| std::cmp::Reverse(place.len()));
    places
}

/// What a firm is called in running text: without its legal form, without its place, and what its name ends with.
fn short_forms(name: &str, places: &[String]) -> impl Iterator<Item = String> {
    let bare = LEGAL_FORMS.iter().fold(name, |name, form| name.strip_suffix(form).unwrap_or(name));
    let core = places.iter().find_map(|place| bare.strip_prefix(place.as_str())).unwrap_or(bare);
    let chars: Vec<char> = bare.chars().collect();
    let own = COMMON.iter().all(|word| !bare.contains(word)) && bare == name && chars.len() >= 6;
    let tail = own.then(|| chars[chars.len() - 4..].iter().collect());
    let long = |form: &&str| form.chars().count() >= 5;
    [bare, core].into_iter().filter(long).map(str::to_owned).chain(tail).collect::<Vec<_>>().into_iter()
}

impl Known {
    pub fn new(text: String, place: Span) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut common = vec![false; chars.len()];
        for word in COMMON_WORDS.iter().flat_map(|words| words.find_overlapping_iter(&text)) {
            let start = text[..word.start()].chars().count();
            let length = text[word.range()].chars().count();
            common[start..start + length].fill(true);
        }
        Self { text, chars, common, place }
    }

    fn is_common(&self, index: usize) -> bool {
        self.common.get(index).is_some_and(|common| *common)
    }

    /// Three parts of a long name, the two ends of a short one: no single slip touches all of them.
    fn parts(&self) -> Vec<Range<usize>> {
        match self.chars.len() {
            0..=3 => Vec::new(),
            length @ 4..=5 => vec![0..2, length - 2..length],
            length => vec![0..length / 3, length / 3..length * 2 / 3, length * 2 / 3..length],
        }
    }

    /// The slips of this name in `text`, by looking for its parts one by one.
    pub fn near_in<'a>(&'a self, text: &str, exact: &[Range<usize>]) -> Vec<Near<'a>> {
        let mut found = Vec::new();
        for range in self.parts() {
            let part: String = self.chars[range.clone()].iter().collect();
            for (at, _) in text.match_indices(&part) {
                if let Some((place, slip, sure)) = self.around(text, at..at + part.len(), range.start)
                    && !exact.iter().any(|name| name.start <= slip.start && slip.end <= name.end)
                {
                    found.push(Near { known: self, place, sure });
                }
            }
        }
        widest(found)
    }

    /// The name with one slip around a part that stands at `part` and begins at the name's character `from`: its
    /// place, the slip's place, and whether it is sure to be one.
    fn around(&self, text: &str, part: Range<usize>, from: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
        let to = from + text[part.clone()].chars().count();
        let before = Side::compare(self.chars[..from].iter().rev().copied(), text[..part.start].chars().rev())?;
        let behind = Side::compare(self.chars[to..].iter().copied(), text[part.end..].chars())?;
        let place = part.start - before.length..part.end + behind.length;
        let last = self.chars.len() - 1;
        let judged = |slip: &Slip, backwards: bool| {
            let index = if backwards { from - 1 - slip.index } else { to + slip.index };
            self.judge(slip, index, last)
        };
        let at = |slip: &Slip, backwards: bool| {
            if backwards {
                part.start - slip.end..part.start - slip.start
            } else {
                part.end + slip.start..part.end + slip.end
            }
        };
        match (before.slips.as_slice(), behind.slips.as_slice()) {
            ([slip], []) => Some((place, at(slip, true), judged(slip, true)?)),
            ([], [slip]) => Some((place, at(slip, false), judged(slip, false)?)),
            ([one], [other]) if self.chars.len() >= 10 => {
                (one.is_alike() && other.is_alike()).then(|| (place, at(one, true), true))
            }
            ([one, other], []) if self.chars.len() >= 10 => {
                (one.is_alike() && other.is_alike()).then(|| (place, at(one, true), true))
            }
            ([], [one, other]) if self.chars.len() >= 10 => {
                (one.is_alike() && other.is_alike()).then(|| (place, at(one, false), true))
            }
            _ => None,
        }
    }

    /// Whether a slip at the name's character `index` is sure; `None` where it is none at all.
    fn judge(&self, slip: &Slip, index: usize, last: usize) -> Option<bool> {
        let length = self.chars.len();
        let edge = index == 0 || index == last;
        let common = self.is_common(index);
        let is_firm = self.text.ends_with("公司");
        match slip.kind {
            SlipKind::Other(wanted, typed) => {
                if !is_han(wanted) || !is_han(typed) || (LEVELS.contains(wanted) && LEVELS.contains(typed)) {
                    None
                } else if alike(wanted, typed) {
                    Some(true)
                } else if length < 5 || edge {
                    None
                } else if common && is_firm {
                    Some(true)
                } else {
                    // 监管周报 and 监管简报, 公安分局 and 公安支局 may both be.
                    (common || length >= 7).then_some(false)
                }
            }
            SlipKind::Swapped(one, other) => {
                let both = |is: fn(char) -> bool| is(one) && is(other);
                (length >= 5 && (both(is_han) || both(|c| c.is_ascii_digit())) && one != other).then_some(true)
            }
            SlipKind::Missing(wanted) => {
                if length < 6 || edge || !is_han(wanted) || (LEVELS.contains(wanted) && !is_firm) {
                    None
                } else {
                    Some((common || length >= 7) && !JOINING.contains(wanted))
                }
            }
            SlipKind::Extra(typed, doubled) => {
                if length < 5 || !is_han(typed) || (LEVELS.contains(typed) && !is_firm && !doubled) {
                    return None;
                }
                let inside = common && index > 0 && self.is_common(index - 1) && index <= last;
                if doubled || inside { Some(true) } else { (length >= 8).then_some(false) }
            }
        }
    }
}

/// One difference between a name and a text.
#[derive(Debug)]
struct Slip {
    kind: SlipKind,
    /// The name's character, counted from the part outwards.
    index: usize,
    /// The text's bytes, counted from the part outwards.
    start: usize,
    end: usize,
}

#[derive(Debug, Clone, Copy)]
enum SlipKind {
    /// The character that is wanted, and the one that is typed.
    Other(char, char),
    Missing(char),
    /// What is typed too much, and whether it stands beside the same character.
    Extra(char, bool),
    Swapped(char, char),
}

impl Slip {
    fn is_alike(&self) -> bool {
        matches!(self.kind, SlipKind::Other(wanted, typed) if alike(wanted, typed))
    }
}

/// One side of a part: how many bytes of the text belong to the name, and the slips in them.
struct Side {
    length: usize,
    slips: Vec<Slip>,
}

impl Side {
    /// Compares outwards from the part; `None` where no name is.
    fn compare(name: impl Iterator<Item = char> + Clone, text: impl Iterator<Item = char> + Clone) -> Option<Self> {
        // Most places are no name's: that must be seen without copying anything.
        let mut wanted = name.clone();
        let mut typed = text.clone();
        let mut length = 0;
        let (first, other) = loop {
            let Some(c) = wanted.next() else { return Some(Self { length, slips: Vec::new() }) };
            let other = typed.next()?;
            if c != other {
                break (c, other);
            }
            length += c.len_utf8();
        };
        if let Some(second) = wanted.next() {
            let behind = typed.next();
            if behind != Some(second) && behind != Some(first) && other != second {
                return None;
            }
        }
        let name: Vec<char> = name.collect();
        let text: Vec<char> = text.take(name.len() + 1).collect();
        let same = name.iter().zip(&text).take_while(|(one, other)| one == other).count();
        let bytes = |to: usize| text[..to].iter().map(|c| c.len_utf8()).sum::<usize>();
        let typed = *text.get(same)?;
        let wanted = name[same];
        let rest = &name[same + 1..];
        let fits = |from: usize, rest: &[char]| text.get(from..from + rest.len()).is_some_and(|text| text == rest);
        let side = |kind, from: usize, rest: &[char], end: usize| Self {
            length: bytes(from + rest.len()),
            slips: vec![Slip { kind, index: same, start: bytes(same), end: bytes(end) }],
        };
        if fits(same + 1, rest) {
            return Some(side(SlipKind::Other(wanted, typed), same + 1, rest, same + 1));
        }
        if let [second, behind @ ..] = rest
            && typed == *second
            && text.get(same + 1) == Some(&wanted)
            && fits(same + 2, behind)
        {
            return Some(side(SlipKind::Swapped(wanted, typed), same + 2, behind, same + 2));
        }
        if !rest.is_empty() && fits(same, rest) {
            return Some(side(SlipKind::Missing(wanted), same, rest, same));
        }
        if fits(same + 1, &name[same..]) {
            let doubled = wanted == typed || same.checked_sub(1).is_some_and(|before| name[before] == typed);
            return Some(side(SlipKind::Extra(typed, doubled), same + 1, &name[same..], same + 1));
        }
        let second = (same + 1..name.len()).find(|at| text.get(*at) != Some(&name[*at]))?;
        let other = *text.get(second)?;
        fits(second + 1, &name[second + 1..]).then(|| Self {
            length: bytes(name.len()),
            slips: vec![
                Slip { kind: SlipKind::Other(wanted, typed), index: same, start: bytes(same), end: bytes(same + 1) },
                Slip {
                    kind: SlipKind::Other(name[second], other),
                    index: second,
                    start: bytes(second),
                    end: bytes(second + 1),
                },
            ],
        })
    }
}
