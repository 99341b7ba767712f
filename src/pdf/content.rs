//! What stands on the pages, mark by mark, each within its tag.

use std::collections::BTreeSet;

use pdf_writer::types::ArtifactType;
use pdf_writer::{Content, Name, Rect, Settings};

use super::error::PdfError;
use super::font::Subsets;
use super::lengths::{above_bottom, pt};
use super::picture::Picture;
use super::run::{self, Run};
use super::sheet::Sheet;
use super::structure::{Place, Structure};
use super::tags::Marked;
use crate::layout::fonts::Fonts;
use crate::layout::{Colour, Drawn, Galley, Glyphs, Grey, Ink, Page, Paint, Part, Pt, Shape, page};

/// All that the pages of a paper show.
pub struct Contents<'a> {
    pub sheets: Vec<Sheet>,
    pub structure: Structure<'a>,
    pub subsets: Subsets<'a>,
    pub pictures: Vec<Picture>,
}

/// What that which was drawn just now is tagged as.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tagged {
    Part(Part),
    Artifact(ArtifactType),
}

/// Draws on a page, and keeps under one tag what belongs to one part and follows each other.
struct Pen<'p, 'a> {
    contents: &'p mut Contents<'a>,
    index: usize,
    sheet: Sheet,
    content: Content,
    /// How many parts' contents are marked on the page so far.
    marked: i32,
    tag: Option<Tagged>,
    /// The colour that glyphs are filled with.
    colour: Option<Colour>,
}

impl<'a> Contents<'a> {
    pub fn draw(galley: &'a Galley, fonts: &'a Fonts) -> Result<Self, PdfError> {
        let mut contents = Self {
            sheets: Vec::with_capacity(galley.pages.len()),
            structure: Structure::new(galley),
            subsets: Subsets::new(fonts),
            pictures: Vec::new(),
        };
        for (index, page) in galley.pages.iter().enumerate() {
            let sheet = Pen::new(&mut contents, index, page).page(page)?;
            contents.sheets.push(sheet);
        }
        // A file has a page, even if nothing stands on it.
        if contents.sheets.is_empty() {
            let page = Page { landscape: false, drawn: Vec::new() };
            let sheet = Pen::new(&mut contents, 0, &page).page(&page)?;
            contents.sheets.push(sheet);
        }
        Ok(contents)
    }
}

impl<'p, 'a> Pen<'p, 'a> {
    fn new(contents: &'p mut Contents<'a>, index: usize, page: &Page) -> Self {
        let (width, height) = (pt(page::WIDTH.pt()), pt(page::HEIGHT.pt()));
        let (width, height) = if page.landscape { (height, width) } else { (width, height) };
        let (fonts, pictures) = (BTreeSet::new(), BTreeSet::new());
        let sheet = Sheet { width, height, content: Vec::new(), fonts, pictures };
        let content = Content::with_settings(Settings { pretty: false });
        Self { contents, index, sheet, content, marked: 0, tag: None, colour: None }
    }

    fn page(mut self, page: &Page) -> Result<Sheet, PdfError> {
        for run in page.drawn.chunk_by(run::goes_on) {
            self.draw(run)?;
        }
        self.close();
        self.sheet.content = self.content.finish().into_vec();
        Ok(self.sheet)
    }

    /// A rule, a picture, or the glyphs of a run.
    fn draw(&mut self, run: &[Drawn]) -> Result<(), PdfError> {
        let Some(first) = run.first() else { return Ok(()) };
        if self.contents.structure.is_chart(first.part) {
            for bounds in run.iter().filter_map(|drawn| bounds(self.sheet.height, &drawn.ink)) {
                self.contents.structure.reach(first.part, bounds);
            }
        }
        match &first.ink {
            Ink::Glyphs(glyphs) => {
                let run = Run::new(glyphs, run, &mut self.contents.subsets)?;
                if run.is_empty() {
                    return Ok(());
                }
                // Text that is no part of the paper's stands on every page: numbers, heads of tables again.
                self.turn_to(self.tagged(first.part, ArtifactType::Pagination), run.top());
                self.fill(glyphs.colour);
                self.sheet.fonts.insert(run.subset);
                run.draw(self.sheet.height, &mut self.content);
            }
            Ink::Rule { from, to, weight, colour, element: _ } => {
                self.turn_to(Tagged::Artifact(ArtifactType::Layout), pt(from.1));
                self.stroke(*colour);
                self.content.set_line_width(pt(*weight));
                self.content.move_to(pt(from.0), above_bottom(self.sheet.height, from.1));
                self.content.line_to(pt(to.0), above_bottom(self.sheet.height, to.1));
                self.content.stroke();
            }
            Ink::Shape(shape) => {
                let top = shape.points.iter().map(|(_, y)| y.0).fold(f64::INFINITY, f64::min);
                self.turn_to(self.tagged(first.part, ArtifactType::Layout), pt(Pt(top)));
                self.shape(shape);
            }
            Ink::Picture { image, left, top } => {
                let picture = Picture::read(image, self.contents.pictures.len())?;
                let bottom = above_bottom(self.sheet.height, Pt(top.0 + f64::from(picture.height)));
                let bounds = Rect::new(pt(*left), bottom, pt(*left) + picture.width, bottom + picture.height);
                match self.tagged(first.part, ArtifactType::Layout) {
                    Tagged::Part(part) => {
                        self.close();
                        let content = self.mark(b"Figure");
                        self.contents.structure.add_figure(part, content, bounds, &image.description);
                        picture.draw(bounds, &mut self.content);
                        self.content.end_marked_content();
                    }
                    artifact @ Tagged::Artifact(_) => {
                        self.turn_to(artifact, pt(*top));
                        picture.draw(bounds, &mut self.content);
                    }
                }
                self.sheet.pictures.insert(picture.index);
                self.contents.pictures.push(picture);
            }
        }
        Ok(())
    }

    fn tagged(&self, part: Part, otherwise: ArtifactType) -> Tagged {
        if self.contents.structure.has(part) { Tagged::Part(part) } else { Tagged::Artifact(otherwise) }
    }

    fn shape(&mut self, shape: &Shape) {
        self.content.save_state();
        for (at, (x, y)) in shape.points.iter().enumerate() {
            let (x, y) = (pt(*x), above_bottom(self.sheet.height, *y));
            if at == 0 {
                self.content.move_to(x, y);
            } else {
                self.content.line_to(x, y);
            }
        }
        match shape.paint {
            Paint::Fill(Grey(grey)) => {
                self.content.set_fill_gray(f32::from(grey) / 255.0).fill_nonzero();
            }
            Paint::Stroke { weight, grey: Grey(grey), dash } => {
                self.content.set_stroke_gray(f32::from(grey) / 255.0).set_line_width(pt(weight));
                if !dash.lengths().is_empty() {
                    self.content.set_dash_pattern(dash.lengths().iter().copied(), 0.0);
                }
                self.content.stroke();
            }
        }
        self.content.restore_state();
    }

    /// Closes what was tagged otherwise. `top` is where that begins which is drawn now, from the page's top.
    fn turn_to(&mut self, tagged: Tagged, top: f32) {
        if self.tag == Some(tagged) {
            return;
        }
        self.close();
        match tagged {
            Tagged::Part(part) => {
                let is_chart = self.contents.structure.is_chart(part);
                let content = self.mark(if is_chart { b"Figure" } else { b"P" });
                let place = Place { page: self.index, top: self.sheet.height - top };
                self.contents.structure.add(part, content, place);
            }
            Tagged::Artifact(kind) => {
                let mut artifact = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
                artifact.properties().artifact().kind(kind);
            }
        }
        self.tag = Some(tagged);
    }

    /// Begins content of the structure.
    fn mark(&mut self, tag: &[u8]) -> Marked {
        let marked = Marked { page: self.index, id: self.marked };
        self.marked += 1;
        self.content.begin_marked_content_with_properties(Name(tag)).properties().identify(marked.id);
        marked
    }

    fn close(&mut self) {
        if self.tag.take().is_some() {
            self.content.end_marked_content();
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour.replace(colour) == Some(colour) {
            return;
        }
        match colour {
            // By lightness alone, so that a printer takes black ink and not a mixture.
            Colour::Black => self.content.set_fill_gray(0.0),
            // The standard says 红色 (7.2.4) and no more.
            Colour::Red => self.content.set_fill_rgb(1.0, 0.0, 0.0),
        };
    }

    fn stroke(&mut self, colour: Colour) {
        match colour {
            Colour::Black => self.content.set_stroke_gray(0.0),
            Colour::Red => self.content.set_stroke_rgb(1.0, 0.0, 0.0),
        };
    }
}

/// The box of what a chart is drawn of.
fn bounds(height: f32, ink: &Ink) -> Option<Rect> {
    match ink {
        Ink::Glyphs(glyphs) => Some(bounds_of_glyphs(height, glyphs)),
        Ink::Shape(shape) => Some(bounds_of_points(height, &shape.points)),
        Ink::Rule { .. } | Ink::Picture { .. } => None,
    }
}

/// The box of glyphs that are not turned.
fn bounds_of_glyphs(height: f32, glyphs: &Glyphs) -> Rect {
    let (left, bottom) = (pt(glyphs.left), above_bottom(height, glyphs.baseline));
    let width: f32 = glyphs.glyphs.iter().map(|glyph| glyph.advance).sum();
    Rect::new(left, bottom, left + width, bottom + pt(glyphs.size))
}

fn bounds_of_points(height: f32, points: &[(Pt, Pt)]) -> Rect {
    let mut bounds = Rect::new(f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for (x, y) in points {
        let (x, y) = (pt(*x), above_bottom(height, *y));
        bounds = Rect::new(bounds.x1.min(x), bounds.y1.min(y), bounds.x2.max(x), bounds.y2.max(y));
    }
    bounds
}
