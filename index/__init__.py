"""The data side of Nutgraf: from files to articles, stories, summaries and a full-text index.

The way of an article::

    file ─ sources ─► Raw ─ clean ─► Article(blocks, sentences, metadata) ─ summarise ─► Ranking
         ─ store ─► articles.db ─ stories ─► articles.db ─ search ─► search/ (Whoosh) … then tui or cli

Everything a front end needs is in `index.library`. The words of the house are in `index.models`; what a search found is
in `index.hits`, what is inside a story in `index.findings`, what stories have to do with one another in
`index.kinship`, and what the user leaves in a text in `index.marks`.
"""
