"""Which codes are right for a slip: the one table between the slips' subjects and the program's rules.

A subject has every code that a colleague would take for it; `zhoubao check --explain` lists the program's.
"""

CODES = {
    # names
    "name-structured": {"reference-unknown", "reference-near", "firm-unknown", "unit-unknown"},
    "name-prose": {"prose-near-name"},
    "key": {"key-unknown"},
    "platform-missing": {"reference-missing", "reference-unknown"},
    "sender-near": {"notice-sender-near"},
    "firm": {"firm-unknown", "reference-unknown"},
    "unit": {"unit-unknown", "reference-unknown"},
    "case-subject": {"firm-near", "firm-unknown", "reference-unknown"},
    # words and marks
    "confusion": {"prose-confusion"},
    "half-width": {"prose-half-width"},
    "unbalanced": {"prose-unbalanced"},
    "doubled-mark": {"prose-doubled-mark"},
    "full-width": {"prose-full-width"},
    "nesting": {"prose-nesting", "prose-unbalanced"},
    "doubled-word": {"prose-doubled-word"},
    "unit-missing": {"prose-unit-missing", "prose-figure"},
    # dates and figures in prose
    "prose-no-day": {"prose-date-missing", "value-wrong"},
    "prose-day-outside": {"prose-date-outside"},
    "prose-weekday": {"prose-weekday"},
    "figure": {"prose-figure"},
    "announced": {"paper-announced", "prose-figure"},
    # values
    "value": {"value-wrong"},
    # weeks
    "week-length": {"week-length", "week-overlap", "week-gap"},
    "week-first-day": {"week-first-day"},
    "week-overlap": {"week-overlap"},
    "week-gap": {"week-gap"},
    "issue": {"week-issue"},
    "dated": {"week-dated"},
    "event-outside": {"event-outside"},
    "order": {"event-order"},
    "deadline": {"notice-late"},
    # notices
    "notice-twice": {"notice-number-twice", "notice-number-falling"},
    "notice-falling": {"notice-number-falling", "notice-number-twice"},
    "document-twice": {"document-number-twice", "document-number-gap"},
    "document-gap": {"document-number-gap"},
    "document-restart": {"document-number-gap", "document-number-restart"},
    "related": {"notice-related"},
    "request": {"notice-request"},
    "notice-dropped": {"notice-dropped"},
    # complaints
    "time-missing": {"complaint-time-missing"},
    "time-open": {"complaint-time-open"},
    "time-absurd": {"complaint-time-absurd", "complaint-time-year"},
    "complaint-twice": {"complaint-twice"},
    "complaint-dropped": {"complaint-dropped"},
    "complaint-unasked": {"complaint-unasked", "complaint-dropped"},
    # returns and papers
    "returns-zero": {"returns-zero"},
    "returns-proportion": {"returns-proportion"},
    "returns-part": {"returns-part"},
    "copies": {"paper-copies"},
    "list-repeated": {"list-repeated"},
    # privacy
    "privacy": {"privacy-phone", "privacy-identity", "privacy-plate", "privacy-bank", "privacy-name"},
    # fields, templates, office
    "field": {"prose-field", "value-wrong"},
    "brace": {"prose-brace", "prose-unbalanced"},
    "template": {"template", "template-name"},
    "office-twice": {"list-repeated", "office-name-twice"},
}
