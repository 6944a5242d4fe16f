from pathlib import Path

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import feeds, opml
from index.sources.port import Item

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Daily Planet</title><link>https://planet.example/</link><image><title>Logo</title></image>
<item><title>Salt &amp;amp; pepper</title><link>https://planet.example/1</link><guid isPermaLink="false">p-1</guid>
<pubDate>Thu, 09 Nov 2023 10:00:00 +0000</pubDate><dc:creator>Ann Lee</dc:creator>
<description>Only a teaser.</description><media:content url="x.jpg"><media:description>A picture of a very long
caption that is longer than all the rest of the entry taken together, twice over.</media:description></media:content>
<content:encoded><![CDATA[<p>Salt &amp; pepper cost more.</p><p>So does <b>sugar</b>.</p>]]></content:encoded></item>
<item><title>Two</title><link>https://planet.example/2</link><author>desk@planet.example (Bo Ek)</author>
<description>&lt;p&gt;A teaser of two.&lt;/p&gt;</description></item>
<item><title>Three</title><link>https://planet.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><id>tag:bote.example,2023:1</id><title type="html">Eins &amp;amp; Zwei</title>
<link rel="self" href="https://bote.example/self"/><link href="https://bote.example/1"/>
<published>2023-11-09T10:00:00Z</published><updated>2023-12-01T00:00:00Z</updated>
<author><name>Ann Lee</name></author><author><name>Bo Ek</name></author><summary>Kurz.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster <i>Absatz</i>.</p><p>Zweiter.</p></div>
</content>
</entry>
<entry><id>2</id><title>Zwei</title><content type="text">a &lt;b&gt; c</content><updated>2023-12-01T00:00:00Z</updated>
<source><title>Die Post</title></source></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old News</title></channel>
<item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
<description>All the words.</description><dc:date>2003-11-09</dc:date></item></rdf:RDF>"""


def read(folder: Path, data: str | bytes, reader=feeds.READER) -> list[Item]:
    file = folder / "feed.xml"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(reader.read(file))


def raws(items: list[Item]) -> list[Raw]:
    return [item for item in items if isinstance(item, Raw)]


def test_the_full_content_of_an_rss_item_is_preferred(tmp_path):
    first, second, third = read(tmp_path, RSS)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert [block.text for block in first.blocks] == ["Salt & pepper cost more.", "So does sugar."]
    assert (first.title, first.outlet, first.authors) == ("Salt & pepper", "The Daily Planet", "Ann Lee")
    assert (first.url, first.origin.key) == ("https://planet.example/1", "p-1")
    assert first.published == "Thu, 09 Nov 2023 10:00:00 +0000"
    assert (second.text, second.authors, second.origin.key) == (
        "A teaser of two.",
        "Bo Ek",
        "https://planet.example/2",
    )
    assert third == Skipped(f"{tmp_path}/feed.xml#https://planet.example/3", "a link without text")


def test_an_atom_entry_gives_its_xhtml_and_the_day_it_was_published(tmp_path):
    first, second = raws(read(tmp_path, ATOM))
    assert [block.text for block in first.blocks] == ["Erster Absatz.", "Zweiter."]
    assert (first.title, first.outlet, first.authors) == ("Eins & Zwei", "Der Bote", "Ann Lee, Bo Ek")
    assert (first.url, first.published, first.language) == ("https://bote.example/1", "2023-11-09T10:00:00Z", "de")
    assert (second.text, second.outlet, second.published) == ("a <b> c", "Die Post", "2023-12-01T00:00:00Z")


def test_an_rdf_feed_is_read(tmp_path):
    [item] = raws(read(tmp_path, RDF))
    assert (item.text, item.outlet, item.published) == ("All the words.", "Old News", "2003-11-09")
    assert item.origin.key == "https://old.example/1"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read(tmp_path, encoding):
    told = RSS.replace("UTF-8", "utf-8" if encoding == "utf-8-sig" else encoding).replace("sugar", "café")
    assert "café" in raws(read(tmp_path, told.encode(encoding)))[0].text


def test_a_feed_that_breaks_off_keeps_what_came_before(tmp_path):
    items = read(tmp_path, RSS[: RSS.index("<item><title>Two") + 60])
    assert raws(items)[0].title == "Salt & pepper"
    assert isinstance(items[-1], Skipped)
    assert items[-1].reason.startswith("broken off")


def test_names_of_entities_that_xml_does_not_know_do_no_harm(tmp_path):
    assert raws(read(tmp_path, RSS.replace("Only a", "Only&nbsp;a")))[0].title == "Salt & pepper"


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;',
    ],
)
def test_entities_that_a_file_declares_are_refused(tmp_path, declared):
    data = RSS.replace("<rss", f"<!DOCTYPE rss [{declared}]>\n<rss", 1).replace("Two", "&b;")
    assert feeds.READER.recognises(data.encode(), ".xml")
    [item] = read(tmp_path, data)
    assert isinstance(item, Skipped)
    assert "entities" in item.reason


def test_doubled_ids_stay_apart(tmp_path):
    entry = "<item><guid>1</guid><description>Words.</description></item>"
    items = raws(read(tmp_path, f"<rss><channel>{entry}{entry}</channel></rss>"))
    assert [item.origin.key for item in items] == ["1", "1@2"]


def test_a_feed_without_entries_says_so(tmp_path):
    assert read(tmp_path, "<rss><channel><title>T</title></channel></rss>") == [
        Skipped(f"{tmp_path}/feed.xml", "empty")
    ]


def test_deeply_nested_elements_end_the_reading_with_a_reason(tmp_path):
    items = read(tmp_path, "<rss><channel><item>" + "<a>" * 100_000)
    assert items
    assert not raws(items)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (RSS, True), (ATOM, True), (RDF, True), ("\ufeff" + RSS, True), ("<!-- a --><feed>", True),
        ("<html><body>rss</body></html>", False), ("<rdf:RDF xmlns='x'>", False), ("rss", False), ("", False),
    ],
)  # fmt: skip
def test_a_feed_is_told_by_its_root_under_any_suffix(data, told):
    assert feeds.READER.recognises(data.encode(), ".txt") is told


def test_a_list_of_feeds_is_counted_and_not_fetched(tmp_path):
    outlines = (
        '<outline text="News"><outline xmlUrl="https://a.example/f"/><outline xmlurl="https://b.example/f"/></outline>'
    )
    data = f"<?xml version='1.0'?><opml version='2.0'><head/><body>{outlines}</body></opml>"
    assert opml.READER.recognises(data.encode(), ".xml")
    assert read(tmp_path, data, opml.READER) == [
        Skipped(f"{tmp_path}/feed.xml", "a list of 2 feeds; Nutgraf fetches nothing")
    ]


def test_a_list_without_feeds_and_a_bomb_are_named(tmp_path):
    assert [item.reason for item in read(tmp_path, "<opml><body/></opml>", opml.READER)] == ["a list without feeds"]
    bomb = '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>'
    assert "entities" in read(tmp_path, bomb, opml.READER)[0].reason


def test_a_thousand_comments_before_no_root_are_looked_at_once():
    assert not feeds.READER.recognises(b"<!---->" * 1000 + b"words", ".xml")
    assert feeds.READER.recognises(b"<!---->" * 1000 + b"<rss>", ".xml")
