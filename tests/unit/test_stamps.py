"""Of what a date is the date, told by the words beside it."""

from __future__ import annotations

import pytest

from index.clean.stamps import told_part, without_stamp


@pytest.mark.parametrize(
    "line",
    [
        "Updated Nov 10, 2023", "Aktualisiert am 10.11.2023", "Mis à jour le 10 novembre 2023",
        "Senast ändrad 10/11 2023",
        "Son Güncelleme: 10.11.2023", "Ostatnia aktualizacja 10 listopada 2023", "Обновлено 10 ноября 2023",
        "最終更新 2023年11月10日", "Sist oppdatert 10.11.2023", "Laatste update 10 november 2023",
    ],
)  # fmt: skip
def test_a_line_about_a_change_tells_no_publication(line: str) -> None:
    assert told_part(line) == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("9 November 2023", "9 November 2023"),
        ("Published: Nov. 9, 2023 | Updated: 14 hours ago", "Published: Nov. 9, 2023 | "),
        ("Publié le 09 novembre 2023, mis à jour le 10", "Publié le 09 novembre 2023, "),
        ("09.11.2023 - 14:32 | Son Güncellenme: 10.11.2023", "09.11.2023 - 14:32 | "),
        ("Updated Nov 10, 2023 Published Nov 9, 2023", "Published Nov 9, 2023"),
        ("2023年11月9日公開 2023年11月10日更新", "2023年11月9日公開 2023年11月10日"),
    ],
)
def test_of_a_line_with_both_the_publication_is_told(line: str, told: str) -> None:
    assert told_part(line) == told


def test_what_a_byline_says_of_the_day_is_cut_off() -> None:
    assert without_stamp("Von Anna Weber, Dunmar Stand: 09.11.2023") == "Von Anna Weber, Dunmar "
    assert without_stamp("Published by Jane Doe") == "Published by Jane Doe"
