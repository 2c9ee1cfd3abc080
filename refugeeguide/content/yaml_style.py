"""How the content files are written, and a reader that takes every value for what an editor means by it.

In common YAML `no` is false, 1000 is a number, 13:00 is 780 and 2026-11-22 is a date. Here all of them are text: only
`true` and `false` are not. What is written is quoted where another reader could misunderstand it.
"""

import re
import textwrap
from pathlib import Path

import yaml

from .tables import ContentError

WIDTH = 110
SENTENCE_END = re.compile(r"(?<=[.?!]) (?=\S)")


class _Reader(yaml.SafeLoader):
    """Only true, false and an empty value are more than text; a key may stand only once."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise yaml.MarkedYAMLError(problem=f"“{twice}” stands twice", problem_mark=node.start_mark)
        return super().construct_mapping(node, deep)


_Reader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
_Reader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|)$"), ["n", ""])


class OneLine(dict):
    """A small mapping that is written as {one: line}."""


class _Writer(yaml.SafeDumper):
    """Block style, lists indented below their key, lists of names in brackets, a long text with a line a sentence."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data):
        return True

    def represent_list(self, data):
        flat = all(isinstance(item, str) and len(item) < 40 for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flat)

    def represent_text(self, data):
        folds = len(data) > WIDTH - 14 and data.isprintable() and data == " ".join(data.split())
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=">" if folds else None)

    def choose_scalar_style(self):
        style = super().choose_scalar_style()
        return '"' if style == "'" else style

    def write_folded(self, text):
        self.write_indicator(">-", True)
        self.write_line_break()
        for sentence in SENTENCE_END.split(text):
            for line in textwrap.wrap(
                sentence, WIDTH - self.indent, break_long_words=False, break_on_hyphens=False
            ):
                self.write_indent()
                self.stream.write(line)
                self.column += len(line)
                self.whitespace = self.indention = False

    def represent_line(self, data):
        return self.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


_Writer.add_representer(list, _Writer.represent_list)
_Writer.add_representer(str, _Writer.represent_text)
_Writer.add_representer(OneLine, _Writer.represent_line)


def load_yaml(file: Path) -> object:
    """What a file says. Raises ContentError with the file's name and the line."""
    try:
        return yaml.load(file.read_text(encoding="utf-8-sig"), _Reader)  # noqa: S506 (a SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def dump_yaml(data: object) -> str:
    """The text of a content file."""
    return yaml.dump(data, Dumper=_Writer, width=WIDTH, allow_unicode=True, sort_keys=False)
