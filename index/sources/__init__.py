"""From files to raw items: `walk` finds files, `pick` chooses the reader, and each format has one file here.

A new format is a new module with one `Reader`, and a line in `pick.READERS`.
"""
