//! What the parts of a file share while they are written.

use super::media::Media;
use super::package;
use crate::document::{Form, Margins, WordFonts};
use crate::layout::fonts::Fonts;
use crate::layout::{Galley, Twip};

/// What the parts of a file share while they are written.
pub(super) struct Context<'a> {
    pub fonts: &'a Fonts,
    /// The families that the file names.
    pub word_fonts: &'a WordFonts,
    /// The grid's line pitch.
    pub pitch: Twip,
    pub margins: Margins,
    pub form: Form,
    /// The footers' parts, in the order in which sections asked for them.
    pub footers: Vec<Vec<u8>>,
    /// The pictures, in the order in which they first occur.
    pub pictures: Vec<Media<'a>>,
    /// The names of the bookmarks so far, without their numbers.
    bookmarks: Vec<&'static str>,
    last_id: u32,
}

impl<'a> Context<'a> {
    pub fn new(galley: &'a Galley, fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            word_fonts: &galley.word_fonts,
            pitch: galley.pitch,
            margins: galley.margins,
            form: galley.form,
            footers: Vec::new(),
            pictures: Vec::new(),
            bookmarks: Vec::new(),
            last_id: 0,
        }
    }

    /// A number that no other bookmark or drawing of the file has.
    pub fn new_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// A bookmark's name that no other of the file has: itself, and from the second of the name on with its number.
    pub fn bookmark(&mut self, name: &'static str) -> String {
        self.bookmarks.push(name);
        match self.bookmarks.iter().filter(|known| **known == name).count() {
            1 => name.to_owned(),
            count => format!("{name}_{count}"),
        }
    }

    /// Takes a picture in and tells which of the file's it is; a picture that stands twice is in the file once.
    pub fn picture(&mut self, picture: Media<'a>) -> usize {
        let known = self.pictures.iter().position(|other| *other == picture);
        known.unwrap_or_else(|| {
            self.pictures.push(picture);
            self.pictures.len() - 1
        })
    }

    /// Takes a footer's part in and tells by what sections refer to it; those that are alike are in the file once.
    pub fn footer(&mut self, part: Vec<u8>) -> String {
        let known = self.footers.iter().position(|other| *other == part);
        package::footer_id(known.unwrap_or_else(|| {
            self.footers.push(part);
            self.footers.len() - 1
        }))
    }
}
