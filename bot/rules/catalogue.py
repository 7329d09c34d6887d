"""All rules, in the order in which they are listed."""

from bot.rules import (
    conflicting_status,
    duplicate_section,
    empty_section,
    file_name,
    illegal_transition,
    invalid_field,
    invalid_waiver,
    missing_field,
    missing_section,
    off_template,
    open_gate,
    open_question,
    placeholder,
    section_order,
    unknown_status,
    unreadable,
    unrecorded_decision,
    untouched_section,
)
from bot.rules.base import Rule

RULES: tuple[Rule, ...] = (
    off_template.RULE,
    missing_section.RULE,
    empty_section.RULE,
    untouched_section.RULE,
    placeholder.RULE,
    section_order.RULE,
    duplicate_section.RULE,
    missing_field.RULE,
    invalid_field.RULE,
    unknown_status.RULE,
    conflicting_status.RULE,
    open_question.RULE,
    unrecorded_decision.RULE,
    open_gate.RULE,
    illegal_transition.RULE,
    file_name.RULE,
    invalid_waiver.RULE,
    unreadable.RULE,
)
