//! Whose a value of a record is.

/// Whose value is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Names stand here.
    Name,
    /// Numbers or accounts stand here.
    Number,
    /// A place where somebody lives, kept as a whole.
    Address,
    /// A key that says nothing, within a person's map.
    Persons,
    /// Anything else.
    Nobodys,
}
