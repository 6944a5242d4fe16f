"""The engine for big archives: tantivy finds and counts, our own measures put the best in order."""
