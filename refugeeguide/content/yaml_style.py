"""How the content files are written, and a reader that takes every value for what an editor means by it.

In common YAML `no` is false, 1000 is a number, 13:00 is 780 and 2026-11-22 is a date. Here all of them are text: only
`true` and `false` are not. What is written is quoted where another reader could misunderstand it.
"""

import re
from pathlib import Path

import yaml

from .tables import ContentError

MAX_FLAT = 12  # short lists of short words stand on one line


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
    """Block style, lists indented below their key, no aliases; short lists of words in brackets."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data):
        return True

    def represent_list(self, data):
        flat = len(data) <= MAX_FLAT and all(isinstance(item, str) and len(item) < 30 for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flat)

    def represent_line(self, data):
        return self.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


_Writer.add_representer(list, _Writer.represent_list)
_Writer.add_representer(OneLine, _Writer.represent_line)


def load_yaml(file: Path) -> object:
    """What a file says. Raises ContentError with the file's name and the line."""
    try:
        return yaml.load(file.read_text(encoding="utf-8-sig"), _Reader)  # noqa: S506 (a SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def dump_yaml(data: object) -> str:
    """The text of a content file."""
    return yaml.dump(data, Dumper=_Writer, width=110, allow_unicode=True, sort_keys=False)
