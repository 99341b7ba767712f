"""Which codes are right for a slip: the one table between the slips' subjects and the program's rules.

A subject has every code that a colleague would take for it; `zhoubao check --explain` lists the program's.
"""

CODES = {
    # names
    "name-structured": {"reference-unknown", "name-near", "complaint-firm", "complaint-unit"},
    "name-prose": {"name-near"},
    "key": {"key-unknown"},
    "platform-missing": {"reference-missing", "reference-unknown"},
    "sender-near": {"notice-sender-near"},
    "firm": {"complaint-firm"},
    "unit": {"complaint-unit", "reference-unknown"},
    "case-subject": {"name-near"},
    # words and marks
    "confusion": {"word-confused"},
    "half-width": {"punctuation-half-width", "brackets-mixed", "quotes-straight"},
    "unbalanced": {"brackets-unbalanced"},
    "doubled-mark": {"punctuation-doubled", "ellipsis-wrong"},
    "full-width": {"digits-full-width"},
    "nesting": {"titles-nested", "quotes-nested"},
    "doubled-word": {"word-repeated"},
    "unit-missing": {"text-unit"},
    # dates and figures in prose
    "prose-no-day": {"text-date-impossible", "prose-field"},
    "prose-day-outside": {"text-date-after"},
    "prose-weekday": {"text-weekday"},
    "figure": {"figure-contradicts"},
    "announced": {"figure-total-announced"},
    # values
    "value": {"value-wrong"},
    # weeks
    "week-length": {"week-length", "week-overlap", "week-gap"},
    "week-first-day": {"week-first-day"},
    "week-overlap": {"week-overlap", "week-twice"},
    "week-gap": {"week-gap"},
    "issue": {"issue-repeated", "issue-skipped", "issue-not-restarted"},
    "dated": {"week-dated-early", "date-year"},
    "event-outside": {"event-outside-week", "event-after-paper"},
    "order": {"notice-order", "assessment-order"},
    "deadline": {"notice-late"},
    # notices
    "notice-twice": {"notice-number-twice", "notice-number-again"},
    "notice-falling": {"notice-number-backward"},
    "document-twice": {"number-repeated"},
    "document-gap": {"number-gap"},
    "document-restart": {"number-not-restarted"},
    "related": {"notice-complaint"},
    "request": {"notice-request"},
    "notice-dropped": {"notice-dropped"},
    # complaints
    "time-missing": {"complaint-time-missing"},
    "time-open": {"complaint-time-open"},
    "time-absurd": {"complaint-time-long", "complaint-time-year"},
    "complaint-twice": {"complaint-twice"},
    "complaint-dropped": {"complaint-dropped"},
    "complaint-unasked": {"carried-over-unknown"},
    # returns and papers
    "returns-zero": {"returns-amount", "returns-amount-none"},
    "returns-proportion": {"returns-average"},
    "returns-part": {"returns-part"},
    "copies": {"paper-copies-many"},
    "list-repeated": {"list-repeated", "paper-twice"},
    # privacy
    "privacy": {"privacy-phone", "privacy-identity", "privacy-plate", "privacy-bank", "privacy-name"},
    # fields, templates, office
    "field": {"prose-field"},
    "brace": {"text-brace", "prose-field"},
    "template": {"template", "template-name"},
    "office-twice": {"list-repeated", "office-name-twice"},
}
