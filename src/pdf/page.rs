//! The pages as objects of the file.

use pdf_writer::types::TabOrder;
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref};

use super::content::Sheet;
use super::deflated::deflated;
use super::picture::Picture;
use super::refs::Refs;

/// The numbers of a paper's pages.
pub struct PageTree {
    pub root: Ref,
    pub pages: Vec<Ref>,
}

impl PageTree {
    pub fn number(sheets: &[Sheet], refs: &mut Refs) -> Self {
        Self { root: refs.next(), pages: sheets.iter().map(|_| refs.next()).collect() }
    }

    pub fn write(&self, pdf: &mut Pdf, refs: &mut Refs, sheets: &[Sheet], fonts: &[Ref], pictures: &[Picture]) {
        let count = i32::try_from(self.pages.len()).unwrap_or(i32::MAX);
        pdf.pages(self.root).kids(self.pages.iter().copied()).count(count);
        let numbered: Vec<Ref> = pictures.iter().map(|_| refs.next()).collect();
        for ((sheet, id), key) in sheets.iter().zip(&self.pages).zip(0..) {
            let content = refs.next();
            let mut page = pdf.page(*id);
            page.parent(self.root).media_box(Rect::new(0.0, 0.0, sheet.width, sheet.height));
            page.contents(content).struct_parents(key).tab_order(TabOrder::StructureOrder);
            let mut resources = page.resources();
            let mut shown_fonts = resources.fonts();
            for index in &sheet.fonts {
                if let Some(font) = fonts.get(*index) {
                    shown_fonts.pair(Name(format!("F{index}").as_bytes()), *font);
                }
            }
            shown_fonts.finish();
            if !sheet.pictures.is_empty() {
                let mut shown = resources.x_objects();
                for index in &sheet.pictures {
                    if let (Some(picture), Some(id)) = (pictures.get(*index), numbered.get(*index)) {
                        shown.pair(Name(picture.name().as_bytes()), *id);
                    }
                }
            }
            resources.finish();
            page.finish();
            let bytes = deflated(&sheet.content);
            pdf.stream(content, &bytes).filter(Filter::FlateDecode);
        }
        for (picture, id) in pictures.iter().zip(numbered) {
            picture.write(pdf, id, refs);
        }
    }
}
