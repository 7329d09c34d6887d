"""What people get to read when a configuration is wrong: always one line, always this one."""

import string

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bot.config import tree
from bot.config.load import load_policy
from bot.errors import StewardError
from bot.model.policy import Policy
from tests.config.example import EXAMPLE

STAGES = "drafting, reviewing, approved, building, done, closed"
APPROVERS = (
    "a login, “@org/team”, “codeowners” or “role:” and one of read, triage, write, maintain, admin"
)
WEIGHTS = "error, warning, note or off"


def complaint(text: str) -> str:
    """Give the one line that a configuration earns, without the file's name."""
    with pytest.raises(StewardError) as caught:
        load_policy(text, "c.yml")
    line = str(caught.value)
    assert caught.value.exit_code == 2
    assert line.isprintable()
    assert line.startswith("c.yml:")
    return line.removeprefix("c.yml:")


KEYS = {
    "labels: [a]": "1: labels: unknown key; “labels” stands under “issues”",
    "rulez: {}": "1: rulez: unknown key; did you mean “rules”?",
    "zzz: 1": "1: zzz: unknown key; "
    "the keys here are version, templates, rules, status, approvals, issues, limits",
    "? \n: 1": "1: “”: unknown key; "
    "the keys here are version, templates, rules, status, approvals, issues, limits",
    "status: {commits: true}": "1: status.commits: unknown key; did you mean “commit”?",
    "issues:\n  max_new: 3": "2: issues.max_new: unknown key; did you mean “max-new”?",
    "issues: {dry_run: true}": "1: issues.dry_run: unknown key; did you mean “dry-run”?",
    "issues: {asignees: [a]}": "1: issues.asignees: unknown key; did you mean “assignees”?",
    "issues:\n  Labels: [a]": "2: issues.Labels: unknown key; did you mean “labels”?",
    "templates:\n- template: a\n  rules: {}": "3: templates, entry 1, rules: unknown key; "
    "“rules” stands at the top level",
    "templates:\n- paths: [a]": "2: templates, entry 1: the key “template” is missing; add it",
    "templates:\n- {template: a}\n- {template: b,\n   sections: {require: [c]}}": "4: "
    "templates, entry 2, sections.require: unknown key; did you mean “required”?",
    "rules:\n  placehodler: off": "2: rules.placehodler: unknown rule; did you mean “placeholder”?",
    "rules: {zzzzzzzzz: off}": "1: rules.zzzzzzzzz: unknown rule; `steward explain` lists them",
    "rules: {zzzzzzzzz: {'[key]': off}}": "1: rules.zzzzzzzzz: unknown rule; "
    "`steward explain` lists them",
    "rules: {placeholder: {draft: off}}": "1: rules.placeholder.draft: unknown stage; "
    "did you mean “drafting”?",
    "approvals: {'[key]': {}}": "1: approvals.“[key]”: unknown stage; "
    f"the stages here are {STAGES}",
    "approvals: {aproved: {}}": "1: approvals.aproved: unknown stage; did you mean “approved”?",
    "templates:\n- template: a\n  approvals:\n    aproved: {}": "4: "
    "templates, entry 1, approvals.aproved: unknown stage; did you mean “approved”?",
    "templates:\n- template: a\n  approval: {}": "3: templates, entry 1, approval: unknown key; "
    "did you mean “approvals”?",
    "templates:\n- template: a\n  approvals: {done: {form: []}}": "3: "
    "templates, entry 1, approvals.done.form: unknown key; did you mean “from”?",
    "issues: {approvals: {}}": "1: issues.approvals: unknown key; "
    "“approvals” stands at the top level",
}

TYPES = {
    "- a": "1: expected a mapping, got a list; write “key: value”",
    "\n\ntext": "3: expected a mapping, got “text”; write “key: value”",
    "issues:\n  max-new: many": "2: issues.max-new: expected a whole number from 0 to 10000, "
    "got “many”",
    "issues: {max-new: 1.5}": "1: issues.max-new: expected a whole number from 0 to 10000, got 1.5",
    "issues: {max-new: -1}": "1: issues.max-new: expected a whole number from 0 to 10000, got -1",
    "issues: {max-new: }": "1: issues.max-new: expected a whole number from 0 to 10000, "
    "got nothing; give it a value, or take the key out",
    f"issues: {{max-new: {'9' * 99}}}": "1: issues.max-new: expected a whole number from 0 to "
    f"10000, got “{'9' * 39}…”",
    "issues: {enabled: maybe}": "1: issues.enabled: expected true or false, got “maybe”",
    "issues: {enabled: 'flase'}": "1: issues.enabled: expected true or false, got “flase”; "
    "did you mean “false”?",
    "issues: {granularity: items}": "1: issues.granularity: expected item, phase or spec, "
    "got “items”; did you mean “item”?",
    "issues: {milestone: phases}": "1: issues.milestone: expected none, spec or phase, "
    "got “phases”; did you mean “phase”?",
    "issues: {assignees: bob}": '1: issues.assignees: expected a list, got “bob”; write ["bob"]',
    "issues: {assignees: [a b]}": "1: issues.assignees, entry 1: expected a login, got “a b”",
    "issues: {type: [Task]}": "1: issues.type: expected the name of an issue type, "
    "of 1 to 100 characters, got a list",
    "issues: {dry-run: perhaps}": "1: issues.dry-run: expected true or false, got “perhaps”",
    "issues: {title: [a]}": "1: issues.title: expected a title of 1 to 200 characters, got a list",
    "issues: {title: }": "1: issues.title: expected a title of 1 to 200 characters, got nothing; "
    "give it a value, or take the key out",
    "issues: {labels: work}": '1: issues.labels: expected a list, got “work”; write ["work"]',
    "issues: {labels: [a, {b: c}]}": "1: issues.labels, entry 2: expected a label of 1 to 50 "
    "characters, got a mapping",
    'issues: {labels: ["a\\e[31m\\\\"]}': "1: issues.labels, entry 1: expected a label of 1 to 50 "
    "characters, got “a\\x1b[31m\\\\”",
    "templates:": "1: templates: expected a list, got nothing; "
    "give it a value, or take the key out",
    "templates: {template: a}": "1: templates: expected a list, got a mapping; "
    "put “- ” before each of its entries",
    "templates: [a]": "1: templates, entry 1: expected a mapping, got “a”; write “key: value”",
    "templates: [{template: [a]}]": "1: templates, entry 1, template: expected text, got a list",
    "status: {transitions: {Draft: Done}}": "1: status.transitions.Draft: expected a list, "
    'got “Done”; write ["Done"]',
    "status: {transitions: [Draft]}": "1: status.transitions: expected a mapping, got a list; "
    "write “key: value”",
    "status: {stages: {'': done}}": "1: status.stages.“”: expected 1 to 200 characters, got “”",
    "status: {commit: often}": "1: status.commit: expected true or false, got “often”",
    "rules:": "1: rules: expected a mapping, got nothing; give it a value, or take the key out",
    "version: 2": "1: version: expected 1, the only version there is, got 2",
    "limits: {size: 2 GB}": "1: limits.size: expected a size from 1 byte to 100 MB, "
    "such as 500000 or “2 MB”, got “2 GB”",
    "limits: {size: [1]}": "1: limits.size: expected a size from 1 byte to 100 MB, "
    "such as 500000 or “2 MB”, got a list",
    "templates:\n- template: a\n  approvals: [bob]": "3: templates, entry 1, approvals: "
    "expected a mapping, got a list; write “key: value”",
    "templates:\n- template: a\n  approvals:\n    approved:\n      minimum: many": "5: "
    "templates, entry 1, approvals.approved.minimum: expected a whole number from 0 to 100, "
    "got “many”",
    "approvals: {done: {minimum: -2}}": "1: approvals.done.minimum: expected a whole number "
    "from 0 to 100, got -2",
}

WORDS = {
    "rules: {placeholder: warn}": f"1: rules.placeholder: expected {WEIGHTS}, or these by stage, "
    "got “warn”; did you mean “warning”?",
    "rules: {placeholder: no}": f"1: rules.placeholder: expected {WEIGHTS}, or these by stage, "
    "got “no”; did you mean “off”?",
    "rules: {placeholder: [off]}": f"1: rules.placeholder: expected {WEIGHTS}, "
    "or these by stage, got a list",
    "rules: {placeholder: {done: fatal}}": f"1: rules.placeholder.done: expected {WEIGHTS}, "
    "got “fatal”",
    "status: {stages: {Accepted: aproved}}": "1: status.stages.Accepted: "
    f"expected a stage ({STAGES}), got “aproved”; did you mean “approved”?",
    "issues:\n  title: '{id}: {txet}'": "2: issues.title: unknown placeholder “{txet}”; "
    "did you mean “{text}”?",
    "issues: {title: '{Title}'}": "1: issues.title: unknown placeholder “{Title}”; "
    "did you mean “{title}”?",
    "issues: {title: 'a { b'}": "1: issues.title: unknown placeholder “{”; "
    "the placeholders here are {id}, {title}, {phase}, {text}",
    "issues: {title: '{{text}}'}": "1: issues.title: unknown placeholder “{”; "
    "the placeholders here are {id}, {title}, {phase}, {text}",
    "issues: {title: '{text!r:>99}'}": "1: issues.title: unknown placeholder “{text!r:>99}”; "
    "did you mean “{text}”?",
    "issues: {title: '{id}'}": "1: issues.title: “{id}” gives many issues one title; "
    "put {text}, the words of the item, into it",
    "issues:\n  title: A task of {title}, {phase}": "2: issues.title: “A task of {title}, {phase}” "
    "gives many issues one title; put {text}, the words of the item, into it",
    "issues: {title: ' '}": "1: issues.title: expected a title of 1 to 200 characters, got “ ”",
    "issues:\n  labels:\n  - work\n  - 'Spec: done'": "4: issues.labels, entry 2: "
    "“Spec: done” is one of the labels that show a pull request's status; "
    "use one that does not begin with “spec: ”",
    "issues: {labels: [Spec-Steward]}": "1: issues.labels, entry 1: every issue has “Spec-Steward” "
    "by itself; take it out",
    "issues: {granularity: task}": "1: issues.granularity: expected item, phase or spec, "
    "got “task”; did you mean “item”?",
    "issues: {granularity: Tasks}": "1: issues.granularity: expected item, phase or spec, "
    "got “Tasks”; did you mean “item”?",
    "issues: {granularity: phases}": "1: issues.granularity: expected item, phase or spec, "
    "got “phases”; did you mean “phase”?",
    "issues: {when: Accepted}": f"1: issues.when: expected a stage ({STAGES}), got “Accepted”; "
    "did you mean “approved”?",
    "issues: {when: 'approved '}": f"1: issues.when: expected a stage ({STAGES}), got “approved ”; "
    "did you mean “approved”?",
    "issues: {when: Implementing}": f"1: issues.when: expected a stage ({STAGES}), "
    "got “Implementing”; did you mean “building”?",
    "issues: false": "1: issues: expected a mapping, got “false”; write {enabled: false}",
    "issues: True": "1: issues: expected a mapping, got “True”; write {enabled: true}",
    "issues: off": "1: issues: expected a mapping, got “off”; write {enabled: off}",
    "issues: never": "1: issues: expected a mapping, got “never”; write “key: value”",
    "status: false": "1: status: expected a mapping, got “false”; write “key: value”",
    "false": "1: expected a mapping, got “false”; write “key: value”",
    "issues: {when: never}": f"1: issues.when: expected a stage ({STAGES}), got “never”",
    "approvals: {done: {from: [acme/x]}}": "1: approvals.done.from, entry 1: "
    f"expected {APPROVERS}, got “acme/x”",
    "approvals: {done: {from: [role:maintian]}}": "1: approvals.done.from, entry 1: expected "
    f"{APPROVERS}, got “role:maintian”; did you mean “role:maintain”?",
    "approvals:\n  done:\n    from: [bob]\n    minimum: 2": "4: approvals.done.minimum: "
    "2 have to approve, and “from” names 1; name more people, or ask for fewer",
    "templates:\n- template: a\n  approvals: {done: {minimum: 3, from: [a, 'b']}}": "3: "
    "templates, entry 1, approvals.done.minimum: 3 have to approve, and “from” names 2; "
    "name more people, or ask for fewer",
    "approvals:\n  done:\n    from:\n    - bob\n    - '@Bob'": "5: approvals.done.from, entry 2: "
    "the same as “bob”; keep one of the two",
    "approvals: {done: {from: [codeowners, bob, CODEOWNERS]}}": "1: approvals.done.from, entry 3: "
    "the same as “codeowners”; keep one of the two",
    "status:\n  stages:\n    Done: done\n    done: closed": "4: status.stages.done: "
    "the same status as “Done”; keep one of the two",
    "status: {transitions: {A: [B], a: [C]}}": "1: status.transitions.a: "
    "the same status as “A”; keep one of the two",
    "templates:\n- template: a\n  sections:\n    required: [A]\n    optional: [B,\n     a]": "6: "
    "templates, entry 1, sections.optional, entry 2: “a” stands under required too; "
    "keep one of the two",
}

LETTERS = f"“{'a' * 39}…”"
BOUNDS = {
    f"templates: [{{template: a, paths: [b, {'a' * 256}]}}]": "1: "
    f"templates, entry 1, paths, entry 2: expected a glob of 1 to 255 characters, got {LETTERS}",
    "templates:\n" + "- {template: a, paths: [b], exclude: [c]}\n" * 101: "1: templates: "
    "more than 200 globs in all; take some out",
    "templates:\n" + "- {template: a}\n" * 201: "1: templates: more than 200 entries; "
    "take some out",
    f"templates: [{{template: a, sections: {{expected: [{'a' * 201}]}}}}]": "1: "
    f"templates, entry 1, sections.expected, entry 1: expected 1 to 200 characters, got {LETTERS}",
    f"templates: [{{template: a, sections: {{expected: [{'a,' * 201}]}}}}]": "1: "
    "templates, entry 1, sections.expected: more than 200 entries; take some out",
    f"status: {{stages: {{{'a' * 201}: done}}}}": f"1: status.stages.{LETTERS}: "
    f"expected 1 to 200 characters, got {LETTERS}",
    "status:\n  stages:\n" + "".join(f"    a{n}: done\n" for n in range(201)): "2: "
    "status.stages: more than 200 entries; take some out",
    f"status: {{transitions: {{a: [{'a,' * 201}]}}}}": "1: status.transitions.a: "
    "more than 200 entries; take some out",
    f"issues: {{labels: [{'a,' * 201}]}}": "1: issues.labels: more than 200 entries; take some out",
    f"issues: {{assignees: [{'a,' * 11}]}}": "1: issues.assignees: more than 10 entries; "
    "take some out",
    f"issues: {{type: {'a' * 101}}}": "1: issues.type: expected the name of an issue type, "
    f"of 1 to 100 characters, got {LETTERS}",
    f"issues: {{title: {'a' * 201}}}": "1: issues.title: expected a title of 1 to 200 characters, "
    f"got {LETTERS}",
    f"approvals: {{done: {{from: [{'a,' * 201}]}}}}": "1: approvals.done.from: "
    "more than 200 entries; take some out",
}

QUOTES = "put it in quotes"
SYNTAX = {
    "\tversion: 1": "1: a tab indents this line, YAML wants spaces; replace it with spaces",
    "issues:\n  when: done\n\tlabels: []": "3: a tab indents this line, YAML wants spaces; "
    "replace it with spaces",
    "version: 1\n issues: {}": "2: not valid YAML: “:” has no place here; "
    "check the indentation, and put text that holds it in quotes",
    "a: [*.md]": f"1: text cannot begin with “*” like this; {QUOTES}",
    "a: [@acme/x]": f"1: text cannot begin with “@” like this; {QUOTES}",
    "a: &": f"1: text cannot begin with “&” like this; {QUOTES}",
    "é: 😀\na: `x`": f"2: text cannot begin with “`” like this; {QUOTES}",
    'a: "x\nb: 1\n': "1: a quote opens here and is never closed; close it",
    "version: 1\na: [1\nb: 2": "2: not valid YAML: did not find expected ',' or ']' "
    "while parsing a flow sequence; check the indentation, brackets and quotes around it",
    "a: }": "1: not valid YAML: did not find expected node content while parsing a block node; "
    "check the indentation, brackets and quotes around it",
    "a: 1\n\x00": "2: the character “\\x00” has no place in YAML; take it out",
    "a: \ud800": "1: the character “\\ud800” has no place in YAML; take it out",
}

STRUCTURE = {
    "a: 1\na: 2": "2: a: stands twice, first on line 1; keep one of the two",
    "issues:\n  when: done\n\n  when: done": "4: issues.when: stands twice, first on line 2; "
    "keep one of the two",
    "a: 1\n---\nb: 2": "2: a second document begins; keep one, without “---” between its lines",
    "? [a]\n: b": "1: a key has to be a word, not a list, a mapping or an alias; "
    "write “key: value”",
    "a: *b": "1: a: the alias “*b” stands for nothing that ends before it; "
    "put text that begins with “*” in quotes",
    "a: &b [*b]": "1: a, entry 1: the alias “*b” stands for nothing that ends before it; "
    "put text that begins with “*” in quotes",
    "a: [x, !docs/*.md ]": "1: a, entry 2: the tag “!docs/*.md” means nothing here; "
    "take it out, or put text that begins with “!” in quotes",
    "!a b: c": "1: the tag “!a” means nothing here; "
    "take it out, or put text that begins with “!” in quotes",
    "<<: 1": "1: “<<”: only a mapping can be merged; "
    "give it the alias of a mapping, as in “<<: *name”",
    "a: {<<: [{},\n 1]}": "2: a.“<<”: only a mapping can be merged; "
    "give it the alias of a mapping, as in “<<: *name”",
    "a:\n " + "[" * 99: "2: nested more than 16 levels deep; "
    "no key here goes that deep: take it out",
    "a: &a [[[[[[[[[1]]]]]]]]]\nb: [[[[[[[[\n *a]]]]]]]]": "3: nested more than 16 levels deep; "
    "no key here goes that deep: take it out",
    "- x\n" * 60_000: "50000: more than 50,000 values, with all aliases followed; "
    "a configuration is smaller: take some out",
    "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcde", "bcdef", strict=True)
    ): "5: "
    "more than 50,000 values, with all aliases followed; "
    "a configuration is smaller: take some out",
    "#" * 300_000: " the file has 300,000 characters, a configuration at most 262,144; "
    "take out what is not configuration",
}


SEVERAL = {
    "issues:\n  max-new: x\n  enabled: x": "2: issues.max-new: expected a whole number "
    "from 0 to 10000, got “x” · also line 3: issues.enabled: expected true or false, got “x”",
    # keys that nobody knows hide nothing that stands beside them
    "rulez: {}\nissues:\n  asignees: [a]\n  enabled: flase\nversion: 2": "1: rulez: unknown key; "
    "did you mean “rules”? · also line 3: issues.asignees: unknown key; "
    "did you mean “assignees”? · also line 4: issues.enabled: expected true or false, got “flase”; "
    "did you mean “false”? · also line 5: version: expected 1, the only version there is, got 2",
    # a key that is misspelt is not missing, too
    "templates:\n- templat: a\n- paths: [b]": "2: templates, entry 1, templat: unknown key; "
    "did you mean “template”? · also line 3: templates, entry 2: the key “template” is missing; "
    "add it",
    # of one place only the first, and of what stands under an unknown word nothing
    "rules:\n  zzzzzzzzz: fatal\n  yyyyyyyyy: {never: 1}": "2: rules.zzzzzzzzz: unknown rule; "
    "`steward explain` lists them · also line 3: rules.yyyyyyyyy: unknown rule; "
    "`steward explain` lists them",
    "rules:\n" + "".join(f"  {'z' * n}: off\n" for n in range(20, 30)): "2: "
    + " · also line ".join(
        f"{at}rules.{'z' * n}: unknown rule; `steward explain` lists them"
        for at, n in zip(("", *(f"{line}: " for line in range(3, 8))), range(20, 26), strict=True)
    )
    + " · and 4 more",
}


TABLES = (KEYS, TYPES, WORDS, BOUNDS, SYNTAX, STRUCTURE, SEVERAL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for table in TABLES for case in table.items()],
    ids=lambda text: ascii(text)[1:50],
)
def test_the_one_line(text: str, expected: str) -> None:
    assert complaint(text) == expected


LIGHT = [text for text in (*SYNTAX, *STRUCTURE) if len(text) < 100_000]  # the slow loader is slow


@pytest.mark.parametrize("text", LIGHT, ids=lambda text: ascii(text)[1:50])
def test_the_loader_without_libyaml_names_the_same_line(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = complaint(text)
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert complaint(text).partition(" ")[0] == fast.partition(" ")[0]


def outcome(text: str) -> bool:
    """Tell whether a text comes to a policy, or to one line that a terminal can show."""
    try:
        return isinstance(load_policy(text, "c.yml"), Policy)
    except StewardError as error:
        return str(error).isprintable()


# Letters that mean something to YAML, words that mean something to us, and anything at all.
pieces = st.one_of(
    st.sampled_from(list("\n\t :-[]{}&*!|>'\"%@`#,?~<\\é😀\x85\u2028\ufeff")),
    st.sampled_from(EXAMPLE.split()),
    st.sampled_from(["a", "1", "off", "\n  ", "\n- ", ": ", "&a ", "*a", "<<: ", "---\n", "\r\n"]),
)
texts = st.lists(pieces, max_size=40).map("".join) | st.text(max_size=60)


@given(texts)
@example("? *a")
def test_no_text_comes_to_anything_but_a_policy_or_one_line(text: str) -> None:
    assert outcome(text)


# The right keys with the wrong things in them: where the form, not YAML, has to hold.
scalars = st.sampled_from(["a", "1", "off", "done", "", None]) | st.text(
    string.printable, max_size=5
)
keys = st.sampled_from(
    [word.strip(" :") for word in EXAMPLE.split() if word.endswith(":")]
    + ["placeholder", "done", "[key]", "<by stage>", "size", "limits"]
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)
)


@given(st.dictionaries(keys, values, max_size=3))
def test_no_content_comes_to_anything_but_a_policy_or_one_line(content: dict[str, object]) -> None:
    assert outcome(yaml.safe_dump(content))
