//! The program `zhoubao`.

fn main() {}
