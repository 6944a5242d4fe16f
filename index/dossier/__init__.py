"""The dossier of a story: everything that was read out of it, each line with its receipt, and the proof that it stands.

story ─ articles, summary, what is inside ─ collect ─► Dossier ─► Markdown, HTML, JSON ─ months later ─ prove ─► Problem
"""
