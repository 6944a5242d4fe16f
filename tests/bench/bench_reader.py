"""Opening a long article: our page against Textual's Markdown widget, side by side in one run.

`PYTHONPATH=. python tests/bench/bench_reader.py [WORDS]`. Text is made by a fixed seed from the sample articles; each
way is opened five times in a headless window of 120×40, from the call to the frame that shows its first line.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tracemalloc
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Markdown

from index.library import seeds_folder
from index.models import Sentence
from tui.themes import DARK
from tui.typeset import Paragraph, page
from tui.widgets.text_view import TextView
from tui.wrapping import TextSetting

ROUNDS = 5


def paragraphs(words: int) -> list[str]:
    """About so many words of news, in paragraphs of one to four sentences."""
    text = " ".join(file.read_text("utf-8") for file in sorted(seeds_folder().glob("*.txt")))
    sentences = [each.strip() + "." for each in text.replace("\n", " ").split(". ") if len(each.split()) > 4]
    luck, made, total = random.Random(1), [], 0
    while total < words:
        made.append(" ".join(luck.choice(sentences) for _ in range(luck.randint(1, 4))))
        total += len(made[-1].split())
    return made


class Bench(App[None]):
    """Both widgets, one of them seen."""

    CSS = "Paper { height: 1fr; overflow-y: scroll; } VerticalScroll { height: 1fr; }"

    def get_css_variables(self) -> dict[str, str]:
        """Those of our dark theme, which the page's looks are made of."""
        return {**super().get_css_variables(), **DARK.variables}

    def compose(self) -> ComposeResult:
        """Our page, and Textual's."""
        yield TextView()
        with VerticalScroll():
            yield Markdown()


async def timed(pilot: Pilot[None], do: Callable[[], Awaitable[None] | None]) -> float:
    """Milliseconds until it is done and painted."""
    start = perf_counter()
    done = do()
    if done is not None:
        await done
    await pilot.pause()
    return (perf_counter() - start) * 1000


async def main(words: int) -> None:
    """Prints the medians and their ratio."""
    texts = paragraphs(words)
    blocks = [Paragraph(text, block=number, flow=True) for number, text in enumerate(texts)]
    sentences = tuple(Sentence(number, 0, len(text)) for number, text in enumerate(texts))
    source = "\n\n".join(texts)
    print(f"an article of {len(source.split()):,} words in {len(texts):,} paragraphs")
    app = Bench()
    async with app.run_test(size=(120, 40)) as pilot:
        view, scroll, markdown = app.query_one(TextView), app.query_one(VerticalScroll), app.query_one(Markdown)
        results = {}
        for name, setting in (("ragged", TextSetting()), ("justified, hyphenated", TextSetting(justified=True))):
            view.display, scroll.display = True, False
            view.use(setting)
            times = []
            for _ in range(ROUNDS):
                page.cache_clear()
                view.show((), ())
                times.append(await timed(pilot, lambda: view.show(blocks, sentences, 0, "en")))
            results[name] = median(times)
        view.display, scroll.display = False, True
        times = []
        for _ in range(ROUNDS):
            await markdown.update("")
            times.append(await timed(pilot, lambda: markdown.update(source)))
        results["Textual's Markdown"] = median(times)
        base = results["Textual's Markdown"]
        for name, took in results.items():
            print(f"  {name:<24}{took:8.1f} ms  {took / base:6.2f} of Markdown")
        tracemalloc.start()
        page.cache_clear()
        view.show(blocks, sentences, 0, "en")
        ours = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        await markdown.update(source)
        await pilot.pause()
        print(
            f"  memory: ours {ours / 1e6:.1f} MB, Markdown {(tracemalloc.get_traced_memory()[0] - ours) / 1e6:.1f} MB"
        )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
