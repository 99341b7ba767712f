//! The pages, mark by mark, each within its tag.

use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use super::error::PdfError;
use super::faces::Faces;
use super::ink::{self, Picture, pt};
use super::run::{self, Run};
use super::structure::{Place, Structure};
use zhoubao::layout::{Drawn, Galley, Ink, Page, Part, page};

pub fn draw(
    galley: &Galley,
    faces: &mut Faces,
    structure: &mut Structure,
    document: &mut Document,
) -> Result<(), PdfError> {
    for (index, page) in galley.pages.iter().enumerate() {
        let (width, height) = (pt(page::WIDTH.pt()), pt(page::HEIGHT.pt()));
        let (width, height) = if page.landscape { (height, width) } else { (width, height) };
        let settings = PageSettings::from_wh(width, height).unwrap_or_default();
        let mut sheet = document.start_page_with(settings);
        let mut pen = Pen { index, surface: sheet.surface(), structure, tag: None };
        let drawn = pen.page(page, faces);
        // Krilla panics where a surface is let go with a tag open, so this comes before any error is returned.
        pen.finish();
        sheet.finish();
        drawn?;
    }
    Ok(())
}

/// What that which was drawn just now is tagged as.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tagged {
    Part(Part),
    Artifact(ArtifactType),
}

/// Draws on a page, and keeps under one tag what belongs to one part and follows each other.
struct Pen<'p, 's, 'g> {
    index: usize,
    surface: Surface<'p>,
    structure: &'s mut Structure<'g>,
    tag: Option<Tagged>,
}

impl Pen<'_, '_, '_> {
    fn page(&mut self, page: &Page, faces: &mut Faces) -> Result<(), PdfError> {
        page.drawn.chunk_by(run::goes_on).try_for_each(|run| self.draw(run, faces))
    }

    /// A rule, a picture, or the glyphs of a run.
    fn draw(&mut self, run: &[Drawn], faces: &mut Faces) -> Result<(), PdfError> {
        let Some(first) = run.first() else { return Ok(()) };
        match &first.ink {
            Ink::Glyphs(glyphs) => {
                let run = Run::new(glyphs, run, faces)?;
                if !run.is_empty() {
                    // Text that is no part of the paper's stands on every page: numbers, heads of tables again.
                    self.turn_to(self.tagged(first.part, ArtifactType::PageNumber), run.top());
                    run.draw(&mut self.surface);
                }
            }
            Ink::Rule { from, to, weight, colour, element: _ } => {
                self.turn_to(Tagged::Artifact(ArtifactType::Layout), pt(from.1));
                ink::rule(*from, *to, *weight, *colour, &mut self.surface);
            }
            Ink::Shape(shape) => panic!("this writer draws no charts: {shape:?}"),
            Ink::Picture { image, left, top } => {
                let picture = Picture::new(image, *left, *top)?;
                match self.tagged(first.part, ArtifactType::Layout) {
                    Tagged::Part(part) => {
                        self.close();
                        let content = self.surface.start_tagged(ContentTag::Other);
                        self.structure.add_figure(part, content, self.index, picture.bounds(), &image.description);
                        picture.draw(&mut self.surface);
                        self.surface.end_tagged();
                    }
                    artifact @ Tagged::Artifact(_) => {
                        self.turn_to(artifact, pt(*top));
                        picture.draw(&mut self.surface);
                    }
                }
            }
        }
        Ok(())
    }

    fn tagged(&self, part: Part, otherwise: ArtifactType) -> Tagged {
        if self.structure.has(part) { Tagged::Part(part) } else { Tagged::Artifact(otherwise) }
    }

    /// Closes what was tagged otherwise.
    fn turn_to(&mut self, tagged: Tagged, top: f32) {
        if self.tag == Some(tagged) {
            return;
        }
        self.close();
        match tagged {
            Tagged::Part(part) => {
                let content = self.surface.start_tagged(ContentTag::Other);
                self.structure.add(part, content, Place { page: self.index, top: Point::from_xy(0.0, top) });
            }
            Tagged::Artifact(kind) => {
                self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            }
        }
        self.tag = Some(tagged);
    }

    fn close(&mut self) {
        if self.tag.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn finish(mut self) {
        self.close();
        self.surface.finish();
    }
}
