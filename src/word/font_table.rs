//! `word/fontTable.xml`: the fonts that the file names, and under which other names a machine may have them.
//!
//! 仿宋_GB2312 and 楷体_GB2312 came with Windows up to XP and come with WPS; newer Windows calls them 仿宋 and 楷体.

use std::collections::BTreeSet;

use super::error::WordError;
use super::run::names_of_stand_ins;
use super::xml::Xml;
use crate::layout::Galley;
use crate::layout::fonts::{Fonts, Role};

pub(super) fn part(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    Xml::part("w:fonts", &[("xmlns:w", &super::package::W)], |xml| {
        for role in Role::ALL {
            font(xml, role.word_name(), Some(other_names(role)))?;
        }
        for name in fallbacks(galley, fonts) {
            font(xml, name, None)?;
        }
        Ok(())
    })
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

/// Names, in order, of the fonts that are asked for where a role's own lacks a character.
fn fallbacks<'a>(galley: &'a Galley, fonts: &'a Fonts) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    for paragraph in galley.paragraphs() {
        let role = paragraph.style.role();
        let pieces = paragraph.lines.iter().flat_map(|line| &line.pieces);
        for piece in pieces.filter(|piece| piece.face != fonts.role(role)) {
            names.extend(names_of_stand_ins(piece, role, fonts).into_iter().map(|(_, name)| name));
        }
    }
    names.retain(|name| Role::ALL.iter().all(|role| role.word_name() != *name));
    names
}

/// 86 is GB 2312's charset; without it Word would choose a substitute that has no Han characters.
fn font(xml: &mut Xml, name: &str, others: Option<&str>) -> Result<(), WordError> {
    xml.open("w:font", &[("w:name", &name)], |xml| {
        if let Some(others) = others {
            xml.value("w:altName", others)?;
        }
        xml.value("w:charset", "86")?;
        xml.value("w:family", "auto")?;
        xml.value("w:pitch", "variable")
    })
}
