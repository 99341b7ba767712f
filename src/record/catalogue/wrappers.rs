//! What holds values describes itself by what it holds.

use super::content::{Content, Walk};
use super::kind::{IsText, Kind, TextKind};
use super::shape::{Described, Shape};
use crate::source::Spanned;
use crate::yaml::{Decode, Filled, List, Table};

/// A single value that needs its place to be walked through.
pub trait Scalar: Decode {
    fn shape() -> Shape;

    fn content(value: &Spanned<Self>) -> Content<'_>;
}

impl<T: Scalar> Walk for Spanned<T> {
    fn content(&self) -> Content<'_> {
        T::content(self)
    }
}

impl<T: Scalar> Described for Spanned<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl Scalar for String {
    fn shape() -> Shape {
        Shape::Value(Kind::Text(TextKind::Plain))
    }

    fn content(value: &Spanned<Self>) -> Content<'_> {
        Content::Text(TextKind::Plain, value)
    }
}

impl Scalar for bool {
    fn shape() -> Shape {
        Shape::Value(Kind::Truth)
    }

    fn content(value: &Spanned<Self>) -> Content<'_> {
        Content::Truth(value.value, &value.span)
    }
}

impl<T: Walk> Walk for &T {
    fn content(&self) -> Content<'_> {
        (**self).content()
    }
}

impl<T: Walk> Walk for Option<T> {
    fn content(&self) -> Content<'_> {
        self.as_ref().map_or(Content::Absent, Walk::content)
    }
}

impl<T: Described> Described for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Walk> Walk for Box<T> {
    fn content(&self) -> Content<'_> {
        (**self).content()
    }
}

impl<T: Described> Described for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

fn items<T: Walk>(items: &[T]) -> Content<'_> {
    Content::List(items.iter().map(|item| item as &dyn Walk).collect())
}

impl<T: Walk> Walk for Vec<T> {
    fn content(&self) -> Content<'_> {
        items(self)
    }
}

impl<T: Described> Described for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Walk> Walk for List<T> {
    fn content(&self) -> Content<'_> {
        items(self)
    }
}

impl<T: Described> Described for List<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Walk> Walk for Filled<T> {
    fn content(&self) -> Content<'_> {
        items(self)
    }
}

impl<T: Described> Described for Filled<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Walk, K> Walk for Table<T, K> {
    fn content(&self) -> Content<'_> {
        Content::Table(self.iter().map(|(name, value)| (name, value as &dyn Walk)).collect())
    }
}

impl<T: Described, K: IsText> Described for Table<T, K> {
    fn shape() -> Shape {
        let register = match K::KIND {
            TextKind::Name(register) => register,
            _ => None,
        };
        Shape::Table(register, Box::new(T::shape()))
    }
}
