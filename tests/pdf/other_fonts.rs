//! Faces that are built otherwise than the free ones: in collections, with quadratic outlines, with subroutines and several
//! font dictionaries. Debian's packages bring them; `tools/install-judges.sh` unpacks them where nothing else finds them.

use std::fs;
use std::path::Path;

use zhoubao::layout::Style;
use zhoubao::layout::fonts::{self, Fonts, Role};

use crate::hand::Hand;
use crate::oracle::{are_alike, look_alike};

/// The only one that has no like in Debian.
const FANG_SONG: &str = "FandolFang-Regular.otf";

fn copy(folder: &Path, from: &Path) {
    let name = from.file_name().expect("a file");
    fs::copy(from, folder.join(name)).expect("a font; `make judges` brings it");
}

/// Fonts of Debian's packages for all roles but one.
fn of_debian(folder: &Path) -> Fonts {
    let unpacked = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/judges/fonts");
    for font in fs::read_dir(unpacked).expect("fonts; `make judges` brings them") {
        copy(folder, &font.expect("a font").path());
    }
    copy(folder, &fonts::own_folder().expect("a folder").join(FANG_SONG));
    Fonts::find(Some(folder)).expect("a face for each role")
}

#[test]
fn collections_and_subroutines_look_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    let fonts = of_debian(folder.path());
    let families = Role::ALL.map(|role| fonts.face(fonts.role(role)).family.as_str());
    assert_eq!(families, ["FandolFang", "AR PL UKai CN", "WenQuanYi Zen Hei", "Noto Serif CJK SC", "AR PL UMing CN"]);

    let mut hand = Hand::new(&fonts);
    let line = "截至1月11日，张㛃受理12件（占80.5%），Wi-Fi、“OTA”平台：退款￥2,000元，国国国。";
    for style in [Style::Title, Style::Heading1, Style::Heading2, Style::Body, Style::Cell, Style::PageNumber] {
        hand.paragraph(
            style,
            &[(0.0, line), (0.4, "一二三四五六七八九十百千万亿零，办结率100%"), (-0.3, "甲乙丙丁2026年11月30日")],
        );
    }
    hand.number_pages();
    are_alike(&hand.galley, &fonts, "Debian's fonts");
    look_alike(&hand.galley, &fonts, "Debian's fonts");
}
