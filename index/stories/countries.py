"""Places that everybody knows by name, and the letters by which states and unions are called."""

from __future__ import annotations

from index.words import fold

FULL = {
    "us": ("united states", "united states of america", "vereinigte staaten", "etats-unis", "estados unidos"),
    "usa": ("united states", "united states of america", "vereinigte staaten", "etats-unis", "estados unidos"),
    "uk": ("united kingdom", "vereinigtes konigreich", "royaume-uni", "reino unido"),
    "un": ("united nations", "vereinte nationen"),
    "onu": ("nations unies", "naciones unidas", "nazioni unite", "nacoes unidas"),
    "eu": ("european union", "europaische union"),
    "ue": ("union europeenne", "union europea", "unione europea", "uniao europeia"),
    "uae": ("united arab emirates",),
    "ussr": ("soviet union",),
    "nato": ("north atlantic treaty organization",),
}
"""Folded letters without full stops → the folded names that they stand for."""

_NAMES = """
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh
Barbados Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia Cameroon
Canada Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Ecuador Egypt Eritrea Estonia Ethiopia
Fiji Finland France Gabon Gambia Germany Ghana Greece Greenland Grenada Guatemala Guinea Guyana Haiti Honduras Hungary
Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos
Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives
Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal
Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Panama Paraguay Peru Philippines Poland Portugal Qatar
Romania Russia Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname
Swaziland Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tibet Togo Tonga Tunisia Turkmenistan Turkey
Türkiye Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe Europe Africa Asia Eurasia
America Antarctica Crimea Gaza Scotland Wales England Deutschland Frankreich Russland Italien Spanien Österreich Polen
Griechenland Türkei Großbritannien Ungarn Belgien Schweden Norwegen Dänemark Allemagne Russie Chine Espagne Italie
Suisse Belgique Royaume-Uni États-Unis Alemania Rusia Francia España Brasil México Ucrania Reino-Unido Россия Украина
"""
_OF_WORDS = (
    "united states", "united states of america", "united kingdom", "united arab emirates", "soviet union",
    "russian federation", "islamic republic of iran",
    "saudi arabia", "north korea", "south korea", "south africa", "south sudan", "new zealand", "sri lanka",
    "costa rica", "el salvador", "sierra leone", "burkina faso", "ivory coast", "hong kong", "puerto rico",
    "czech republic", "dominican republic", "equatorial guinea", "papua new guinea", "east timor", "west bank",
    "gaza strip", "middle east", "vereinigte staaten", "estados unidos", "los angeles", "new york", "new york city",
    "north america", "south america", "latin america", "central asia", "southeast asia",
)  # fmt: skip
COUNTRIES = frozenset(map(fold, _NAMES.split())) | frozenset(
    (*_OF_WORDS, "us", "u.s.", "usa", "u.s.a.", "uk", "u.k.", "uae", "d.c.")
)
"""Folded names of states, continents and lands, and their abbreviations, which look like those of organisations."""

_CITIES = """
Moscow Washington London Paris Berlin Rome Madrid Vienna Brussels Geneva Kiev Kyiv Warsaw Prague Budapest Athens Lisbon
Dublin Edinburgh Stockholm Oslo Copenhagen Helsinki Belgrade Sarajevo Bucharest Sofia Minsk Istanbul Ankara Damascus
Aleppo Baghdad Tehran Jerusalem Beirut Cairo Riyadh Doha Dubai Kabul Islamabad Karachi Delhi Mumbai Dhaka Beijing
Shanghai Tokyo Seoul Pyongyang Taipei Bangkok Hanoi Jakarta Manila Sydney Melbourne Canberra Ottawa Toronto Montreal
Vancouver Chicago Boston Philadelphia Houston Dallas Atlanta Miami Detroit Seattle Denver Baltimore Tashkent Astana
Bishkek Dushanbe Tbilisi Baku Yerevan Tripoli Tunis Algiers Nairobi Khartoum Lagos Johannesburg Pretoria Mogadishu
Havana Caracas Bogotá Lima Santiago Brasília Munich
Frankfurt Hamburg Barcelona Milan Hague Kharkiv Donetsk Luhansk Odessa
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming Ontario Quebec Siberia Catalonia
Wien München Köln Moskau Genève Bruxelles Roma Milano Москва Киев
"""
_MORE_CITIES = (
    "new mexico", "new jersey", "new hampshire", "north carolina", "south carolina", "north dakota", "south dakota",
    "west virginia", "rhode island", "tel aviv", "san francisco", "new delhi", "las vegas", "san diego", "san antonio",
    "mexico city", "buenos aires", "rio de janeiro", "são paulo", "capitol hill", "wall street", "silicon valley",
)  # fmt: skip
CITIES = frozenset(map(fold, (*_CITIES.split(), *_MORE_CITIES)))
"""Folded names of well-known cities and provinces; people are called by some of them too."""


def called(name: str) -> tuple[str, ...]:
    """By what else all know a state or union: U.S. and USA for the United States, and the other way round.

    Two letters have their full stops: without them US is a word, and so are UN and EU in other languages.
    """
    letters = fold(name).replace(".", "")
    short = [each.upper() for each, full in FULL.items() if letters in full]
    full = FULL.get(letters, ())[:1]
    return (*map(str.title, full), *(each if len(each) > 2 else f"{each[0]}.{each[1]}." for each in short))
