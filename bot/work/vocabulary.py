"""Words of work items that mean the same, or nothing much, or turn a meaning round."""

# Verbs, and short forms: two words of one line say the same of the same thing.
_SAME = """
add implement create introduce build develop provide make
write draft create compose add
remove delete drop eliminate
update revise change adjust modify amend
fix correct repair mend resolve
check verify validate confirm ensure
ensure guarantee
test verify check
support allow enable permit
use utilise utilize employ leverage adopt
show display present
define specify
improve enhance refine
document describe explain
configure setup install
start begin launch
move migrate transfer relocate
extend expand
provide supply offer expose
handle process treat
finish complete finalise finalize
rename retitle
replace substitute swap
publish release
investigate explore research
documentation docs doc
configuration config cfg
repository repo
application app
environment env
database db
specification spec
parameter param
information info
administrator admin
authentication authn
authorization authz
directory dir
argument arg
message msg
""".strip().split("\n")

SAME = tuple(frozenset(line.split()) for line in _SAME)

# What may come and go without a change of meaning.
FILLERS = frozenset(
    "a an the of to for in on at by with as and or is are be been being was were will would shall "
    "should can could may might must need needs needed please also then finally we our us you your "
    "they their it its this that these those there here which who make makes sure so such "
    "if".split()
)

# Whatever follows one of these has a part that it cannot swap with the rest.
DIRECTIONS = frozenset(
    "from to into onto before after over under instead than without until via above below not "
    "between against".split()
)

# Without them, or with them, a text says the opposite.
NEGATIONS = frozenset("not no never non dont doesnt cannot cant neither nor".split())
TURNS = NEGATIONS | frozenset("without except before after instead".split())
