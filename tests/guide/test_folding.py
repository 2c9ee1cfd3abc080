"""Spellings of one word meet, script by script; words that differ stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugeeguide.guide.folding import bare, fold, words

LATIN = [
    ("Épouse", "epouse"),
    ("RÉFUGIÉ", "refugie"),
    ("re\u0301fugie\u0301", "réfugié"),
    ("België", "belgie"),
    ("Straße", "STRASSE"),
    ("œuvre", "oeuvre"),
    ("ﬁn", "fin"),
    ("ＣＡＲＤ", "card"),
]
TURKISH_AND_KURMANJI = [
    ("İKAMET", "ikamet"),
    ("ılık", "ilik"),
    ("çocuğum", "cocugum"),
    ("eş", "es"),
    ("penaberê", "penabere"),
    ("kurdî", "kurdi"),
    ("şûn", "sun"),
]
ARABIC = [
    ("إحضار", "احضار"),
    ("أولاد", "اولاد"),
    ("آخر", "اخر"),
    ("ٱلعمل", "العمل"),
    ("لمّ شَمْلِ", "لم شمل"),
    ("إلى", "الي"),
    ("بطاقة", "بطاقه"),
    ("شؤون", "شوون"),
    ("هيئة", "هييه"),
    ("إجراءات", "اجراات"),
    ("بطـــاقة", "بطاقة"),
    ("ﻻﺟﺊ", "لاجئ"),
]
PERSIAN = [
    ("کارت", "كارت"),
    ("خانوادگی", "خانوادگي"),
    ("می‌خواهم", "میخواهم"),
    ("خانهٔ", "خانه"),
    ("گذرنامۀ", "گذرنامه"),
]
PASHTO = [
    ("ټول", "تول"),
    ("ډاکټر", "داکتر"),
    ("کړم", "کرم"),
    ("ښځه", "شزه"),
    ("ږغ", "ژغ"),
    ("څوک", "سوک"),
    ("ماڼۍ", "مانی"),
    ("ژوندې", "ژوندی"),
    ("ګډ", "گد"),
]
SORANI = [
    ("کوڕ", "کور"),
    ("گەڵ", "گەل"),
    ("ڕۆژ", "روژ"),
    ("پێناس", "پیناس"),
    ("ئەڤین", "ئەفین"),
    ("خێزانەکەم", "خیزانهکهم"),
    ("ھەولێر", "هەولێر"),
]
ETHIOPIC = [
    ("ሀገር", "ሐገር"),
    ("ሀገር", "ኀገር"),
    ("ሀገር", "ኸገር"),
    ("ሀገር", "ሃገር"),
    ("ሓሙስ", "ሃሙስ"),
    ("ኺድ", "ሒድ"),
    ("ሠራሕ", "ሰራህ"),
    ("ሡስ", "ሱስ"),
    ("ዓመት", "አመት"),
    ("ኣብ", "አብ"),
    ("ዑቕባ", "ኡቕባ"),
    ("ፀሐይ", "ጸሃይ"),
    ("ፅሑፍ", "ጽሁፍ"),
]
CYRILLIC = [("ещё", "еще"), ("ґрунт", "грунт"), ("СІМ'Я", "сім'я"), ("й", "и")]
DIGITS = [("١٥", "15"), ("۱۵", "15"), ("१५", "15"), ("፩", "1"), ("１５", "15"), ("m²", "m2")]
SIGNS = [("\u200ecard\u200f", "card"), ("co\u00adpie", "copie"), ("\ufeffcard", "card")]
TABLES = {
    "Latin": LATIN, "Turkish and Kurmanji": TURKISH_AND_KURMANJI, "Arabic": ARABIC, "Persian": PERSIAN,
    "Pashto": PASHTO, "Sorani": SORANI, "Ethiopic": ETHIOPIC, "Cyrillic": CYRILLIC, "digits": DIGITS, "signs": SIGNS,
}  # fmt: skip


@pytest.mark.parametrize("script", TABLES)
def test_spellings_meet(script: str) -> None:
    assert [pair for pair in TABLES[script] if fold(pair[0]) != fold(pair[1])] == []


APART = [
    ("card", "cord"),
    ("لم", "كم"),
    ("کار", "گار"),
    ("پدر", "بدر"),
    ("ሰላም", "ሸላም"),
    ("ከ", "ሀ"),
    ("и", "і"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


# Written out, so that a table that loses a row, or an order of vowels, is seen.
FOLDED = [
    ("L’Épouse", "l’epouse"),
    ("بطاقتی", "بطاقتي"),
    ("مؤسسة", "موسسه"),
    ("ټ ډ ړ ڼ ښ ږ ځ څ ګ", "ت د ر ن ش ژ ز س گ"),
    ("ڕ ڵ ۆ ێ ڤ ە", "ر ل و ي ف ه"),
    ("ی ې ۍ ى ئ ے", "ي ي ي ي ي ي"),
    ("ሐሑሒሓሔሕሖ", "ሃሁሂሃሄህሆ"),
    ("ሀሁሂሃሄህሆ", "ሃሁሂሃሄህሆ"),
    ("ኀኁኂኃኄኅኆ", "ሃሁሂሃሄህሆ"),
    ("ኸኹኺኻኼኽኾ", "ሃሁሂሃሄህሆ"),
    ("ሠሡሢሣሤሥሦ", "ሰሱሲሳሴስሶ"),
    ("ዐዑዒዓዔዕዖ", "ኣኡኢኣኤእኦ"),
    ("አኡኢኣኤእኦ", "ኣኡኢኣኤእኦ"),
    ("ፀፁፂፃፄፅፆ", "ጸጹጺጻጼጽጾ"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


WORDS = [
    ("l'emploi, rendez-vous", ["l", "emploi", "rendez", "vous"]),
    ("A-card / B card", ["a", "card", "b", "card"]),
    ("snake_case", ["snake", "case"]),
    ("ሰላም፡ኩን።", ["ሰላም", "ኩን"]),
    ("ما اسمك؟ نعم، لا", ["ما", "اسمك", "نعم", "لا"]),
    ("\0one\ud800two", ["one", "two"]),
    ("\u0301\u064e ... -", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), WORDS)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


BARE = [
    ("البطاقه", "بطاقه"),
    ("والبطاقه", "بطاقه"),
    ("بالبطاقه", "بطاقه"),
    ("كالبطاقه", "بطاقه"),
    ("فالبطاقه", "بطاقه"),
    ("للعمل", "عمل"),
    ("وللعمل", "عمل"),
    ("لعمل", "عمل"),
    ("بلديه", "لديه"),  # wrong, and harmless: the word itself is always looked for as well
    ("الي", "الي"),
    ("ورق", "ورق"),  # too short to lose a letter
    ("عمل", "عمل"),
    ("card", "card"),
    ("ሃገር", "ሃገር"),
]


@pytest.mark.parametrize(("word", "left"), BARE)
def test_bare(word: str, left: str) -> None:
    assert bare(word) == left


@given(st.text())
def test_folded_words_hold_only_letters_and_digits(text: str) -> None:
    assert [word for word in words(text) if not word.isalnum()] == []


@given(st.text(st.characters(codec="utf-16", exclude_categories=["Cs"])))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
