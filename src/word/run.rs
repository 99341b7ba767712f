//! A paragraph's text as runs: neighbours of one face and one tracking are one, over the ends of lines.

use super::context::Context;
use super::error::WordError;
use super::field;
use super::styles;
use super::xml::Xml;
use crate::document::WordFonts;
use crate::layout::fonts::{Fonts, Repertoire, Role};
use crate::layout::{Paragraph, Piece, Twip};

/// Text of one font at one tracking.
struct Stretch<'a> {
    tracking: Twip,
    font: Font<'a>,
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
    let stretches = stretches(paragraph, context.fonts, context.word_fonts);
    // What stands between tabs.
    let parts: Vec<_> = stretches.chunk_by(|one, next| one.tabs == next.tabs).collect();
    let fields = field::fields(paragraph.style, parts.len(), context.form);
    let parts = if fields.len() == parts.len() { parts } else { vec![stretches.as_slice()] };
    for (part, field) in parts.into_iter().zip(fields) {
        field::around(xml, field, context, |xml| part.iter().try_for_each(|stretch| stretch.write(xml, paragraph)))?;
    }
    Ok(())
}

/// The font of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Font<'a> {
    OfStyle,
    Named(&'a str),
}

/// What of a piece is of one font.
struct Part<'a> {
    text: &'a str,
    font: Font<'a>,
    /// A tab stands before it.
    tab: bool,
}

/// A piece by fonts: what another face had to set is named by a font that the reader has, if any is likely to have it.
fn parts<'a>(piece: &'a Piece, role: Role, fonts: &'a Fonts, word_fonts: &'a WordFonts) -> Vec<Part<'a>> {
    if piece.face == fonts.role(role) {
        return vec![Part { text: &piece.text, font: Font::OfStyle, tab: piece.tab }];
    }
    let mut parts: Vec<Part> = Vec::new();
    for (text, name) in names_of_stand_ins(piece, role, fonts, word_fonts) {
        parts.push(Part { text, font: Font::Named(name), tab: piece.tab && parts.is_empty() });
    }
    parts
}

/// The stretches of a piece that a face sets instead of the role's own, with the names of the fonts that Word's file asks
/// for.
pub(super) fn names_of_stand_ins<'a>(
    piece: &'a Piece,
    role: Role,
    fonts: &'a Fonts,
    word_fonts: &'a WordFonts,
) -> Vec<(&'a str, &'a str)> {
    let served = fonts.role_of(piece.face);
    let own = served.map_or_else(|| fonts.face(piece.face).family.as_str(), |served| served.word_family(word_fonts));
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut characters = piece.text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let repertoire = Repertoire::of(character);
        let end = at + character.len_utf8();
        if characters.peek().is_none_or(|(_, next)| Repertoire::of(*next) != repertoire) {
            let name = match repertoire {
                Repertoire::Gb2312 if served.is_none() => role.word_family(word_fonts),
                Repertoire::Gbk => role.word_family_beyond_gb2312(word_fonts),
                Repertoire::Gb2312 | Repertoire::Beyond => own,
            };
            stretches.push((&piece.text[start..end], name));
            start = end;
        }
    }
    stretches
}

fn stretches<'a>(paragraph: &'a Paragraph, fonts: &'a Fonts, word_fonts: &'a WordFonts) -> Vec<Stretch<'a>> {
    let Paragraph { lines, forced, .. } = paragraph;
    let role = paragraph.style.role();
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut tabs = 0;
    for (number, line) in lines.iter().enumerate() {
        // A line on which word processors would part ways is held where it ends.
        let held = number.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(|before| before.fragile);
        let mut broken = (*forced && number > 0) || held;
        let parts = line.pieces.iter().flat_map(|piece| parts(piece, role, fonts, word_fonts));
        for Part { text, font, tab } in parts {
            tabs += usize::from(tab);
            let tracking = line.tracking;
            let joins =
                stretches.last().is_some_and(|last| (last.tracking, last.font, last.tabs) == (tracking, font, tabs));
            if !joins {
                stretches.push(Stretch { tracking, font, atoms: Vec::new(), tabs });
            }
            let Some(stretch) = stretches.last_mut() else { continue };
            if std::mem::take(&mut broken) {
                stretch.atoms.push(Atom::Break);
            }
            if tab {
                stretch.atoms.push(Atom::Tab);
            }
            match stretch.atoms.last_mut() {
                Some(Atom::Text(texts)) => texts.push(text),
                _ => stretch.atoms.push(Atom::Text(vec![text])),
            }
        }
    }
    stretches
}

impl Stretch<'_> {
    fn write(&self, xml: &mut Xml, paragraph: &Paragraph) -> Result<(), WordError> {
        xml.open("w:r", &[], |xml| {
            xml.open("w:rPr", &[], |xml| self.properties(xml, paragraph))?;
            self.atoms.iter().try_for_each(|atom| match atom {
                Atom::Text(text) => xml.text("w:t", &[("xml:space", &"preserve")], &text.concat()),
                Atom::Tab => xml.flag("w:tab"),
                Atom::Break => xml.flag("w:br"),
            })
        })
    }

    fn properties(&self, xml: &mut Xml, paragraph: &Paragraph) -> Result<(), WordError> {
        let style = paragraph.style;
        // “ ” — … · are set and broken as Chinese only where the run says so: Word itself marks each run.
        let hint = ("w:hint", &"eastAsia" as _);
        match self.font {
            Font::OfStyle => xml.leaf("w:rFonts", &[hint])?,
            Font::Named(ref name) => xml.leaf(
                "w:rFonts",
                &[hint, ("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)],
            )?,
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
