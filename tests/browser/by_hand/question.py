"""A question by hand: several answers of a list, in groups, some of them ticked already."""

from __future__ import annotations

from itertools import groupby

from refugeeguide.guide.answers import Answers
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.questions import Option, Question

from .frame import drafted, each, page, said, sign

STYLE = """
progress { display: block; inline-size: 100%; block-size: 4px; appearance: none; border: 1px solid var(--line) }
progress::-webkit-progress-bar { background: none }
progress::-webkit-progress-value { background: var(--press) }
progress::-moz-progress-bar { background: var(--press) }
fieldset { margin: 0 0 16px; padding: 0; border: 0 }
legend { padding: 0 0 8px; font-weight: bold }
label { display: flex; gap: 16px; align-items: center; min-block-size: 56px; margin-block-end: 8px; padding: 8px 16px;
border: 1px solid var(--line); border-radius: 4px }
label:has(:checked) { border-color: var(--press); outline: 1px solid var(--press) }
input { flex: none; inline-size: 24px; block-size: 24px; margin: 0; accent-color: var(--press) }
@media (forced-colors: active) { label:has(:checked) { outline: 3px solid Highlight } }
"""


def question(language: str, slug: str, given: Answers) -> str:
    """The page of this question for a person with these answers."""
    asked = QUESTIONNAIRE.by_slug[slug]
    position, total = QUESTIONNAIRE.progress(asked, given.values)
    where = said("Question %(position)s of about %(total)s", position=position, total=total)
    before = list(given.values)[position - 2]
    body = f"""<p class="small">{where}<progress value="{position}" max="{total}" aria-hidden="true"></progress></p>
<form method="post">
<h1 id="question">{said(asked.title)}</h1>
<p class="small" id="hint">{said(asked.hint)}</p>
<div role="group" aria-labelledby="question" aria-describedby="hint">
{each(group(name, list(options), given.values.get(slug)) for name, options in by_group(asked))}
</div>
<button class="button main">{said("Continue")}</button>
</form>
<details>
<summary>{said("Why do we ask?")}</summary>
<p>{said(asked.why)}</p>
</details>
<p><a href="/{language}/questions/{before}/">{sign("back")}{said("Back")}</a></p>"""
    title = f"{said('Question %(position)s', position=position)} – Guide"
    return page(language, title, body, STYLE, drafted(language))


def by_group(asked: Question) -> groupby[str, Option]:
    """The options under their headings."""
    return groupby(asked.options, key=lambda option: option.group)


def group(name: str, options: list[Option], chosen: object) -> str:
    """One heading with its options."""
    ticked = chosen if isinstance(chosen, tuple) else ()
    cards = each(card(option, option.slug in ticked) for option in options)
    return f"<fieldset>\n<legend>{said(name)}</legend>\n{cards}\n</fieldset>"


def card(option: Option, ticked: bool) -> str:
    """One option."""
    checked = " checked" if ticked else ""
    box = f'<input type="checkbox" name="answer" value="{option.slug}"{checked}>'
    return f"<label>{box}{sign(option.picture)}{said(option.label)}</label>"
