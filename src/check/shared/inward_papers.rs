//! The papers that come in from member units, as the office has registered them.

use crate::record::office::{InwardPaper, Office};
use crate::record::week::Received;

pub fn registered_as<'a>(office: &'a Office, received: &Received) -> Option<(usize, &'a InwardPaper)> {
    let mut kinds = office.inward.iter().enumerate();
    kinds.find(|(_, paper)| paper.names.0.iter().any(|name| name.value == received.paper.value))
}
