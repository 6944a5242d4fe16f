"""The two schemas, in numbered migrations; read here and nowhere else.

`articles.db` holds what the sources said and everything derived from it. `reading.db` holds what the user did, which
nothing can rebuild; it refers to articles by id only, so that it outlives any change to the other.
"""

from __future__ import annotations

from index.paths import ARTICLES_DB, READING_DB

APPLICATION_ID = 0x4E555447
"""`NUTG`, written into the header of both files, so that a foreign database is known for one."""

STORY_LINES = 5
"""Lines of the summary that is stored with a story."""

ARTICLES = (
    """
    -- what the user asked to be read, as absolute paths
    CREATE TABLE sources (path PRIMARY KEY) WITHOUT ROWID;

    -- every file that was opened, as it was then; `reason` is set when it or something in it was skipped
    CREATE TABLE files (
        path PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,
        hash TEXT NOT NULL, reason TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID;

    -- the light part, which lists show; `day` sorts: the date of the article, else the one inferred from its story
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text_key TEXT NOT NULL,
        title TEXT NOT NULL, outlet TEXT NOT NULL, agency TEXT NOT NULL, authors TEXT NOT NULL,
        published TEXT NOT NULL, precision TEXT NOT NULL, found_in TEXT NOT NULL, inferred INTEGER NOT NULL DEFAULT 0,
        place TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL, words INTEGER NOT NULL,
        day TEXT NOT NULL, story TEXT NOT NULL DEFAULT '', gone INTEGER NOT NULL DEFAULT 0,
        grouped INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX articles_by_day ON articles (day DESC, number);
    CREATE INDEX articles_by_story ON articles (story);
    CREATE INDEX articles_by_text ON articles (text_key);
    CREATE INDEX articles_ungrouped ON articles (grouped) WHERE grouped = 0;

    -- the heavy part, read one article at a time
    CREATE TABLE texts (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        blocks TEXT NOT NULL, sentences TEXT NOT NULL,
        method TEXT NOT NULL, scores TEXT NOT NULL, features TEXT NOT NULL
    );

    -- where an article was found; it leads that is live and came first; `live` is 0 when it is no longer there
    CREATE TABLE origins (
        number INTEGER PRIMARY KEY, path NOT NULL, key TEXT NOT NULL,
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, live INTEGER NOT NULL DEFAULT 1,
        UNIQUE (path, key, article)
    );
    CREATE INDEX origins_by_article ON origins (article);

    -- earlier wordings of an article whose file changed
    CREATE TABLE revisions (
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, number INTEGER NOT NULL,
        replaced_at TEXT NOT NULL, title TEXT NOT NULL, blocks TEXT NOT NULL, sentences TEXT NOT NULL,
        PRIMARY KEY (article, number)
    );

    CREATE TABLE stories (
        id TEXT PRIMARY KEY, headline TEXT NOT NULL, size INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
        terms TEXT NOT NULL, summary TEXT NOT NULL
    );
    CREATE INDEX stories_by_day ON stories (last DESC, id);

    -- what the search index has not followed yet; `change` tells a later change from the one being worked off
    CREATE TABLE pending (article TEXT PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE changes (last INTEGER NOT NULL);
    INSERT INTO changes VALUES (0);
    """,
    """
    -- scores by other methods than the one in `texts`; a cache, emptied for an article whose text is written again
    CREATE TABLE rankings (
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, method TEXT NOT NULL, scores TEXT NOT NULL,
        PRIMARY KEY (article, method)
    ) WITHOUT ROWID;
    """,
    """
    -- what was skipped in a file, in its order, so that it is told again without opening the file; `place` follows the
    -- path in the origin and is empty for the file itself
    CREATE TABLE skipped (number INTEGER PRIMARY KEY, path NOT NULL, place NOT NULL, reason TEXT NOT NULL);
    CREATE INDEX skipped_by_path ON skipped (path);
    """,
    """
    -- how many independent sources a story has; 0 where it was told before they were counted
    ALTER TABLE stories ADD COLUMN sources INTEGER NOT NULL DEFAULT 0;
    """,
    """
    -- articles as grouping counts them, apart from their texts: all of these are read at every run
    CREATE TABLE sketches (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        language TEXT NOT NULL, day INTEGER, terms BLOB NOT NULL, phrases BLOB NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    -- the order of lists, complete, so that the list of all articles is read off the index: a third of the time
    CREATE INDEX articles_in_order ON articles (day DESC, published DESC, number);
    DROP INDEX articles_by_day;
    """,
    """
    -- the order of stories with all that their list needs, read off the index: an eighth of the time
    CREATE INDEX stories_in_order ON stories (last DESC, size DESC, id, headline);
    DROP INDEX stories_by_day;
    """,
    """
    -- sketches hold all that is compared too, so that grouping parses nothing; those of before are made again
    DROP TABLE sketches;
    CREATE TABLE sketches (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        language TEXT NOT NULL, day INTEGER, words INTEGER NOT NULL, terms BLOB NOT NULL, heard BLOB NOT NULL,
        phrases BLOB NOT NULL, days BLOB NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    -- the article whose text one carries, told with its story; few carry any, and lists ask for all of them at once
    ALTER TABLE articles ADD COLUMN copy_of TEXT NOT NULL DEFAULT '';
    CREATE INDEX articles_copied ON articles (copy_of, number) WHERE copy_of <> '';
    """,
    """
    -- sketches under numbers that rise and never come again, so that who has counted some can tell whether these are
    -- still all up to a number; and whole in a page each: a third of the room
    CREATE TABLE numbered (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
        language TEXT NOT NULL, day INTEGER, words INTEGER NOT NULL, terms BLOB NOT NULL, heard BLOB NOT NULL,
        phrases BLOB NOT NULL, days BLOB NOT NULL
    );
    INSERT INTO numbered SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000000 + row_number() OVER (ORDER BY article),
        article, language, day, words, terms, heard, phrases, days FROM sketches;
    DROP TABLE sketches;
    ALTER TABLE numbered RENAME TO sketches;
    CREATE INDEX sketches_by_language ON sketches (language, number, day, article);
    """,
)

READING = (
    """
    CREATE TABLE reading (
        article TEXT PRIMARY KEY, read_at TEXT NOT NULL DEFAULT '', starred INTEGER NOT NULL DEFAULT 0,
        tags TEXT NOT NULL DEFAULT '[]', place INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    -- `seen`: ids of the articles that a saved search had found when the user looked last
    CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, seen TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE searched (number INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT NOT NULL UNIQUE);
    """,
    """
    -- articles that the user put together or apart; `one` sorts before `other`
    CREATE TABLE ties (one TEXT NOT NULL, other TEXT NOT NULL, together INTEGER NOT NULL, PRIMARY KEY (one, other))
        WITHOUT ROWID;
    """,
    """
    -- marked sentences and notes; `first` and `last` are numbers of sentences in the wording of then, -1 for a note on
    -- the whole article; `text` are those sentences, by which they are found again in another wording
    CREATE TABLE highlights (
        id INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        text TEXT NOT NULL, note TEXT NOT NULL, made TEXT NOT NULL
    );
    CREATE INDEX highlights_by_article ON highlights (article);

    -- what the search index has not followed yet of tags and notes: the counterpart of `pending` in articles.db, which
    -- a build may hold locked for seconds while a key wants to be answered at once
    CREATE TABLE touched (article TEXT PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;

    -- what undoes the last steps of the user, as JSON: names of operations with what they take
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT, session TEXT NOT NULL, words TEXT NOT NULL, inverse TEXT NOT NULL
    );
    CREATE INDEX reading_by_time ON reading (read_at DESC) WHERE read_at <> '';
    """,
)


MIGRATIONS = {ARTICLES_DB: ARTICLES, READING_DB: READING}
