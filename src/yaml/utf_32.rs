//! UTF-32, four bytes a character: editors offer it, and the encodings of the web, which we read otherwise, lack it.

/// A text in UTF-32, without its byte-order mark.
pub(super) struct Utf32 {
    pub(super) text: String,
    /// Every four bytes are a character, and none is left over.
    pub(super) is_whole: bool,
}

/// One of the two orders of the four bytes.
type Order = fn([u8; 4]) -> u32;

const MARKS: [([u8; 4], Order); 2] =
    [([0xff, 0xfe, 0, 0], u32::from_le_bytes), ([0, 0, 0xfe, 0xff], u32::from_be_bytes)];

/// UTF-32 by its byte-order mark or, without one, because every four bytes are a character, which no other text is.
///
/// UTF-16 whose first character is NUL begins as UTF-32 does; no record is that.
pub(super) fn recognised(bytes: &[u8]) -> Option<Utf32> {
    for (mark, order) in MARKS {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            return Some(decoded(rest, order));
        }
    }
    if bytes.is_empty() {
        return None;
    }
    let mut orders = MARKS.into_iter().map(|(_, order)| order).filter(|order| is_whole(bytes, *order));
    orders.find_map(|order| Some(decoded(bytes, order)).filter(|read| !read.text.contains('\0')))
}

/// Whether every four bytes are a character. Of other texts that is seen from their first characters.
fn is_whole(bytes: &[u8], order: Order) -> bool {
    let (groups, rest) = bytes.as_chunks::<4>();
    rest.is_empty() && groups.iter().all(|group| char::from_u32(order(*group)).is_some())
}

fn decoded(bytes: &[u8], order: Order) -> Utf32 {
    let (groups, _) = bytes.as_chunks::<4>();
    let characters = groups.iter().map(|group| char::from_u32(order(*group)).unwrap_or(char::REPLACEMENT_CHARACTER));
    Utf32 { text: characters.collect(), is_whole: is_whole(bytes, order) }
}
