//! The figures of a week, and of which of them a number in a section is said.

use std::cmp::Reverse;
use std::ops::Range;

use super::elsewhere::is_elsewhere;
use super::figure::{Scope, WeekFigure};
use super::of_week::figures_of_week;
use crate::check::text::line::Line;
use crate::record::office::{Office, Platform};
use crate::record::text::Text;
use crate::record::week::Week;

/// The week's figures.
#[derive(Default)]
pub struct WeekFigures<'a> {
    all: Vec<WeekFigure<'a>>,
    /// The names of the only platform that measures times.
    timed: Vec<&'a str>,
    /// What narrows a sentence to a part of the week's matters.
    narrowing: Vec<&'a str>,
    /// By what the week is called in its own papers.
    period: &'static [&'static str],
    /// What the office, its district and its platforms are called, the longest first.
    own: Vec<&'a str>,
}

/// Sentences with one of these speak of other days, or of a part.
const OTHER: [&str; 42] = [
    "上周", "累计", "今年", "全年", "上月", "本月", "当月", "去年", "同比", "截至", "以来", "上年", "年内", "环比",
    "较", "近期", "当日", "当天", "每", "此前", "曾", "半年", "季度", "月份", "期间", "假期", "春节", "国庆", "清明",
    "五一", "端午", "中秋", "昨", "今日", "次日", "前期", "往年", "历年", "至今", "分别", "剩余", "另有",
];

impl<'a> WeekFigures<'a> {
    pub fn new(office: &'a Office, week: &'a Week) -> Self {
        // Nobody states figures where there are no sections.
        if week.sections.is_empty() {
            return Self::default();
        }
        let platforms: Vec<&str> = office.platforms.iter().flat_map(names_of).collect();
        let mut narrowing: Vec<&str> = Vec::new();
        for firm in &office.firms {
            narrowing.extend(std::iter::once(&firm.name).chain(&firm.short).map(text));
        }
        narrowing.extend(office.members.iter().map(text));
        narrowing.extend(&platforms);
        let mut own: Vec<&str> = Vec::new();
        own.extend([&office.name, &office.short, &office.self_name, &office.district].map(text));
        own.push(text(&office.weekly_name));
        own.extend(&platforms);
        own.retain(|name| !name.is_empty());
        own.sort_unstable_by_key(|name| Reverse(name.len()));
        let period = week.period.value.days().own_words();
        Self { all: figures_of_week(office, week), timed: only_timed_platform(office), narrowing, period, own }
    }

    /// The figure that the number at `run` is said of.
    pub fn figure_at(&self, line: &Line, run: &Range<usize>) -> Option<&WeekFigure<'a>> {
        if matches!(line.before(run.start), '.' | '-' | ',') {
            return None;
        }
        let figure = self.all.iter().find(|figure| figure.fits(line, run))?;
        let sentence = line.text(line.sentence(run.start).start..run.end);
        (!self.is_narrowed(figure.scope, sentence)).then_some(figure)
    }

    /// Whether the sentence speaks of other days, or of a part.
    fn is_narrowed(&self, scope: Scope, sentence: &str) -> bool {
        let names_period = self.period.iter().any(|word| sentence.contains(word));
        // 本月 is another period's in the papers of a week alone.
        let mut others = sentence.to_owned();
        for word in self.period {
            others = others.replace(word, "");
        }
        let is_dated = sentence.contains('日') && sentence.contains('月') && !names_period;
        let is_part = sentence.contains("其中") && scope != Scope::Part;
        is_dated
            || is_part
            || OTHER.iter().any(|word| others.contains(word))
            || scope != Scope::Platform && self.names_a_part(scope, sentence)
            || is_elsewhere(sentence, &self.own)
    }

    /// Whether the sentence names a firm, a unit or a platform; the only platform that measures times is no part of
    /// what is measured.
    fn names_a_part(&self, scope: Scope, sentence: &str) -> bool {
        self.narrowing.iter().any(|name| {
            let is_all = scope == Scope::Timed && self.timed.contains(name);
            !is_all && sentence.contains(name)
        })
    }
}

fn text<K>(name: &Text<K>) -> &str {
    &name.value
}

fn names_of(platform: &Platform) -> impl Iterator<Item = &str> {
    std::iter::once(&platform.name).chain(&platform.full).map(text)
}

/// What the platform is called that alone measures times, if there is one.
fn only_timed_platform(office: &Office) -> Vec<&str> {
    let mut timed = office.platforms.iter().filter(|platform| platform.is_timed());
    match (timed.next(), timed.next()) {
        (Some(platform), None) => names_of(platform).collect(),
        _ => Vec::new(),
    }
}
