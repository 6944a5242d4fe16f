"""The language of an article."""

from __future__ import annotations

import pytest

from index.clean.language import language

TEXTS = {
    "en": "The harbour of Port Lunde was closed on Tuesday after a freighter lost its cargo of timber in the storm.",
    "de": "Der Hafen wurde am Dienstag geschlossen, nachdem ein Frachter im Sturm seine Ladung Holz verloren hatte.",
    "fr": "Le port a été fermé mardi après qu’un cargo a perdu dans la tempête sa cargaison de bois.",
    "es": "El puerto fue cerrado el martes después de que un carguero perdiera su carga de madera en la tormenta.",
    "ru": "Порт был закрыт во вторник после того, как грузовое судно потеряло во время шторма свой груз леса.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_paragraph_tells_its_language(code: str) -> None:
    assert language(TEXTS[code]) == code
    assert language(TEXTS[code].upper()) == code


def test_what_the_source_declares_is_trusted() -> None:
    assert language(TEXTS["en"], "fr-CA") == "fr"
    assert language(TEXTS["en"], "no idea") == "en"


def test_too_little_text_tells_nothing() -> None:
    assert language("Foo 12.") == "und"
    assert language("") == "und"


def test_a_template_that_says_english_does_not_make_a_german_text_english():
    text = "Der Stadtrat hat am Dienstagabend beschlossen, den alten Fischmarkt am Hafen nach zwei Jahren zu schließen."
    assert language(text, "en-US") == "de"


def test_what_a_source_declares_holds_where_the_text_is_short():
    assert language("Goal!", "en") == "en"
    assert language("Tor!", "de") == "de"
