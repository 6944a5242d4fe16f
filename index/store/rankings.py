"""Rankings by the methods that were asked for beside the standard one: computed once, kept until the text changes."""

from __future__ import annotations

import json

from index.models import Ranking
from index.store.database import Database


class RankingStore:
    """A cache: what is lost here is computed again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ranking(self, article: str, method: str) -> Ranking | None:
        """What was kept; None if nothing was."""
        query = "SELECT scores FROM rankings WHERE article = ? AND method = ?"
        found = self._database.connection.execute(query, (article, method)).fetchone()
        return Ranking(method, tuple(json.loads(found[0]))) if found else None

    def keep(self, article: str, ranking: Ranking) -> None:
        """Raises `LibraryBusy` while another process writes. Keeps nothing in a library that cannot be written."""
        if not self._database.writable:
            return
        scores = json.dumps(ranking.scores, separators=(",", ":"))
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO rankings SELECT id, ?, ? FROM articles WHERE id = ?",
                (ranking.method, scores, article),
            )
