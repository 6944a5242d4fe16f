import zipfile

import pytest

from index.clean.spaces import ITEM
from index.events import Skipped
from index.models import Block, Role
from index.sources import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = "".join(
    f'<w:style w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in [("Titel", "Title"), ("berschrift1", "heading 1"), ("Zitat", "Quote")]
)
CORE = (
    '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour closed</dc:title>'
    "<dc:creator>Ann Lee</dc:creator></c:coreProperties>"
)


def paragraph(text, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def read(folder, body, before="", core=CORE, numbering=""):
    file = folder / "a.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        archive.writestr("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("docProps/core.xml", core)
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>")
    assert docx.READER.recognises(file.read_bytes()[:1000], ".docx")
    [item] = docx.READER.read(file)
    return item


def test_styles_tell_what_a_paragraph_is_in_every_edition_of_word(tmp_path):
    item = read(tmp_path, paragraph("Storm", "Titel") + paragraph("Repairs", "berschrift1") + paragraph("Words."))
    assert item.blocks == (Block(Role.TITLE, "Storm"), Block(Role.HEADING, "Repairs"), Block(Role.BODY, "Words."))
    assert (item.title, item.authors) == ("Harbour closed", "Ann Lee")


def test_tabs_and_breaks_part_words_and_runs_do_not(tmp_path):
    item = read(tmp_path, "<w:p><w:r><w:t>Har</w:t></w:r><w:r><w:t>bour</w:t><w:br/><w:t>closed</w:t></w:r></w:p>")
    assert item.text == "Harbour closed"


def test_what_a_revision_deleted_is_not_text(tmp_path):
    item = read(
        tmp_path, "<w:p><w:r><w:t>Kept.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
    )
    assert item.text == "Kept."


def test_a_bomb_of_entities_and_an_entity_from_outside_are_never_expanded(tmp_path):
    (tmp_path / "secret").write_text("the secret")
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    kinds = f'<!DOCTYPE d [<!ENTITY l0 "lol">{bomb}<!ENTITY out SYSTEM "file://{tmp_path}/secret">]>'
    item = read(tmp_path, paragraph("Before.") + paragraph("&l9;&out;") + paragraph("After."), kinds)
    assert isinstance(item, Skipped)
    assert item.reason.startswith("damaged: its text is no XML")


def test_a_document_without_words_is_empty(tmp_path):
    assert read(tmp_path, "<w:p/>") == Skipped(str(tmp_path / "a.docx"), "empty")


@pytest.mark.parametrize(
    ("data", "reason"), [(b"PK\x03\x04cut", "damaged"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 sealed", "encrypted")]
)
def test_what_cannot_be_read_has_its_reason(tmp_path, data, reason):
    (tmp_path / "a.docx").write_bytes(data)
    [item] = docx.READER.read(tmp_path / "a.docx")
    assert item.reason.startswith(reason)


def test_a_zip_without_a_document_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("other.xml", "<a/>")
    [item] = docx.READER.read(tmp_path / "a.docx")
    assert item.reason == "damaged: there is no document in it"


def test_footnotes_and_running_heads_stand_behind_the_text_each_wording_once(tmp_path):
    read(tmp_path, paragraph("The text."))
    with zipfile.ZipFile(tmp_path / "a.docx", "a") as archive:
        for name, words in [("footnotes", "A note."), ("header1", "The Post"), ("header2", "The Post")]:
            archive.writestr(f"word/{name}.xml", f"<w:notes {W}>{paragraph(words)}</w:notes>")
    [item] = docx.READER.read(tmp_path / "a.docx")
    assert [(block.role, block.text) for block in item.blocks] == [
        (Role.BODY, "The text."), (Role.NOTICE, "A note."), (Role.NOTICE, "The Post"),
    ]  # fmt: skip


def test_a_text_box_is_read_once(tmp_path):
    m = 'xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<m:AlternateContent {m}><m:Choice>{{0}}</m:Choice><m:Fallback>{{0}}</m:Fallback></m:AlternateContent>"
    item = read(tmp_path, f"<w:p><w:r>{box.format(paragraph('In a box.'))}</w:r></w:p>")
    assert item.text == "In a box."


LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{counted}"/></w:lvl>'
    for depth, start, counted in [(0, 4, "decimal"), (1, 1, "lowerLetter"), (2, 1, "bullet")]
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="99"/></w:num>'
)


def item(text, depth=0, number=1):
    told = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{told}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_items_of_lists_are_counted_level_by_level(tmp_path):
    body = item("One") + item("In", 1) + item("Deep", 2) + item("In", 1) + item("Two") + item("In", 1)
    texts = [block.text.split(ITEM) for block in read(tmp_path, body, numbering=NUMBERING).blocks]
    assert [mark for mark, _ in texts] == ["4.", "a.", "▪", "b.", "5.", "a."]


def test_an_item_of_a_list_that_the_document_does_not_define_is_a_paragraph(tmp_path):
    body = item("One", number=2) + item("Two", number=3) + item("Three", depth=5)
    assert [block.text for block in read(tmp_path, body, numbering=NUMBERING).blocks] == ["One", "Two", "Three"]


def test_a_table_is_one_block_and_stands_where_it_stood(tmp_path):
    body = paragraph("Before.") + table(("Year", "Tonnes"), ("2021", "1,204")) + paragraph("After.")
    assert read(tmp_path, body).blocks == (
        Block(Role.BODY, "Before."), Block(Role.TABLE, "Year │ Tonnes\n2021 │ 1,204"), Block(Role.BODY, "After."),
    )  # fmt: skip


def test_a_page_laid_out_by_a_table_is_paragraphs(tmp_path):
    inner = table(("Year", "Tonnes"), ("2021", "1,204"))
    body = f"<w:tbl><w:tr><w:tc>{paragraph('Left.')}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read(tmp_path, body).blocks == (Block(Role.BODY, "Left."), Block(Role.TABLE, "Year │ Tonnes\n2021 │ 1,204"))
