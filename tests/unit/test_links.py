import pytest

from index.models import Article, Block, Origin, Role
from index.page.links import host_of, is_link, links_of

PAGE = """<html><head><title>t</title><style>a {}</style></head><body><nav><a href="/">Home</a></nav>
<p>Ferries of <a href="https://e.example/line">the <b>Varn</b> line</a> ran
again.</p><p>It cost <a href="/costs?a=1&amp;b=2"> two
million </a>crowns, <a href="javascript:alert(1)">they say</a>, <a href="mailto:a@e.example">by mail</a>.</p></body>"""


def article(*paragraphs, origin="/nowhere.txt", url="https://e.example/news/a.html"):
    blocks = tuple(Block(Role.BODY, text) for text in paragraphs)
    return Article("a", (Origin(str(origin)),), "T", "", "", (), None, "", url, "en", blocks, ())


def told(found):
    return [(link.text, link.url) for link in found]


def test_links_of_a_page_are_found_by_the_words_around_them(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(PAGE)
    found = links_of(
        article("Ferries of the Varn line ran again.", "It cost two million crowns, they say, by mail.", origin=file)
    )
    assert told(found) == [
        ("the Varn line", "https://e.example/line"),
        ("two million", "https://e.example/costs?a=1&b=2"),
        ("by mail", "mailto:a@e.example"),
    ]


def test_the_words_of_a_link_stand_in_the_article_where_it_says(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(PAGE)
    a = article("It cost two million crowns, they say, by mail.", origin=file)
    for link in links_of(a):
        assert a.blocks[link.block].text[link.start : link.end] == link.text


def test_a_paragraph_that_the_page_has_not_gets_no_links(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(PAGE)
    assert links_of(article("It cost two million euros.", origin=file)) == ()


def test_links_of_a_note_in_markdown_are_found(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("After [a *storm*](https://e.example/storm 'title') the harbour was closed.\n")
    assert told(links_of(article("After a storm the harbour was closed.", origin=file))) == [
        ("a storm", "https://e.example/storm")
    ]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://e.example/a, and http://e.example.", ["https://e.example/a", "http://e.example"]),
        ("(see https://e.example/a)", ["https://e.example/a"]),
        ("https://e.example/a_(b) has brackets", ["https://e.example/a_(b)"]),
        ("write to mailto:a@e.example!", ["mailto:a@e.example"]),
        ("no ftp://e.example and no file:///etc/passwd", []),
    ],
)
def test_addresses_in_the_text_are_links(text, urls):
    assert [link.url for link in links_of(article(text))] == urls


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "http:///x", "mailto:", "ftp://e.example",
     "https://e.example/\x1b[2J", "https://e.example/\u202egnp", "https://e.example/a b", "vscode://x", "-help", ""],
)  # fmt: skip
def test_what_could_start_another_program_or_hide_is_no_link(url):
    assert not is_link(url)


def test_a_file_that_is_gone_or_no_page_gives_only_what_the_text_has(tmp_path):
    assert told(links_of(article("On https://e.example/x.", origin=tmp_path / "gone.html"))) == [
        ("https://e.example/x", "https://e.example/x")
    ]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://bank.example@evil.example/x", "evil.example"),
        ("https://аррle.example/", "xn--le-6kc8da.example"),
        ("mailto:a@e.example?subject=x", "e.example"),
    ],
)
def test_whom_an_address_leads_to_is_told_in_ascii(url, host):
    assert host_of(url) == host
