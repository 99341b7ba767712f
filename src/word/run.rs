//! A paragraph's text as runs: neighbours of one face and one tracking are one, over the ends of lines.

use super::context::Context;
use super::error::WordError;
use super::field;
use super::styles;
use super::xml::Xml;
use crate::layout::fonts::FaceId;
use crate::layout::{Line, Paragraph, Twip};

/// Text of one face at one tracking.
struct Stretch<'a> {
    tracking: Twip,
    face: FaceId,
    atoms: Vec<Atom<'a>>,
    /// How many tabs of the paragraph stand before it or at its head.
    tabs: usize,
}

enum Atom<'a> {
    Text(Vec<&'a str>),
    Tab,
    Break,
}

/// Writes the runs of a paragraph's lines, in the bookmarks of what they are.
pub(super) fn write(xml: &mut Xml, paragraph: &Paragraph, context: &mut Context) -> Result<(), WordError> {
    let stretches = stretches(&paragraph.lines, paragraph.forced);
    // What stands between tabs.
    let parts: Vec<_> = stretches.chunk_by(|one, next| one.tabs == next.tabs).collect();
    let fields = field::fields(paragraph.style, parts.len(), context.form);
    let parts = if fields.len() == parts.len() { parts } else { vec![stretches.as_slice()] };
    for (part, field) in parts.into_iter().zip(fields) {
        field::around(xml, field, context, |xml, context| {
            part.iter().try_for_each(|stretch| stretch.write(xml, paragraph, context))
        })?;
    }
    Ok(())
}

fn stretches(lines: &[Line], forced: bool) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut tabs = 0;
    for (number, line) in lines.iter().enumerate() {
        // A line on which word processors would part ways is held where it ends.
        let held = number.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(|before| before.fragile);
        let mut broken = (forced && number > 0) || held;
        for piece in &line.pieces {
            tabs += usize::from(piece.tab);
            let (tracking, face) = (line.tracking, piece.face);
            let joins =
                stretches.last().is_some_and(|last| (last.tracking, last.face, last.tabs) == (tracking, face, tabs));
            if !joins {
                stretches.push(Stretch { tracking, face, atoms: Vec::new(), tabs });
            }
            let Some(stretch) = stretches.last_mut() else { continue };
            if std::mem::take(&mut broken) {
                stretch.atoms.push(Atom::Break);
            }
            if piece.tab {
                stretch.atoms.push(Atom::Tab);
            }
            match stretch.atoms.last_mut() {
                Some(Atom::Text(text)) => text.push(&piece.text),
                _ => stretch.atoms.push(Atom::Text(vec![&piece.text])),
            }
        }
    }
    stretches
}

impl Stretch<'_> {
    fn write(&self, xml: &mut Xml, paragraph: &Paragraph, context: &Context) -> Result<(), WordError> {
        xml.open("w:r", &[], |xml| {
            xml.open("w:rPr", &[], |xml| self.properties(xml, paragraph, context))?;
            self.atoms.iter().try_for_each(|atom| match atom {
                Atom::Text(text) => xml.text("w:t", &[("xml:space", &"preserve")], &text.concat()),
                Atom::Tab => xml.flag("w:tab"),
                Atom::Break => xml.flag("w:br"),
            })
        })
    }

    fn properties(&self, xml: &mut Xml, paragraph: &Paragraph, context: &Context) -> Result<(), WordError> {
        let style = paragraph.style;
        // “ ” — … · are set and broken as Chinese only where the run says so: Word itself marks each run.
        let hint = ("w:hint", &"eastAsia" as _);
        if self.face == context.fonts.role(style.role()) {
            xml.leaf("w:rFonts", &[hint])?;
        } else {
            let name = &context.fonts.face(self.face).word_name;
            xml.leaf("w:rFonts", &[hint, ("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)])?;
        }
        if self.tracking != style.tracking() {
            xml.value("w:spacing", self.tracking.0)?;
        }
        if paragraph.stretch != 100 {
            xml.value("w:w", paragraph.stretch)?;
        }
        if paragraph.size != style.size() {
            xml.value("w:sz", styles::half_points(paragraph.size))?;
            xml.value("w:szCs", styles::half_points(paragraph.size))?;
        }
        Ok(())
    }
}
