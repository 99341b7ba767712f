//! The world that typst sees: one template, one data file, the galley's faces, and no clock.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::PdfError;
use super::faces::Faces;

const TEMPLATE: &str = include_str!("paper.typ");

/// What is the same for every paper of a process. Typst never frees a [`FileId`], so that these two serve all.
struct Fixed {
    library: LazyHash<Library>,
    template: Source,
    data: FileId,
}

impl Fixed {
    fn get() -> Result<&'static Self, PdfError> {
        static FIXED: OnceLock<Result<Fixed, String>> = OnceLock::new();
        FIXED.get_or_init(Self::new).as_ref().map_err(|message| PdfError::Typst(message.clone()))
    }

    fn new() -> Result<Self, String> {
        let id = |path| {
            let path = VirtualPath::new(path).map_err(|error| format!("{error:?}"))?;
            Ok::<_, String>(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        Ok(Self {
            library: LazyHash::new(Library::default()),
            template: Source::new(id("/paper.typ")?, TEMPLATE.to_owned()),
            data: id("/data.json")?,
        })
    }
}

/// One paper's world.
pub struct PaperWorld<'a> {
    fixed: &'static Fixed,
    faces: &'a Faces,
    book: LazyHash<FontBook>,
    data: Bytes,
}

impl<'a> PaperWorld<'a> {
    pub fn new(faces: &'a Faces, data: Vec<u8>) -> Result<Self, PdfError> {
        Ok(Self { fixed: Fixed::get()?, faces, book: LazyHash::new(faces.book()), data: Bytes::new(data) })
    }
}

impl World for PaperWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixed.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.fixed.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.fixed.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.fixed.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
