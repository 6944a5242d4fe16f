"""From scraped text to an article: labelled paragraphs, sentences and metadata. Pure: no file, no clock, no network."""
