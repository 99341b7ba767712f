//! What the weekly says of a figure beside those of other periods: 环比增加124件、上升10.33%，同比持平.
//!
//! The office declares of which figures (对比); what another period did not record is not compared.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::tracer::Tracer;
use crate::metrics::{Amount, Change, Figure, FigureKey};
use crate::record::compared_with::ComparedWith;
use crate::record::office::Rounding;
use crate::source::{Span, Spanned};

/// A figure that may be compared.
pub(super) struct ComparedFigure<'a> {
    pub(super) key: FigureKey,
    pub(super) now: &'a Figure<Amount>,
    /// What stands behind its number.
    pub(super) unit: &'a str,
    /// With which periods it is compared, as the office's file says.
    pub(super) with: &'a [Spanned<ComparedWith>],
}

impl Tracer {
    /// How a figure has changed from other periods, in words; `None` where there is nothing to compare with.
    pub(super) fn comparison(&mut self, figure: &ComparedFigure, rounding: &Rounding) -> Option<String> {
        let mut said = Vec::new();
        for wanted in ComparedWith::ALL {
            let Some(with) = figure.with.iter().find(|with| with.value == *wanted) else { continue };
            let Some(other) = self.others.iter().find(|other| other.with == *wanted) else { continue };
            let Some(then) = other.figures.get(&figure.key) else { continue };
            let (before, called) = (other.before_change(), other.called.clone());
            let change = Change::new(with.value, figure.now, &then, rounding);
            said.push(self.change(&change, &before, &called, figure, &with.span));
        }
        (!said.is_empty()).then(|| said.join("，"))
    }

    /// `place`: where the office asks for it.
    fn change(&mut self, change: &Change, before: &str, called: &str, figure: &ComparedFigure, place: &Span) -> String {
        let is_share = matches!(figure.now.value, Amount::Percent(_));
        let way = match (change.way, is_share) {
            (Ordering::Equal, _) => return self.marked(&format!("{before}持平"), place),
            (Ordering::Greater, true) => "上升",
            (Ordering::Less, true) => "下降",
            (Ordering::Greater, false) => "增加",
            (Ordering::Less, false) => "减少",
        };
        let unit = if is_share { "个百分点" } else { figure.unit };
        let mut said = self.marked(&format!("{before}{way}"), place);
        let _ = write!(said, "{}{}", self.figure_text(&change.amount), self.marked(unit, place));
        if let Some(percent) = &change.percent {
            let way = if change.way == Ordering::Less { "、下降" } else { "、上升" };
            let _ = write!(said, "{}{}", self.marked(way, place), self.figure_text(percent));
        }
        if change.is_from_zero {
            said.push_str(&self.marked(&format!("，{called}为0"), place));
        }
        said
    }
}
