//! Charts: a paragraph as high as the chart, which hangs on it as SVG and as dots.

use std::borrow::Cow;

use super::context::Context;
use super::error::WordError;
use super::media::{Media, MediaKind};
use super::paragraph;
use super::picture::Anchored;
use super::xml::Xml;
use crate::chart::{png, svg};
use crate::layout::{Chart, Pt};

pub(super) fn write(xml: &mut Xml, chart: &Chart, context: &mut Context) -> Result<(), WordError> {
    let dots = Media { kind: MediaKind::Png, bytes: Cow::Owned(png(chart, context.fonts)?) };
    let lines = Media { kind: MediaKind::Svg, bytes: Cow::Owned(svg(chart, context.fonts)?) };
    let id = context.new_id();
    let anchored = Anchored {
        from: "margin",
        left: Pt(0.0),
        top: Pt(0.0),
        width: chart.width.pt(),
        height: chart.height.pt(),
        is_behind_text: false,
        name: format!("图{id}"),
        description: &chart.description,
        dots: context.picture(dots),
        svg: Some(context.picture(lines)),
    };
    paragraph::tall(xml, chart.height, context.pitch, |xml| anchored.write(xml, id))
}
