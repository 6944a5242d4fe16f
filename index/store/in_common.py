"""What many articles have in common, counted by SQLite: that takes a tenth of the time of reading their rows, and lets
other threads go on."""

from __future__ import annotations

import json
from collections.abc import Collection

from index.store.database import Database

Counts = dict[str, int]

_COUNTED = """
WITH found AS MATERIALIZED (
    SELECT substr(a.published, 1, 10) AS day, coalesce(nullif(a.outlet, ''), a.agency) AS source, a.story AS story
    FROM json_each(?) ids JOIN main.articles a ON a.id = ids.value
)
SELECT 0, day, count(*) FROM found GROUP BY day
UNION ALL SELECT 1, source, count(*) FROM found GROUP BY source
UNION ALL SELECT 2, story, count(*) FROM found GROUP BY story
"""


def in_common(database: Database, articles: Collection[str]) -> tuple[Counts, Counts, Counts]:
    """How many of some articles each ISO day (or month, or year), each source and each story has; those of none are
    under an empty one. 0.3 s for 100,000."""
    found: tuple[Counts, Counts, Counts] = ({}, {}, {})
    for which, name, count in database.connection.execute(_COUNTED, (json.dumps(list(articles)),)):
        found[which][name] = count
    return found
