//! Parts of a writer's work done once more by themselves, on what it has made: the files say what went in.

use std::io::{Cursor, Read as _, Write as _};
use std::time::Duration;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::timed;

/// Packs the parts of a docx again.
pub fn zip(docx: &[u8], times: &mut Vec<Duration>) -> zip::result::ZipResult<()> {
    let mut archive = ZipArchive::new(Cursor::new(docx))?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let mut part = Vec::new();
        file.read_to_end(&mut part)?;
        parts.push((file.name()?.into_owned(), part));
    }
    timed(times, || {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in &parts {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            packed.start_file(name.as_str(), options)?;
            packed.write_all(part)?;
        }
        packed.finish().map(drop)
    })
}

/// Deflates the streams of a PDF again.
pub fn deflate(pdf: &[u8], times: &mut Vec<Duration>) {
    let streams: Vec<Vec<u8>> = streams(pdf).filter_map(inflated).collect();
    timed(times, || {
        let deflated = streams.iter().map(|stream| {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
            encoder.write_all(stream).and_then(|()| encoder.finish()).map_or(0, |made| made.len())
        });
        deflated.sum::<usize>()
    });
}

/// What stands behind every `stream` of the file, up to its end.
fn streams(pdf: &[u8]) -> impl Iterator<Item = &[u8]> {
    const MARK: &[u8] = b"\nstream\n";
    let behind = |(at, bytes): (usize, &[u8])| (bytes == MARK).then(|| &pdf[at + MARK.len()..]);
    pdf.windows(MARK.len()).enumerate().filter_map(behind)
}

/// A zlib stream says itself where it ends.
fn inflated(stream: &[u8]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    ZlibDecoder::new(stream).read_to_end(&mut content).ok().map(|_| content)
}
