//! Which reporter reports.

use super::arguments::MessageFormat;
use crate::report::{GitHubReporter, HumanReporter, JsonReporter, Report, SarifReporter};

/// The reporter of the format that was asked for.
pub(super) fn report(format: MessageFormat) -> Report {
    match format {
        MessageFormat::Human => Report::new(HumanReporter::new()),
        MessageFormat::Json => Report::new(JsonReporter),
        MessageFormat::Sarif => Report::new(SarifReporter::default()),
        MessageFormat::Github => Report::new(GitHubReporter),
    }
}
