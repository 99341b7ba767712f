//! An input as a seed and edits to it.

use bolero::TypeGenerator;

/// Which seed, and what is done to it.
#[derive(Debug, Clone, TypeGenerator)]
pub struct Script {
    seed: u8,
    edits: Vec<Edit>,
}

/// One edit, at a share of the text's length.
#[derive(Debug, Clone, TypeGenerator)]
struct Edit {
    at: u16,
    what: What,
    word: u8,
    length: u8,
}

#[derive(Debug, Clone, Copy, TypeGenerator)]
enum What {
    InsertWord,
    ReplaceByWord,
    ReplaceValue,
    Delete,
    DeleteLine,
    RepeatLine,
    RepeatMuch,
    Indent,
    LineOfAnotherSeed,
    Cut,
    Byte,
}

/// So many edits leave something of the seed.
const MOST_EDITS: usize = 12;

impl Script {
    pub fn applied_to(&self, seeds: &[&str], words: &[&str]) -> Vec<u8> {
        let mut text = seeds[usize::from(self.seed) % seeds.len()].to_owned();
        let mut bytes = Vec::new();
        for edit in self.edits.iter().take(MOST_EDITS) {
            match edit.what {
                What::Byte => bytes.push((edit.at, edit.word)),
                _ => edit.apply(&mut text, seeds, words),
            }
        }
        let mut text = text.into_bytes();
        for (at, byte) in bytes {
            let at = share(at, text.len());
            text.insert(at, byte);
        }
        text
    }
}

fn share(at: u16, length: usize) -> usize {
    length * usize::from(at) / usize::from(u16::MAX)
}

impl Edit {
    fn apply(&self, text: &mut String, seeds: &[&str], words: &[&str]) {
        let at = text.floor_char_boundary(share(self.at, text.len()));
        let end = text.ceil_char_boundary((at + usize::from(self.length)).min(text.len()));
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
        let word = words[usize::from(self.word) % words.len()];
        match self.what {
            What::InsertWord => text.insert_str(at, word),
            What::ReplaceByWord => text.replace_range(at..end, word),
            What::ReplaceValue => {
                let colon = text[line..line_end].find(": ").map_or(at, |colon| line + colon + 2);
                text.replace_range(colon..line_end.max(colon), &format!("{word}\n"));
            }
            What::Delete => text.replace_range(at..end, ""),
            What::DeleteLine => text.replace_range(line..line_end, ""),
            What::RepeatLine => {
                let repeated = text[line..line_end].to_owned();
                text.insert_str(line, &repeated);
            }
            What::RepeatMuch => text.insert_str(at, &text[at..end].repeat(usize::from(self.word) * 4)),
            What::Indent => text.insert_str(line, &" ".repeat(usize::from(self.length % 9))),
            What::LineOfAnotherSeed => {
                let other = seeds[usize::from(self.word) % seeds.len()];
                let lines = other.lines().count().max(1);
                let foreign = other.lines().nth(usize::from(self.length) * 7 % lines).unwrap_or_default();
                text.insert_str(line, &format!("{foreign}\n"));
            }
            What::Cut => text.truncate(at),
            What::Byte => {}
        }
    }
}
