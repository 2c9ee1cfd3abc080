"""The condition language an editor writes: one readable line in, a typed tree out, or an error that says what to write.

status is refugee and needs has travel
card in (a_card, b_card) and not (trip is no_trip)
today < application_date + 5 years
card_expiry is known or region is brussels
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, NoReturn, cast

from .conditions import COMPARE, All, Always, Any, Choice, Compare, Comparison, Condition, Known, Not
from .dates import TODAY, DateTerm, Offset, Unit

Kind = Literal["single", "multiple", "date", "postcode"]

KEYWORDS = {"and", "or", "not", "is", "in", "has", "any", "of", "known"}
UNITS = ("years", "months", "days")
MAX_LENGTH, MAX_DEPTH = 1000, 20
MAX_COUNT = 1000  # keeps every moved date inside the calendar

_TOKEN = re.compile(r"\s*(?:([A-Za-z0-9_]+)|(<=|>=|[<>()+,-])|(\S))")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that conditions may use: a question, or a fact derived from one."""

    kind: Kind
    options: tuple[str, ...] = ()


class ConditionError(ValueError):
    """What is wrong with a line, at which character (counted from 1), and the nearest known name if there is one."""

    def __init__(self, problem: str, position: int, nearest: str | None = None) -> None:
        self.problem, self.position, self.nearest = problem, position, nearest
        hint = f' Did you mean "{nearest}"?' if nearest else ""
        super().__init__(f"At character {position}: {problem}.{hint}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of the line, with where it starts (counted from 1)."""

    text: str
    position: int


def parse(line: str, names: Mapping[str, Name]) -> Condition:
    """The condition a line says; an empty line is always true. Raises ConditionError."""
    if not line.strip():
        return Always()
    parser = _Parser(line, names)
    condition = parser.either()
    parser.expect_end()
    return condition


def parse_date(line: str, names: Mapping[str, Name]) -> DateTerm:
    """The day a line says, as `application_date + 5 years`. Raises ConditionError."""
    parser = _Parser(line, names)
    term = parser.date_term()
    parser.expect_end()
    return term


def _tokens(line: str) -> list[Token]:
    if len(line) > MAX_LENGTH:
        raise ConditionError(f"a condition has at most {MAX_LENGTH} characters", MAX_LENGTH)
    found = []
    for match in _TOKEN.finditer(line.rstrip()):
        if match[3]:
            raise ConditionError(f'"{match[3]}" has no place in a condition', match.start(3) + 1)
        found.append(Token(match[1] or match[2], match.start(match.lastindex or 0) + 1))
    return [*found, Token("", len(line) + 1)]


class _Parser:
    """Recursive descent: either -> both -> negation -> comparison; `or` binds weaker than `and`."""

    def __init__(self, line: str, names: Mapping[str, Name]) -> None:
        self.tokens, self.names = _tokens(line), names
        self.index = self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    def take(self, *texts: str) -> str | None:
        """Step over the present token if it is one of `texts`."""
        text = self.token.text
        if text not in texts:
            return None
        self.index += 1
        return text

    def expect(self, text: str) -> None:
        if not self.take(text):
            self.fail(f'"{text}" is expected here')

    def expect_end(self) -> None:
        if self.token.text:
            self.fail(f'"{self.token.text}" is not expected here; join conditions with "and" or "or"')

    def fail(self, problem: str, near: Iterable[str] = ()) -> NoReturn:
        nearest = get_close_matches(self.token.text, list(near), n=1)
        raise ConditionError(problem, self.token.position, nearest[0] if nearest else None)

    def either(self) -> Condition:
        return self.joined("or", self.both, Any)

    def both(self) -> Condition:
        return self.joined("and", self.negation, All)

    def joined(self, word: str, part: Callable[[], Condition], join: type[All] | type[Any]) -> Condition:
        parts = [part()]
        while self.take(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else join(tuple(parts))

    def negation(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail("there are too many brackets inside one another")
        if self.take("not"):
            condition: Condition = Not(self.negation())
        elif self.take("("):
            condition = self.either()
            self.expect(")")
        else:
            condition = self.comparison()
        self.depth -= 1
        return condition

    def comparison(self) -> Condition:
        if self.token.text == TODAY or self.name_of_date():
            return self.date_comparison()
        word, kind = self.token.text, self.known_name().kind
        self.index += 1
        if self.token.text == "is" and self.tokens[self.index + 1].text == "known":
            self.index += 2
            return Known(word)
        if kind == "postcode":
            self.fail(f'after "{word}" write "is known"; for the place write "region is ..."')
        return Choice(word, self.options_of(word, kind))

    def name_of_date(self) -> bool:
        """Whether a date comparison starts here (`X is known` is none)."""
        name = self.names.get(self.token.text)
        return name is not None and name.kind == "date" and self.tokens[self.index + 1].text != "is"

    def known_name(self) -> Name:
        word = self.token.text
        if word in self.names:
            return self.names[word]
        if not word or not word[0].isalpha() or word in KEYWORDS:
            self.fail("the name of a question is expected here")
        self.fail(f'there is no question "{word}"', self.names)

    def options_of(self, word: str, kind: Kind) -> tuple[str, ...]:
        if kind == "multiple":
            if not self.take("has"):
                self.fail(
                    f'"{word}" can have several answers: write "{word} has ..." or "{word} has any of (...)"'
                )
            return self.option_list(word) if self.any_of() else (self.option(word),)
        if kind == "date":
            self.fail(f'"{word}" is a date: write "{word} is known" or compare it with <, <=, > or >=')
        if self.take("in"):
            return self.option_list(word)
        if not self.take("is"):
            self.fail(f'"{word}" has one answer: write "{word} is ..." or "{word} in (...)"')
        return (self.option(word),)

    def any_of(self) -> bool:
        if not self.take("any"):
            return False
        self.expect("of")
        return True

    def option_list(self, word: str) -> tuple[str, ...]:
        self.expect("(")
        options = [self.option(word)]
        while self.take(","):
            options.append(self.option(word))
        self.expect(")")
        return tuple(options)

    def option(self, word: str) -> str:
        option, known = self.token.text, self.names[word].options
        if option not in known:
            self.fail(
                f'"{word}" has no option "{option}"' if option else f'an option of "{word}" is missing', known
            )
        self.index += 1
        return option

    def date_comparison(self) -> Condition:
        left = self.date_term()
        sign = self.take(*COMPARE)
        if not sign:
            self.fail("<, <=, > or >= is expected here")
        return Compare(left, cast(Comparison, sign), self.date_term())

    def date_term(self) -> DateTerm:
        word = self.token.text
        dates = [name for name, known in self.names.items() if known.kind == "date"]
        if word not in (TODAY, *dates):
            self.fail(f'"{word}" is not a date question' if word else "a date is missing", (TODAY, *dates))
        self.index += 1
        return DateTerm(word, self.offset())

    def offset(self) -> Offset | None:
        sign, count = self.take("+", "-"), self.token.text
        if not sign:
            return None
        if not count.isdigit() or not 0 < int(count) <= MAX_COUNT:
            self.fail(f"a whole number from 1 to {MAX_COUNT} is expected here")
        self.index += 1
        return Offset(int(sign + count), self.unit())

    def unit(self) -> Unit:
        word = self.token.text
        plural = word if word.endswith("s") else f"{word}s"
        if plural not in UNITS:
            self.fail("years, months or days is expected here", UNITS)
        self.index += 1
        return cast(Unit, plural)
