"""Templates without their indentation: it is for those who write them, not for those who wait for a page.

Done once, when a template is loaded. Words stay apart, because each line keeps its end, except after a tag that stands
alone on its line and prints nothing itself.
"""

import re

from django.template import Origin
from django.template.loaders import filesystem

SILENT = "if|elif|else|endif|for|empty|endfor|with|endwith|load|regroup|block|endblock"
ALONE = re.compile(rf"(?<=\n)({{% (?:{SILENT})\b(?:(?!%}}).)*%}})\n")


def squeezed(template: str) -> str:
    """The template with one line end where there was any other white space with a line end."""
    return ALONE.sub(r"\1", re.sub(r"\s*\n\s*", "\n", template))


class Loader(filesystem.Loader):
    """Loads the templates of this project."""

    def get_contents(self, origin: Origin) -> str:
        return squeezed(super().get_contents(origin))
