import pytest

from index.stories.calendar import month_day, month_days, weekdays


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("on November 9, 2023", "en", ("11-9",)),
        ("on 9th November and Nov. 10", "en", ("11-9", "11-10")),
        ("le 1er mai et le 14 juillet", "fr", ("5-1", "7-14")),
        ("am 3. Oktober", "de", ("10-3",)),
        ("el 9 de noviembre de 2023", "es", ("11-9",)),
        ("9 ноября 2023 года", "ru", ("11-9",)),
        ("in November 2023 some 9 people", "en", ()),
        ("November 45", "en", ()),
        ("9 November", "und", ()),
    ],
)
def test_days_are_read_in_the_languages_that_are_known(text, language, days):
    assert month_days(text, language) == days


def test_a_day_named_twice_is_told_once():
    assert month_days("On 9 November. Yes, November 9.", "en") == ("11-9",)


def test_days_of_the_week_are_counted_from_monday():
    assert weekdays("On Tuesday, and again on Tuesday; Sunday's rest", "en") == bytes([0, 2, 0, 0, 0, 0, 1])
    assert weekdays("No day at all", "en") == b""
    assert weekdays("On Tuesday", "und") == b""


def test_the_day_of_an_article_has_the_form_of_the_days_in_texts():
    assert (month_day(738833),) == month_days("9 November", "en")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Am Donnerstagabend", "de", 3),
        ("pazartesi günü", "tr", 0),
        ("cumartesi günü", "tr", 5),
        ("в понедельника", "ru", 0),
        ("w środę rano", "pl", 2),
    ],
)
def test_a_day_of_the_week_is_found_with_its_endings_and_not_in_another_day(text, language, day):
    assert weekdays(text, language) == bytes(int(at == day) for at in range(7))
