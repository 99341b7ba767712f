//! A question on the terminal.

use std::io::{self, BufRead as _};

use super::event::Answer;
use super::unwritten::remember;
use crate::diagnostic::gate::Stream;

/// Asks until there is an answer; an end of the input is a no to all.
pub(super) fn ask() -> Answer {
    loop {
        remember(&Stream::Stderr.ask("改吗？y 改，n 不改，a 这一处和后面的都改，q 都不改了："));
        let mut answer = String::new();
        let is_end = io::stdin().lock().read_line(&mut answer).is_ok_and(|length| length == 0);
        match answer.trim() {
            "y" | "Y" | "是" | "改" => return Answer::Yes,
            "n" | "N" | "否" | "不改" => return Answer::No,
            "a" | "A" => return Answer::YesToAll,
            "q" | "Q" => return Answer::NoToAll,
            _ if is_end => return Answer::NoToAll,
            _ => {}
        }
    }
}
