"""Wording by its first words, in many languages."""

from __future__ import annotations

import pytest

from index.clean import furniture, wording_abroad
from index.clean.wordlist import phrase_set
from index.models import Role

KINDS = {
    Role.CREDIT: wording_abroad._CREDITS, Role.RIGHTS: wording_abroad._RIGHTS, Role.NOTICE: wording_abroad._NOTICES,
    Role.LINKS: wording_abroad._LINKS,
}  # fmt: skip


@pytest.mark.parametrize("role", list(KINDS))
def test_every_phrase_is_found_at_the_head_of_a_line(role: Role) -> None:
    for phrase in phrase_set(KINDS[role]):
        assert wording_abroad.kind(phrase.rstrip("*") + " 1") is not None, phrase


def test_every_heading_opens_what_follows_an_article() -> None:
    missed = [each for each in phrase_set(wording_abroad._HEADS) if not wording_abroad.opens_tail(each.rstrip("*"))]
    assert missed == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Läs också: Tio marknader att se", Role.LINKS),
        ("→ Czytaj też: Targ rybny do zamknięcia", Role.LINKS),
        ("ZAPISZ SIĘ NA NASZ NEWSLETTER", Role.NOTICE),
        ("İlginizi Çekebilir", Role.LINKS),
        ("Źródło: PAP", Role.CREDIT),
        ("あわせて読みたい", Role.LINKS),
        ("Dieser Inhalt wird von YouTube bereitgestellt.", Role.NOTICE),
        ("Delad seger för laget efter en jämn match i går kväll.", None),
        ("Les merveilles du monde sont sept, dit-on depuis toujours.", None),
        ("Подписанный документ вступит в силу в январе.", None),
        ("Läs mer om saken " + "i dagens tidning och i morgondagens, " * 6, None),
    ],
)
def test_a_line_is_what_its_first_words_say(line: str, role: Role | None) -> None:
    assert furniture.kind(line) is role


@pytest.mark.parametrize("line", ["Annons", "REKLAMA", "Διαφήμιση", "広告", "Поделиться", "Paylaş", "Haberin Devamı"])
def test_what_only_stands_on_buttons_is_no_text(line: str) -> None:
    assert furniture.is_button(line)


@pytest.mark.parametrize(
    "line",
    [
        "Accept all cookies", "Listen to this article", "Purchase Licensing Rights", "Be the first to comment",
        "Our standards: The Thomson Reuters Trust Principles.", "View this post on Instagram", "Scroll for more",
        "Dieser Artikel ist Teil unseres Plus-Angebots", "Wir brauchen Ihre Zustimmung, um den Inhalt anzuzeigen",
        "Lire plus tard", "S'inscrire à la newsletter", "Inicia sesión", "Este artículo es exclusivo para suscriptores",
        "Contenuto riservato agli abbonati", "Siga o nosso canal no WhatsApp", "Word abonnee en lees verder",
    ],
)  # fmt: skip
def test_what_stands_around_articles_is_told(line: str) -> None:
    assert furniture.kind(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, she said.", "Photos of the bridge were shown to the court.",
        "Subscribers of the company lost their service on Monday.", "Se också till att barnen har reflexer.",
        "Mehr als 4000 Menschen unterschrieben die Petition.", "Zum Thema sagte der Bürgermeister am Montag kein Wort.",
        "Komentarze polityków były ostre, a prezydent milczał przez cały dzień", "Diskuse o mostě trvala celou noc.",
        "Рекомендуем жителям не выходить из дома, сказали в мэрии", "Argomenti validi non mancano, secondo il sindaco.",
        "Teilen der Opposition geht das nicht weit genug.", "Fuentes del ayuntamiento dijeron que no habrá dinero.",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_with_the_same_word_is_the_articles(line: str) -> None:
    assert furniture.kind(line) is None
    assert not furniture.opens_tail(line)
