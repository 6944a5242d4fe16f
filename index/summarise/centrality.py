"""sumy's LexRank, its own scores in a fraction of its time: the links are found through shared terms only.

Source: Erkan and Radev, LexRank, JAIR 22 (2004). sumy compares each pair of sentences word by word. Here each sentence
meets only those it shares a term with, in plain Python: the same bits on every machine, and no threads of a matrix
library that fight over the cores with other workers. The power method is sumy's own.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index.summarise.sumy_import import import_sumy

THRESHOLD = 0.1
"""sumy's own: sentences nearer than this are linked."""
TIE = 1e-12
"""A cosine that exceeds the threshold by less is a tie, and no link: the last bits differ between processors."""
EPSILON = 0.1
"""sumy's own: the power method stops when a step moves less than this."""
LARGEST = 300
"""Rows of the largest matrix; further sentences are rated by their links to these (0.7 MB, whatever the text)."""
DIGITS = 9
"""Scores are rounded to this, because the last bits differ between processors."""

Weights = Mapping[str, float]


def lexrank(sentences: Sequence[Sequence[str]]) -> list[float]:
    """The centrality of each sentence, given its terms; of unit length over the sentences that make up the matrix."""
    vectors = _unit_vectors(sentences)
    pillars = spread(len(sentences), LARGEST)
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, number in enumerate(pillars):
        for term, weight in vectors[number].items():
            holders[term].append((row, weight))
    links = [_links(vectors[number], holders, len(pillars)) for number in pillars]
    power = _power(links) if any(map(any, links)) else [0.0] * len(pillars)
    if len(pillars) < len(sentences):
        votes = [score / max(1.0, sum(row)) for score, row in zip(power, links, strict=True)]
        power = [math.fsum(_voted(_links(vector, holders, len(pillars)), votes)) for vector in vectors]
    return [round(score, DIGITS) for score in power]


def spread(count: int, most: int) -> list[int]:
    """All numbers below `count`, or of very many the first ones, to a third of `most`, and an even spread of others."""
    if count <= most:
        return list(range(count))
    head = most // 3
    rest = most - head
    return [*range(head), *(head + at * (count - head) // rest for at in range(rest))]


def _unit_vectors(sentences: Sequence[Sequence[str]]) -> list[Weights]:
    """tf·idf as sumy has it: tf by the most frequent term, idf = log(n / (1 + n_j)), at times negative; length 1."""
    counts = [Counter(sentence) for sentence in sentences]
    found_in = Counter(term for count in counts for term in count)
    idf = {term: math.log(len(sentences) / (1 + times)) for term, times in found_in.items()}
    vectors: list[Weights] = []
    for count in counts:
        most = max(count.values(), default=1)
        weights = {term: times / most * idf[term] for term, times in count.items()}
        norm = math.sqrt(sum(weight * weight for weight in weights.values()))
        vectors.append({term: weight / norm for term, weight in weights.items()} if norm else {})
    return vectors


def _links(vector: Weights, holders: Mapping[str, Sequence[tuple[int, float]]], rows: int) -> list[float]:
    """1 for each row of the matrix that a sentence is near to."""
    cosines = [0.0] * rows
    for term, weight in vector.items():
        for row, other in holders.get(term, ()):
            cosines[row] += weight * other
    return [1.0 if cosine > THRESHOLD + TIE else 0.0 for cosine in cosines]


def _voted(links: Sequence[float], votes: Sequence[float]) -> list[float]:
    return [vote for link, vote in zip(links, votes, strict=True) if link]


def _power(links: Sequence[Sequence[float]]) -> list[float]:
    import numpy  # 0.1 s

    import_sumy()
    from sumy.summarizers.lex_rank import LexRankSummarizer

    matrix = numpy.array(links)
    matrix /= numpy.maximum(matrix.sum(axis=1, keepdims=True), 1.0)
    return [float(score) for score in LexRankSummarizer.power_method(matrix, EPSILON)]
