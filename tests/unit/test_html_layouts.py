"""Pages as the common makers build them: the right text of an article, the right reason where there is none."""

from __future__ import annotations

import pytest

from index.events import Skipped
from index.models import Role
from tests.unit.html_pages import FOOTER, MENU, PARAGRAPHS, a_page, paragraphs, raw_of, read, texts

TEASERS = "".join(
    f"<div class='card'><h3><a href='/n{n}'>Ferry timetable number {n} comes into force</a></h3></div>"
    for n in range(8)
)
READERS = "".join(
    f"<li class='comment'><p>Reader {n} thinks that this is a shame, and says so.</p></li>" for n in range(5)
)

LAYOUTS = {
    "WordPress": "<article class='post hentry'><header class='entry-header'><h1 class='entry-title'>{title}</h1>"
    "<div class='entry-meta'>By <span class='author vcard'>Ida Brandt</span></div></header>"
    "<div class='entry-content'>{text}<div class='sharedaddy'>Share this:</div></div></article>"
    "<div class='jp-relatedposts'>{teasers}</div><ol class='comment-list'>{readers}</ol>",
    "Ghost": "<main class='gh-main'><article class='gh-article post'><header><h1 class='gh-article-title'>{title}</h1>"
    "</header><section class='gh-content gh-canvas'>{text}</section></article></main>"
    "<section class='gh-cta'>Subscribe to our newsletter</section><aside>{teasers}</aside>",
    "Blogger": "<div class='post hentry'><h3 class='post-title entry-title'>{title}</h3>"
    "<div class='post-body entry-content'>{text}</div><div class='post-footer'>Labels: harbour</div></div>"
    "<div class='sidebar section'>{teasers}</div><div id='comments'>{readers}</div>",
    "Substack": "<div class='single-post'><article class='newsletter-post post'><div class='post-header'>"
    "<h1 class='post-title'>{title}</h1></div><div class='available-content'><div class='markup'>{text}</div></div>"
    "</article></div><div class='subscribe-footer'>Thanks for reading! Subscribe for free.</div>",
    "a page of hashed classes": "<div id='root'><div class='ab'><h1 class='pw-x'>{title}</h1><section><div class='ef'>"
    "{text}</div></section></div><div class='gh ij'>{teasers}</div></div>",
    "AMP": "<article class='amp-wp-article'><h1 class='amp-wp-title'>{title}</h1><div class='amp-wp-article-content'>"
    "<amp-img src='x.jpg'></amp-img>{text}</div></article><amp-sidebar>{teasers}</amp-sidebar>",
    "a page of tables": "<table><tr><td>{teasers}</td><td><h1>{title}</h1>{text}</td></tr></table>",
}


@pytest.mark.parametrize("maker", LAYOUTS)
def test_the_article_of_a_common_maker_is_read_whole_and_nothing_else(tmp_path, maker):
    layout = LAYOUTS[maker].format(
        title="Council closes the fish market", text=paragraphs(), teasers=TEASERS, readers=READERS
    )
    article = read(tmp_path, a_page(layout).replace("<article>", "<div>", 1))
    assert article.title == "Council closes the fish market"
    assert texts(article, Role.BODY) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        (
            "de",
            "Der Hafenrat hat am Dienstagabend beschlossen, den alten Fischmarkt zu schließen und ihn zu verkaufen.",
        ),
        (
            "ar",
            "صوت مجلس الميناء مساء الثلاثاء على إغلاق سوق السمك القديم بعد عامين من الجدل بين التجار وسكان المدينة.",
        ),
        (
            "ja",
            "港湾評議会は火曜日の夜、二年にわたる議論の末に、古い魚市場を閉鎖することを賛成多数で決定したと発表した。",
        ),
    ],
)
def test_newspapers_of_other_scripts_are_read(tmp_path, language, paragraph):
    lines = [f"{number}: {paragraph}" for number in range(1, 6)]
    page = a_page(f"<h1>{paragraph[:20]}</h1>{paragraphs(tuple(lines))}").replace("lang='en'", f"lang='{language}'")
    article = read(tmp_path, page)
    assert texts(article, Role.BODY) == lines
    assert article.language == language


def test_a_live_blog_keeps_its_posts_in_order(tmp_path):
    posts = "".join(
        f"<div class='live-post'><time datetime='2023-11-09T1{number}:00'>1{number}:00</time><p>{text}</p></div>"
        for number, text in enumerate(PARAGRAPHS)
    )
    article = read(tmp_path, a_page(f"<h1>Council closes the fish market</h1><div class='live-blog'>{posts}</div>"))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)


def test_the_slides_that_a_page_shows_on_a_click_are_read(tmp_path):
    slides = "".join(
        f"<div class='slide' style='display:none'><p>{first}</p><p>{second}</p></div>"
        for first, second in (PARAGRAPHS[1:3], PARAGRAPHS[3:5])
    )
    article = read(tmp_path, a_page(f"<h1>Council closes the fish market</h1><p>{PARAGRAPHS[0]}</p>{slides}"))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)


def test_what_a_page_hides_in_a_box_is_not_read(tmp_path):
    box = "<p>We use cookies and need your consent to go on, as the law of the harbour says since last year.</p>" * 3
    article = read(tmp_path, a_page(f"{paragraphs()}<div class='cookie-wall' style='display:none'>{box}</div>"))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)


def test_a_stub_before_a_paywall_gives_what_there_is(tmp_path):
    wall = "<div class='paywall-offer'><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>"
    article = read(tmp_path, a_page(f"<h1>Council closes the fish market</h1>{paragraphs(PARAGRAPHS[:2])}{wall}"))
    assert texts(article, Role.BODY) == list(PARAGRAPHS[:2])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<main>{TEASERS * 5}</main>", "an index page"),
        ("<form><h1>Sign in</h1><input type='password' name='password'></form>", "a login page"),
        ("<h1>404</h1><p>Page not found</p>", "an error page"),
        ("<div id='app'></div><noscript>Please enable JavaScript</noscript><script src='x.js'></script>", "a script"),
        ("<div class='consent'><h1>Your privacy</h1><button>Accept all</button></div>", "no running text"),
    ],
)
def test_a_page_without_an_article_is_skipped_with_its_reason(tmp_path, body, reason):
    page = f"<html><head><title>Harbour Gazette</title></head><body>{body}</body></html>"
    found = raw_of(tmp_path, page)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_the_posts_of_a_forum_are_read_below_their_subject(tmp_path):
    posts = "".join(
        f"<div class='post bg2'><div class='postbody'><h3><a href='#p{n}'>Re: Fish market</a></h3>"
        f"<div class='content'>{text}</div></div><dl class='profile'><a href='/u{n}'>user{n}</a></dl></div>"
        for n, text in enumerate(PARAGRAPHS)
    )
    page = f"<html><head><title>Fish market</title></head><body>{MENU}<h2>Fish market</h2>{posts}{FOOTER}</body></html>"
    assert texts(read(tmp_path, page), Role.BODY) == list(PARAGRAPHS)
