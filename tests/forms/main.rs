//! Papers of every form as pages: what stands where by GB/T 9704-2012.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod papers;

use std::path::Path;

use zhoubao::layout::fonts::Fonts;
use zhoubao::{layout, pdf, word};

/// Writes every paper into the folder named by PAPERS, to be looked at.
#[test]
#[ignore = "writes files to look at"]
fn write_all() {
    let fonts = Fonts::find(None).expect("make fonts");
    let folder = std::env::var("PAPERS").expect("PAPERS names a folder");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in papers::all() {
        let galley = layout::set(&document, &fonts).unwrap();
        let path = Path::new(&folder).join(name);
        std::fs::write(path.with_extension("pdf"), pdf::write(&galley, &fonts).unwrap()).unwrap();
        std::fs::write(path.with_extension("docx"), word::write(&galley, &fonts).unwrap()).unwrap();
    }
}
