//! `word/fontTable.xml`: the fonts that the file names, and under which other names a machine may have them.

use std::collections::BTreeSet;

use super::error::WordError;
use super::run::names_of_stand_ins;
use super::xml::Xml;
use crate::layout::Galley;
use crate::layout::fonts::{Fonts, Role};

pub(super) fn part(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    let mut named = BTreeSet::new();
    Xml::part("w:fonts", &[("xmlns:w", &super::package::W)], |xml| {
        for role in Role::ALL {
            // An office may name one family for two roles.
            let family = role.word_family(&galley.word_fonts);
            if named.insert(family) {
                let others: Vec<_> = role.stand_ins(&galley.word_fonts).collect();
                font(xml, family, &others.join(","))?;
            }
        }
        for name in fallbacks(galley, fonts).difference(&named) {
            font(xml, name, "")?;
        }
        Ok(())
    })
}

/// Names, in order, of the fonts that are asked for where a role's own lacks a character.
fn fallbacks<'a>(galley: &'a Galley, fonts: &'a Fonts) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    for paragraph in galley.paragraphs() {
        let role = paragraph.style.role();
        let pieces = paragraph.lines.iter().flat_map(|line| &line.pieces);
        for piece in pieces.filter(|piece| piece.face != fonts.role(role)) {
            names.extend(names_of_stand_ins(piece, role, fonts, &galley.word_fonts).into_iter().map(|(_, name)| name));
        }
    }
    names
}

/// `others`: the names of those that stand in for it, parted by commas. 86 is GB 2312's charset; without it Word would choose a
/// substitute that has no Han characters.
fn font(xml: &mut Xml, name: &str, others: &str) -> Result<(), WordError> {
    xml.open("w:font", &[("w:name", &name)], |xml| {
        if !others.is_empty() {
            xml.value("w:altName", others)?;
        }
        xml.value("w:charset", "86")?;
        xml.value("w:family", "auto")?;
        xml.value("w:pitch", "variable")
    })
}
