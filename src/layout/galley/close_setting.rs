//! What was set closer so that the signature stands a page earlier.

use super::super::unit::Twip;

/// How a paper was set closer than usual (行距, 字距: 7.3.5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseSetting {
    /// Of a full page.
    pub lines_a_page: i32,
    /// The height of a line, where there are more of them on a page than usual.
    pub pitch: Option<Twip>,
    /// So many paragraphs take a line less than by themselves.
    pub paragraphs: usize,
    pub pages: usize,
    /// So many pages the paper would have else.
    pub pages_else: usize,
}
