"""Who has to agree before a stage is entered, and whose word counts.

An approval is for a text: where that asks for something else by now, it is none. The author's own
never counts. Somebody who may approve, or may write to the repository, and asks for changes keeps
the stage shut until that is taken back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.lifecycle.circle import CODEOWNERS, Admitted, Circle, admit, asked_of
from bot.lifecycle.content import Content, changed_sections
from bot.lifecycle.stances import Stance, stances_of
from bot.model.approvers import called, enumerated, is_team
from bot.model.policy import ApprovalPolicy, Policy
from bot.model.stage import Stage
from bot.model.standing import Approvals, Voice
from bot.rules.base import listed

__all__ = ["Circle", "Stance", "asked_of", "needs_of", "stances_of", "weigh"]

Need = tuple[Stage, ApprovalPolicy]

_DEFAULT = ApprovalPolicy(1, (CODEOWNERS,))
_NAMED = 3  # sections that a phrase names


def needs_of(
    policy: Policy, template: str, owners: Sequence[str], entered: Iterable[Stage]
) -> tuple[Need, ...]:
    """Give what entering some stages needs, of those that need any approval.

    ``template`` is the template as the configuration names it. What stands there goes over what is
    said for all; only where neither speaks of *approved*, a path with owners needs one of them.
    """
    own = next((each.approvals for each in policy.templates if each.template == template), {})
    said = {**policy.approvals, **own}
    if owners:
        said.setdefault(Stage.APPROVED, _DEFAULT)
    needs = ((stage, said[stage]) for stage in dict.fromkeys(entered) if stage in said)
    return tuple((stage, need) for stage, need in needs if need.minimum)


def weigh(
    stage: Stage,
    need: ApprovalPolicy,
    stances: Iterable[Stance],
    now: Content,
    author: str | None,
    circle: Circle,
) -> Approvals:
    """Tell who agrees that a spec enters a stage, who does not, and why.

    ``stances`` are the latest of each person, as ``stances_of`` gives them.
    """
    admitted = admit(need, circle)
    voices: list[Voice] = []
    vetoes: list[str] = []
    for stance in stances:
        is_author = author is not None and stance.login.casefold() == author.casefold()
        if stance.approves:
            voices.append(_voice(stance, admitted, now, is_author=is_author))
        elif not is_author and _may_veto(stance, admitted):
            vetoes.append(stance.login)
    approvals = Approvals(
        stage=stage,
        minimum=need.minimum,
        wanted=admitted.words,
        voices=tuple(voices),
        vetoes=tuple(vetoes),
        unknown=admitted.unknown,
    )
    gone = frozenset(_without_a_word_left(voices, author))
    room = admitted.room(gone)
    beyond = 0 if room is None else max(0, approvals.missing - room)
    return replace(approvals, spent=admitted.spent(gone), beyond=beyond)


def _without_a_word_left(voices: Iterable[Voice], author: str | None) -> Iterator[str]:
    """Give those of whom no approval can come: they have approved, or theirs never counts."""
    yield from (voice.login.casefold() for voice in voices if voice.counts)
    if author is not None:
        yield author.casefold()


def _voice(stance: Stance, admitted: Admitted, now: Content, *, is_author: bool) -> Voice:
    if is_author:
        return Voice(stance.login, "is the author")
    if not admitted.takes(stance):
        if stance.is_bot:
            return Voice(stance.login, "is a bot")
        return Voice(stance.login, _why_not(admitted))
    if stance.content is None:
        return Voice(stance.login, "approved a commit that is gone")
    if changed := changed_sections(stance.content, now):
        verb = "was" if len(changed) == 1 else "were"
        what = f"{listed(changed, _NAMED)} {verb} changed since"
        return Voice(stance.login, f"approved an earlier text: {what}", changed)
    return Voice(stance.login)


def _why_not(admitted: Admitted) -> str:
    if hidden := [called(word) for word in admitted.unknown if is_team(word)]:
        teams = enumerated(hidden, "or", _NAMED)
        return f"may belong to {teams}, which this token may not look up"
    return "is not among the approvers" if admitted.words else "has no write access"


def _may_veto(stance: Stance, admitted: Admitted) -> bool:
    return admitted.takes(stance) or (stance.can_push and not stance.is_bot)
