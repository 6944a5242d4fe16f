"""The default engine: Whoosh's files and words, written and scored by the block with numpy."""
