//! Texts that say by their type what they are: the name of a firm, what has happened, a heading.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::catalogue::{Content, Described, IsText, Kind, Shape, TextKind, Walk};
use super::register::Register;
use crate::source::Spanned;
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode, Problems};

/// A text and its place; `K` says what it is.
pub struct Text<K> {
    written: Spanned<String>,
    kind: PhantomData<fn() -> K>,
}

/// A name out of the register `R`, or out of none.
pub type Name<R> = Text<R>;
/// Tells what has happened.
pub type Story = Text<kinds::Story>;
/// The body of a section: tells what has happened, and may count.
pub type Passage = Text<kinds::Passage>;
/// Tells what will be done.
pub type Plan = Text<kinds::Plan>;
pub type Heading = Text<kinds::Heading>;
/// The name of a paper, printed between 《》.
pub type Title = Text<kinds::Title>;

macro_rules! kinds {
    ($( $name:ident => $kind:expr ),* $(,)?) => { $(
        #[derive(Debug, Clone)]
        pub enum $name {}

        impl IsText for $name {
            const KIND: TextKind = $kind;
        }
    )* };
}

/// The kinds of texts that are no names.
pub mod kinds {
    use super::{IsText, TextKind};

    kinds! {
        Story => TextKind::Story,
        Passage => TextKind::Passage,
        Plan => TextKind::Plan,
        Heading => TextKind::Heading,
        Title => TextKind::Title,
    }
}

kinds! {
    Platforms => TextKind::Name(Some(Register::Platforms)),
    Inspections => TextKind::Name(Some(Register::Inspections)),
    Firms => TextKind::Name(Some(Register::Firms)),
    Units => TextKind::Name(Some(Register::Units)),
    Members => TextKind::Name(Some(Register::Members)),
    OutwardPapers => TextKind::Name(Some(Register::OutwardPapers)),
    InwardPapers => TextKind::Name(Some(Register::InwardPapers)),
    IncomingKinds => TextKind::Name(Some(Register::IncomingKinds)),
    Superiors => TextKind::Name(Some(Register::Superiors)),
    Rules => TextKind::Name(Some(Register::Rules)),
    Unregistered => TextKind::Name(None),
}

impl<K> Text<K> {
    /// The text and its place, whatever kind of text it is.
    #[must_use]
    pub fn written(&self) -> &Spanned<String> {
        &self.written
    }
}

impl<K> Deref for Text<K> {
    type Target = Spanned<String>;

    fn deref(&self) -> &Spanned<String> {
        &self.written
    }
}

impl<K> Clone for Text<K> {
    fn clone(&self) -> Self {
        Self { written: self.written.clone(), kind: PhantomData }
    }
}

impl<K> fmt::Debug for Text<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written.fmt(f)
    }
}

impl<K> fmt::Display for Text<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written.fmt(f)
    }
}

impl<K> Decode for Text<K> {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        Spanned::decode(node, problems).map(|written| Self { written, kind: PhantomData })
    }
}

impl<K: IsText> Walk for Text<K> {
    fn content(&self) -> Content<'_> {
        Content::Text(K::KIND, &self.written)
    }
}

impl<K: IsText> Described for Text<K> {
    fn shape() -> Shape {
        Shape::Value(Kind::Text(K::KIND))
    }
}

/// One name or several that go together.
#[derive(Debug, Clone)]
pub struct Names<K>(pub Vec<Text<K>>);

impl<K> Decode for Names<K> {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            tree::Kind::List(_) => Vec::decode(node, problems).map(Self),
            _ => Text::decode(node, problems).map(|name| Self(vec![name])),
        }
    }
}

impl<K: IsText> Walk for Names<K> {
    fn content(&self) -> Content<'_> {
        self.0.content()
    }
}

impl<K: IsText> Described for Names<K> {
    fn shape() -> Shape {
        Text::<K>::shape().or(Vec::<Text<K>>::shape())
    }
}
