"""Cleaning whole items: scraped pages, records of data sets, telegrams, and what is no article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean.article import clean
from index.clean.safety import safe
from index.events import Skipped
from index.models import SHOWN, Article, Block, Origin, Raw, Role

PARAGRAPHS = (
    "The harbour of Port Lunde was closed on Tuesday after a freighter lost its cargo of timber in the storm.",
    "Officials said that it would take divers at least three days to clear the channel of the floating logs.",
    "“We have never seen anything like it,” said Marta Quill, who has run the harbour office for twenty years.",
    "Fishing boats were told to land their catch in neighbouring Avik, where the market stayed open until midnight.",
    "The owner of the freighter, a company based in Holm, did not answer requests for comment on Tuesday evening.",
    "Insurers expect the damage to exceed four million crowns, according to an estimate seen by this newspaper.",
)
TITLE = "Storm closes harbour of Port Lunde after freighter loses timber"


def raw(text: str, **fields: str) -> Raw:
    return Raw(Origin("/archive/item.txt"), text, **fields)  # type: ignore[arg-type]  # fields of several types


def article(text: str, **fields: str) -> Article:
    found = clean(raw(text, **fields))
    assert isinstance(found, Article)
    return found


def body(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.role is Role.BODY]


def page(*middle: str) -> str:
    top = ["Home", "News", "Sports", "Weather", "Subscribe", "Log in", "Menu"]
    lines = [f"{TITLE} - The Lunde Herald", *top, TITLE, "By Ada Berg and Tom Vik, Reuters", "March 3, 2021", "Share"]
    return "\n".join([*lines, *(middle or PARAGRAPHS)])


def test_a_page_gives_title_authors_agency_date_and_text() -> None:
    found = article(page())
    assert found.title == TITLE
    assert found.authors == ("Ada Berg", "Tom Vik")
    assert (found.agency, found.outlet) == ("Reuters", "The Lunde Herald")
    assert found.published is not None and (found.published.when, found.published.found_in) == ("2021-03-03", "byline")
    assert body(found) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "tail",
    [
        ["Related articles", "Ten harbours to see before you die", "Why timber is dear again", "What divers earn"],
        ["Comments", "anna77", "2 days ago", "I was there and it was terrible, the noise alone. I will not forget it."],
        ["Most popular", "1", "Man bites dog in Avik", "2", "Mayor of Holm resigns over parking fines"],
        ["Sign up for our newsletter and never miss a story.", "Your email address", "Subscribe"],
        ["© 2021 The Lunde Herald. All rights reserved.", "Privacy policy", "Terms of use", "Contact"],
        ["Lesen Sie auch", "Zehn schöne Häfen", "Was Taucher verdienen"],
        ["Lea también", "Diez puertos que hay que ver", "Lo más leído"],
        ["Read More", "Roofing Market Overview", "The roofing market is witnessing significant growth worldwide,...",
         "By marketblogs 2024-05-06 19:12:20 0 2K", "Packaging Market was valued at USD 0.25 Billion in..."],
    ],
)  # fmt: skip
def test_what_follows_the_article_is_not_body(tail: list[str]) -> None:
    found = article(page(*PARAGRAPHS, *tail))
    assert body(found) == list(PARAGRAPHS)
    assert found.published is not None and found.published.when == "2021-03-03"
    assert found.authors == ("Ada Berg", "Tom Vik")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Advertisement", Role.LINKS),
        ("Read more: What divers earn", Role.LINKS),
        ("Logs float in the harbour of Port Lunde on Tuesday. (AP Photo/Lee Dahl)", Role.CAPTION),
        ("Photo: Lee Dahl", Role.CREDIT),
        ("lundeherald.example.com", Role.CREDIT),
        (TITLE.replace("harbour", "harbor"), Role.CAPTION),
        ("Sign up for our morning newsletter to get the news in your inbox.", Role.NOTICE),
        ("This site uses cookies to offer you a better browsing experience.", Role.NOTICE),
        ("What happens next", Role.HEADING),
    ],
)
def test_a_line_between_paragraphs_has_its_role(line: str, role: Role) -> None:
    found = article(page(*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]))
    assert [block.role for block in found.blocks if block.text == line] == [role]
    assert body(found) == list(PARAGRAPHS)


def test_a_box_of_links_does_not_end_the_article() -> None:
    box = ["Related Stories", "Ten harbours to see", "Why timber is dear again"]
    assert body(article(page(*PARAGRAPHS[:3], *box, *PARAGRAPHS[3:]))) == list(PARAGRAPHS)


def test_a_list_announced_by_a_colon_is_text() -> None:
    listed = ["The following boats are safe, the office said:", "Sea Rose", "Lady of Holm", "Northern Star"]
    assert body(article(page(*PARAGRAPHS, *listed))) == [*PARAGRAPHS, *listed]


def test_nothing_is_deleted_only_labelled() -> None:
    source = page(*PARAGRAPHS, "Related articles", "Ten harbours to see", "© 2021 The Lunde Herald")
    assert [block.text for block in article(source).blocks] == source.split("\n")


def test_a_record_keeps_its_text() -> None:
    text = "A deck in one line without an end\nMore from the harbour\n" + "\n\n".join(PARAGRAPHS)
    found = article(text, title="Harbour closed", outlet="The Lunde Herald", authors="Ada Berg", published="2021-03-03")
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)
    assert (found.title, found.outlet, found.authors) == ("Harbour closed", "The Lunde Herald", ("Ada Berg",))
    assert found.published is not None and found.published.found_in == "metadata"


def test_a_first_sentence_that_is_the_title_stays_in_the_text() -> None:
    lead = "Harbour closed after freighter loses its timber."
    assert article(f"{lead}\n{PARAGRAPHS[0]}", title=lead).text.startswith(lead)
    assert article(f"{lead} {PARAGRAPHS[0]}", title=lead).text.startswith(lead)


def test_a_question_that_is_the_title_is_not_read_a_second_time() -> None:
    asked = "Why was the harbour closed for a whole week?"
    assert article(f"{asked}\n{PARAGRAPHS[0]}", title=asked).text.startswith(PARAGRAPHS[0])


def test_a_telegram_is_unwrapped_into_paragraphs() -> None:
    text = (
        "Showers continued in the zone throughout the week, which\n"
        "eased the drought since early January and improved prospects\n"
        "for the coming crop, traders said in their review.\n"
        "The dry period means that the harvest will be late this year\n"
        "and that arrivals will be small until the end of the month.\n"
        " REUTER\n"
    )
    found = article(text, title="COCOA REVIEW", outlet="Reuters")
    assert len(body(found)) == 2
    assert body(found)[0].endswith("traders said in their review.")
    assert found.agency == "Reuters"


def test_a_dateline_is_cut_from_the_first_paragraph() -> None:
    found = article("PORT LUNDE, March 3 (AFP) — " + PARAGRAPHS[0] + "\n" + PARAGRAPHS[1], title=TITLE)
    assert (found.place, found.agency) == ("PORT LUNDE", "AFP")
    assert body(found)[0] == PARAGRAPHS[0]
    assert [block.text for block in found.blocks if block.role is Role.DATELINE] == ["PORT LUNDE, March 3 (AFP) —"]


def test_a_dateline_without_a_year_takes_that_of_the_address() -> None:
    lead = "PORT LUNDE, March 3 — " + PARAGRAPHS[0]
    dated = article(lead, title=TITLE, url="https://paper.example/2021/03/storm").published
    assert dated is not None and (dated.when, dated.found_in) == ("2021-03-03", "dateline")
    assert article(lead, title=TITLE).published is None


def test_an_agency_signature_after_the_last_sentence_is_a_credit() -> None:
    found = article(PARAGRAPHS[0] + "\n" + PARAGRAPHS[1] + "\ufffdAFP", title=TITLE)
    assert found.agency == "AFP"
    assert body(found) == list(PARAGRAPHS[:2])


def test_one_sentence_is_an_article() -> None:
    assert article(PARAGRAPHS[0]).text == PARAGRAPHS[0]
    assert article("Short news.", title="News").text == "Short news."


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (raw(""), "empty"),
        (raw(" \n\t\n"), "empty"),
        (raw("\x1b[2J\u200b"), "empty"),
        (raw("", title="A headline"), "no text"),
        (raw("0"), "no text that reads like an article"),
        (raw("Home\nNews\nLog in"), "no text that reads like an article"),
    ],
)
def test_what_is_no_article_is_skipped_with_a_reason(item: Raw, reason: str) -> None:
    assert clean(item) == Skipped("/archive/item.txt", reason)


def test_blocks_that_the_format_tells_stand() -> None:
    blocks = (Block(Role.TITLE, TITLE), Block(Role.BYLINE, "By Ada Berg"), Block(Role.BODY, PARAGRAPHS[0] + "\x1b[2J"))
    found = clean(Raw(Origin("/archive/item.html"), "", blocks=blocks))
    assert isinstance(found, Article)
    assert (found.title, found.authors, found.text) == (TITLE, ("Ada Berg",), PARAGRAPHS[0])


def test_a_wrapped_address_alone_on_a_line_is_the_url() -> None:
    found = article(
        page(*PARAGRAPHS, "Original url:", r"$https://www.lundeherald.example.com/2021/03/03/storm-a85\,9$")
    )
    assert found.url == "https://www.lundeherald.example.com/2021/03/03/storm-a859"


SCRAPS = st.lists(
    st.one_of(
        st.sampled_from(
            [*PARAGRAPHS, TITLE, "By Ada Berg", "Share", "Related articles", "Photo: Lee Dahl", "3K", "...", ""]
        ),
        st.text(max_size=60),
    ),
    max_size=25,
)


@given(SCRAPS, st.sampled_from(["", TITLE]))
def test_every_sentence_stands_in_the_source(lines: list[str], title: str) -> None:
    source = "\n".join(lines)
    found = clean(raw(source, title=title, language="en"))
    if isinstance(found, Article):
        plain = re.sub(r"[\s\W_]", "", safe(source))
        for number in range(len(found.sentences)):
            assert re.sub(r"[\s\W_]", "", found.sentence(number)) in plain
        assert all(block.text and "\n" not in block.text for block in found.blocks)
        assert any(block.role in SHOWN for block in found.blocks)


def test_a_page_of_links_alone_is_no_article() -> None:
    links = "Ten harbours\nWhat divers earn\nMan bites dog\nWhy timber is dear\nMayor resigns\n" * 8
    assert clean(raw(links)) == Skipped("/archive/item.txt", "no text that reads like an article")


def test_a_text_of_repeated_lines_is_kept() -> None:
    assert body(article((PARAGRAPHS[0] + "\n") * 100)) != []


def test_cleaning_is_the_same_every_time() -> None:
    assert clean(raw(page())) == clean(raw(page()))


def test_a_very_long_line_does_not_hang() -> None:
    found = article("word " * 400_000, title=TITLE, language="en")
    assert len(found.sentences) == 1
