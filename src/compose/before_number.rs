//! A name behind which a number is printed.

/// Whether nobody could tell where the name ends and the number begins: 12345 and 3 are not 123453. Such a name stands in
/// quotation marks, “12345”3件.
pub(super) fn runs_into_number(name: &str) -> bool {
    name.ends_with(|c: char| c.is_ascii_alphanumeric())
}
