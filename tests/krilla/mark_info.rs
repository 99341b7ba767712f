//! What the catalogue says of the file's tags.

/// Krilla writes what PDF/UA-1 (7.1) takes for granted where nothing is written. Poppler wants a name there, in place of
/// the boolean that the standard of PDF has, and warns of every file.
const MARKED: &[u8] = b"/MarkInfo<</Marked true/Suspects false>>";
const SUSPECTS: &[u8] = b"/Suspects false";

/// The file without it: blanks stand in its place, so that nothing moves.
pub fn without_suspects(mut file: Vec<u8>) -> Vec<u8> {
    // The catalogue is among the last things in a file, behind all that a paper says.
    if let Some(start) = file.windows(MARKED.len()).rposition(|window| window == MARKED) {
        let end = start + MARKED.len() - b">>".len();
        if let Some(entry) = file.get_mut(end - SUSPECTS.len()..end) {
            entry.fill(b' ');
        }
    }
    file
}
