"""Where documents are judged: the schemas of all templates in force, and which governs what."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from bot.app.asked import Asked, Docket
from bot.app.assess import assess, unreadable_finding, unreadable_report
from bot.app.parsed import parsed, parsed_or_none
from bot.app.shipped_schemas import shipped_schemas
from bot.app.templates import TemplateFile
from bot.config.several import each
from bot.errors import StewardError
from bot.markdown.decode import Unreadable, decode
from bot.model.document import Document
from bot.model.report import SpecReport
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.registry.govern import Governor, configured, govern, governor_of
from bot.registry.names import is_no_spec
from bot.registry.tiers import with_tiers
from bot.schema.derive import derive
from bot.schema.staged import staged


def derive_template(template: TemplateFile, stages: Mapping[str, Stage]) -> Schema:
    """Derive what a template file asks for."""
    in_order = tuple(sorted(stages.items()))
    try:
        return _derived(template.data, template.source, template.name, in_order)
    except Unreadable as error:
        where = f"{template.source}:{error.line}"
        raise StewardError(error.message, where=where, mend=error.help) from None


# A sweep judges one pull request after another, nearly all of them by the same templates.
@lru_cache(maxsize=32)
def _derived(data: bytes, source: str, name: str, stages: tuple[tuple[str, Stage], ...]) -> Schema:
    return derive(decode(data), source, dict(stages), name)


class Court:
    """Judges documents, each by the template that governs it."""

    def __init__(self, docket: Docket) -> None:
        """Say what counts; schemas are derived when the first document needs them."""
        self.docket = docket

    @cached_property
    def own(self) -> tuple[Governor, ...]:
        """Give the team's templates as what they govern."""
        derived: dict[str, Schema] = {}  # several entries may name one file

        def governor(template: TemplateFile) -> Governor | None:
            if template.entry is None:
                return self._found(template)
            if template.source not in derived:
                derived[template.source] = derive_template(template, self.docket.policy.stages)
            schema = derived[template.source]
            schema = with_tiers(schema, template.entry, self.docket.config_path)
            return configured(schema, template.entry, template.path)

        return tuple(filter(None, each(governor, self.docket.templates)))

    def _found(self, template: TemplateFile) -> Governor | None:
        try:
            schema = derive_template(template, self.docket.policy.stages)
        except StewardError:
            if self.docket.alone:
                raise
            return None  # a file that is only called so: nobody asked for it
        if self.docket.alone:
            return Governor(schema)
        return governor_of(schema, template.path)

    @cached_property
    def shipped(self) -> tuple[Governor, ...]:
        """Give the templates that ship, for what no other governs."""
        if self.docket.policy.templates or self.docket.alone:
            return ()
        stages = self.docket.policy.stages
        return tuple(governor_of(staged(each, stages), None) for each in shipped_schemas())

    def governor(self, asked: Asked, document: Document | None) -> Governor | None:
        """Find what governs a document."""
        if self.docket.imposed:
            chosen = self.own[0]
            itself = chosen.schema.source == asked.path or is_no_spec(asked.path)
            return chosen if asked.named or not itself else None
        return govern(asked.path, self.own, lambda: document, lambda: self.shipped)

    def supposed(self, asked: Asked) -> Governor | None:
        """Find what governs a file whose own text cannot tell: by its path, or what it was."""
        return self.governor(asked, None) or self._governor_before(asked)

    def _governor_before(self, asked: Asked) -> Governor | None:
        """Find what governed the earlier version: nothing ceases to be a spec by being gutted."""
        earlier = asked.earlier
        if earlier is None or earlier.data is None:
            return None
        document = parsed_or_none(earlier.data, self.docket.policy.size_cap)
        return self.governor(Asked(earlier.path), document) if document else None

    def opened(self, asked: Asked, data: bytes) -> tuple[Document, Schema] | None:
        """Read a file and find what it asks to be judged by, or None where it is no spec."""
        document = parsed(data, self.docket.policy.size_cap)
        governor = self.governor(asked, document) or self._governor_before(asked)
        return (document, governor.schema) if governor else None

    def judge(self, asked: Asked, data: bytes) -> SpecReport | None:
        """Judge one file, or give None where it is no spec."""
        docket = self.docket
        try:
            found = self.opened(asked, data)
        except Unreadable as error:
            return self.unread(asked, error)
        if found is None:
            return None
        document, schema = found
        shown = f"{docket.shown}{asked.path}"
        return assess(document, shown, schema, docket.policy, asked, full=docket.full)

    def unread(self, asked: Asked, error: Unreadable) -> SpecReport | None:
        """Report a spec that cannot be read, or give None where nothing says that it is one."""
        governor = self.supposed(asked)
        if not governor and not asked.named:
            return None
        shown = f"{self.docket.shown}{asked.path}"
        findings = unreadable_finding(error, shown, self.docket.policy, asked.earlier)
        return unreadable_report(shown, governor.schema.name if governor else None, findings)
