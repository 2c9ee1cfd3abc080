"""Conditions as typed trees, judged in three values: true, false, unknown (Kleene logic).

A question that was asked and skipped is unknown. A question that was never asked makes every comparison with it
false, also when the other side is unknown. `parsing.py` turns an editor's line into these trees.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from .dates import TODAY, DateTerm

Value = str | tuple[str, ...] | date | None
Facts = Mapping[str, Value]
"""What is known: a name that was asked, with its value or None for skipped; a name never asked is absent."""

Comparison = Literal["<", "<=", ">", ">="]
COMPARE: dict[Comparison, Callable[[date, date], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

REGION, POSTCODE = "region", "postcode"
SETTLED_BY = {REGION: POSTCODE}
"""Derived names, with the question whose answer gives them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that decided a verdict; `options` are the chosen options that counted (none for dates)."""

    name: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """True, false or unknown (None), and the answers that made it so; for unknown, the skipped ones."""

    value: bool | None
    reasons: frozenset[Reason] = frozenset()

    @property
    def needs(self) -> frozenset[str]:
        """The questions whose answers would settle an unknown verdict."""
        names = (reason.name for reason in self.reasons) if self.value is None else ()
        return frozenset(SETTLED_BY.get(name, name) for name in names)


@dataclass(frozen=True, slots=True)
class Always:
    """The empty condition: true for everyone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`name is option`, `name in (..)`, `name has option` or `name has any of (..)`."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """`name is known`: the question was asked and answered."""

    name: str


@dataclass(frozen=True, slots=True)
class Compare:
    """Two days compared, as in `card_expiry < return_date`."""

    left: DateTerm
    comparison: Comparison
    right: DateTerm


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition; unknown stays unknown."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when at least one part is true."""

    parts: tuple[Condition, ...]


Condition = Always | Choice | Known | Compare | Not | All | Any

TRUE, FALSE = Verdict(True), Verdict(False)


def judge(condition: Condition, facts: Facts) -> Verdict:
    """What `condition` comes to for these facts."""
    match condition:
        case Always():
            return TRUE
        case Choice():
            return _judge_choice(condition, facts)
        case Known(name):
            return Verdict(facts.get(name) is not None, frozenset({Reason(name)}))
        case Compare():
            return _judge_comparison(condition, facts)
        case Not(part):
            verdict = judge(part, facts)
            return Verdict(None if verdict.value is None else not verdict.value, verdict.reasons)
        case All(parts):
            return _combine([judge(part, facts) for part in parts], decisive=False)
        case Any(parts):
            return _combine([judge(part, facts) for part in parts], decisive=True)


def leaves(condition: Condition) -> Iterator[Choice | Known | Compare]:
    """The comparisons inside a condition, from left to right."""
    match condition:
        case Not(part):
            yield from leaves(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Choice() | Known() | Compare():
            yield condition


def mentions(condition: Condition) -> frozenset[str]:
    """The names a condition mentions, `today` left out."""
    names: set[str] = set()
    for leaf in leaves(condition):
        names |= {leaf.left.name, leaf.right.name} if isinstance(leaf, Compare) else {leaf.name}
    return frozenset(names - {TODAY})


def _combine(verdicts: list[Verdict], decisive: bool) -> Verdict:
    """Kleene's and (decisive False) and or (decisive True): one decisive part decides, then unknown wins."""
    values = [verdict.value for verdict in verdicts]
    value = decisive if decisive in values else None if None in values else not decisive
    deciding = (verdict.reasons for verdict in verdicts if verdict.value is value)
    return Verdict(value, frozenset().union(*deciding))


def _judge_choice(condition: Choice, facts: Facts) -> Verdict:
    if condition.name not in facts:
        return FALSE
    answer = facts[condition.name]
    if answer is None:
        return _unknown(condition.name)
    chosen = answer if isinstance(answer, tuple) else (str(answer),)
    matched = tuple(option for option in chosen if option in condition.options)
    counted = matched or (() if isinstance(answer, tuple) else chosen)
    return Verdict(bool(matched), frozenset({Reason(condition.name, counted)}))


@cache
def _unknown(name: str) -> Verdict:
    """Made once for each name: a page with a question asks for it many times."""
    return Verdict(None, frozenset({Reason(name)}))


def _judge_comparison(condition: Compare, facts: Facts) -> Verdict:
    terms = (condition.left, condition.right)
    if any(term.name not in facts for term in terms):
        return FALSE
    days = [facts[term.name] for term in terms]
    skipped = frozenset(Reason(term.name) for term, day in zip(terms, days, strict=True) if day is None)
    if skipped:
        return Verdict(None, skipped)
    left, right = (term.from_day(day) for term, day in zip(terms, days, strict=True) if isinstance(day, date))
    reasons = frozenset(Reason(term.name) for term in terms if term.name != TODAY)
    return Verdict(COMPARE[condition.comparison](left, right), reasons)
