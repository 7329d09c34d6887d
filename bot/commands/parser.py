"""A parser whose complaint is one line, like all others."""

import argparse
from typing import NoReturn

from bot.errors import StewardError


class Parser(argparse.ArgumentParser):
    """Reads words, and raises what the boundary prints where they are wrong."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Name the nearest right word, as argparse itself does from Python 3.14 on."""
        if action.choices is not None and value not in action.choices:
            from bot.commands.wrong_call import wrong_choice

            name = "/".join(action.option_strings) or str(action.metavar)
            raise wrong_choice(name, str(value), tuple(action.choices))

    def shorten_usage(self) -> None:
        """Leave the options out of the line of usage: each has one of its own right below."""
        marks = {"?": "[{}]", "*": "[{} …]"}
        words = self._get_positional_actions()
        forms = [marks.get(str(word.nargs), "{}").format(word.metavar) for word in words]
        self.usage = " ".join(("%(prog)s", *forms, "[OPTION …]"))

    def error(self, message: str) -> NoReturn:
        """Raise what the boundary prints, instead of a usage text of many lines."""
        raise StewardError(message, mend=f"see {self.prog} --help")
