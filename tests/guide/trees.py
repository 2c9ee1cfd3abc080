"""Random conditions and random facts over the real questions, and conditions written as an editor would write them."""

import random
from datetime import date, timedelta

from hypothesis import strategies as st

from refugeeguide.guide.conditions import (
    COMPARE,
    All,
    Always,
    Any,
    Choice,
    Compare,
    Condition,
    Facts,
    Known,
    Not,
)
from refugeeguide.guide.dates import TODAY, DateTerm, Offset
from refugeeguide.guide.parsing import UNITS
from tests.guide.small import NAMES

CHOICES = sorted(name for name, known in NAMES.items() if known.options)
DATES = (*sorted(name for name, known in NAMES.items() if known.kind == "date"), TODAY)

offsets = st.builds(Offset, st.integers(-1000, 1000).filter(bool), st.sampled_from(UNITS))
terms = st.builds(DateTerm, st.sampled_from(DATES), st.none() | offsets)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    name = draw(st.sampled_from(CHOICES))
    options = st.lists(st.sampled_from(NAMES[name].options), min_size=1, max_size=4)
    return Choice(name, tuple(draw(options)))


comparisons = st.builds(Compare, terms, st.sampled_from(sorted(COMPARE)), terms)
knowns = st.builds(Known, st.sampled_from(sorted(NAMES)))


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return st.builds(Not, parts) | st.builds(All, several) | st.builds(Any, several)


conditions = st.recursive(choices() | comparisons | knowns, _joined, max_leaves=10)
conditions_without_known = st.recursive(choices() | comparisons, _joined, max_leaves=10)


def facts_for(rng: random.Random) -> Facts:
    """Random facts, not always consistent: each name is never asked, skipped or answered."""
    facts: dict[str, str | tuple[str, ...] | date | None] = {}
    for name, known in NAMES.items():
        state = rng.choice(("never asked", "skipped", "answered", "answered"))
        if state == "skipped":
            facts[name] = None
        elif state == "answered":
            facts[name] = answer(rng, name, known.kind, known.options)
    return facts | {TODAY: date(2026, 11, 22)}


def answer(
    rng: random.Random, name: str, kind: str, options: tuple[str, ...]
) -> str | tuple[str, ...] | date:
    if kind == "date":
        return date(1900, 1, 1) + timedelta(days=rng.randint(0, 109_571))
    if kind == "multiple":
        return tuple(rng.sample(options, rng.randint(1, len(options))))
    return rng.choice(options) if options else "1000"


facts = st.integers(0, 10_000).map(lambda seed: facts_for(random.Random(seed)))


def written(condition: Condition) -> str:
    """The line an editor would write for this condition."""
    match condition:
        case Always():
            return ""
        case Choice(name, options):
            several = f"({', '.join(options)})"
            if NAMES[name].kind == "multiple":
                return f"{name} has {options[0]}" if len(options) == 1 else f"{name} has any of {several}"
            return f"{name} is {options[0]}" if len(options) == 1 else f"{name} in {several}"
        case Known(name):
            return f"{name} is known"
        case Compare(left, comparison, right):
            return f"{written_day(left)} {comparison} {written_day(right)}"
        case Not(part):
            return f"not {_bracketed(part)}"
        case All(parts) | Any(parts):
            word = " and " if isinstance(condition, All) else " or "
            return word.join(_bracketed(part) for part in parts)


def _bracketed(condition: Condition) -> str:
    return f"({written(condition)})" if isinstance(condition, (All, Any, Not)) else written(condition)


def written_day(term: DateTerm) -> str:
    if term.offset is None:
        return term.name
    sign = "+" if term.offset.count > 0 else "-"
    return f"{term.name} {sign} {abs(term.offset.count)} {term.offset.unit}"
