//! The figures that a place in a week's file goes into.

use crate::record::week::Week;
use crate::source::Span;
use crate::workspace::{Explained, OfficeWorkspace};

/// The figures that what stands at `place` goes into, those that come from the narrowest places first.
pub(super) fn from_place(workspace: &OfficeWorkspace, week: &Week, place: &Span) -> Vec<String> {
    let figures = workspace.explain(week, None).figures;
    let mut found: Vec<(usize, String)> =
        figures.iter().filter_map(|figure| Some((width_around(figure, place)?, describe(figure)?))).collect();
    found.sort_by_key(|(width, _)| *width);
    found.dedup();
    found.into_iter().map(|(_, text)| text).collect()
}

/// The figures of one platform or paper.
pub(super) fn for_platform_or_paper(workspace: &OfficeWorkspace, week: &Week, name: &str) -> Vec<String> {
    let figures = workspace.explain(week, None).figures;
    figures.iter().filter(|figure| figure.of.as_deref() == Some(name)).filter_map(describe).collect()
}

/// How many bytes the narrowest of a figure's places has that `place` lies in.
fn width_around(figure: &Explained, place: &Span) -> Option<usize> {
    figure.from.iter().filter(|span| covers(span, place)).map(|span| span.range().len()).min()
}

fn covers(span: &Span, place: &Span) -> bool {
    let (around, within) = (span.range(), place.range());
    span.source().name() == place.source().name() && around.start <= within.start && within.end <= around.end
}

/// Such as: 平均办结时长：13.16 = 79 分钟 ÷ 6 件，截断到 2 位小数
fn describe(figure: &Explained) -> Option<String> {
    let of = figure.of.as_ref().map_or_else(String::new, |of| format!("（{of}）"));
    Some(format!("{}{of}：{} = {}", figure.name?, figure.value(), figure.rule))
}
