"""What rewording is made of: synonyms, clauses, words that may go, neighbouring keys."""

SYNONYMS = tuple(
    tuple(line.split())
    for line in (
        "add implement create introduce",
        "build develop implement",
        "write create draft",
        "remove delete drop",
        "update revise change adjust",
        "fix correct repair resolve",
        "check verify validate confirm",
        "ensure guarantee verify",
        "support allow enable",
        "use employ utilise",
        "show display",
        "define specify",
        "improve enhance",
        "document describe",
        "configure setup",
        "test verify",
        "start begin",
        "move migrate",
        "extend expand",
        "provide supply offer",
    )
)
CLAUSES = (
    "for all environments", "so that operators can see it", "behind a feature flag",
    "(see the design notes)", "including error cases", "with sensible defaults",
    "before the release", "as discussed", "in a backward compatible way", "where possible",
    "and announce it", "once the review is done", "for existing users", "without downtime",
    "(nice to have)", "using the shared library", "as described above", "on all platforms",
    "- needs input from security", "and keep the old behaviour for one release", "if needed",
    "with at most 3 attempts", "within two weeks",
)  # fmt: skip
OPENINGS = (
    "Make sure to", "We should", "We need to", "Also", "Please", "Finally,", "Then",
    "Ensure that we", "Must:",
)  # fmt: skip
QUALIFIERS = frozenset(
    "new full basic initial simple proper properly correctly fully also just very existing quickly "
    "really simply appropriate relevant necessary all any some various complete completely current "
    "only possible different additional other own both proposed common explicit".split()
)
SHORT = (
    ("documentation", "docs"), ("configuration", "config"), ("repository", "repo"),
    (" and ", " & "), ("application", "app"), ("environment", "env"), ("database", "DB"),
    ("specification", "spec"), ("parameters", "params"), ("information", "info"),
)  # fmt: skip
SPELLINGS = (("iz", "is"), ("or ", "our "), ("yze", "yse"), ("center", "centre"))
KEYS = {"a": "s", "e": "r", "i": "o", "n": "m", "t": "r", "s": "d", "o": "p", "l": "k", "r": "t"}
VERBS = frozenset(word for group in SYNONYMS for word in group)
