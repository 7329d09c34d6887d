"""A hearing arranged for its readers: the value that the templates of comment and check see."""

from dataclasses import dataclass

from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.render.comment.address import Address, Links
from bot.render.comment.approvals import Agreement, agreement
from bot.render.comment.calm import is_brief
from bot.render.comment.conversation import Conversation, conversation
from bot.render.comment.detail import Detail
from bot.render.comment.effects import Effect, effects, removed, summed_up
from bot.render.comment.excepted import Excepted, excepted
from bot.render.comment.fallen import Fallen, contesting, fallen, put_back
from bot.render.comment.graph import graph
from bot.render.comment.headline import Headline, headline
from bot.render.comment.issues import IssueWork, issue_work
from bot.render.comment.names import Names
from bot.render.comment.own import OwnJudgement, own_judgement
from bot.render.comment.phrases import SHORT, Target, clipped
from bot.render.comment.requested import Over, Requested, over, requested
from bot.render.comment.rows import Row, ordered, row, row_removed
from bot.render.comment.since import SinceThen, since_then
from bot.render.comment.todo import Todo, todo
from bot.render.comment.unfolded import Unfolded, unfolded
from bot.render.tally import plural

_FEW = 2  # effects that one line can hold


@dataclass(frozen=True, slots=True)
class Page:
    """What is told of a pull request. Where it is brief, one line says it all."""

    is_brief: bool
    is_whole: bool
    is_merged: bool
    headline: Headline
    request: Requested | None
    ended: Over | None
    fell: Fallen | None
    contested: str
    put_back: str
    approvals: Agreement | None
    talk: Conversation
    todo: Todo
    rows: tuple[Row, ...]
    more: str
    since: SinceThen | None
    specs: tuple[Unfolded, ...]
    effects: tuple[Effect, ...]
    more_effects: int
    effects_said: str
    issues: IssueWork | None
    own: OwnJudgement | None
    excepted: tuple[Excepted, ...]
    more_excepted: int
    graph: str
    older: int
    head: Target
    branch: str
    left_out: str
    elsewhere: str


def arrange(hearing: Hearing, address: Address | None, detail: Detail) -> Page:
    """Arrange a hearing, as fully as it may be told."""
    links = Links(address, hearing.pull.head)
    names = Names.of(hearing)
    heard = ordered(hearing)
    told = heard[: detail.rows]
    brief = is_brief(hearing)
    found = tuple(effects(hearing, links, names))
    gone = tuple(row_removed(target) for target in removed(hearing, links))
    shown = found[: _FEW if brief else detail.rows if detail.parts else 0]
    parts = (
        unfolded(spec, names[spec.report.path].alone, hearing, links, detail)
        for spec in told[: detail.parts]
    )
    return Page(
        is_brief=brief,
        is_whole=hearing.is_whole,
        is_merged=hearing.pull.stage is PullStage.MERGED,
        headline=headline(hearing),
        request=requested(hearing, links, names, detail),
        ended=over(hearing, links, names),
        fell=fallen(hearing),
        contested=contesting(hearing),
        put_back=put_back(hearing),
        approvals=agreement(hearing, links, names, detail),
        talk=conversation(hearing, links, names, detail),
        todo=todo(hearing, links, names, detail),
        rows=(
            *(
                row(spec, names[spec.report.path].alone, links, is_alone=len(heard) == 1)
                for spec in told
            ),
            *gone[: detail.rows - len(told)],
        ),
        more=_more(heard[detail.rows :], max(0, len(told) + len(gone) - detail.rows)),
        since=since_then(hearing, links, names, detail) if detail.parts else None,
        specs=tuple(part for part in parts if part),
        effects=shown,
        more_effects=len(found) - len(shown),
        effects_said=summed_up(found),
        issues=_issues(hearing, links, detail),
        own=own_judgement(hearing, links, detail),
        excepted=tuple(excepted(hearing, detail)),
        more_excepted=len(hearing.exceptions[detail.lists :]),
        graph=graph(hearing, names) if detail.parts else "",
        older=sum(len(spec.older) for spec in hearing.specs),
        head=Target(hearing.pull.head[:SHORT], links.commit(hearing.pull.head)),
        branch=clipped(hearing.pull.base_branch),
        left_out=detail.left_out,
        elsewhere=detail.elsewhere,
    )


def _issues(hearing: Hearing, links: Links, detail: Detail) -> IssueWork | None:
    """Tell what is done to issues; a pull request that was closed does nothing."""
    if hearing.pull.stage is PullStage.CLOSED:
        return None
    most = detail.rows if detail.parts else 0
    return issue_work(hearing.works, links, most)


def _more(left: tuple[HeardSpec, ...], gone: int) -> str:
    """Say what the table leaves out: the specs with the most to mend are in it."""
    parts = []
    if left:
        found = sum(bool(spec.counted) for spec in left)
        tail = f"{found:,} of them with findings" if found else "none of them with findings"
        parts.append(f"{plural(len(left), 'more spec')}, {tail}")
    if gone:
        parts.append(f"{plural(gone, 'more spec')} removed")
    return f"… and {'; '.join(parts)}." if parts else ""
