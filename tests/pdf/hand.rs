//! A paper placed by hand: elements, and each of their lines on the page, 22 to a page.

use zhoubao::document::{Form, Image, Margins, WordFonts};
use zhoubao::layout::fonts::{FaceId, Fonts, Role};
use zhoubao::layout::{
    Blank, Colour, Drawn, Element, Galley, Glyph, Glyphs, Ink, Line, Mm, OriginId, Origins, Page, Paragraph, Part,
    Piece, Pt, Style, Table, Twip, page,
};

const LINES: usize = 22;
/// Height of a line of the grid.
const GRID: Twip = Twip(592);
/// Between Han and a Latin letter or digit, in em.
const GAP: f64 = 0.2;

pub struct Hand<'a> {
    pub fonts: &'a Fonts,
    pub galley: Galley,
    /// On the page begun last.
    lines: usize,
}

impl<'a> Hand<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        let galley = Galley {
            form: Form::default(),
            margins: Margins::default(),
            word_fonts: WordFonts::default(),
            title: "标题".to_owned(),
            author: String::new(),
            date: None,
            pitch: GRID,
            closed_up: None,
            elements: Vec::new(),
            pages: vec![Page { landscape: false, drawn: Vec::new() }],
            origins: Origins::default(),
        };
        Self { fonts, galley, lines: 0 }
    }

    /// A paper of body paragraphs, each of one line.
    pub fn plain(fonts: &'a Fonts, lines: &[&str]) -> Galley {
        let mut hand = Self::new(fonts);
        for line in lines {
            hand.paragraph(Style::Body, &[(0.0, line)]);
        }
        hand.galley
    }

    /// Lines with the tracking of each in points.
    pub fn paragraph(&mut self, style: Style, lines: &[(f64, &str)]) {
        let part = Part::Element(self.galley.elements.len());
        let mut set = paragraph(style);
        for (tracking, text) in lines {
            set.lines.push(line(self.fonts, style.role(), text));
            let (left, baseline) = self.next_line();
            self.text(part, style.role(), style.size(), *tracking, text, left, baseline);
        }
        self.galley.elements.push(Element::Paragraph(set));
    }

    pub fn blank(&mut self) {
        self.galley.elements.push(Element::Blank(Blank { height: GRID, keep_next: false }));
        self.next_line();
    }

    pub fn table(&mut self, table: Table) {
        for (row, cells) in table.rows.iter().enumerate() {
            for (cell, set) in cells.cells.iter().enumerate() {
                for (index, paragraph) in set.paragraphs.iter().enumerate() {
                    let element = self.galley.elements.len();
                    let part = Part::Cell { element, row, cell, paragraph: index };
                    let (role, size) = (paragraph.style.role(), paragraph.style.size());
                    for line in &paragraph.lines {
                        let text: String = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
                        let (left, baseline) = self.next_line();
                        self.text(part, role, size, 0.0, &text, left, baseline);
                    }
                }
            }
        }
        self.galley.elements.push(Element::Table(table));
    }

    pub fn picture(&mut self, part: Part, image: Image) {
        self.mark(part, Ink::Picture { image, left: Mm(100.0).pt(), top: Mm(100.0).pt() });
    }

    /// — 1 — at the foot of every page.
    pub fn number_pages(&mut self) {
        for (index, page) in self.galley.pages.iter_mut().enumerate() {
            let text = format!("— {} —", index + 1);
            let left = Mm(if index % 2 == 0 { 160.0 } else { 33.0 }).pt();
            let baseline = Mm(269.0).pt();
            let runs = runs(self.fonts, Role::SongTi, page::SMALL_SIZE, 0.0, &text, left, baseline);
            page.drawn.extend(runs.into_iter().map(|glyphs| Drawn { part: Part::Artifact, ink: Ink::Glyphs(glyphs) }));
        }
    }

    pub fn mark(&mut self, part: Part, ink: Ink) {
        let page = self.galley.pages.last_mut().expect("a page");
        page.drawn.push(Drawn { part, ink });
    }

    #[expect(clippy::too_many_arguments, reason = "a place has two lengths")]
    fn text(&mut self, part: Part, role: Role, size: Pt, tracking: f64, text: &str, left: Pt, baseline: Pt) {
        for glyphs in runs(self.fonts, role, size, tracking, text, left, baseline) {
            self.mark(part, Ink::Glyphs(glyphs));
        }
    }

    /// Where the next line's text begins.
    fn next_line(&mut self) -> (Pt, Pt) {
        if self.lines == LINES {
            self.galley.pages.push(Page { landscape: false, drawn: Vec::new() });
            self.lines = 0;
        }
        let lines = f64::from(u32::try_from(self.lines).expect("at most 22"));
        self.lines += 1;
        (page::LEFT.pt(), Pt(page::TOP.pt().0 + 0.88 * 16.0 + lines * 29.61))
    }
}

pub fn paragraph(style: Style) -> Paragraph {
    Paragraph { forced: true, ..Paragraph::new(style, GRID) }
}

/// Pieces end where the face changes and between Han and Latin, where a gap stands.
pub fn line(fonts: &Fonts, role: Role, text: &str) -> Line {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let face = fonts.face_for(role, character).unwrap_or_else(|| fonts.role(role));
        let gap = before.is_some_and(|before| is_gap(before, character));
        push(&mut pieces, character, face, gap);
        before = Some(character);
    }
    Line { pieces, tracking: Twip(0), fragile: false }
}

fn push(pieces: &mut Vec<Piece>, character: char, face: FaceId, gap: bool) {
    match pieces.last_mut() {
        Some(last) if last.face == face && !gap => last.text.push(character),
        _ => pieces.push(Piece { text: character.to_string(), face, origin: OriginId::default(), gap, tab: false }),
    }
}

fn is_gap(a: char, b: char) -> bool {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '〇';
    (han(a) && b.is_ascii_alphanumeric()) || (a.is_ascii_alphanumeric() && han(b))
}

/// The line's pieces side by side.
pub fn runs(fonts: &Fonts, role: Role, size: Pt, tracking: f64, text: &str, left: Pt, baseline: Pt) -> Vec<Glyphs> {
    let mut x = left.0;
    let run = |piece: Piece| {
        x += if piece.gap { GAP * size.0 } else { 0.0 };
        let left = Pt(x);
        let glyph = |character| {
            let (id, advance) = fonts.glyph(piece.face, character);
            #[expect(clippy::cast_possible_truncation, reason = "a character is some 16 pt wide")]
            let advance = (advance * size.0 + tracking) as f32;
            Glyph { id, advance, origin: OriginId::default() }
        };
        let glyphs: Vec<Glyph> = piece.text.chars().map(glyph).collect();
        x += glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum::<f64>();
        Glyphs {
            text: piece.text.into(),
            face: piece.face,
            size,
            stretch: 100,
            colour: Colour::Black,
            left,
            baseline,
            glyphs,
            turned: false,
        }
    };
    line(fonts, role, text).pieces.into_iter().map(run).collect()
}
