import sys

import pytest

from index.events import Skipped
from index.models import Block, Raw, Role
from index.sources import limits, pdf
from index.sources.pdf_head import with_head
from index.sources.pdf_layout import blocks, ordered
from index.sources.pdf_lines import Line, Page


def made(pages, extra="", trailer=""):
    """A PDF whose pages are lists of (x, y, size, text)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        text = "".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}endstream")
    objects += [extra] if extra else []
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    last = trailer.replace("LAST", f"{len(objects)} 0 R")
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {last} >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def read(folder, data):
    file = folder / "a.pdf"
    file.write_bytes(data)
    assert pdf.READER.recognises(data[:1000], "")
    [item] = pdf.READER.read(file)
    return item


def column(x, top, *words):
    return [(x, top - 14 * n, 10, text) for n, text in enumerate(words)]


LEFT = column(
    50,
    650,
    "The harbour was closed on Monday after",
    "a storm tore two cranes from their rails",
    "and the ships turned away from the coun-",
)
RIGHT = column(
    320,
    650,
    "try for the first time in many years.",
    "Engineers expect the repairs to take",
    "three weeks, the authority said.",
)


@pytest.mark.parametrize("rows", [False, True])
def test_two_columns_are_read_one_after_the_other_whatever_the_order_of_painting(tmp_path, rows):
    lines = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair] if rows else LEFT + RIGHT
    item = read(tmp_path, made([[(50, 700, 20, "Harbour closed after a storm"), *lines]]))
    assert isinstance(item, Raw)
    assert [block.role for block in item.blocks][:2] == [Role.TITLE, Role.BODY]
    body = " ".join(block.text for block in item.blocks if block.role is Role.BODY)
    assert body == (
        "The harbour was closed on Monday after a storm tore two cranes from their rails and the ships turned away from"
        " the country for the first time in many years. Engineers expect the repairs to take three weeks, the authority"
        " said."
    )


def test_running_heads_and_page_numbers_are_notices(tmp_path):
    pages = [[(50, 770, 9, f"The Harbour Post {n}"), (300, 20, 9, str(n)), *LEFT] for n in (1, 2)]
    item = read(tmp_path, made(pages))
    told = [block.text for block in item.blocks if block.role is Role.NOTICE]
    assert sorted(told) == ["1", "2", "The Harbour Post 1", "The Harbour Post 2"]
    assert "Post" not in " ".join(block.text for block in item.blocks if block.role is Role.BODY)


def test_title_and_author_come_from_the_document_unless_they_are_a_file_name(tmp_path):
    item = read(tmp_path, made([LEFT], "<< /Title (Harbour closed) /Author (Ann Lee) >>", "/Info LAST"))
    assert (item.title, item.authors) == ("Harbour closed", "Ann Lee")
    assert read(tmp_path, made([LEFT], "<< /Title (Microsoft Word - a.doc) >>", "/Info LAST")).title == ""


def test_a_pdf_without_letters_is_a_pdf_of_pictures(tmp_path):
    assert read(tmp_path, made([[]])).reason == "a PDF of pictures: no text layer"


def test_an_encrypted_pdf_is_told(tmp_path):
    lock = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    data = made([LEFT], lock, f"/Encrypt LAST /ID [<{'43' * 16}> <{'43' * 16}>]")
    assert read(tmp_path, data) == Skipped(str(tmp_path / "a.pdf"), "encrypted")


def test_a_damaged_pdf_is_told(tmp_path):
    assert read(tmp_path, b"%PDF-1.4\nand nothing else").reason.startswith("damaged")


def test_without_its_library_the_line_to_type_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert read(tmp_path, made([LEFT])).reason == "needs: pip install 'nutgraf[pdf]'"


def lines(*texts, left=50.0, right=250.0):
    return [Line(text, left, 500.0 - 12 * n, right, 510.0 - 12 * n, 10.0) for n, text in enumerate(texts)]


def body(*texts):
    return " ".join(block.text for block in blocks([Page(tuple(lines(*texts)), 800.0)]))


def test_a_hyphen_between_two_lines_is_taken_out_of_a_word():
    assert body("They signed the agree-", "ment on Monday.") == "They signed the agreement on Monday."


def test_a_hyphen_that_the_word_has_elsewhere_stays():
    assert body("A state-owned firm and a state-", "owned bank.") == "A state-owned firm and a state-owned bank."


@pytest.mark.parametrize(
    ("first", "second"), [("a self-", "made man"), ("the Franco-", "German plan"), ("of 1914-", "18")]
)
def test_a_hyphen_that_belongs_there_is_not_taken_out(first, second):
    assert f"{first}{second}" in body(first, second).replace("- ", "-")


def test_three_columns_under_a_headline_are_read_in_order():
    head = [Line("Headline", 50, 600, 700, 620, 20.0)]
    parts = [
        lines(f"{name}1", f"{name}2", f"{name}3", left=at, right=at + 190)
        for name, at in zip("abc", (50, 260, 470), strict=True)
    ]
    mixed = [line for row in zip(*parts, strict=True) for line in row]
    assert [line.text for line in ordered(mixed + head)] == ["Headline", *(f"{n}{i}" for n in "abc" for i in (1, 2, 3))]


def test_pages_and_letters_above_the_limits_are_told_and_the_rest_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(pages=2, letters=60))
    (tmp_path / "a.pdf").write_bytes(made([LEFT, [(50, 700, 10, "A second page.")], RIGHT]))
    items = list(pdf.READER.read(tmp_path / "a.pdf"))
    assert [(item.origin.partition("#")[2], item.reason) for item in items if isinstance(item, Skipped)] == [
        ("page 1", "more than 60 letters; the rest was not read"),
        ("page 3", "more than 2 pages; the rest was not read"),
    ]
    [item] = [item for item in items if isinstance(item, Raw)]
    assert "The harbour was closed on Monday after" in item.text
    assert "A second page." in item.text


def page(*lines, height=800.0):
    """A page of (left, baseline, size, text) whose lines are as wide as their letters."""
    return Page(tuple(Line(t, x, y, x + len(t) * size / 2, y + 0.75 * size, size) for x, y, size, t in lines), height)


def text_of(number):
    return [(50, 630 - 14 * at, 10, f"Line {at} of text {number} goes on across the whole page.") for at in range(3)]


def told(pages, role):
    return [block.text for block in blocks(pages) if block.role is role]


def test_a_head_whose_chapter_changes_is_known_by_the_number_that_counts_the_pages():
    heads = ("OF HARBOURS", "OF RAILS", "OF SHIPS")
    pages = [page((50, 700, 10, head), (300, 700, 10, str(7 + n)), *text_of(n)) for n, head in enumerate(heads)]
    assert told(pages, Role.NOTICE) == ["OF HARBOURS", "7", "OF RAILS", "8", "OF SHIPS", "9"]


def test_a_line_that_stands_at_another_height_is_no_running_head():
    pages = [page((50, 760, 10, "The Harbour Post"), *text_of(0)), page((50, 730, 10, "The Harbour Post"), *text_of(1))]
    assert told(pages, Role.NOTICE) == []


def test_a_number_that_ends_a_page_of_text_is_text():
    pages = [page(*text_of(0), (50, 588, 10, "1948")), page(*text_of(1), (50, 588, 10, "1951"))]
    assert told(pages, Role.NOTICE) == []


def test_a_note_does_not_part_the_sentence_above_it_from_its_end():
    first = page((50, 650, 10, "The harbour was closed on Monday after"), (50, 500, 7, "1 A note."))
    second = page((50, 650, 10, "a storm tore two cranes from their rails."))
    assert told([first, second], Role.BODY) == [
        "The harbour was closed on Monday after a storm tore two cranes from their rails."
    ]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph():
    head = [
        (50, 700, 20, "Harbour closed after a storm"),
        (50, 674, 10, "By Jane Doe"),
        (50, 660, 10, "9 November 2023"),
    ]
    found = with_head(blocks([page(*head, *[(x, y - 4, size, text) for x, y, size, text in text_of(0)])]))
    assert [block.text for block in found if block.role is Role.BYLINE] == ["By Jane Doe", "9 November 2023"]
    assert [block.text[:6] for block in found if block.role is Role.BODY] == ["Line 0"]


LONG = (Block(Role.BODY, "The harbour was closed on Monday after a storm tore two cranes from their rails. " * 4),)


def test_a_sentence_with_a_date_is_no_byline():
    found = with_head((Block(Role.TITLE, "The storm"), Block(Role.BODY, "It rose on 9 November 2023."), *LONG))
    assert [block.role for block in found] == [Role.TITLE, Role.BODY, Role.BODY]


def test_a_heading_in_bold_letters_and_its_number_are_one_heading():
    heading = [
        Line("2", 50, 600, 56, 608, 10, bold=True),
        Line("Of rails", 76, 600, 120, 608, 10, bold=True),
    ]
    made_of = page(*text_of(0), *[(x, y - 80, size, text) for x, y, size, text in text_of(1)])
    assert told([Page((*made_of.lines, *heading), 800.0)], Role.HEADING) == ["2 Of rails"]


def test_the_largest_line_is_the_title_and_a_document_that_begins_with_a_heading_is_headed_by_it():
    later = page((50, 700, 20, "Harbour closed"), (50, 670, 16, "A long night"), *text_of(0))
    assert (told([later], Role.TITLE), told([later], Role.HEADING)) == (["Harbour closed"], ["A long night"])
    assert told([page((50, 700, 12, "Harbour closed"), *text_of(0))], Role.TITLE) == ["Harbour closed"]


def test_a_page_that_is_scaled_and_letters_that_are_moved_read_as_they_look(tmp_path):
    data = made([LEFT]).replace(b"BT /F 10 Tf 50 650 Td", b".5 0 0 .5 0 0 cm BT /F 10 Tf 50 650 Td")
    with_gap = data.replace(
        b"(The harbour was closed on Monday after) Tj", b"[(The) -200 (harbour was closed on Monday after)] TJ"
    )
    for each in (data, with_gap):
        item = read(tmp_path, each)
        assert isinstance(item, Raw)
        assert item.text.startswith("The harbour was closed on Monday after a storm tore")


def test_columns_are_not_looked_for_on_a_page_of_too_many_lines(monkeypatch):
    monkeypatch.setattr("index.sources.pdf_layout._gutter", lambda lines: pytest.fail("looked"))
    many = [Line("x", 50 + n % 7, 700 - n / 10, 60, 708 - n / 10, 8) for n in range(3000)]
    assert len(ordered(many)) == 3000
