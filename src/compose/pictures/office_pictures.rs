//! Which pictures an office's papers may carry, and how large they are printed.

use std::path::Path;

use super::image_file::{WantedImage, read_image};
use crate::diagnostic::Diagnostic;
use crate::document::Image;
use crate::record::office::Office;

/// Of the seals of county organs (国发〔1999〕25号), in mm.
const SEAL_DIAMETER: f64 = 42.0;
/// Of a signatory's stamp, by practice, in mm.
const STAMP_WIDTH: f64 = 40.0;

/// The pictures that an office's papers may carry.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    pub(in crate::compose) seal: Option<Image>,
    pub(in crate::compose) stamp: Option<Image>,
}

impl Pictures {
    /// The pictures, each with what it is.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &Image)> {
        [("印章", &self.seal), ("签名章", &self.stamp)]
            .into_iter()
            .filter_map(|(name, image)| image.as_ref().map(|image| (name, image)))
    }

    /// Reads the pictures that the office's file names; what is wrong with one is reported at its place there.
    #[must_use]
    pub fn read(office: &Office, folder: &Path, findings: &mut Vec<Diagnostic>) -> Self {
        let mut pictures = Self::default();
        let Some(issuing) = &office.issuing else { return pictures };
        if let Some(seal) = &issuing.seal
            && let Some(path) = &seal.picture
        {
            let width = seal.diameter.as_ref().map_or(SEAL_DIAMETER, |diameter| diameter.value.mm());
            let wanted = WantedImage { path, width, description: format!("{}印章", office.name) };
            pictures.seal = read_image(folder, wanted).map_err(|finding| findings.push(finding)).ok();
        }
        if let Some(stamp) = &issuing.stamp
            && let Some(path) = &stamp.picture
        {
            let width = stamp.width.as_ref().map_or(STAMP_WIDTH, |width| width.value.mm());
            let wanted = WantedImage { path, width, description: format!("{}签名章", stamp.name) };
            pictures.stamp = read_image(folder, wanted).map_err(|finding| findings.push(finding)).ok();
        }
        pictures
    }
}
