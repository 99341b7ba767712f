//! A paragraph's line on its page: its glyphs, and the pictures and rules that hang on it.

use super::super::galley::{Ink, Paragraph, Part, Rule, RuleKind};
use super::super::sheet::baseline;
use super::super::style::Align;
use super::super::unit::Pt;
use super::placer::{Edges, Place, Placer, above_line};

impl Placer<'_> {
    /// The line of index `at`, whose height, with the rule above it, begins at `top`.
    pub(super) fn line(&mut self, place: Place, paragraph: &Paragraph, at: usize, top: f64) {
        let Some(line) = paragraph.lines.get(at) else { return };
        let Place { page, part, edges } = place;
        let (is_first, is_last) = (at == 0, at + 1 == paragraph.lines.len());
        let text_top = top + above_line(paragraph, at);
        if is_first {
            for picture in &paragraph.pictures {
                let (left, top) = (picture.left, Pt(text_top + picture.top.0));
                self.put(page, part, Ink::Picture { image: picture.image.clone(), left, top });
            }
        }
        let own = Edges { left: edges.left + paragraph.left.pt().0, right: edges.right - paragraph.right.pt().0 };
        let first = if is_first { paragraph.first.pt().0 } else { 0.0 };
        let text = Edges { left: own.left + first, ..own };
        let y = text_top + baseline(paragraph.pitch).0;
        let justified = paragraph.align == Align::Justify && !is_last && !paragraph.forced;
        for glyphs in self.glyphs(paragraph, line, text, edges.left, y, justified) {
            self.put(page, part, Ink::Glyphs(glyphs));
        }
        let bottom = text_top + paragraph.pitch.pt().0;
        let hung = Edges { left: own.left.min(own.left + paragraph.first.pt().0), ..own };
        let across = if paragraph.fixed.is_some() { edges } else { hung };
        let above = paragraph.above.filter(|_| is_first);
        let below = paragraph.below.filter(|_| is_last);
        self.rules(page, (above, text_top), (below, bottom), across);
    }

    /// The rules above and below lines, each with the edge of the lines that it lies at.
    pub(super) fn rules(
        &mut self,
        page: usize,
        (above, top): (Option<Rule>, f64),
        (below, bottom): (Option<Rule>, f64),
        edges: Edges,
    ) {
        if let Some(rule) = above {
            self.rule(page, rule, top - rule.gap.0 - rule.weight.0, edges);
        }
        if let Some(rule) = below {
            self.rule(page, rule, bottom + rule.gap.0, edges);
        }
    }

    /// A rule whose upper edge is at `top`.
    fn rule(&mut self, page: usize, rule: Rule, top: f64, edges: Edges) {
        let strokes: &[(f64, f64)] = match rule.kind {
            RuleKind::Single => &[(0.0, 1.0)],
            // Shares of the whole weight: where a stroke begins, and its weight.
            RuleKind::ThickThin => &[(0.0, 2.0 / 3.5), (2.75 / 3.5, 0.75 / 3.5)],
            RuleKind::ThinThick => &[(0.0, 0.75 / 3.5), (1.5 / 3.5, 2.0 / 3.5)],
        };
        for (begins, share) in strokes {
            let weight = rule.weight.0 * share;
            let y = Pt(top + rule.weight.0 * begins + weight / 2.0);
            let (from, to) = ((Pt(edges.left), y), (Pt(edges.right), y));
            let (colour, element) = (rule.colour, rule.element);
            self.put(page, Part::Artifact, Ink::Rule { from, to, weight: Pt(weight), colour, element });
        }
    }
}
