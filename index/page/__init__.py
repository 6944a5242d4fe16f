"""The page or note that an article came from, read once more: for its links and for the pictures stored with it.

file ─ HTML, pictures beside it ─ words ─► the words of the page, anchors and pictures among them
                                           links · pictures ─► those of the article
"""
