//! Pictures.

use std::io::Cursor;

use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;

use super::deflated::deflated;
use super::error::PdfError;
use super::pt;
use super::refs::Refs;
use crate::document::{Image, ImageFormat};
use crate::layout::Mm;

/// A picture of a paper.
pub struct Picture {
    /// Among the paper's pictures.
    pub index: usize,
    /// In pt.
    pub width: f32,
    pub height: f32,
    dots: Dots,
}

/// A picture's dots, as a file has them.
struct Dots {
    across: i32,
    down: i32,
    bytes: Vec<u8>,
    filter: Filter,
    is_grey: bool,
    /// How opaque each dot is, deflated.
    opacity: Option<Vec<u8>>,
}

impl Picture {
    pub fn read(image: &Image, index: usize) -> Result<Self, PdfError> {
        let refused = |reason: String| PdfError::Picture { description: image.description.clone(), reason };
        let (width, height) = (pt(Mm(image.width).pt()), pt(Mm(image.height).pt()));
        if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
            return Err(refused(format!("宽{}毫米、高{}毫米不是可用的尺寸", image.width, image.height)));
        }
        if image.description.trim().is_empty() {
            return Err(PdfError::Standard("图片没有说明文字".to_owned()));
        }
        let dots = match image.format {
            ImageFormat::Png => png(&image.bytes).map_err(|error| refused(error.to_string()))?,
            ImageFormat::Jpeg => jpeg(&image.bytes).map_err(refused)?,
        };
        Ok(Self { index, width, height, dots })
    }

    /// What the pages call it.
    pub fn name(&self) -> String {
        format!("P{}", self.index)
    }

    /// Draws it into a box on a page.
    pub fn draw(&self, bounds: Rect, content: &mut Content) {
        content.save_state();
        content.transform([self.width, 0.0, 0.0, self.height, bounds.x1, bounds.y1]);
        content.x_object(Name(self.name().as_bytes()));
        content.restore_state();
    }

    pub fn write(&self, pdf: &mut Pdf, id: Ref, refs: &mut Refs) {
        let dots = &self.dots;
        let opacity = dots.opacity.as_ref().map(|opacity| (refs.next(), opacity));
        let mut picture = pdf.image_xobject(id, &dots.bytes);
        picture.width(dots.across).height(dots.down).bits_per_component(8).filter(dots.filter);
        if dots.is_grey {
            picture.color_space().device_gray();
        } else {
            picture.color_space().device_rgb();
        }
        if let Some((mask, _)) = opacity {
            picture.s_mask(mask);
        }
        picture.finish();
        if let Some((id, opacity)) = opacity {
            let mut mask = pdf.image_xobject(id, opacity);
            mask.width(dots.across).height(dots.down).bits_per_component(8).filter(Filter::FlateDecode);
            mask.color_space().device_gray();
        }
    }
}

fn png(bytes: &[u8]) -> Result<Dots, png::DecodingError> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut buffer = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = reader.next_frame(&mut buffer)?;
    let samples = buffer.get(..frame.buffer_size()).unwrap_or_default();
    let colours = match frame.color_type {
        png::ColorType::Grayscale | png::ColorType::GrayscaleAlpha | png::ColorType::Indexed => 1,
        png::ColorType::Rgb | png::ColorType::Rgba => 3,
    };
    let has_opacity = matches!(frame.color_type, png::ColorType::GrayscaleAlpha | png::ColorType::Rgba);
    let dots = samples.chunks_exact(colours + usize::from(has_opacity));
    let colour: Vec<u8> = dots.clone().filter_map(|dot| dot.get(..colours)).flatten().copied().collect();
    let opacity: Option<Vec<u8>> = has_opacity.then(|| dots.filter_map(|dot| dot.last()).copied().collect());
    Ok(Dots {
        across: i32::try_from(frame.width).unwrap_or_default(),
        down: i32::try_from(frame.height).unwrap_or_default(),
        bytes: deflated(&colour),
        filter: Filter::FlateDecode,
        is_grey: colours == 1,
        opacity: opacity.map(|opacity| deflated(&opacity)),
    })
}

/// A JPEG stands in the file as it is.
fn jpeg(bytes: &[u8]) -> Result<Dots, String> {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes));
    decoder.decode_headers().map_err(|error| error.to_string())?;
    let (across, down) = decoder.dimensions().ok_or("没有尺寸")?;
    let is_grey = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => true,
        Some(ColorSpace::YCbCr | ColorSpace::RGB) => false,
        other => return Err(format!("颜色 {other:?} 用不了")),
    };
    Ok(Dots {
        across: i32::try_from(across).unwrap_or_default(),
        down: i32::try_from(down).unwrap_or_default(),
        bytes: bytes.to_vec(),
        filter: Filter::DctDecode,
        is_grey,
        opacity: None,
    })
}
