//! No name stands twice in a register of the office.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{REPEATED, repeated};
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::text::Text;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&REPEATED], check: Check::Office(check) };

/// No name stands twice in a register of the office.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for register in
        [Register::Platforms, Register::Inspections, Register::Members, Register::OutwardPapers, Register::InwardPapers]
    {
        repeated(register.title(), register.names(office).into_iter(), findings);
    }
    if let Some(issuing) = &office.issuing {
        repeated("签发人", issuing.signers.iter().flat_map(|names| &names.0).map(Text::written), findings);
        repeated("抄送", issuing.copies_to.iter().flat_map(|names| &names.0).map(Text::written), findings);
    }
}
