//! A picture's file: where it may lie, how large it may be, and what is in it.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::dots::{Dots, Fault, jpeg, png};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::document::{Image, ImageFormat};
use crate::source::Spanned;
use crate::yaml::bytes::unreadable;
use crate::yaml::rules;

/// 5 MB: a seal's picture of 600 dots an inch has far less.
const MOST_BYTES: u64 = 5 * 1024 * 1024;

const ELSEWHERE: Fault = ("不在指挥中心的文件夹里", PLACE);
const MISSING: Fault = ("找不到或打不开", PLACE);
const NO_FILE: Fault = ("不是一个文件", PLACE);
const OUTSIDE: Fault = ("通到了指挥中心的文件夹外面", "不用链接，把图片本身放进来");
const TOO_LARGE: Fault = ("大于 5 MB", "缩小图片再用；印章每英寸 300 到 600 点就够了");
const PLACE: &str = "把图片放在指挥中心自己的文件夹里，写从那里算起的路径，例如 印章.png";

/// A picture that an office's file names.
pub(super) struct WantedImage<'a> {
    /// From the office's folder.
    pub(super) path: &'a Spanned<String>,
    /// As it is printed, in mm.
    pub(super) width: f64,
    pub(super) description: String,
}

/// Reads a picture within `folder`.
///
/// # Errors
/// What is wrong with it, at its path in the office's file.
pub(super) fn read_image(folder: &Path, wanted: WantedImage) -> Result<Image, Diagnostic> {
    let WantedImage { path, width, description } = wanted;
    let (bytes, format, (across, down)) = looked_at(folder, &path.value).map_err(|refused| {
        let finding = match refused {
            Refused::Fault((reason, help)) => {
                rules::FILE_UNREADABLE.finding(format!("图片「{path}」{reason}")).help(help)
            }
            Refused::Unread(error) => unreadable(&format!("图片「{path}」打不开"), &error),
        };
        finding.at(path.span.first_line(), "写在这里")
    })?;
    let height = width * f64::from(down) / f64::from(across);
    Ok(Image { bytes: Arc::from(bytes), format, width, height, description })
}

/// Why a picture is not used.
enum Refused {
    Fault(Fault),
    Unread(ReadError),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<ReadError> for Refused {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Missing | ReadError::Link | ReadError::NoFolder => Self::Fault(MISSING),
            ReadError::Folder | ReadError::Special => Self::Fault(NO_FILE),
            ReadError::TooLarge { .. } => Self::Fault(TOO_LARGE),
            ReadError::NoText | ReadError::Machine(_) => Self::Unread(error),
        }
    }
}

fn looked_at(folder: &Path, path: &str) -> Result<(Vec<u8>, ImageFormat, Dots), Refused> {
    let file = inside(folder, path).ok_or(ELSEWHERE)?;
    let real = file.canonicalize().map_err(|error| ReadError::from_system(&file, error))?;
    if !folder.canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
        return Err(OUTSIDE.into());
    }
    let bytes = disk::bytes(&real, MOST_BYTES)?;
    let (format, dots) = match &bytes[..] {
        [0x89, b'P', b'N', b'G', ..] => (ImageFormat::Png, png(&bytes)?),
        [0xff, 0xd8, ..] => (ImageFormat::Jpeg, jpeg(&bytes)?),
        _ => return Err(("不是 PNG 或 JPEG", "用画图等软件另存为 PNG，底色透明的最好").into()),
    };
    Ok((bytes, format, dots))
}

/// The path within the folder; `None` for one that is absolute or goes up.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    path.components().all(is_down).then(|| folder.join(path))
}

fn is_down(component: Component) -> bool {
    matches!(component, Component::Normal(_) | Component::CurDir)
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

    /// The PNG `png` with a header that says 65535 × 65535.
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
        let wanted = WantedImage { path: &path, width: 42.0, description: "印章".to_owned() };
        read_image(folder, wanted).map_err(|finding| {
            assert!(finding.primary.is_some() && finding.help.is_some());
            finding.message
        })
    }

    /// The format that is read from a file with these bytes.
    fn format(folder: &Path, bytes: &[u8]) -> Result<ImageFormat, String> {
        std::fs::write(folder.join("印章.jpg"), bytes).unwrap();
        read(folder, "印章.jpg").map(|image| image.format)
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
        for components in [1, 3] {
            assert_eq!(format(folder.path(), &jpeg_of(components)), Ok(ImageFormat::Jpeg));
        }
        let good = jpeg_of(3);
        for cut in 2..good.len() {
            assert_eq!(format(folder.path(), &good[..cut]), Err("图片「印章.jpg」已经损坏".to_owned()), "cut at {cut}");
        }
        assert!(format(folder.path(), &jpeg_of(4)).is_err_and(|message| message.contains("是 CMYK 印刷色")));
    }

    #[test]
    fn a_damage_anywhere_in_a_png_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let good = whole();
        for at in 8..good.len() {
            assert!(format(folder.path(), &good[..at]).is_err(), "cut at {at}");
            let mut turned = good.clone();
            turned[at] ^= 0x10;
            assert!(format(folder.path(), &turned).is_err(), "turned at {at}");
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
            let image = read(here, path);
            assert!(image.as_ref().is_err_and(|said| said.contains(message)), "{path}: {image:?}");
        }
    }
}
