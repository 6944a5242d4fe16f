"""What leaves the app: copies, files, commands and editors that get an article's words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from index.errors import UsageError
from tui.messages import CopyWanted, Piped, Told
from tui.remembered import remember, remembered
from tui.render import many, title_of
from tui.screens.reading import ReadingDesk

if TYPE_CHECKING:
    from index.models import Article, ArticleRow

    Pairs = Sequence[tuple[Article, ArticleRow]]

NOTHING_HERE = "there is no article here"
MOST = 500
"""Articles that leave at once; more are a library, and `nutgraf export` and `articles` know better how."""
LINES = 2000
"""Lines of a command's output that are shown."""
PIPE = "pipe"


class OutsideDesk(ReadingDesk):
    """Works on the picked articles, else on the one under the cursor or in the reader."""

    def _meant(self) -> Pairs:
        """The articles with their rows; says so where there is none, and where only the first are taken."""
        targets = self.targets
        rows = self.library.rows(targets[:MOST])
        if not rows:
            self.post_message(Told(NOTHING_HERE))
        elif len(targets) > MOST:
            self.post_message(Told(f"{len(targets):,} articles are picked; the first {MOST} are taken"))
        return [(self.library.article(row.id), row) for row in rows]

    # copying

    def action_copy(self) -> None:
        """What there is to copy, to choose from."""
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        meant = self._meant()
        if not meant:
            return
        choices = list(self._choices(meant))
        texts = {name: (words, text) for name, words, text in choices}

        def chosen(name: str | None) -> None:
            if name:
                words, text = texts[name]
                self.post_message(CopyWanted(text, words))

        what = title_of(meant[0][1]) if len(meant) == 1 else many(len(meant), "article")
        facts = [Fact(text.split("\n")[0], words, leads_to=name) for name, words, text in choices]
        self.app.push_screen(ChoiceScreen([Heading("COPY", what), *facts], labels=20), chosen)

    def _choices(self, meant: Pairs) -> Iterator[tuple[str, str, str]]:
        """(name, what it is, the words themselves), what is most wanted first."""
        from tui.panes.citation import quotation, reference

        rows = [row for _, row in meant]
        if (said := self._chosen_sentences()) and self.reader.row is not None:
            yield "quotation", "sentence, citation", quotation(said, self.reader.row)
            yield "sentence", "sentence", said
        yield "title", "title", "\n".join(title_of(row) for row in rows)
        if any(row.url for row in rows):
            yield "address", "address", "\n".join(row.url for row in rows if row.url)
        yield "path", "path", "\n".join(dict.fromkeys(row.origin.path for row in rows))
        yield "citation", "citation", "\n".join(reference(row) for row in rows)

    def _chosen_sentences(self) -> str:
        """The words that are selected in the reader, else those that are lit there; empty where none are."""
        from index.anchor import words_of

        text, article = self.reader.text, self.reader.article
        if self.pane != "reader" or article is None:
            return ""
        if text.selected is not None:
            return words_of(article, *text.selected)
        return article.sentence(text.lit) if text.lit is not None else ""

    @on(CopyWanted)
    def _copy_wanted(self, event: CopyWanted) -> None:
        from tui.screens.copying import copy_words

        event.stop()
        copy_words(self.app, event.words, event.what)

    # files

    def action_write(self) -> None:
        """Asks for the file, then writes the article there; nothing is overwritten."""
        from tui.screens.keeping import file_name
        from tui.screens.naming import NamingScreen
        from tui.writing import write_articles

        meant = self._meant()
        if not meant:
            return
        what = "THE ARTICLE" if len(meant) == 1 else many(len(meant), "article").upper()
        name = file_name(meant[0][1].title, "md")
        how = "enter writes it: .md is Markdown, any other plain text\na file that is there is not overwritten"

        def named(name: str | None) -> None:
            if name:
                self.post_message(Told(write_articles(meant, Path(name))))

        self.app.push_screen(NamingScreen(f"WRITE {what} TO", name, how, "a file"), named)

    # commands

    def action_pipe(self) -> None:
        """Asks for the command, then hands it the article."""
        from tui.screens.naming import NamingScreen

        meant = self._meant()
        if not meant:
            return
        options = self.library.config.options
        told = "in a shell (sh -c)" if options.shell else "by itself, not in a shell"
        line = str(remembered(self.library, PIPE, options.pipe))
        self.app.push_screen(
            NamingScreen("HAND THE TEXT TO", line, f"enter runs it {told}; esc does not", "a command"),
            partial(self._pipe, meant),
        )

    def pipe(self, line: str) -> None:
        """Hands the article to a command."""
        if meant := self._meant():
            self._pipe(meant, line)

    def _pipe(self, meant: Pairs, line: str | None) -> None:
        from tui import piping

        if not line:
            return
        if self.app.is_web:
            self.post_message(Told("no commands are run from a browser"))
            return
        options = self.library.config.options
        try:
            argv = piping.argv_of(line, shell=options.shell)
        except UsageError as problem:
            self.post_message(Told(str(problem)))
            return
        remember(self.library, PIPE, line, options.pipe)
        self.run_worker(self._run(line, argv, _text_of(meant)), group="pipe", exclusive=True)

    async def _run(self, line: str, argv: list[str], text: str) -> None:
        from tui import piping

        try:
            done = await piping.piped(argv, text)
        except UsageError as problem:
            self.post_message(Told(str(problem)))
            return
        self.post_message(Piped(line, done.output, done.words))

    @on(Piped)
    def _piped(self, event: Piped) -> None:
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        event.stop()
        lines = event.output.rstrip().expandtabs().split("\n")
        if not event.output.strip():
            self.post_message(Told(f"{event.line}: {event.ended}"))
            return
        rows = [Fact(line) for line in lines[:LINES]]
        more = f"the first {LINES:,} of {len(lines):,} lines · " if len(lines) > LINES else ""
        self.app.push_screen(ChoiceScreen([Heading(event.line, more + event.ended), *rows], labels=0))

    # editor

    def action_edit(self) -> None:
        """A copy of the text in the user's editor or pager."""
        from tui import editing
        from tui.screens.keeping import file_name

        meant = self._meant()
        argv = editing.program(os.environ)
        if not meant:
            return
        if not argv:
            self.post_message(Told(f"no editor and no pager: set {' or '.join(editing.VARIABLES)}"))
            return
        said = editing.edit(self.app, _text_of(meant), file_name(meant[0][1].title, "txt"), argv)
        if said:
            self.post_message(Told(said))


def _text_of(meant: Pairs) -> str:
    from tui.writing import RULE, as_text

    return RULE.join(as_text(article, row) for article, row in meant)
