"""Marks that close or open: no line may begin or end with them (GB/T 15834)."""

CLOSING, OPENING = "，。、；：？！）》〉」』”’】〕", "（《〈「『“‘【〔"
