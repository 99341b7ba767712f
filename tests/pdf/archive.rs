//! A PDF can be archived and made again; where that cannot be, there is none.

use std::sync::Arc;

use zhoubao::layout::fonts::{Fonts, Role};
use zhoubao::layout::{Galley, Ink, Part, Style};
use zhoubao::pdf::{self, PdfError};

use crate::hand::Hand;
use crate::{picture, week, written};

/// Puts `text` in place of the first run's.
fn with_text(mut galley: Galley, text: &str) -> Galley {
    let Ink::Glyphs(glyphs) = &mut galley.pages[0].drawn[0].ink else { panic!("glyphs") };
    glyphs.text = Arc::from(text);
    galley
}

fn refusal(galley: &Galley, fonts: &Fonts) -> String {
    pdf::write(galley, fonts).expect_err("no PDF").to_string()
}

#[test]
fn standards_and_properties_are_claimed() {
    let fonts = week::fonts();
    let bytes = pdf::write(&week::galley(&fonts), &fonts).expect("a PDF");
    let text = String::from_utf8_lossy(&bytes);
    for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"] {
        assert!(text.contains(mark), "no {mark}");
    }
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "no PDF/UA-1");
    assert!(text.contains("/Lang(zh-CN)"), "no language");
    assert!(text.contains("(D:20210115"), "dated as the paper is");
    let info = written(&week::galley(&fonts), &fonts).info();
    assert!(info.contains(&format!("Title:           {}", week::TITLE.concat())), "{info}");
    assert!(info.contains(&format!("Author:          {}", week::ORGAN)), "{info}");
    assert!(info.contains("Creator:         zhoubao"), "{info}");
    assert!(info.contains("Tagged:          yes"), "{info}");
}

#[test]
fn a_paper_without_title_and_date_has_stand_ins() {
    let fonts = week::fonts();
    let mut galley = Hand::plain(&fonts, &["第一句", "第二句"]);
    galley.title.clear();
    let info = written(&galley, &fonts).info();
    assert!(info.contains("Title:           第一句"), "{info}");
    assert!(info.contains("1970"), "{info}");
    galley.pages.clear();
    assert!(written(&galley, &fonts).info().contains("Title:           公文"));
}

#[test]
fn the_same_galley_gives_the_same_bytes_on_any_thread() {
    let fonts = week::fonts();
    let galleys = [week::galley(&fonts), Hand::plain(&fonts, &["甲"]), Hand::plain(&fonts, &["乙", "张㛃"])];
    let alone = galleys.each_ref().map(|galley| pdf::write(galley, &fonts).expect("a PDF"));
    std::thread::scope(|scope| {
        for turn in 0..8 {
            let (galleys, alone, fonts) = (&galleys, &alone, &fonts);
            scope.spawn(move || {
                for step in 0..6 {
                    let which = (turn + step) % galleys.len();
                    assert!(pdf::write(&galleys[which], fonts).expect("a PDF") == alone[which], "paper {which}");
                }
            });
        }
    });
    assert_ne!(alone[1], alone[2]);
}

#[test]
fn a_character_that_the_face_lacks_is_an_error() {
    let fonts = week::fonts();
    let galley = with_text(Hand::plain(&fonts, &["张"]), "张㛃");
    let refused = pdf::write(&galley, &fonts);
    assert!(matches!(refused, Err(PdfError::Glyph { character: '㛃', .. })), "{refused:?}");
    assert_eq!(refusal(&galley, &fonts), "字体“FandolFang”没有“㛃”（U+36C3）");
}

#[test]
fn a_character_that_only_its_font_knows_is_an_error() {
    let fonts = week::fonts();
    let own =
        ('\u{e000}'..'\u{f8ff}').find(|c| fonts.face_for(Role::FangSong, *c).is_some()).expect("such a character");
    let refused = refusal(&Hand::plain(&fonts, &[&format!("张{own}")]), &fonts);
    assert!(refused.contains("自造字"), "{refused}");
}

#[test]
fn a_picture_that_is_none_is_an_error() {
    let fonts = week::fonts();
    let mut broken = picture::seal().bytes.to_vec();
    let end = broken.len() - 20;
    broken[end] ^= 0xff;
    for bytes in [b"no picture".to_vec(), broken] {
        let mut hand = Hand::new(&fonts);
        hand.picture(Part::Artifact, picture::image(bytes));
        let refused = refusal(&hand.galley, &fonts);
        assert!(refused.contains("图片"), "{refused}");
    }
}

#[test]
fn a_picture_without_description_is_an_error() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let mut seal = picture::seal();
    seal.description.clear();
    hand.picture(Part::Element(0), seal);
    hand.paragraph(Style::Date, &[(0.0, "国")]);
    assert_eq!(refusal(&hand.galley, &fonts), "不符合PDF/A-2a或PDF/UA-1：图片没有说明文字");
}

#[test]
fn a_folder_without_fonts_is_an_error() {
    let fonts = week::fonts();
    let galley = Hand::plain(&fonts, &["张"]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir(zhoubao::layout::fonts::own_folder().expect("a folder")).expect("fonts") {
        let entry = entry.expect("a font");
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a copy");
    }
    let copied = Fonts::find(Some(folder.path())).expect("fonts");
    drop(folder);
    let refused = pdf::write(&galley, &copied);
    assert!(matches!(refused, Err(PdfError::Font { .. })), "{refused:?}");
}
