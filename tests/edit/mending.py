"""Documents mended by a template, both written down in a few lines."""

from textwrap import dedent

from bot.edit.mend import mend
from bot.model.policy import Policy
from bot.model.schema import Schema
from tests.rules.judging import policy_of, schema_of


def flat(text: str) -> str:
    """Give a text as it stands in a test, without its indentation."""
    return dedent(text).lstrip("\n")


def mended(template: str | Schema, document: str, config: str = "") -> tuple[str, list[str]]:
    """Mend a document; give its new text and why each edit was made.

    A second run has to change nothing, whatever the document is.
    """
    schema = template if isinstance(template, Schema) else schema_of(template, config)
    policy = policy_of(config) if config else Policy()
    after, edits = mend(document.encode(), "docs/x.md", schema, policy)
    assert mend(after, "docs/x.md", schema, policy) == (after, ())
    return after.decode(), [edit.why for edit in edits]
