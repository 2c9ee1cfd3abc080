"""Search over the procedures and contacts of a guide that forgives spelling.

An index is built once for each release and language, then asked for every search. Every word typed is compared with
every word of the texts; what a procedure or contact earns grows with how alike the words are, where they stand (a title
says more than a step) and how rare they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log
from typing import Literal

from rapidfuzz.distance import OSA, Prefix
from rapidfuzz.process import extract

from .everyday_words import EVERYDAY, PASSING
from .folding import bare, words
from .procedures import Contact, Document, Guide, Procedure, Step, WarningNote

Kind = Literal["procedure", "contact"]

# How much a place says about what a text is about.
TITLE, SUMMARY, TOPIC, TEXT, CONTACT_NAME = 10.0, 4.0, 3.0, 1.0, 1.0
NAME, ABOUT, TOWN, NOTE = 10.0, 2.0, 5.0, 1.0
OTHER_LANGUAGE = 0.6  # of a title or name that is not in the reader's language
ENOUGH = 5.0  # many mentions add ever less: this much weight earns half

# How alike two words are, 1 being equal.
BEGINS, STEM, NEAR, NEAR_BEGINNING, WITHIN, ENDING = 0.9, 0.8, 0.9, 0.75, 0.55, 0.45
BARE, EVERYDAY_WORD, PAIR = 0.95, 0.85, 0.5  # what only stands for the word typed is worth less
SHORTEST_STEM, LONGEST_ENDING = 3, 5  # letters that are a beginning, and letters that may follow a common one

TAIL = 0.1  # what earns less than this share of the best is left out
MAX_LETTERS, MAX_WORDS, MAX_WORD = 200, 8, 30  # nobody types more; a hostile text is cut here

_Alike = dict[str, float]  # word of the texts -> how alike
_Earned = dict[int, float]  # number of an entry -> what it earns
_Entry = tuple[Kind, str, Iterable[tuple[float, str]]]  # a kind, a slug, and texts with what their place says


@dataclass(frozen=True, slots=True)
class Hit:
    """A procedure or a contact that was found. Scores compare only within one search."""

    kind: Kind
    slug: str
    score: float


class SearchIndex:
    """All procedures and contacts of `guide`; titles and names of the same guide in other languages find them too."""

    def __init__(self, guide: Guide, also: Iterable[Guide] = ()) -> None:
        self._entries: list[tuple[Kind, str]] = []
        self._weights: dict[str, _Earned] = {}
        self._passing = frozenset(words(PASSING.get(guide.language, "")))
        others = [other for other in also if other.language != guide.language]
        for kind, slug, texts in chain(_procedures(guide, others), _contacts(guide, others)):
            self._add(kind, slug, texts)
        self._vocabulary = [word for word in self._weights if not word.startswith(" ")]
        self._by_beginning = defaultdict[str, list[str]](list)
        for word in self._vocabulary:
            self._by_beginning[word[:SHORTEST_STEM]].append(word)
        self._everyday = [
            (typed, words(meant))
            for meant, said in EVERYDAY.get(guide.language, {}).items()
            for typed in words(said)
        ]

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The best hits, best first, at most `limit`; none when nothing is near."""
        typed = [word[:MAX_WORD] for word in words(query[:MAX_LETTERS])]
        telling = (self._telling(typed) or typed)[:MAX_WORDS]
        terms = [self._alike(word) for word in dict.fromkeys(telling)]
        pairs = [self._joined(*pair) for pair in pairwise(telling)]
        scores = self._scores([term for term in (*terms, *pairs) if term])
        least = TAIL * max(scores.values(), default=0)
        best = sorted((-score, number) for number, score in scores.items() if score >= least)
        return [Hit(*self._entries[number], round(-score, 3)) for score, number in best[:limit]]

    def _add(self, kind: Kind, slug: str, texts: Iterable[tuple[float, str]]) -> None:
        """One entry. Two neighbours are also kept as one word after a blank, so that joined and split words meet."""
        number, weights = len(self._entries), defaultdict[str, float](float)
        self._entries.append((kind, slug))
        for weight, text in texts:
            found = words(text)
            neighbours = {*pairwise(found), *pairwise(self._telling(found))}
            for word in {*found, *map(bare, found), *(f" {a}{b}" for a, b in neighbours)}:
                weights[word] += weight
        for word, weight in weights.items():
            self._weights.setdefault(word, {})[number] = weight / (weight + ENOUGH)

    def _telling(self, found: list[str]) -> list[str]:
        return [word for word in found if word not in self._passing]

    def _scores(self, terms: list[_Alike]) -> _Earned:
        """What each entry earns: all that its words are worth, less when it lacks some of the words typed."""
        scores, covered, total = defaultdict[int, float](float), defaultdict[int, float](float), 0.0
        for term in terms:
            earned = self._earned(term)
            rarity = log(1 + len(self._entries) / self._spread(term))
            total += rarity
            for number, amount in earned.items():
                scores[number] += amount * rarity
                covered[number] += rarity
        return {number: score * covered[number] / total for number, score in scores.items()}

    def _earned(self, term: _Alike) -> _Earned:
        """For one word typed: what its best likeness in each entry is worth."""
        earned: _Earned = {}
        for word, alike in term.items():
            for number, weight in self._weights[word].items():
                earned[number] = max(earned.get(number, 0.0), alike * weight)
        return earned

    def _spread(self, term: _Alike) -> int:
        """How many entries have the words most like this one: a slip is as rare as what was meant."""
        least = 0.9 * max(term.values())
        meant = [word for word, alike in term.items() if alike >= least]
        return len({number for word in meant for number in self._weights[word]})

    def _joined(self, first: str, second: str) -> _Alike:
        """Two words typed one after the other, which the texts may have as neighbours or as one word."""
        joined = first + second
        return {word: alike for word, alike in ((joined, 1.0), (f" {joined}", PAIR)) if word in self._weights}

    def _alike(self, typed: str) -> _Alike:
        """The words that one typed word may mean; slips only when it is no word nor the beginning of one."""
        if typed.isdigit():
            return {typed: 1.0} if typed in self._weights else {}  # another number is another thing
        found = _best(
            (word, alike * share) for form, share in self._forms(typed) for word, alike in self._similar(form)
        )
        if any(word.lstrip().startswith(form) for form, _ in self._forms(typed) for word in found):
            return found
        return _best(chain(found.items(), self._slips(typed).items(), self._inside(typed)))

    def _forms(self, typed: str) -> Iterator[tuple[str, float]]:
        """The typed word, without what Arabic writes in front of it, and the words of the texts that say the same."""
        forms = {typed: 1.0} if bare(typed) == typed else {typed: 1.0, bare(typed): BARE}
        yield from forms.items()
        for everyday, meant in self._everyday:
            endings = [form[len(everyday) :] for form in forms if form.startswith(everyday)]
            if any(len(ending) < min(4, len(everyday)) for ending in endings):
                yield from ((word, EVERYDAY_WORD) for word in meant)

    def _similar(self, typed: str) -> Iterator[tuple[str, float]]:
        """Words that are the same, or begin alike: other endings of one word."""
        yield from ((word, 1.0) for word in (typed, f" {typed}") if word in self._weights)
        if len(typed) >= SHORTEST_STEM:
            for word in self._by_beginning.get(typed[:SHORTEST_STEM], ()):
                if word != typed and (alike := _begin_alike(typed, word)):
                    yield word, alike

    def _slips(self, typed: str) -> _Alike:
        """Words that differ by a few letters, or whose beginning does."""
        slips = _slips_allowed(typed)
        if not slips:
            return {}
        begins = [word[: len(typed)] for word in self._vocabulary]
        found = []
        for near, texts, most in ((NEAR, self._vocabulary, slips), (NEAR_BEGINNING, begins, slips - 1)):
            for _, slip, at in extract(typed, texts, scorer=OSA.distance, score_cutoff=most, limit=None):
                word = self._vocabulary[at]
                if slip == 1 or word[0] == typed[0]:  # two slips and another first letter: another word
                    found.append((word, near * (1 - slip / len(typed))))
        return _best(found)

    def _inside(self, typed: str) -> Iterator[tuple[str, float]]:
        """Compounds that hold the typed word, and words that a typed compound ends with: kaart, vreemdelingenkaart."""
        if len(typed) > _stem(typed):
            yield from ((word, WITHIN) for word in self._vocabulary if typed in word)
        for start in range(1, len(typed) - _stem(typed)):
            if typed[start:] in self._weights:
                yield typed[start:], ENDING


def _procedures(guide: Guide, others: list[Guide]) -> Iterator[_Entry]:
    topics = {topic.slug: topic.title.text for topic in guide.topics}
    titles = [{procedure.slug: procedure.title.text for procedure in other.procedures} for other in others]
    for procedure in guide.procedures:
        texts = [(TOPIC, topics[procedure.topic]), *_texts_of(procedure)]
        texts += [(TITLE * OTHER_LANGUAGE, each.get(procedure.slug, "")) for each in titles]
        texts += [(CONTACT_NAME, guide.contacts[link.slug].name.text) for link in procedure.contacts]
        yield "procedure", procedure.slug, texts


def _texts_of(procedure: Procedure) -> Iterator[tuple[float, str]]:
    yield TITLE, procedure.title.text
    yield SUMMARY, procedure.summary.text
    parts: list[Step | Document | WarningNote] = [*procedure.steps, *procedure.documents, *procedure.warnings]
    yield from ((TEXT, part.text.text) for part in parts)
    yield from ((TEXT, deadline.label.text) for deadline in procedure.deadlines)


def _contacts(guide: Guide, others: list[Guide]) -> Iterator[_Entry]:
    for slug, contact in guide.contacts.items():
        names = [other.contacts[slug].name.text for other in others if slug in other.contacts]
        texts = [*_texts_of_contact(contact), *((NAME * OTHER_LANGUAGE, name) for name in names)]
        yield "contact", slug, texts


def _texts_of_contact(contact: Contact) -> Iterator[tuple[float, str]]:
    yield NAME, contact.name.text
    yield ABOUT, contact.about.text
    yield NOTE, contact.note.text
    for office in contact.offices:
        yield TOWN, f"{office.name} {office.postcode} {office.town}"


def _best(pairs: Iterable[tuple[str, float]]) -> _Alike:
    """Each word once, with the best likeness it was given."""
    best: _Alike = {}
    for word, alike in pairs:
        best[word] = max(best.get(word, 0.0), alike)
    return best


def _stem(word: str) -> int:
    """How many letters two words must share: one less in scripts that leave vowels out or write syllables."""
    return SHORTEST_STEM + word.isascii()


def _begin_alike(typed: str, word: str) -> float:
    """How alike two words are that begin with the same letters, 0 when they only happen to."""
    shared = Prefix.similarity(typed, word)
    if shared == len(typed):
        return BEGINS * (2 + shared / len(word)) / 3
    rest = max(len(typed), len(word)) - shared
    alike = shared >= max(_stem(typed), 0.55 * len(typed)) and rest <= LONGEST_ENDING
    return STEM * shared / max(len(typed), len(word)) if alike else 0.0


def _slips_allowed(word: str) -> int:
    """One in a short word, three in a long one; none in a number, nor in a word so short that it would be another."""
    return 0 if len(word) < 4 or not word.isalpha() else min(3, (len(word) + 2) // 4)
