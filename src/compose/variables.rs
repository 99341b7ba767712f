//! What templates can ask for: the names, and the fields of each.

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To be printed or asked for, without fields.
    Plain,
    /// With the fields of that type.
    Map(&'static str),
    /// A list of such.
    List(&'static str),
    /// With fields that the office chooses, or of which nothing is known.
    Open,
}

use Kind::{List, Map, Open, Plain};

/// The names at the top.
pub(super) const TOP: &str = "";

/// The fields of each type, as `context` makes them.
pub(super) const TYPES: &[(&str, &[(&str, Kind)])] = &[
    (
        TOP,
        &[
            ("office", Map("office")),
            ("week", Map("week")),
            ("paper", Map("paper")),
            ("inspections", Open),
            ("inspected", List("inspected")),
            ("cases", Map("cases")),
            ("notices", List("notice")),
            ("notice", Map("notice")),
            ("receptions", List("reception")),
            ("assessments", List("assessment")),
            ("complaints", Map("complaints")),
            ("carried_over", Map("carried_over")),
            ("returns", Map("returns")),
            ("sent", Map("sent")),
            ("received", List("received")),
            ("sections", List("section")),
        ],
    ),
    (
        "office",
        &[
            ("mark", Plain),
            ("signers", Open),
            ("copies_to", Open),
            ("issuer", Plain),
            ("sealed", Plain),
            ("stamp", Map("stamp")),
            ("name", Plain),
            ("district", Plain),
            ("short", Plain),
            ("self_name", Plain),
            ("superior", Map("superior")),
            ("contact", Map("contact")),
            ("weekly_name", Plain),
            ("document_code", Plain),
            ("returns_platform", Plain),
        ],
    ),
    ("superior", &[("name", Plain), ("short", Plain), ("in_text", Plain)]),
    ("contact", &[("name", Plain), ("phone", Plain)]),
    ("stamp", &[("title", Plain), ("name", Plain)]),
    ("paper", &[("kind", Plain), ("form", Plain), ("mark", Plain), ("editor", Plain)]),
    ("week", &[("period", Plain), ("issue", Plain), ("document_number", Plain), ("dated", Plain), ("next", Plain)]),
    ("inspected", &[("name", Plain), ("count", Plain), ("unit", Plain)]),
    ("cases", &[("n", Plain), ("count", Plain), ("items", List("case"))]),
    (
        "case",
        &[("date", Plain), ("unit", Plain), ("subject", Plain), ("cause", Plain), ("outcome", Plain), ("fine", Plain)],
    ),
    (
        "notice",
        &[
            ("number", Plain),
            ("from", Plain),
            ("from_short", Plain),
            ("from_in_text", Plain),
            ("upward", Plain),
            ("open", Plain),
            ("received", Plain),
            ("origin", Plain),
            ("complainant", Plain),
            ("respondent", Plain),
            ("story", Plain),
            ("verification", Plain),
            ("related", Map("related")),
            ("handling", Plain),
            ("reported", Plain),
            ("document_number", Plain),
            ("next", Plain),
        ],
    ),
    ("related", &[("platform", Plain), ("date", Plain), ("firm", Plain)]),
    ("reception", &[("unit", Plain), ("date", Plain), ("persons", Plain), ("story", Plain)]),
    (
        "assessment",
        &[
            ("received", Plain),
            ("from", Plain),
            ("paper", Plain),
            ("handling", Plain),
            ("answered", Plain),
            ("answered_to", Plain),
        ],
    ),
    (
        "complaints",
        &[
            ("n", Plain),
            ("platforms", Plain),
            ("all", List("platform")),
            ("closed", Plain),
            ("open", Plain),
            ("none", Open),
            ("untimed", List("platform")),
            ("timed", List("platform")),
            ("total", Plain),
            ("valid", Plain),
            ("total_time", Plain),
            ("mean_minutes", Plain),
        ],
    ),
    (
        "platform",
        &[
            ("name", Plain),
            ("n", Plain),
            ("count", Plain),
            ("closed", Plain),
            ("open", Plain),
            ("complaints", List("complaint")),
        ],
    ),
    ("complaint", &[("respondent", Plain), ("unit", Plain), ("status", Plain), ("closed", Plain), ("minutes", Plain)]),
    ("carried_over", &[("n", Plain), ("count", Plain), ("items", List("carried_over_entry"))]),
    (
        "carried_over_entry",
        &[
            ("platform", Plain),
            ("respondent", Plain),
            ("unit", Plain),
            ("status", Plain),
            ("closed", Plain),
            ("minutes", Plain),
        ],
    ),
    (
        "returns",
        &[
            ("n", Plain),
            ("count", Plain),
            ("amount", Plain),
            ("satisfied", Plain),
            ("withdrawn", Plain),
            ("evasions", Plain),
            ("all_satisfied", Plain),
            ("all_withdrawn", Plain),
            ("no_evasion", Plain),
        ],
    ),
    ("sent", &[("papers", List("sent_paper")), ("copies", Plain)]),
    ("sent_paper", &[("name", Plain), ("to", Plain)]),
    (
        "received",
        &[
            ("names", Open),
            ("short", Plain),
            ("everyone", Plain),
            ("units", Open),
            ("copies", Plain),
            ("missing", Open),
        ],
    ),
    ("section", &[("title", Plain), ("text", Plain)]),
];

pub(super) fn fields(name: &str) -> &'static [(&'static str, Kind)] {
    TYPES.iter().find(|(known, _)| *known == name).map_or(&[], |(_, fields)| fields)
}

pub(super) fn field(name: &str, field: &str) -> Option<Kind> {
    fields(name).iter().find(|(known, _)| *known == field).map(|(_, kind)| *kind)
}
