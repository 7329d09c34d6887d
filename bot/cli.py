"""argv → exit code; the one place where exceptions become exit codes."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.arguments import parsed, refuse_wrong_new
from bot.errors import StewardError

_NO_SPECS = """No specs found: no document here is made from a template that is known.
A team's own template is known by its name (TEMPLATE.md beside the specs) or by its path in
.github/spec-steward.yml. Five ship: steward new tech-spec "Title" begins a spec from one."""
_CRASHED = 70  # EX_SOFTWARE: a bug of ours, which none of the contract's codes means
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # a terminal in another encoding, or a file name that is no text, is no crash
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        asked = parsed(arguments)
        return _COMMANDS[asked.command](asked)
    except StewardError as error:
        print(f"steward: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("steward: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:
        if "--debug" in arguments or _is_debugging():
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"steward: internal error ({what}); run it with --debug and report it", file=sys.stderr
        )
        return _CRASHED


def _is_debugging() -> bool:
    from bot.settings import is_debugging

    return is_debugging()


def _cwd() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        what = "the current folder is gone"
        raise StewardError(what, mend="go to one that is there") from None


def _check(asked: Namespace) -> int:
    from bot.app.check import Request, check
    from bot.app.printing import Look, needs_all, printed
    from bot.app.verdict import fails
    from bot.settings import wants_colour, width_of

    request = Request(
        cwd=_cwd(),
        paths=tuple(asked.paths),
        template=asked.template,
        base=asked.base,
        config=asked.config,
        full=needs_all(asked.format),
    )
    outcome = check(request, _progress(asked))
    to_screen = asked.output is None
    look = Look(
        colour=to_screen and wants_colour(sys.stdout, refused=asked.no_color),
        width=width_of(sys.stdout) if to_screen else 0,
        quiet=asked.quiet,
        show_all=asked.all,
        nothing=_nothing(asked, changes=outcome.changes),
    )
    _print(printed(outcome.report, asked.format, request.cwd, look), asked)
    if not asked.quiet:
        for notice in outcome.notices:
            print(f"steward: {notice}", file=sys.stderr)
    return int(fails(outcome.report, asked.fail_on, count_old=asked.all))


def _nothing(asked: Namespace, *, changes: bool) -> str:
    """Say why there is no spec to judge, where a base makes that a good sign."""
    if asked.base is None:
        return "" if asked.quiet or asked.paths or asked.template else _NO_SPECS
    what = "No specs among what changed" if changes else "Nothing changed"
    return f"{what} since {asked.base}."


def _schema(asked: Namespace) -> int:
    if asked.of_config:
        import json

        from bot.config.published import published_schema

        _print(json.dumps(published_schema(), indent=2, ensure_ascii=False) + "\n", asked)
        return 0
    if not asked.template:
        raise StewardError("no TEMPLATE was named", mend="name a file, or a template's name")
    from bot.app.checkout import CheckoutShelf
    from bot.app.court import derive_template
    from bot.app.templates import find_template
    from bot.app.workspace import open_workspace

    cwd = _cwd()
    workspace = open_workspace(cwd, cwd, None)
    template = find_template(asked.template, CheckoutShelf(workspace, cwd))
    schema = derive_template(template, workspace.policy.stages)
    if asked.format == "json":
        from bot.render.as_json import schema_json

        _print(schema_json(schema), asked)
    else:
        from bot.render.as_schema import render_schema

        _print(render_schema(schema), asked)
    return 0


def _explain(asked: Namespace) -> int:
    from bot.app.explain import LIFECYCLE, explain, listing

    if asked.rule == LIFECYCLE:
        from bot.app.explain_lifecycle import lifecycle
        from bot.settings import wants_colour

        colour = asked.output is None and wants_colour(sys.stdout, refused=asked.no_color)
        _print(lifecycle(asked.format, colour=colour), asked)
        return 0
    _print(explain(asked.rule).markdown() if asked.rule else listing(), asked)
    return 0


def _fix(asked: Namespace) -> int:
    from bot.app.check import Request
    from bot.app.fix import fix
    from bot.app.fix_told import Summary

    request = Request(_cwd(), tuple(asked.paths), asked.template, None, asked.config)
    told: list[str] = []
    summary = Summary()
    if asked.write:
        _refuse_lost_output(asked)
    for mended in fix(request):
        summary.count(mended)
        if mended.edits and asked.write:
            mended.write()
            told.extend(f"{mended.shown}: {edit.why}\n" for edit in mended.edits)
        elif mended.edits:
            told.append(mended.diff())
    _print("".join(told) if not asked.quiet else "", asked)
    left = "" if asked.quiet else summary.left()
    for line in filter(None, (summary.closing(written=asked.write), left)):
        if told and not asked.write:
            print(line, file=sys.stderr)
        else:
            _say(f"{line}\n")
    return int(summary.documents > 0 and not asked.write)


def _new(asked: Namespace) -> int:
    from datetime import datetime

    from bot.app.new import new
    from bot.app.new_template import copied, listed

    refuse_wrong_new(asked)
    if asked.list:
        _print(listed(_cwd(), asked.config), asked)
        return 0
    if asked.copy:
        _print(copied(_cwd(), asked.template, asked.config) + "\n", asked)
        return 0
    today = datetime.now().astimezone().date().isoformat()
    _print(new(_cwd(), asked.template, asked.title, today, asked.config) + "\n", asked)
    return 0


def _action(asked: Namespace) -> int:
    from bot.app.action.run import act
    from bot.settings import read_runner

    def say(line: str) -> None:
        _say("" if asked.quiet else f"{line}\n")

    try:
        runner = read_runner(asked.config)
    except StewardError as error:
        from bot.render.as_github import command_line

        say(command_line("error", str(error)))
        raise
    return act(runner, say)


def _plan(asked: Namespace) -> int:
    from bot.app.action.run import plan
    from bot.settings import read_runner

    _print(plan(read_runner(asked.config)), asked)
    return 0


def _rehearse(asked: Namespace) -> int:
    from bot.app.rehearse.as_json import rehearsal_json
    from bot.app.rehearse.run import Wanted, rehearse
    from bot.app.rehearse.seen import Rehearsal
    from bot.app.rehearse.text import Telling, told, verdict_line
    from bot.settings import wants_colour, width_of

    to_screen = asked.output is None
    telling = Telling(
        colour=to_screen and wants_colour(sys.stdout, refused=asked.no_color),
        width=width_of(sys.stdout) if to_screen else 0,
    )
    wanted = Wanted(
        cwd=_cwd(),
        repo=asked.repo,
        base=asked.base,
        head=asked.head,
        config=asked.config,
        html=asked.html,
        is_example=asked.example,
        is_merging=asked.merge,
        is_serving=asked.serve,
        is_debugging=asked.debug,
    )

    def show(seen: Rehearsal) -> None:
        if asked.format == "json":
            _print(rehearsal_json(seen), asked)
        else:
            _print(verdict_line(seen) if asked.quiet else told(seen, telling), asked)

    return rehearse(wanted, show)


def _sandbox(asked: Namespace) -> int:
    from bot.app.stand_in import Wanted, serve_stand_in

    cwd = _cwd()
    wanted = Wanted(cwd / asked.repo, asked.port, cwd / asked.state if asked.state else None)

    def say(text: str) -> None:
        _print(text.partition("\n")[0] + "\n" if asked.quiet else text, asked)

    serve_stand_in(wanted, say)
    return 0


def _print(text: str, asked: Namespace) -> None:
    if asked.output is None:
        _say(text)
        return
    try:
        Path(asked.output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise _unwritten(error, asked.output) from error


def _refuse_lost_output(asked: Namespace) -> None:
    """Find out that a report cannot be kept before there is something to report."""
    if asked.output is not None:
        try:
            with Path(asked.output).open("ab"):
                pass
        except OSError as error:
            raise _unwritten(error, asked.output) from error


def _unwritten(error: OSError, where: str) -> StewardError:
    return StewardError(f"cannot be written: {error.strerror}", where=where, mend="check --output")


def _say(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        what = f"the output cannot be written: {error.strerror}"
        raise StewardError(what, mend="free some space, or send it elsewhere") from error


def _drop_output() -> None:
    """Let what is left in the buffer go nowhere, or Python complains of it once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _progress(asked: Namespace) -> Callable[[int, int], None]:
    """Show how far it is, at a terminal and where it takes long enough to wonder."""
    many = 100
    shown = sys.stderr.isatty() and not asked.quiet

    def show(done: int, total: int) -> None:
        if shown and total > many:
            end = "\r\x1b[K" if done == total else ""
            print(f"\rjudging {done}/{total}{end}", end="", file=sys.stderr, flush=True)

    return show


_COMMANDS = {
    "check": _check,
    "schema": _schema,
    "explain": _explain,
    "fix": _fix,
    "new": _new,
    "rehearse": _rehearse,
    "sandbox": _sandbox,
    "action": _action,
    "plan": _plan,
}
