"""Files to document and back: a YAML file a topic, a test person, all contacts, all sources; a PO file a language.

YAML holds English only and leaves out what is empty. The PO files hold every other language: context = the text's
key, source = its English, `fuzzy` = no person has read it since it was drafted or its English changed. Writing after
reading gives the same bytes, so a change in a file is always somebody's change.
"""

import logging
from copy import deepcopy
from pathlib import Path

import polib

from .shape import CONTACT, LIST_FILES, NESTED, PERSON, SOURCE, TOPIC, Field, Kind, texts
from .tables import ContentError
from .yaml_style import OneLine, dump_yaml, load_yaml

log = logging.getLogger(__name__)
SOURCE_LANGUAGE = "en"


def load_files(path: Path) -> dict:
    """The document that a folder of content files holds. Raises ContentError, saying which file."""
    path = Path(path)
    topics = sorted(_read_all(path, TOPIC, _topic_files(path)), key=lambda pair: pair[0])
    document = {
        "topics": [entry for _, entry in topics],
        "contacts": _read_list(path / "contacts.yaml", "contacts", CONTACT),
        "sources": _read_list(path / "sources.yaml", "sources", SOURCE),
        "persons": [entry for _, entry in _read_all(path, PERSON, sorted((path / "persons").glob("*.yaml")))],
    }
    document["persons"].sort(key=lambda person: person["slug"])
    for file in sorted((path / "translations").glob("*.po")):
        _add_language(document, file)
    return document


def dump_files(document: dict, path: Path) -> None:
    """Write a document as content files; files of topics, persons and languages that it doesn't have are removed."""
    path = Path(path)
    contents = dict(_yaml_files(document))
    contents |= {f"translations/{code}.po": str(_po(document, code)) for code in _languages(document)}
    for old in (*_topic_files(path), *path.glob("persons/*.yaml"), *path.glob("translations/*.po")):
        if old.relative_to(path).as_posix() not in contents:
            old.unlink()
    for name, content in contents.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content, encoding="utf-8", newline="\n")


def _topic_files(path: Path) -> list[Path]:
    return [file for file in sorted(path.glob("*.yaml")) if file.stem not in LIST_FILES]


def _read_all(path: Path, kind: Kind, files: list[Path]) -> list[tuple[int, dict]]:
    """The object of each file, with its position if the file says one."""
    found = []
    for file in files:
        raw = _mapping(load_yaml(file), file.name)
        position = raw.pop("position", "0")
        if not str(position).isdigit():
            raise ContentError(f"{file.name}: position must be a whole number, not “{position}”")
        found.append((int(position), expand(kind, raw, file.name)))
    return found


def _read_list(file: Path, key: str, kind: Kind) -> list[dict]:
    if not file.exists():
        return []
    raw = _mapping(load_yaml(file), file.name)
    if set(raw) - {key}:
        raise ContentError(f"{file.name}: only “{key}” is expected at the top")
    return [expand(kind, entry, file.name) for entry in _list(raw.get(key), file.name)]


def _mapping(raw: object, where: str) -> dict:
    if not isinstance(raw, dict):
        raise ContentError(f"{where}: “key: value” lines are expected here, not “{str(raw)[:60]}”")
    return raw


def _list(raw: object, where: str) -> list:
    if not isinstance(raw, list | None):
        raise ContentError(f"{where}: a list is expected here, not “{str(raw)[:60]}”")
    return raw or []


def expand(kind: Kind, raw: object, where: str) -> dict:
    """An object with every key, from one that leaves out what is empty."""
    if isinstance(raw, str) and kind.fields[0].kind == "link":
        raw = {kind.fields[0].key: raw}  # a contact of a procedure is often just its slug
    raw = _mapping(raw, f"{where}: {kind.name}")
    where = f"{where}: {kind.name} {raw.get(kind.fields[0].key, '')}"
    unknown = set(raw) - {field.key for field in kind.fields}
    if unknown:
        raise ContentError(f"{where}: unknown key {', '.join(sorted(map(str, unknown)))}")
    if not raw.get(kind.fields[0].key) and kind.fields[0].default is None:
        raise ContentError(f"{where}: {kind.fields[0].key} is missing")
    return {field.key: _expand(field, raw.get(field.key), f"{where}") for field in kind.fields}


def _expand(field: Field, raw: object, where: str) -> object:
    if raw is None:
        return deepcopy(field.empty)
    if field.kind == "json":
        return _mapping(raw, f"{where}, {field.key}")
    if field.kind in NESTED:
        return [expand(field.of, entry, where) for entry in _list(raw, f"{where}, {field.key}")]
    if isinstance(field.empty, list):
        words = [str(word).strip() for word in _list(raw, f"{where}, {field.key}")]
        return sorted(set(words)) if field.kind == "cites" else words
    if field.kind == "flag" and isinstance(raw, bool):
        return raw
    if not isinstance(raw, str) or field.kind == "flag":
        raise ContentError(f"{where}: {field.key} can't be “{str(raw)[:60]}”")
    return _text(raw.strip()) if field.kind == "text" else raw.strip()


def _text(english: str) -> dict:
    return {"text": {SOURCE_LANGUAGE: english} if english else {}, "drafted": []}


def compact(kind: Kind, entry: dict) -> dict | str:
    """An object without what is empty, its texts in English only."""
    short = {}
    for field in kind.fields:
        value = entry[field.key]
        if field.kind == "text":
            value = value["text"].get(SOURCE_LANGUAGE, "")
        elif field.kind in NESTED:
            value = [compact(field.of, child) for child in value]
        if value and value != field.empty:
            short[field.key] = value
    first = kind.fields[0]
    if first.kind == "link" and len(short) == 1:
        return short[first.key]
    return short if kind.slug else OneLine(short)


def _yaml_files(document: dict):
    for position, topic in enumerate(document["topics"], 1):
        short = compact(TOPIC, topic)
        yield f"{topic['slug']}.yaml", dump_yaml({"slug": short.pop("slug"), "position": position, **short})
    for key, kind in (("contacts", CONTACT), ("sources", SOURCE)):
        yield f"{key}.yaml", dump_yaml({key: [compact(kind, entry) for entry in document[key]]})
    for person in document["persons"]:
        yield f"persons/{person['slug']}.yaml", dump_yaml(_windows_on_one_line(compact(PERSON, person)))


def _windows_on_one_line(person: dict) -> dict:
    """A test person with each expected date on a line of its own."""
    windows = person.get("expected", {}).get("deadlines")
    if not isinstance(windows, dict):
        return person
    lines = {key: OneLine(days) if isinstance(days, dict) else days for key, days in windows.items()}
    return {**person, "expected": {**person["expected"], "deadlines": lines}}


def _add_language(document: dict, file: Path) -> None:
    """Add a language's translations to the texts; one made from another English counts as drafted."""
    known, code = dict(texts(document)), file.stem
    try:
        entries = polib.pofile(str(file), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.name}: {error}") from error
    for entry in entries:
        text = known.get(entry.msgctxt)
        if entry.obsolete or not entry.msgstr:
            continue
        if text is None:
            log.warning("%s: no text has the key %s", file.name, entry.msgctxt)
            continue
        text["text"][code] = entry.msgstr
        if entry.fuzzy or entry.msgid != text["text"].get(SOURCE_LANGUAGE):
            text["drafted"] = sorted({*text["drafted"], code})


def _languages(document: dict) -> list[str]:
    return sorted({code for _, text in texts(document) for code in text["text"]} - {SOURCE_LANGUAGE})


def _po(document: dict, code: str) -> polib.POFile:
    """A language's translations, with an entry for every English text."""
    po = polib.POFile(wrapwidth=110)
    po.metadata = {"Language": code, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8",
                   "Content-Transfer-Encoding": "8bit"}  # fmt: skip
    for key, text in texts(document):
        if SOURCE_LANGUAGE in text["text"]:
            flags = ["fuzzy"] if code in text["drafted"] else []
            words = text["text"].get(code, "")
            po.append(polib.POEntry(msgctxt=key, msgid=text["text"]["en"], msgstr=words, flags=flags))
    return po
