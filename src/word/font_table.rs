//! `word/fontTable.xml`: the fonts that the file names, and under which other names a machine may have them.
//!
//! 仿宋_GB2312 and 楷体_GB2312 came with Windows up to XP and come with WPS; newer Windows calls them 仿宋 and 楷体.

use std::collections::BTreeSet;
use std::fmt::Write;

use quick_xml::escape::escape;

use super::WordError;
use super::error::writable;
use super::finish::DECLARATION;
use crate::layout::fonts::{Fonts, Role};
use crate::layout::{Element, Galley};

pub(super) fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    let mut part =
        format!("{DECLARATION}<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    for role in Role::ALL {
        font(&mut part, role.word_name(), Some(other_names(role)));
    }
    for name in fallbacks(galley, fonts) {
        font(&mut part, writable(name)?, None);
    }
    part.push_str("</w:fonts>");
    Ok(part.into_bytes())
}

/// Other names of a role's face, the likeliest first: Windows, WPS, macOS, the free set.
fn other_names(role: Role) -> &'static str {
    match role {
        Role::FangSong => "仿宋,FangSong,FangSong_GB2312,STFangsong,FandolFang",
        Role::KaiTi => "楷体,KaiTi,KaiTi_GB2312,STKaiti,FandolKai",
        Role::HeiTi => "SimHei,STHeiti,FandolHei",
        Role::XiaoBiaoSong => "FZXiaoBiaoSong-B05S,小标宋,STZhongsong,FandolSong",
        Role::SongTi => "SimSun,STSong,FandolSong",
    }
}

/// Names, in order, of the faces that stepped in for a character.
fn fallbacks<'a>(galley: &Galley, fonts: &'a Fonts) -> BTreeSet<&'a str> {
    let paragraphs = galley.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) => Some(paragraph),
        Element::Blank => None,
    });
    let pieces = paragraphs.flat_map(|paragraph| &paragraph.lines).flat_map(|line| &line.pieces);
    let names = pieces.map(|piece| fonts.face(piece.face).word_name.as_str());
    names.filter(|name| Role::ALL.iter().all(|role| role.word_name() != *name)).collect()
}

/// 86 is GB2312's charset; without it Word would choose a substitute that has no Han characters.
fn font(part: &mut String, name: &str, others: Option<&str>) {
    let alternative = others.map(|names| format!("<w:altName w:val=\"{names}\"/>")).unwrap_or_default();
    let _ = write!(
        part,
        "<w:font w:name=\"{}\">{alternative}<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/>\
         <w:pitch w:val=\"variable\"/></w:font>",
        escape(name)
    );
}
