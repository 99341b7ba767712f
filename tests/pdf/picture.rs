//! A picture as small as can be.

use std::io::Write;
use std::sync::Arc;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use zhoubao::document::{Image, ImageFormat};

/// A seal of one red pixel, 42 mm wide and high.
pub fn seal() -> Image {
    let mut header = Vec::new();
    // One pixel by one, of 8 bits for each of red, green and blue.
    header.extend(1_u32.to_be_bytes());
    header.extend(1_u32.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::fast());
    pixels.write_all(&[0, 255, 0, 0]).expect("pixels");
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"IDAT", &pixels.finish().expect("compressed pixels"));
    chunk(&mut png, *b"IEND", &[]);
    image(png)
}

pub fn image(png: Vec<u8>) -> Image {
    let description = "盘龙区指挥中心印章".to_owned();
    Image { bytes: Arc::from(png), format: ImageFormat::Png, width: 42.0, height: 42.0, description }
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    png.extend(u32::try_from(data.len()).expect("a small chunk").to_be_bytes());
    png.extend(name);
    png.extend(data);
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(data);
    png.extend(sum.sum().to_be_bytes());
}
