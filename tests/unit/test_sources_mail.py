import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from index.clean.article import clean
from index.events import Skipped
from index.models import Article, Raw, Role
from index.sources import mail, mbox
from index.sources.limits import Limits
from index.sources.port import Item

HTML = """<html><head><title>x</title><style>p{}</style></head><body>
<div style="display:none;max-height:0">The preheader</div><table><tr><td><table><tr><td>
<p>The council voted on Thursday.</p><p>It sold the harbour &amp; the pier.</p></td></tr></table></td></tr></table>
<p><a href="https://news.example/view/abc-def?u=1&amp;k=2">View this email in your browser</a></p>
<p>Unsubscribe</p></body></html>"""


def newsletter(plain: str = "", html: str = HTML, **headers: str) -> bytes:
    message = EmailMessage()
    told = {"From": "The Daily Planet <news@planet.example>", "Subject": "Déjà vu", "Message_ID": "<1@planet.example>"}
    for name, value in {**told, "Date": "Thu, 09 Nov 2023 10:00:00 +0100", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def read(folder: Path, data: bytes, name: str = "a.eml") -> Item:
    file = folder / name
    file.write_bytes(data)
    [item] = mail.READER.read(file)
    return item


def all_of(folder: Path, data: bytes, name: str = "a.eml") -> dict[str, Raw | str]:
    """Every item by its key, or the reason why there is none."""
    file = folder / name
    file.write_bytes(data)
    found = list(mail.READER.read(file))
    return {
        item.origin[len(str(file)) + 1 :] if isinstance(item, Skipped) else item.origin.key:
        item.reason if isinstance(item, Skipped) else item
        for item in found
    }  # fmt: skip


def raw(folder: Path, data: bytes, name: str = "a.eml") -> Raw:
    item = read(folder, data, name)
    assert isinstance(item, Raw)
    return item


def body(item: Raw) -> list[str]:
    return [block.text for block in item.blocks if block.role is Role.BODY]


def test_a_newsletter_tells_its_outlet_title_day_and_page(tmp_path):
    item = raw(tmp_path, newsletter())
    assert (item.outlet, item.title, item.published) == (
        "The Daily Planet", "Déjà vu", "Thu, 09 Nov 2023 10:00:00 +0100",
    )  # fmt: skip
    assert item.url == "https://news.example/view/abc-def?u=1&k=2"
    assert body(item) == ["The council voted on Thursday.", "It sold the harbour & the pier."]


def test_the_preheader_and_the_way_out_are_not_read(tmp_path):
    article = clean(raw(tmp_path, newsletter()))
    assert isinstance(article, Article)
    assert article.text == "The council voted on Thursday.\n\nIt sold the harbour & the pier."


def test_the_plain_part_is_read_where_the_html_says_less(tmp_path):
    item = raw(tmp_path, newsletter("All the words of the article stand here. " * 3, "<p>Use another client.</p>"))
    assert item.blocks == ()
    assert item.text.startswith("All the words")


def test_the_html_part_is_read_where_the_plain_one_is_a_stub(tmp_path):
    assert body(raw(tmp_path, newsletter("Please view this in HTML.")))[0] == "The council voted on Thursday."


@pytest.mark.parametrize(
    ("list_post", "url"),
    [
        ("<https://planet.example/p/the-vote>", "https://planet.example/p/the-vote"),
        ("<mailto:list@planet.example>", ""),
        ("<https://groups.example/group/news/post>", ""),
    ],
)
def test_list_post_is_the_page_only_where_it_names_an_article(tmp_path, list_post, url):
    assert raw(tmp_path, newsletter("Words of the text.", html="", List_Post=list_post)).url == url


def letter(text: str = "The words.") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "a@b.example", "Thu, 09 Nov 2023 10:00:00 +0000", "S"
    message["Message-ID"] = "<1@b.example>"
    if text:
        message.set_content(text)
    return message


def test_what_is_attached_is_an_item_of_its_own_or_named(tmp_path):
    message = letter()
    message.add_attachment("Other words.", filename="other.txt")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="photo.gif")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream")
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="Köln.pdf")
    found = all_of(tmp_path, message.as_bytes())
    assert list(found) == ["", "other.txt", "photo.gif", "part 3", "Köln.pdf"]
    assert (found[""].text.strip(), found[""].outlet) == ("The words.", "b.example")
    assert (found["other.txt"].text.strip(), found["other.txt"].modified) == ("Other words.", 1699524000)
    assert [found[name] for name in ("photo.gif", "part 3", "Köln.pdf")] == [
        "not an article file", "not an article file", "empty",
    ]  # fmt: skip


def test_a_page_and_a_set_of_records_that_are_attached_are_read(tmp_path):
    message = letter("")
    page = (
        "<p>The council voted on Thursday to sell the harbour and the old pier to the port authority of the town.</p>"
    )
    message.add_attachment(f"<html><body><h1>Vote</h1>{page * 3}</body></html>", subtype="html", filename="a.html")
    message.add_attachment(b'{"id": "x", "text": "A record."}\n', maintype="text", subtype="x", filename="set.jsonl")
    found = all_of(tmp_path, message.as_bytes())
    assert found.pop("") == "a mail without text"
    assert [type(item) for item in found.values()] == [Raw, Raw]
    assert list(found) == ["a.html", "set.jsonl#x"]


def test_a_mail_in_a_mail_is_an_item_and_one_nested_too_deep_is_named(tmp_path):
    inner = letter("The innermost words.")
    for level in range(5):
        outer = letter(f"Words around, {level}.")
        outer.add_attachment(inner)
        inner = outer
    found = all_of(tmp_path, inner.as_bytes())
    assert [item if isinstance(item, str) else item.text.strip() for item in found.values()] == [
        "Words around, 4.", "Words around, 3.", "Words around, 2.", "Words around, 1.",
        "attached to a mail inside 3 others",
    ]  # fmt: skip
    assert list(found)[1:3] == ["S.eml", "S.eml#S.eml"]


def test_a_picture_of_the_text_a_signature_and_another_form_of_it_are_no_attachments(tmp_path):
    message = letter()
    message.add_alternative("<p>The words.</p><img src='cid:1'>", subtype="html")
    message.get_payload()[1].add_related(b"GIF89a", maintype="image", subtype="gif", cid="<1>")
    message.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    message.make_mixed()
    message.add_attachment(b"x", maintype="application", subtype="pgp-signature", filename="signature.asc")
    assert list(all_of(tmp_path, message.as_bytes())) == [""]


def test_archives_in_mails_are_opened_only_where_few_containers_stand_around_them(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", "Words in a file.")
    message = letter()
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="x.zip")
    assert list(all_of(tmp_path, message.as_bytes())) == ["", "x.zip#a.txt"]
    outer = letter()
    outer.add_attachment(message)
    assert all_of(tmp_path, outer.as_bytes())["S.eml#x.zip"] == "an archive inside 2 others"


def test_a_mail_whose_parts_cannot_be_told_apart_is_named(tmp_path):
    data = letter().as_bytes().replace(b"text/plain", b"multipart/mixed")
    assert all_of(tmp_path, data) == {"": "a mail without text", "part 1": "not an article file"}


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-1", "iso-8859-1"),
        ("utf-8", "utf-8"),
        ("no-such", "utf-8"),
        ("us-ascii", "utf-8"),
        ("utf-8", "cp1252"),
    ],
)
def test_a_charset_is_believed_only_where_it_fits(tmp_path, charset, encoding):
    data = b"From: a@b.example\nDate: x\nSubject: s\nContent-Type: text/plain; charset=" + charset.encode()
    text = "Das Café in Köln ist für die Leute da, die früh aufstehen müssen und dort frühstücken."
    assert raw(tmp_path, data + b"\n\n" + text.encode(encoding)).text == text


def test_encoded_and_raw_headers_are_decoded(tmp_path):
    data = "From: =?utf-8?q?K=C3=B6ln?= <a@b.example>\nDate: x\nSubject: Für dich\n\nWords."
    item = raw(tmp_path, data.encode())
    assert (item.outlet, item.title) == ("Köln", "Für dich")
    assert raw(tmp_path, b"From: a@b\nDate: x\nSubject: =?no-such?b?w4k=?=\n\nWords.").title == "É"
    assert raw(tmp_path, b"From: a@b\nDate: x\nSubject: =?utf-8?b?w?=\n\nWords.").title


def test_flowed_text_is_joined(tmp_path):
    data = b"From: a@b.example\nDate: x\nSubject: s\nContent-Type: text/plain; format=flowed\n\nOne line \ngoes on.\n"
    assert raw(tmp_path, data).text == "One line goes on.\n"


def test_the_file_of_apple_mail_is_read(tmp_path):
    data = newsletter()
    item = raw(tmp_path, str(len(data)).encode() + b"\n" + data + b"<?xml version='1.0'?><plist/>", "1.emlx")
    assert item.outlet == "The Daily Planet"
    assert "plist" not in item.text


@pytest.mark.parametrize(
    "data",
    [b"From: a\nDate: b\nSubject: c\n\n", b"From: a\nDate: b\nSubject: c\nContent-Type: image/png\n\nxx", b"\n\n"],
)
def test_a_mail_without_text_says_so(tmp_path, data):
    assert all_of(tmp_path, data)[""] == "a mail without text"


def test_a_mail_that_breaks_off_gives_what_there_is(tmp_path):
    data = newsletter()
    assert body(raw(tmp_path, data[: data.index(b"It sold") + 40]))[0] == "The council voted on Thursday."


def test_parts_nested_without_end_are_bounded(tmp_path):
    data = b"From: a\nDate: b\nSubject: c\n"
    for level in range(3000):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    assert isinstance(read(tmp_path, data + b"\nWords."), Skipped | Raw)


def test_a_huge_attachment_does_not_hide_the_text(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=5000))
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "a@b.example", "x", "S"
    message.set_content("The words.")
    message.add_attachment(b"\x00" * 50_000, maintype="image", subtype="png")
    found = all_of(tmp_path, message.as_bytes())
    assert found[""].text.strip() == "The words."
    assert found["part 1"] == "not an article file"


def test_what_lies_above_the_limits_of_a_mail_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=5000))
    monkeypatch.setattr("index.sources.mail._LARGEST_MAIL", 20_000)
    data = letter("Words of it.\n" * 500).as_bytes()
    found = all_of(tmp_path, data)
    assert len(found[""].text) == 5000
    assert found["text"] == "its text is larger than 0.005 MB; the rest was not read"
    assert "end" not in found
    data = letter("Words of it.\n" * 5000).as_bytes()
    assert all_of(tmp_path, data)["end"] == "a mail larger than 0.02 MB; the rest was not read"
    (tmp_path / "box").write_bytes(in_box(data, letter().as_bytes()))
    box = list(mbox.READER.read(tmp_path / "box"))
    assert [item.origin.partition("#")[2] for item in box if isinstance(item, Skipped)] == [
        "1@b.example#text", "1@b.example#end",
    ]  # fmt: skip
    assert [len(item.text.strip()) for item in box if isinstance(item, Raw)] == [5000, 10]


def test_what_is_attached_in_a_mailbox_has_the_key_of_its_mail(tmp_path):
    message = letter()
    message.add_attachment("Other words.", filename="other.txt")
    (tmp_path / "box").write_bytes(in_box(message.as_bytes()))
    assert [str(item.origin) for item in mbox.READER.read(tmp_path / "box")] == [
        f"{tmp_path}/box#1@b.example", f"{tmp_path}/box#1@b.example#other.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (newsletter(), True),
        (b"Return-Path: <a@b>\nReceived: from x\n\nWords", True),
        (b"From: the desk\nTo: everyone\n\nA letter.", False),
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a\nSubject: s\nMIME-Version: 1.0\n\n", False),
        (b"Note: this is a text.\nMIME-Version: no", False),
        (b"Words.", False),
    ],
)
def test_a_mail_is_told_by_its_headers_under_any_suffix(data, told):
    assert mail.READER.recognises(data, ".host:2,s") is told


def mails(folder: Path, data: bytes) -> list[Item]:
    file = folder / "Inbox"
    file.write_bytes(data)
    return list(mbox.READER.read(file))


def in_box(*letters: bytes) -> bytes:
    return b"".join(b"From a@b.example Thu Nov  9 10:00:00 2023\n" + letter + b"\n\n" for letter in letters)


def test_every_mail_of_an_mbox_is_an_article(tmp_path):
    data = in_box(newsletter("One.", ""), newsletter(">From here on: two.", "", Message_ID="<2@x>"))
    assert mbox.READER.recognises(data, "")
    first, second = mails(tmp_path, data)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.origin.key, first.text.strip()) == ("1@planet.example", "One.")
    assert (second.origin.key, second.text.strip()) == ("2@x", "From here on: two.")


def test_doubled_message_ids_stay_apart(tmp_path):
    items = mails(tmp_path, in_box(newsletter("One.", ""), newsletter("Two.", "")))
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["1@planet.example", "1@planet.example@2"]


def test_a_mail_without_text_does_not_stop_the_others(tmp_path):
    items = mails(tmp_path, in_box(b"From: a\nDate: b\nSubject: c\n", newsletter("Two.", "")))
    assert [type(item) for item in items] == [Skipped, Raw]


@pytest.mark.parametrize(
    "data", [b"From here on it was easy.\n", b"From: a@b\n", b"", b"From 1999 to 2003\nit rained.\n"]
)
def test_a_text_that_begins_with_from_is_no_mbox(data):
    assert not mbox.READER.recognises(data, ".mbox")
