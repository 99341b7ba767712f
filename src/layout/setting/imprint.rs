//! 版记 (7.4): at the foot of the last page, its last line on the text area's bottom edge.

use super::Setter;
use crate::document::{Document, Engine, Form, Text};
use crate::layout::galley::{Fixed, Paragraph, Rule, RuleKind};
use crate::layout::page;
use crate::layout::style::{Colour, Style};
use crate::layout::unit::{Mm, Pt};

impl Setter<'_> {
    pub(super) fn imprint(&mut self, document: &Document) {
        let Some(imprint) = &document.imprint else { return };
        let ruled = document.form != Form::Letter;
        let mut parts = Vec::new();
        if let Some(copies_to) = &imprint.copies_to {
            parts.push(vec![self.copies_to(copies_to)]);
        }
        if ruled && let (Some(issuer), Some(date)) = (&imprint.issuer, &imprint.date) {
            let date = date.clone().then(&Text::engine(Engine::PrintedLabel, "印发"));
            parts.push(self.two_ended(Style::Imprint, page::SMALL_CHARACTER, issuer, &date));
        }
        if ruled {
            for (at, first) in parts.iter_mut().filter_map(|part| part.first_mut()).enumerate() {
                first.above = Some(rule(if at == 0 { page::IMPRINT_THICK } else { page::IMPRINT_THIN }));
            }
            if let Some(last) = parts.last_mut().and_then(|part| part.last_mut()) {
                last.below = Some(rule(page::IMPRINT_THICK));
            }
        }
        let mut rows = parts.concat();
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
        let label = Text::engine(Engine::CopiesLabel, "抄送：");
        let stop = if names.plain().ends_with('。') { "" } else { "。" };
        let names = names.clone().then(&Text::engine(Engine::CopiesLabel, stop));
        let paragraph = Paragraph { right: page::SMALL_CHARACTER, ..self.styled(Style::CopiesTo) };
        self.labelled(paragraph, page::SMALL_CHARACTER, (Style::CopiesTo.role(), &label), &names)
    }
}

fn rule(weight: Mm) -> Rule {
    Rule {
        kind: RuleKind::Single,
        weight: weight.pt(),
        colour: Colour::Black,
        gap: Pt(0.0),
        element: Engine::ImprintLine,
    }
}
