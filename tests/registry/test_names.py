"""What file names say."""

import pytest

from bot.registry.names import home_of, is_no_spec, is_template, may_be_spec, template_name


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("rfcs/template.md", True),
        ("rfcs/0000-template.md", True),
        ("rfcs/_Template.md", True),
        ("rfcs/design-doc-template.md", True),
        ("rfcs/template-short.md", True),
        ("rfcs/rfc-0000-template.md", True),
        ("rfcs/000template.md", True),
        ("rfcs/0012-mail-template.md", False),
        ("rfcs/templating.md", False),
        ("rfcs/0001-template-engine-for-all-mails.md", False),
        ("docs/templates/adr.md", True),
        ("docs/Templates/adr.md", True),
        ("docs/templates/README.md", False),
        (".github/ISSUE_TEMPLATE/template.md", False),
        (".github/pull_request_template.md", False),
        ("rfcs/0001-tea.md", False),
    ],
)
def test_which_files_are_templates(path: str, told: bool) -> None:
    assert is_template(path) is told


@pytest.mark.parametrize(
    ("path", "no_spec", "may_be"),
    [
        ("README.md", True, False),
        ("docs/Code-of-Conduct.md", True, False),
        ("docs/adr.md", False, True),
        (".github/ISSUE_TEMPLATE/bug.md", False, False),
        ("docs/template.md", False, False),
    ],
)
def test_which_files_may_be_specs(path: str, no_spec: bool, may_be: bool) -> None:
    assert is_no_spec(path) is no_spec
    assert may_be_spec(path) is may_be


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("docs/adr.md", "adr"),
        ("docs/adr/template.md", "adr"),
        ("docs\\adr\\_template.md", "adr"),
        ("docs/adr/README.md", "adr"),
        ("docs/adr/0000-template.md", "adr"),
        ("docs/adr/long-template.md", "long-template"),
        ("template.md", "template"),
    ],
)
def test_how_a_template_is_called(source: str, name: str) -> None:
    assert template_name(source) == name


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("docs/adr/template.md", "docs/adr"),
        ("template.md", None),
        ("/template.md", None),
        ("docs/templates/adr.md", None),
        ("docs/_Templates/adr.md", None),
    ],
)
def test_where_a_template_is_at_home(path: str, home: str | None) -> None:
    assert home_of(path) == home
