"""A repository's own template in place of one of ours, kept within bounds.

It comes from the base branch, so it is nobody's attack; but a slip in it must neither hold up the
run nor let through what ours would not. It may include ours, or extend them block by block.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, NoReturn

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, TemplateSyntaxError, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.errors import StewardError
from bot.render.comment.detail import MEND
from bot.render.pages import OPTIONS, equip
from bot.shipped import shipped

_MOST = 2_000_000  # characters: more than any place takes
_TURNS = 200_000  # of all loops together, and calls
_POWER = 64


def own_page(where: str, text: str, data: Mapping[str, object]) -> str:
    """Print a template of the repository, which stands at ``where``."""
    environment = _Bounded(where, text)
    pieces: list[str] = []
    left = _MOST
    try:
        for piece in environment.get_template(where).generate(data):
            pieces.append(piece)
            left -= len(piece)
            if left < 0:
                _refuse("it prints without end", where)
    except StewardError:
        raise
    except TemplateSyntaxError as error:
        _refuse(error.message or "it is no template", f"{error.name or where}:{error.lineno}")
    except Exception as error:  # noqa: BLE001 - whatever their template does, the run goes on
        _refuse(str(error) or type(error).__name__, f"{where}:{_line(error.__traceback__, where)}")
    return "".join(pieces)


class _Bounded(ImmutableSandboxedEnvironment):
    """Counts every turn of a loop and every call, for the sandbox bounds neither."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, where: str, text: str) -> None:
        own = FunctionLoader(lambda name: (text, where, None) if name == where else None)
        super().__init__(loader=ChoiceLoader([own, FileSystemLoader(shipped())]), **OPTIONS)
        equip(self)
        self.filters["_counted"] = self.counted
        self.turns = _TURNS

    def turn(self) -> None:
        """Count a turn."""
        self.turns -= 1
        if self.turns < 0:
            raise RuntimeError("it loops without end")

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """Give what a loop goes through, and count."""
        for item in items:
            self.turn()
            yield item

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Count a call, and make it."""
        self.turn()
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon with numbers alone, and not with large ones: a text may be multiplied for ever."""
        most = _POWER if operator == "**" else _TURNS
        if not all(isinstance(each, int | float) and abs(each) <= most for each in (left, right)):
            raise TypeError(f"“{operator}” is for small numbers only")
        return super().call_binop(context, operator, left, right)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, filename, defer_init)


def _line(trace: TracebackType | None, where: str) -> int:
    """Find the line of their template that was last at work; jinja2 puts it into the traceback."""
    found = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == where:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _refuse(what: str, where: str) -> NoReturn:
    raise StewardError(what, where=where, mend=MEND) from None
