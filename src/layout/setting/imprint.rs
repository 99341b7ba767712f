//! 版记 (7.4): at the foot of the last page, its last line on the text area's bottom edge.

use super::Setter;
use crate::document::{Document, Form, Text};
use crate::layout::galley::{Align, Colour, Fixed, Line, Paragraph, Rule, RuleKind, Style, Tab};
use crate::layout::page;
use crate::layout::unit::{Mm, Pt, Twip};

impl Setter<'_> {
    pub(super) fn imprint(&mut self, document: &Document) {
        let Some(imprint) = &document.imprint else { return };
        let ruled = document.form != Form::Letter;
        let mut rows = Vec::new();
        if let Some(copies_to) = &imprint.copies_to {
            rows.push(self.copies_to(copies_to));
        }
        if ruled && let (Some(issuer), Some(date)) = (&imprint.issuer, &imprint.date) {
            rows.push(self.issued(issuer, date));
        }
        if ruled {
            let last = rows.len().saturating_sub(1);
            for (at, row) in rows.iter_mut().enumerate() {
                row.above = Some(rule(if at == 0 { page::IMPRINT_THICK } else { page::IMPRINT_THIN }));
                row.below = (at == last).then(|| rule(page::IMPRINT_THICK));
            }
        }
        // From the last line, which is on the text area's edge, upwards.
        let mut bottom = page::IMPRINT_BOTTOM.pt().0;
        for row in rows.iter_mut().rev() {
            bottom -= row.below.map_or(0.0, |rule| rule.weight.0 / 2.0);
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let height = row.pitch.pt().0 * row.lines.len() as f64;
            let width = page::TEXT_WIDTH.pt();
            row.fixed = Some(Fixed { left: page::LEFT.pt(), top: Pt(bottom - height), width, in_footer: false });
            bottom -= height + row.above.map_or(0.0, |rule| rule.weight.0);
        }
        for row in rows {
            self.add(row);
        }
    }

    /// 抄送：, one character in from both sides, turnover under the first character behind the colon.
    fn copies_to(&mut self, names: &Text) -> Paragraph {
        let label = Text::engine("抄送：");
        let names =
            if names.plain().ends_with('。') { names.clone() } else { names.clone().then(&Text::engine("。")) };
        let paragraph = Paragraph { right: page::SMALL_CHARACTER, ..self.of(Style::CopiesTo) };
        self.labelled(paragraph, page::SMALL_CHARACTER, (Style::CopiesTo.role(), &label), &names)
    }

    /// 印发机关 to the left, 印发日期 to the right, one character in from both sides.
    fn issued(&mut self, issuer: &Text, date: &Text) -> Paragraph {
        let mut paragraph = Paragraph { left: page::SMALL_CHARACTER, align: Align::Left, ..self.of(Style::Imprint) };
        let right = Twip(self.sheet.text_width().0 - page::SMALL_CHARACTER.0);
        paragraph.tabs.push(Tab { at: right, right: true });
        let (role, size) = (Style::Imprint.role(), paragraph.size);
        let issuer = self.line(role, size, Twip(0), issuer);
        let date = self.line(role, size, Twip(0), &date.clone().then(&Text::engine("印发")));
        paragraph.lines.push(tabbed(vec![issuer, date]));
        paragraph
    }
}

/// One line of several stretches, a tab before each but the first.
pub(super) fn tabbed(stretches: Vec<Line>) -> Line {
    let tracking = stretches.first().map_or(Twip(0), |line| line.tracking);
    let mut whole = Line { pieces: Vec::new(), tracking, fragile: false };
    for (at, stretch) in stretches.into_iter().enumerate() {
        let mut pieces = stretch.pieces;
        match pieces.first_mut() {
            Some(first) => first.tab = at > 0,
            None => continue,
        }
        whole.pieces.extend(pieces);
    }
    whole
}

fn rule(weight: Mm) -> Rule {
    Rule { kind: RuleKind::Single, weight: weight.pt(), colour: Colour::Black, gap: Pt(0.0) }
}
