"""Short texts in the encodings of old: what the letters of a language tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.legacy import legacy_encoding

TEXTS = {
    "fr": "Le président est arrivé mardi à Genève.",
    "de": "Das Schiff fährt über die Brücke.",
    "es": "El año pasado llegó aquí. ¿Quién lo vio?",
    "en": "It’s a “closed” café – says he.",
    "sv": "Presidenten anlände på tisdagen till Göteborg.",
    "is": "Forsetinn kom til höfuðborgarinnar og ræddi um viðskipti. Það var þá.",
    "names": "Ms. Sørensen met Mr. Müller, Señor Núñez and Ana Gonçalves.",
    "tr": "Görüşmelerde ticaret ve güvenlik konuları ele alındı, dedi başkan.",
    "cs": "Příští týden odletí zpět do města.",
    "pl": "Rząd się nie zgodzi, powiedział w środę.",
    "hu": "Később elutazott a fővárosból a külügyminiszterrel.",
    "ro": "Preşedintele a sosit în capitală.",
    "hr": "Predsjednik je stigao u četvrtak, što je kašnjenje veće.",
    "ru": "Президент прибыл с официальным визитом и провёл переговоры с коллегой.",
    "ja": "大統領は公式訪問のため首都に到着し、貿易と安全保障について話し合った。",
}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((name, "cp1252") for name in ("fr", "de", "es", "en", "sv", "is", "names")),
        *((name, "mac_roman") for name in ("fr", "de", "es")),
        ("tr", "cp1254"), ("tr", "iso8859_9"), ("cs", "cp1250"), ("cs", "iso8859_2"), ("pl", "cp1250"),
        ("pl", "iso8859_2"), ("hu", "cp1250"), ("ro", "cp1250"), ("hr", "cp1250"), ("ru", "koi8_r"), ("ru", "cp1251"),
        ("ja", "euc_jp"), ("ja", "shift_jis"),
    ],
)  # fmt: skip
def test_a_short_text_is_read_in_its_encoding(text, encoding):
    data = TEXTS[text].encode(encoding)
    assert data.decode(legacy_encoding(data)) == TEXTS[text]


@given(st.binary())
def test_any_bytes_have_a_codec_that_python_knows(data):
    assert isinstance(data.decode(legacy_encoding(data), "replace"), str)
