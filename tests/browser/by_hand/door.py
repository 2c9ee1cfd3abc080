"""The door by hand: choose a language, each in its own letters."""

from .frame import FROM_THE_RIGHT, ICON, LANGUAGES, LEAVING, STYLE, leave, root

DOOR = """
header b { padding-block: 8px }
.languages a { justify-content: start; margin-block: 16px; padding-inline: 16px }
@media print { header { display: none } }
"""


def door(language: str) -> str:
    """The page, in English as no language is chosen yet, with the language of the reader first."""
    names = sorted(LANGUAGES.items(), key=lambda pair: pair[0] != language)
    links = "\n".join(
        f'<a class="button" href="/{code}/" lang="{code}" dir="{direction(code)}">{name}</a>'
        for code, name in names
    )
    return f"""<!doctype html>
{root("en")}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Guide</title>
{ICON}
<style>{STYLE}{DOOR}</style>
<header>
<b>RefugeeGuide</b>
{leave("en")}
</header>
<main class="languages">
<h1 class="unseen">RefugeeGuide</h1>
{links}
</main>
<script>{LEAVING}</script>
"""


def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language in FROM_THE_RIGHT else "ltr"
