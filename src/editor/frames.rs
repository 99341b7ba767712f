//! Messages on a pipe: a header with the length, an empty line, JSON.

use std::io::{self, BufRead, Read as _, Write};

use serde_json::Value;

/// A longer message is no editor's.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
const LONGEST_HEADER: u64 = 8 * 1024;

/// The next message, an error within it if it is no JSON; `None` at the end of the stream.
///
/// # Errors
/// The stream breaks off, or what stands there is no frame: where the next one would begin nobody knows.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Result<Value, serde_json::Error>>> {
    let mut length = None;
    loop {
        let mut header = Vec::new();
        input.take(LONGEST_HEADER).read_until(b'\n', &mut header)?;
        if header.is_empty() && length.is_none() {
            return Ok(None);
        }
        match header_line(&header).ok_or_else(|| wrong("消息头不完整"))? {
            "" => break,
            line => {
                let (name, value) = line.split_once(':').ok_or_else(|| wrong("消息头里没有冒号"))?;
                if name.eq_ignore_ascii_case("Content-Length") {
                    length = value.trim().parse::<u64>().ok();
                }
            }
        }
    }
    let Some(length) = length.filter(|length| *length <= MOST_BYTES) else {
        return Err(wrong("消息的长度不对"));
    };
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    if body.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(serde_json::from_slice(&body)))
}

/// A line of the header, without its end; `None` where it has none, or is no text.
fn header_line(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()?.strip_suffix('\n').map(str::trim_end)
}

fn wrong(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

pub(super) fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_is_read_and_a_bad_body_does_not_end_the_talk() {
        let mut pipe = Vec::new();
        write(&mut pipe, &json!({"甲": "𠮷"})).unwrap_or_default();
        pipe.extend(b"content-type: x\r\nContent-Length: 3\r\n\r\n{]}");
        write(&mut pipe, &json!(2)).unwrap_or_default();
        let mut input = pipe.as_slice();
        assert!(matches!(read(&mut input), Ok(Some(Ok(message))) if message == json!({"甲": "𠮷"})));
        assert!(matches!(read(&mut input), Ok(Some(Err(_)))));
        assert!(matches!(read(&mut input), Ok(Some(Ok(message))) if message == json!(2)));
        assert!(matches!(read(&mut input), Ok(None)));
    }

    #[test]
    fn noise_and_boundless_lengths_are_refused() {
        for noise in [
            "garbage\n",
            "\r\n",
            "Content-Length: 99999999999999\r\n\r\n",
            "Content-Length: -1\r\n\r\n",
            "Content-Length: 9\r\n\r\n{}",
        ] {
            assert!(read(&mut noise.as_bytes()).is_err(), "{noise:?}");
        }
        assert!(read(&mut "x".repeat(100_000).as_bytes()).is_err());
    }
}
