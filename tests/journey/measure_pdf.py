"""How fast paper is: the first one of a fresh process against a warm one, and ours against WeasyPrint alone.

Run it by itself: .venv/bin/python tests/journey/measure_pdf.py [language]. Seconds are of the processor, so a busy
machine matters less; each figure is the median of several.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
PROCESSES, TIMES = 3, 7


def seconds(work: Callable[[], object]) -> float:
    """What a piece of work takes of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def plan_context(language: str) -> dict[str, Any]:
    """What page and paper know of one person's plan."""
    from django.utils import translation

    from refugeeguide.content import release
    from refugeeguide.content.places import places
    from refugeeguide.guide.answers import keep, skip_the_rest
    from refugeeguide.guide.questionnaire import QUESTIONNAIRE
    from refugeeguide.journey import views
    from tests.content import belgium
    from tests.journey.visitor import JOURNEYS

    release._current = release.CurrentRelease(1, "belgium", datetime.now(UTC), belgium.document())
    translation.activate(language)
    given = skip_the_rest(QUESTIONNAIRE, keep(QUESTIONNAIRE, places(), JOURNEYS["refugee"])[0])
    return views.plan_context(given)


def alone(html: str) -> Callable[[], object]:
    """WeasyPrint on the same HTML without anything of ours; fonts and stylesheet are kept."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheet = CSS(filename=ROOT / "static/print.css", font_config=fonts)
    return lambda: HTML(string=html, base_url="about:blank").write_pdf(
        stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
    )


def in_this_process(language: str) -> dict[str, float]:
    """The figures of one fresh process, warmed as the server warms itself."""
    import django

    django.setup()
    from django.template.loader import render_to_string

    from refugeeguide.journey import pdf

    context = plan_context(language)
    warming = seconds(pdf.warm)
    first = seconds(lambda: pdf.checklist(context))
    html = render_to_string("journey/checklist.html", context | pdf.language_context())
    bare = alone(html)
    bare()
    pairs = [(seconds(lambda: pdf.checklist(context)), seconds(bare)) for _ in range(TIMES)]
    warm, weasyprint = (median(each) for each in zip(*pairs, strict=True))
    return {"warming": warming, "first": first, "warm": warm, "weasyprint alone": weasyprint}


def main(language: str) -> None:
    """Several fresh processes, one after the other."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "refugeeguide.settings", "PYTHONPATH": str(ROOT)}
    program = [sys.executable, __file__, language, "--in-this-process"]
    runs = [json.loads(subprocess.check_output(program, env=env, cwd=ROOT)) for _ in range(PROCESSES)]
    figures = {name: median(run[name] for run in runs) for name in runs[0]}
    for name, value in figures.items():
        print(f"{name:18} {value * 1000:7.0f} ms")
    print(f"first / warm       {figures['first'] / figures['warm']:7.2f}   (goal 1.5)")
    print(f"warm / alone       {figures['warm'] / figures['weasyprint alone']:7.2f}   (goal 1.1)")


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "en"
    if "--in-this-process" in sys.argv:
        print(json.dumps(in_this_process(chosen)))
    else:
        main(chosen)
