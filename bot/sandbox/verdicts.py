"""What the database holds about pull requests and their verdicts; each class is a table."""

from dataclasses import dataclass

from bot.sandbox.record import Record


@dataclass(frozen=True, slots=True)
class Pull(Record):
    """The pull request side of an issue. Commits are those seen last, while it was open.

    ``was_sha`` is where the head was before somebody pushed last.
    """

    issue_id: int
    repository_id: int
    number: int
    head_repository_id: int
    head_owner_id: int
    head_ref: str
    head_sha: str
    was_sha: str | None
    base_ref: str
    base_sha: str
    draft: bool
    merged_at: str | None
    merged_by_id: int | None
    merge_commit_sha: str | None


@dataclass(frozen=True, slots=True)
class Review(Record):
    """A review; ``state`` is APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING."""

    issue_id: int
    author_id: int
    state: str
    body: str
    commit_id: str
    submitted_at: str | None


@dataclass(frozen=True, slots=True)
class ReviewComment(Record):
    """A comment at a line of a difference; ``line`` is None where it is about the file."""

    issue_id: int
    review_id: int
    author_id: int
    body: str
    path: str
    line: int | None
    side: str
    start_line: int | None
    start_side: str | None
    position: int
    diff_hunk: str
    commit_id: str
    in_reply_to_id: int | None
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class CheckSuite(Record):
    """All check runs of one app on one commit."""

    repository_id: int
    app_id: int
    head_sha: str
    created_at: str


@dataclass(frozen=True, slots=True)
class CheckRun(Record):
    """A check run; ``title``, ``summary`` and ``text`` are its output."""

    repository_id: int
    suite_id: int
    app_id: int
    head_sha: str
    name: str
    status: str
    conclusion: str | None
    external_id: str
    details_url: str | None
    title: str | None
    summary: str | None
    text: str | None
    started_at: str
    completed_at: str | None


@dataclass(frozen=True, slots=True)
class Annotation(Record):
    """A remark of a check run at a line."""

    run_id: int
    path: str
    start_line: int
    end_line: int
    start_column: int | None
    end_column: int | None
    annotation_level: str
    message: str
    title: str | None
    raw_details: str | None


@dataclass(frozen=True, slots=True)
class Status(Record):
    """A commit status; the newest of a context counts."""

    repository_id: int
    creator_id: int
    sha: str
    state: str
    context: str
    description: str | None
    target_url: str | None
    created_at: str
