//! A picture in greys (PGM).

/// A page as an engine draws it.
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// Reads a file in the format's form of bytes (P5), with comments left out.
    pub fn read(file: &[u8]) -> Self {
        let mut at = 0;
        let mut words = Vec::new();
        while words.len() < 4 {
            let word: Vec<u8> = file[at..].iter().copied().take_while(|byte| !byte.is_ascii_whitespace()).collect();
            at += word.len() + 1;
            if word.first() == Some(&b'#') {
                at += file[at - 1..].iter().take_while(|byte| **byte != b'\n').count();
            } else if !word.is_empty() {
                words.push(String::from_utf8(word).expect("a number"));
            }
        }
        assert_eq!(words[0], "P5");
        let [width, height] = [&words[1], &words[2]].map(|word| word.parse().expect("a number"));
        let pixels = file[at..].to_vec();
        assert_eq!(pixels.len(), width * height);
        Self { width, height, pixels }
    }

    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.pixels.chunks(self.width)
    }

    /// The pixels at a place and around it.
    pub fn around(&self, column: usize, row: usize) -> impl Iterator<Item = u8> {
        let rows = row.saturating_sub(1)..(row + 2).min(self.height);
        let columns = column.saturating_sub(1)..(column + 2).min(self.width);
        rows.flat_map(move |row| self.pixels[row * self.width..][columns.clone()].iter().copied())
    }
}
