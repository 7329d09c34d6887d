"""The write-back branch: its commits over the base, and the pull requests from it."""

from urllib.parse import quote

from bot.forge.line import Line
from bot.forge.reading.branches import tip_of
from bot.forge.reading.people import is_me, person
from bot.model.sync import SyncPull, SyncState


def read_sync(line: Line, branch: str, base: str, me: str) -> SyncState:
    """Observe the branch against the one that it is for."""
    head = tip_of(line, branch)
    if head is None:
        return SyncState(branch)
    compared = line.get(f"/compare/{quote(base)}...{head}")
    commits = list(compared.parts("commits"))
    authors = [person(commit.at("author")) for commit in commits]
    pulls = line.pages("/pulls", state="open", head=f"{line.owner}:{branch}")
    return SyncState(
        branch=branch,
        head=head,
        parent=compared.text_or_none("merge_base_commit", "sha"),
        mine=all(is_me(author, me) for author in authors),
        files=tuple(
            (file.text("filename"), "" if file.text("status") == "removed" else file.text("sha"))
            for file in compared.parts("files")
        ),
        pulls=tuple(
            SyncPull(
                number=pull.number("number"),
                title=pull.text("title"),
                body=pull.text("body"),
                mine=is_me(person(pull.at("user")), me),
            )
            for pull in pulls
        ),
    )
