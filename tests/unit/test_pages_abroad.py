"""Pages and scrapes in many languages, with the wording that stands between and below their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from index.clean.article import clean
from index.models import Article, Origin, Raw
from index.sources.html import page


@dataclass(frozen=True)
class Told:
    language: str
    title: str
    byline: str
    author: str
    date: str
    paragraphs: tuple[str, str, str]
    between: tuple[str, str]
    below: tuple[str, str]


CASES = (
    Told(
        "pl", "Rada zamyka targ rybny po stu latach", "Autor: Joanna Kowalska", "Joanna Kowalska",
        "9 listopada 2023, 14:32",
        ("Rada miasta postanowiła zamknąć stary targ rybny po stu latach, mimo petycji tysięcy osób.",
         "Decyzja zapadła w środę wieczorem stosunkiem głosów dziewięć do sześciu, a budynek będzie sprzedany.",
         "Związek rybaków zapowiedział, że pójdzie do sądu."),
        ("Czytaj także: Dziesięć targów, które trzeba zobaczyć", "Dalsza część tekstu pod zdjęciem"),
        ("Najczęściej czytane", "08.11.2023"),
    ),
    Told(
        "sv", "Kommunen stänger fiskmarknaden efter hundra år", "Av: Johanna Lindqvist", "Johanna Lindqvist",
        "Publicerad 9 november 2023 kl 14.32",
        ("Kommunfullmäktige har beslutat att stänga den gamla fiskmarknaden, trots tusentals namn.",
         "Beslutet fattades på onsdagskvällen med nio röster mot sex, och byggnaden ska säljas i vår enligt kommunen.",
         "Fiskarnas förening uppger att den tänker gå till domstol."),
        ("Läs också: Tio marknader att se", "Artikeln fortsätter under annonsen"),
        ("Mest läst", "08.11.2023"),
    ),
    Told(
        "uk", "Рада закриває рибний ринок після ста років", "Автор: Ганна Коваленко", "Ганна Коваленко",
        "9 листопада 2023, 14:32",
        ("Міська рада вирішила закрити старий рибний ринок через сто років, попри петицію, яку підписали тисячі людей.",
         "Рішення ухвалили в середу ввечері дев’ятьма голосами проти шести, а будівлю продадуть навесні, сказав мер.",
         "Спілка рибалок заявила, що звернеться до суду."),
        ("Читайте також: Десять ринків, які варто побачити", "Підписуйтесь на наш Telegram"),
        ("Новини за темою", "08.11.2023"),
    ),
    Told(
        "tr", "Belediye balık pazarını yüz yıl sonra kapatıyor", "Yazar: Ayşe Yılmaz", "Ayşe Yılmaz",
        "09.11.2023 - 14:32 | Son Güncellenme: 10.11.2023 - 09:10",
        ("Belediye meclisi, binlerce kişinin imzaladığı dilekçeye rağmen eski balık pazarını kapatma kararı aldı.",
         "Karar çarşamba akşamı altıya karşı dokuz oyla alındı, bina ise ilkbaharda satılacak, dedi belediye başkanı.",
         "Balıkçılar derneği mahkemeye başvuracağını duyurdu."),
        ("Haberin Devamı", "İlginizi Çekebilir"),
        ("En Çok Okunanlar", "08.11.2023"),
    ),
    Told(
        "fr", "La ville ferme son marché aux poissons", "Par Jeanne Moreau (avec AFP)", "Jeanne Moreau",
        "Publié le 09 novembre 2023 à 14h32, mis à jour le 10 novembre 2023 à 09h10",
        ("Le conseil municipal a décidé mercredi soir de fermer le vieux marché aux poissons, malgré une pétition.",
         "La décision a été prise par neuf voix contre six et le bâtiment sera vendu au printemps, a dit la maire.",
         "L’association des pêcheurs a annoncé qu’elle saisirait la justice."),
        ("La suite après cette publicité", "Article réservé à nos abonnés"),
        ("Les plus lus", "08.11.2023"),
    ),
    Told(
        "ja", "市議会が魚市場の閉鎖を決定", "山田花子記者", "山田花子", "2023年11月9日 14時32分",
        ("市議会は8日夜、4000人を超える署名による反対にもかかわらず、長い歴史をもつ魚市場を閉鎖することを決めた。",
         "業者たちは相談がなかったと訴える。「恥ずべきことだ」と1985年からタラを売ってきた店主は語った。",
         "修理には900万ユーロかかるとされ、市はその資金がないと説明している。"),
        ("あわせて読みたい", "無断転載を禁じます"),
        ("ランキング", "08.11.2023"),
    ),
    Told(
        "pt", "Prefeitura fecha mercado de peixe", "Por Joana Silva, Folha do Porto — Dunmar", "Joana Silva",
        "09/11/2023 14h32 Atualizado há 2 horas",
        ("A câmara decidiu fechar o velho mercado de peixe, apesar de um abaixo-assinado com mais de quatro mil nomes.",
         "A decisão foi tomada na noite de quarta-feira por nove votos a seis e o prédio será vendido na primavera.",
         "A associação dos pescadores anunciou que vai à Justiça."),
        ("Continua depois da publicidade", "Clique aqui para seguir o canal"),
        ("Mais lidas", "08.11.2023"),
    ),
)  # fmt: skip
ALL = pytest.mark.parametrize("told", CASES, ids=lambda told: told.language)


def scrape(told: Told) -> Raw:
    one, two, last = told.paragraphs
    lines = (f"{told.title} - Folha do Porto", "Home", "News", told.title, told.byline, told.date, one, told.between[0],
             two, told.between[1], last, *told.below)  # fmt: skip
    return Raw(Origin("/a.txt"), "\n".join(lines))


def web_page(told: Told) -> Raw:
    one, two, last = told.paragraphs
    body = (
        f"<h1>{told.title}</h1><p>{told.byline}</p><p>{told.date}</p><p>{one}</p><p>{told.between[0]}</p><p>{two}</p>"
        f"<div>{told.between[1]}</div><p>{last}</p></article>"
        f"<div class='c'><h4><a href='/t'>{told.below[0]}</a></h4><span>{told.below[1]}</span></div>"
    )
    head = f"<meta charset='utf-8'><title>{told.title} - Folha do Porto</title>"
    item = page(f"<html lang='{told.language}'>{head}<body><article>{body}</body></html>".encode(), Origin("/a.html"))
    assert isinstance(item, Raw)
    return item


@ALL
@pytest.mark.parametrize("form", [scrape, web_page])
def test_the_paragraphs_are_read_and_what_stands_between_them_is_not(told, form) -> None:
    article = clean(form(told))
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == list(told.paragraphs)


@ALL
@pytest.mark.parametrize("form", [scrape, web_page])
def test_title_author_day_outlet_and_language_are_found(told, form) -> None:
    article = clean(form(told))
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.title, article.authors, article.published.when[:10], article.outlet, article.language) == (
        told.title, (told.author,), "2023-11-09", "Folha do Porto", told.language,
    )  # fmt: skip
