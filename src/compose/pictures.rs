//! An office's pictures: its seal and the stamp of its signatory, checked by what is in them.

use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::diagnostic::Diagnostic;
use crate::document::{Image, ImageFormat};
use crate::record::office::Office;
use crate::record::rules;
use crate::source::Spanned;

/// 5 MB: a seal's picture of 600 dots an inch has far less.
const MOST_BYTES: u64 = 5 * 1024 * 1024;
/// 5000 by 5000: at 600 dots an inch a picture of 21 cm. More would fill the memory and show nothing.
const MOST_DOTS: u64 = 25_000_000;
/// Of the seals of county organs (国发〔1999〕25号), in mm.
const SEAL_DIAMETER: f64 = 42.0;
/// Of a signatory's stamp, by practice, in mm.
const STAMP_WIDTH: f64 = 40.0;

const PLACE: &str = "把图片放在指挥中心自己的文件夹里，写从那里算起的路径，例如 印章.png";

/// The pictures that an office's papers may carry.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    pub(super) seal: Option<Image>,
    pub(super) stamp: Option<Image>,
}

impl Pictures {
    /// The pictures, each with what it is.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &Image)> {
        [("印章", &self.seal), ("签名章", &self.stamp)]
            .into_iter()
            .filter_map(|(name, image)| image.as_ref().map(|image| (name, image)))
    }

    /// Reads the pictures that the office's file names; what is wrong with one is told at its place there.
    #[must_use]
    pub fn of(office: &Office, folder: &Path, findings: &mut Vec<Diagnostic>) -> Self {
        let mut read = |path: &Spanned<String>, width: f64, description: String| {
            picture(folder, path, width, description).map_err(|finding| findings.push(finding)).ok()
        };
        let issuing = office.issuing.as_ref();
        let seal = issuing.and_then(|issuing| issuing.seal.as_ref()).and_then(|seal| {
            let width = seal.diameter.as_ref().map_or(SEAL_DIAMETER, |diameter| diameter.value.mm());
            read(seal.picture.as_ref()?, width, format!("{}印章", office.name))
        });
        let stamp = issuing.and_then(|issuing| issuing.stamp.as_ref()).and_then(|stamp| {
            let width = stamp.width.as_ref().map_or(STAMP_WIDTH, |width| width.value.mm());
            read(stamp.picture.as_ref()?, width, format!("{}签名章", stamp.name))
        });
        Self { seal, stamp }
    }
}

fn picture(folder: &Path, path: &Spanned<String>, width: f64, description: String) -> Result<Image, Diagnostic> {
    let trouble = |reason: &str, help: &str| {
        rules::FILE_UNREADABLE
            .finding(format!("图片「{path}」{reason}"))
            .at(path.span.first_line(), "写在这里")
            .help(help)
    };
    let file = inside(folder, &path.value).ok_or_else(|| trouble("不在指挥中心的文件夹里", PLACE))?;
    let missing = || trouble("找不到或打不开", PLACE);
    let real = file.canonicalize().map_err(|_| missing())?;
    if !folder.canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
        return Err(trouble("通到了指挥中心的文件夹外面", "不用链接，把图片本身放进来"));
    }
    let metadata = real.metadata().map_err(|_| missing())?;
    if !metadata.is_file() {
        return Err(trouble("不是一个文件", PLACE));
    }
    let mut bytes = Vec::new();
    File::open(&real).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)).map_err(|_| missing())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(trouble("大于 5 MB", "缩小图片再用；印章每英寸 300 到 600 点就够了"));
    }
    let looked = match &bytes[..] {
        [0x89, b'P', b'N', b'G', ..] => png(&bytes).map(|size| (ImageFormat::Png, size)),
        [0xff, 0xd8, ..] => jpeg(&bytes).map(|size| (ImageFormat::Jpeg, size)),
        _ => Err(("不是 PNG 或 JPEG", "用画图等软件另存为 PNG，底色透明的最好")),
    };
    let (format, (across, down)) = looked.map_err(|(reason, help)| trouble(reason, help))?;
    let (across, down) = (f64::from(across), f64::from(down));
    Ok(Image { bytes: Arc::from(bytes), format, width, height: width * down / across, description })
}

/// What is wrong with a picture, and the mend.
type Fault = (&'static str, &'static str);

const DAMAGED: Fault = ("已经损坏", "从原件再存一次，最好存成 PNG");

/// How many dots a picture has across and down.
type Dots = (u32, u32);

/// Reads a PNG from its first chunk to its last.
fn png(bytes: &[u8]) -> Result<Dots, Fault> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(|_| DAMAGED)?;
    let dots = sensible(reader.info().width, reader.info().height)?;
    let mut picture = vec![0; reader.output_buffer_size().ok_or(DAMAGED)?];
    reader.next_frame(&mut picture).map_err(|_| DAMAGED)?;
    reader.finish().map_err(|_| DAMAGED)?;
    Ok(dots)
}

/// Reads a JPEG to its end.
fn jpeg(bytes: &[u8]) -> Result<Dots, Fault> {
    let options = DecoderOptions::default().set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| DAMAGED)?;
    let side = |dots: usize| u32::try_from(dots).map_err(|_| DAMAGED);
    let (across, down) = decoder.dimensions().ok_or(DAMAGED)?;
    let dots = sensible(side(across)?, side(down)?)?;
    match decoder.input_colorspace() {
        Some(ColorSpace::Luma | ColorSpace::YCbCr | ColorSpace::RGB) => {}
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => {
            return Err(("是 CMYK 印刷色，公文里用不了", "这张 JPEG 是 CMYK 印刷色，请另存为 RGB 的 PNG"));
        }
        _ => return Err(("的颜色认不出", "请另存为 RGB 的 PNG")),
    }
    decoder.decode().map_err(|_| DAMAGED)?;
    // A decoder makes up what is missing in the last row; nothing but the marker of the end tells that it is there.
    let last = |marker: u8| bytes.windows(2).rposition(|pair| pair == [0xff, marker]);
    if last(0xd9) > last(0xda) { Ok(dots) } else { Err(DAMAGED) }
}

fn sensible(across: u32, down: u32) -> Result<Dots, Fault> {
    match u64::from(across) * u64::from(down) {
        0 => Err(DAMAGED),
        1..=MOST_DOTS => Ok((across, down)),
        _ => Err(("的点数太多", "缩小图片再用；印章每英寸 300 到 600 点就够了")),
    }
}

/// The path within the folder; `None` for one that is absolute or goes up.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    let is_down = |component: Component| matches!(component, Component::Normal(_) | Component::CurDir);
    path.components().all(is_down).then(|| folder.join(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    /// A PNG of 84 × 42 dots.
    fn whole() -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 84, 42);
        encoder.set_color(png::ColorType::Rgba);
        encoder.write_header().unwrap().write_image_data(&[200; 84 * 42 * 4]).unwrap();
        bytes
    }

    /// The same with a header that says 65535 × 65535.
    fn vast(png: &[u8]) -> Vec<u8> {
        let mut header = b"IHDR\0\0\xff\xff\0\0\xff\xff".to_vec();
        header.extend(&png[24..29]);
        let mut sum = flate2::Crc::new();
        sum.update(&header);
        [&png[..12], &header, &sum.sum().to_be_bytes(), &png[33..]].concat()
    }

    /// A JPEG of 8 × 8 grey dots with so many components.
    fn jpeg_of(components: u8) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
        bytes.extend([1; 64]);
        bytes.extend([0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 8, 0, 8, components]);
        (1..=components).for_each(|component| bytes.extend([component, 0x11, 0]));
        for class in [0x00, 0x10] {
            // One code of one bit: no difference, or the end of the block.
            bytes.extend([0xff, 0xc4, 0, 20, class, 1]);
            bytes.extend([0; 15 + 1]);
        }
        bytes.extend([0xff, 0xda, 0, 6 + 2 * components, components]);
        (1..=components).for_each(|component| bytes.extend([component, 0]));
        bytes.extend([0, 63, 0, 0xff_u8.checked_shr(2 * u32::from(components)).unwrap_or(0), 0xff, 0xd9]);
        bytes
    }

    fn read(folder: &Path, path: &str) -> Result<Image, String> {
        let source = Source::new("office.yaml", path);
        let path = Spanned::new(path.to_owned(), Span::new(&source, 0..path.len()));
        picture(folder, &path, 42.0, "印章".to_owned()).map_err(|finding| {
            assert!(finding.primary.is_some() && finding.help.is_some());
            finding.message
        })
    }

    #[test]
    fn a_picture_is_known_by_what_is_in_it_and_keeps_its_shape() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("印章.jpg"), whole()).unwrap();
        let image = read(folder.path(), "印章.jpg").unwrap();
        assert_eq!((image.format, image.width, image.height), (ImageFormat::Png, 42.0, 21.0));
    }

    #[test]
    fn a_jpeg_is_read_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let told = |bytes: &[u8]| {
            std::fs::write(folder.path().join("印章.jpg"), bytes).unwrap();
            read(folder.path(), "印章.jpg").map(|image| image.format)
        };
        assert_eq!((told(&jpeg_of(1)), told(&jpeg_of(3))), (Ok(ImageFormat::Jpeg), Ok(ImageFormat::Jpeg)));
        let good = jpeg_of(3);
        for cut in 2..good.len() {
            assert_eq!(told(&good[..cut]), Err("图片「印章.jpg」已经损坏".to_owned()), "cut at {cut}");
        }
        assert!(told(&jpeg_of(4)).is_err_and(|message| message.contains("是 CMYK 印刷色")));
    }

    #[test]
    fn a_damage_anywhere_in_a_png_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let told = |bytes: &[u8]| {
            std::fs::write(folder.path().join("印章.png"), bytes).unwrap();
            read(folder.path(), "印章.png").map(|image| image.format)
        };
        let good = whole();
        for at in 8..good.len() {
            assert!(told(&good[..at]).is_err(), "cut at {at}");
            let mut turned = good.clone();
            turned[at] ^= 0x10;
            assert!(told(&turned).is_err(), "turned at {at}");
        }
    }

    #[test]
    fn what_is_no_picture_or_lies_elsewhere_is_refused() {
        let outside = tempfile::tempdir().unwrap();
        let png = whole();
        std::fs::write(outside.path().join("a.png"), &png).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        std::fs::write(here.join("text.png"), "这不是图片").unwrap();
        std::fs::write(here.join("empty.png"), "").unwrap();
        std::fs::write(here.join("cut.png"), &png[..12]).unwrap();
        std::fs::write(here.join("large.png"), [&png[..], &vec![0; 5 * 1024 * 1024]].concat()).unwrap();
        std::fs::write(here.join("vast.png"), vast(&png)).unwrap();
        std::fs::create_dir(here.join("folder.png")).unwrap();
        let absolute = outside.path().join("a.png");
        let mut cases = vec![
            ("没有.png", "找不到"),
            ("text.png", "不是 PNG 或 JPEG"),
            ("empty.png", "不是 PNG 或 JPEG"),
            ("cut.png", "已经损坏"),
            ("large.png", "大于 5 MB"),
            ("vast.png", "的点数太多"),
            ("folder.png", "不是一个文件"),
            ("../a.png", "不在指挥中心的文件夹里"),
            (absolute.to_str().unwrap(), "不在指挥中心的文件夹里"),
        ];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&absolute, here.join("link.png")).unwrap();
            cases.push(("link.png", "通到了指挥中心的文件夹外面"));
        }
        for (path, message) in cases {
            let told = read(here, path);
            assert!(told.as_ref().is_err_and(|told| told.contains(message)), "{path}: {told:?}");
        }
    }
}
