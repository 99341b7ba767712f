//! Papers of every form as pages: what stands where by GB/T 9704-2012, before any file is written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::missing_panics_doc, reason = "a test may fail")]
#![allow(clippy::unnecessary_wraps, clippy::too_many_lines, reason = "papers are lists of what they have, or lack")]

mod fewer_pages;
mod pages;
mod papers;
mod places;

use std::path::Path;
use std::sync::LazyLock;

use zhoubao::document::Document;
use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{self, Galley};
use zhoubao::{pdf, word};

pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).expect("make fonts"));

#[must_use]
pub fn set(document: &Document) -> Galley {
    layout::set(document, &FONTS).expect("all glyphs are there")
}

#[must_use]
pub fn paper(name: &str) -> Galley {
    let (_, document) = papers::all().into_iter().find(|(known, _)| *known == name).expect("a paper");
    set(&document)
}

/// Writes every paper into the folder named by PAPERS, to be looked at.
#[test]
#[ignore = "writes files to look at"]
fn write_all() {
    let folder = std::env::var("PAPERS").expect("PAPERS names a folder");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in papers::all() {
        let galley = set(&document);
        let path = Path::new(&folder).join(name);
        std::fs::write(path.with_extension("pdf"), pdf::write(&galley, &FONTS).unwrap()).unwrap();
        std::fs::write(path.with_extension("docx"), word::write(&galley, &FONTS).unwrap()).unwrap();
    }
}
