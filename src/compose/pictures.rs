//! An office's pictures: its seal and the stamp of its signatory, checked by what is in them.

use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use imagesize::ImageType;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Image, ImageFormat};
use crate::record::office::Office;
use crate::source::Spanned;

/// 5 MB: a seal's picture of 600 dots an inch has far less.
const MOST_BYTES: u64 = 5 * 1024 * 1024;
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
        Diagnostic::error(Code::FileUnreadable, format!("图片「{path}」{reason}"))
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
    let format = match imagesize::image_type(&bytes) {
        Ok(ImageType::Png) => ImageFormat::Png,
        Ok(ImageType::Jpeg) => ImageFormat::Jpeg,
        _ => return Err(trouble("不是 PNG 或 JPEG", "用画图等软件另存为 PNG，底色透明的最好")),
    };
    let size = imagesize::blob_size(&bytes).ok().and_then(|size| {
        let side = |dots: usize| u16::try_from(dots).ok().filter(|dots| *dots > 0).map(f64::from);
        Some((side(size.width)?, side(size.height)?))
    });
    let (across, down) = size.ok_or_else(|| trouble("已经损坏", "从原件再存一次"))?;
    Ok(Image { bytes: Arc::from(bytes), format, width, height: width * down / across, description })
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

    /// A PNG's signature and header, of 840 × 420 dots.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x48\0\0\x01\xa4\x08\x06\0\0\0";

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
        std::fs::write(folder.path().join("印章.jpg"), PNG).unwrap();
        let image = read(folder.path(), "印章.jpg").unwrap();
        assert_eq!((image.format, image.width, image.height), (ImageFormat::Png, 42.0, 21.0));
    }

    #[test]
    fn what_is_no_picture_or_lies_elsewhere_is_refused() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("a.png"), PNG).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        std::fs::write(here.join("text.png"), "这不是图片").unwrap();
        std::fs::write(here.join("empty.png"), "").unwrap();
        std::fs::write(here.join("cut.png"), &PNG[..12]).unwrap();
        std::fs::write(here.join("large.png"), [PNG, &vec![0; 5 * 1024 * 1024]].concat()).unwrap();
        std::fs::create_dir(here.join("folder.png")).unwrap();
        let absolute = outside.path().join("a.png");
        let mut cases = vec![
            ("没有.png", "找不到"),
            ("text.png", "不是 PNG 或 JPEG"),
            ("empty.png", "不是 PNG 或 JPEG"),
            ("cut.png", "已经损坏"),
            ("large.png", "大于 5 MB"),
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
