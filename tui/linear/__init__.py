"""The reader as plain lines: numbered lists and a prompt, for screen readers, braille and dumb terminals.

Nothing here moves a cursor, colours anything or ever writes an escape sequence.
"""
