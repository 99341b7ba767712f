//! PNG and JPEG read to their ends, to see that they are whole, how many dots they have, and that these can be printed.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// 5000 by 5000: at 600 dots an inch a picture of 21 cm. More would fill the memory and show nothing.
const MOST_DOTS: u64 = 25_000_000;

/// What is wrong with a picture, and the fix.
pub(super) type Fault = (&'static str, &'static str);

const DAMAGED: Fault = ("已经损坏", "从原件再存一次，最好存成 PNG");

/// How many dots a picture has across and down.
pub(super) type Dots = (u32, u32);

/// Reads a PNG from its first chunk to its last.
pub(super) fn png(bytes: &[u8]) -> Result<Dots, Fault> {
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
pub(super) fn jpeg(bytes: &[u8]) -> Result<Dots, Fault> {
    let options = DecoderOptions::default().set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| DAMAGED)?;
    let (across, down) = decoder.dimensions().ok_or(DAMAGED)?;
    let across = u32::try_from(across).map_err(|_| DAMAGED)?;
    let dots = sensible(across, u32::try_from(down).map_err(|_| DAMAGED)?)?;
    match decoder.input_colorspace() {
        Some(ColorSpace::Luma | ColorSpace::YCbCr | ColorSpace::RGB) => {}
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => {
            return Err(("是 CMYK 印刷色，公文里用不了", "这张 JPEG 是 CMYK 印刷色，请另存为 RGB 的 PNG"));
        }
        _ => return Err(("的颜色认不出", "请另存为 RGB 的 PNG")),
    }
    decoder.decode().map_err(|_| DAMAGED)?;
    // A decoder makes up what is missing in the last row; nothing but the marker of the end tells that it is there.
    if last_marker(bytes, 0xd9) > last_marker(bytes, 0xda) { Ok(dots) } else { Err(DAMAGED) }
}

fn last_marker(bytes: &[u8], marker: u8) -> Option<usize> {
    bytes.windows(2).rposition(|pair| pair == [0xff, marker])
}

fn sensible(across: u32, down: u32) -> Result<Dots, Fault> {
    match u64::from(across) * u64::from(down) {
        0 => Err(DAMAGED),
        1..=MOST_DOTS => Ok((across, down)),
        _ => Err(("的点数太多", "缩小图片再用；印章每英寸 300 到 600 点就够了")),
    }
}
