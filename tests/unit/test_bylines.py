"""Authors are people; agencies and outlets have their own place."""

from __future__ import annotations

import pytest

from index.clean import agencies, outlets
from index.clean.bylines import is_byline, people
from index.clean.dateline import dateline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe, Reuters", ("Jane Doe", "John Roe")),
        ("BY JANE DOE", ("Jane Doe",)),
        ("Von Karl von Braun", ("Karl von Braun",)),
        ("Par Anne Dupont et Luc Petit", ("Anne Dupont", "Luc Petit")),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("By Jane Doe jane@paper.example", ("Jane Doe",)),
        ("By Jane Doe 5 min read", ("Jane Doe",)),
        ("Monday March 1, 2021 7:45 am PST by Jane Doe", ("Jane Doe",)),
        ("By AFP", ()),
        ("By Staff", ()),
        ("By davidblogs30 2024-05-06 19:12:20 0 2K", ()),
        ("By JANE ROE and TOM O'DELL | Staff Writers", ("Jane Roe", "Tom O'Dell")),
        ("Par Anne Dupont (avec AFP)", ("Anne Dupont",)),
        ("Von Anna Weber und Jens-Peter Köhler, Dunmar Stand: 09.11.2023", ("Anna Weber", "Jens-Peter Köhler")),
        ("Autor: Jana Nováková 9. listopadu 2023 14:32", ("Jana Nováková",)),
        ("Av: Johanna Lindqvist", ("Johanna Lindqvist",)),
        ("Της Άννας Παπαδοπούλου", ("Άννας Παπαδοπούλου",)),
        ("山田花子記者", ("山田花子",)),
        ("作者：王小明", ("王小明",)),
        ("By Jane Roe For Mailonline", ("Jane Roe",)),
        ("Jane Roe Senior Political Reporter", ("Jane Roe",)),
        ("Jane Roe - Staff Reporter", ("Jane Roe",)),
        ("Political Editor", ()),
        ("By Jane Roe, AP Auto Writer", ("Jane Roe",)),
        ("By JANE ROE and", ("Jane Roe",)),
        ("인물동정", ()),
    ],
)
def test_only_people_are_authors(line: str, names: tuple[str, ...]) -> None:
    assert people(line) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jane Doe; John Roe", ("Jane Doe", "John Roe")),
        ("Doe, Jane", ("Jane Doe",)),
        ("jane@paper.example (Jane Doe)", ("Jane Doe",)),
        ("Jane Doe, Jane Doe", ("Jane Doe",)),
        ("The Associated Press", ()),
        ("Staff", ()),
        ("https://paper.example/author/jane", ()),
        ("@janedoe", ()),
        ("", ()),
    ],
)
def test_an_author_field_is_read(field: str, names: tuple[str, ...]) -> None:
    assert people(field, told=True) == names


def test_a_byline_is_told_from_a_sentence() -> None:
    assert is_byline("By Jane Doe")
    assert is_byline("Jane Doe, Staff Writer")
    assert is_byline("By AFP")
    assert not is_byline("By Tuesday evening the harbour was open again, officials said.")
    assert not is_byline("The harbour is open")


@pytest.mark.parametrize(
    ("text", "place", "agency", "report"),
    [
        ("ASTANA, Nov 9: The president", "ASTANA", "", "The president"),
        ("WASHINGTON (Reuters) - The president", "WASHINGTON", "Reuters", "The president"),
        ("DUBAI, United Arab Emirates — The airline", "DUBAI", "", "The airline"),
        ("Paris, 9 nov 2023 (AFP) - Le président", "Paris", "AFP", "Le président"),
        ("Berlin (dpa) - Der Kanzler", "Berlin", "dpa", "Der Kanzler"),
        ("NEW YORK (AP) _ The mayor", "NEW YORK", "AP", "The mayor"),
        ("(CNN) -- The mayor", "", "", "The mayor"),
    ],
)
def test_a_dateline_is_found(text: str, place: str, agency: str, report: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, report)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Holm - a small town - resigned.",
        "IBM - the firm - said so.",
        "UPDATE: The mayor resigned.",
        "Holm: a view",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_agencies_have_one_name_each() -> None:
    assert agencies.agency("© (2023) Agence France-Presse") == "AFP"
    assert agencies.agency("Karin Roth, The Associated Press") == "AP"
    assert agencies.agency("MAP of the town", sure=True) == ""
    assert agencies.of_picture("The mayor. (Lee Dahl, Pool Photo via AP)") == "AP"


def test_an_outlet_is_spelled_from_its_address() -> None:
    assert outlets.of_url("https://www.themoscowtimes.com/2024/07/03/x") == "The Moscow Times"
    assert outlets.of_url("https://news.bbc.co.uk/x") == "bbc.co.uk"
    assert outlets.of_url("no address") == outlets.of_url("http://[broken") == ""


def test_an_outlet_is_named_by_a_biography() -> None:
    assert outlets.of_biography("Before joining Thesaxon , she was a writer.") == "Thesaxon"
    assert outlets.of_biography("She was a writer.") == ""
