"""The signs by which a name tells what it names: words inside it, and words right before and after it."""

from __future__ import annotations

import re

from index.stories.verbs import VERB
from index.words import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


ORGANISATION = _folded("""
Ministry University College Inc Corp Corporation Ltd Co Company Group Bank Party Agency Committee Council Court Police
Department Association Union Institute Commission Organization Organisation Senate Parliament Congress Army Navy Guard
Church Club Hospital Federation Foundation Airlines Airways Authority Bureau Administration Center Centre Society League
Brotherhood Assembly Fund Office School Academy Agence Ministère Université Banque Parti Assemblée Conseil Gesellschaft
Partei Bundestag Bundesrat GmbH AG SA Universität Ministerium Ministerio Universidad Banco Partido Tribunal Consejo
Journal Times Post News Herald Tribune Gazette Coalition Observatory Caucus Nations Conference Initiative
Ministero Università Partito Tribunale Hezbollah Hamas NATO Reuters AFP AP
""")
"""Folded words that stand in names of organisations only."""
PLACE = _folded("""
Province County City River Lake Mountain Mountains Mount Island Islands Street Avenue Road Boulevard Airport Region
District Sea Ocean Valley Bay Beach Park Peninsula Gulf Strait Square Bridge Canal Desert Highway Village Township Coast
Rue Avenue Straße Calle Plaza Piazza
""")
"""Folded words that stand in names of places only; where an organisation's word stands there too, that one counts."""
JOINING = ORGANISATION | _folded("""
House Secretary Republic Kingdom Isle Gulf Cape Strait Sea Bay City Speaker Board Chamber
Observatory Declaration Treaty Archbishop Bishop Duke
""")
"""Words after which a name may go on with `of`: Ministry of Defence, Bank of England."""
THINGS = _folded("""
Act Treaty Convention Agreement Accord Accords Bill Amendment Amendments Code Constitution War Prize Cup Games Protocol
Doctrine Resolution Festival Awards Award Championship League Olympics Test Report Clause Deal Pact Plan Project Gesetz
Abkommen Loi Traité Ley Tratado
""")
"""Folded words with which names end that are neither somebody's nor a place's: laws, treaties, prizes."""
STORMS = frozenset({"hurricane", "typhoon", "cyclone", "storm"})
"""With these names of storms begin, which are called like people."""
KNOWN = _folded("""
NATO UN EU Hamas Hezbollah Reuters AFP AP BBC CNN FBI CIA NSA NASA OPEC UNICEF UNESCO Interpol OSCE IMF Taliban ISIS
Kremlin Pentagon Fatah Al-Qaida Al-Qaeda TASS SPD CDU FDP ONU OTAN ЕС НАТО ООН Кремль
""") | {"u.n.", "e.u.", "o.s.c.e.", "white house"}
"""Folded names of organisations that are known without any sign."""
_OF_A_KIND = re.compile(
    r"[\w'’-]+-(?:based|backed|led|aligned|born|style|run|controlled|held|era|rich|speaking|owned|friendly|sponsored|"
    r"funded|supported|allied|wide|dominated|occupied|bound|listed|area|educated|trained|made|brokered|imposed)$"
)
_PEOPLES = _folded("""
American Americans Israeli Israelis Iraqi Iraqis Pakistani Pakistanis Saudi Saudis Afghan Afghans German Germans French
Dutch Greek Greeks Swiss Thai Czech Mexican Mexicans African Africans European Europeans Korean Koreans Republican
Republicans Democrat Democrats Democratic Muslim Muslims Christian Christians Jewish Jews Catholic Catholics Islamic
Islamist Islamists Arab Arabs Western Kurdish Kurds Turk Turks Sunni Sunnis Shiite Shiites Shia Conservative Liberal
Northern Southern Eastern Central Nazi Nazis Communist Latino Latinos Hispanic Asian Asians Internet God Bible May March
English Uzbek Kazakh Tajik Kyrgyz Turkmen Yemeni Kuwaiti Bangladeshi Nepali Somali Soviet MP MPs PM
""")
_OF_A_PEOPLE = re.compile(r"[a-z]{2,}(?:ians?|ese|ish|[lr]eans?)$")
_ALSO_FAMILIES = _folded("May Christian German French English Bible God Dutch Brian Julian Fabian Damian Parish McLean")
"""Folded ones that people are called by as well: Theresa May."""
_SEVERAL = re.compile(r"[a-z]{2,}(?:ians|[lr]eans)$")

BEFORE = {
    "place": re.compile(
        r"\b(?:[Ii]n|near|outside|across|throughout|(?:city|town|village|province|district|region|port|island|state|suburb|"
        r"capital)(?: of|,)|à|bei|nel|nella)\s$"
    ),
    "the": re.compile(r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Dd]er|[Dd]ie|[Dd]as|[Ee]l|[Ii]l)\s$"),
    "person": re.compile(
        r"\b(?:spokesman|spokeswoman|minister|president|chairman|director|officer|lawyer|attorney|leader|journalist|"
        r"professor|actor|actress|singer|author|founder|teacher|coach|analyst|wife|husband|son|daughter|brother|sister|"
        r"father|mother|named|alcaldesa|alcalde|presidente|presidenta|ministro|ministra|portavoz|maire|présidente?|député|ministre|professeur|porte-parole),?\s$"
    ),
}  # fmt: skip
AFTER = {
    "place": re.compile(r"\s(?:province|district|region|county|airport|suburb|peninsula|city|valley|island)\b"),
    "person": re.compile(
        r",\s\d\d,|,\s(?:who|whose)\b|,\s(?:a|an|the|his|her|its)\s(?:\w+\s){0,3}?(?:spokesman|spokeswoman|professor|"
        r"president|director|analyst|lawyer|leader|minister|officer|chairman|founder|author|resident|student|expert|"
        r"wife|husband|son|daughter|brother|sister|father|mother)\b"
    ),
}  # fmt: skip
ACRONYM = re.compile(r"\s?\(([A-Z]{2,6})\)")
NONE = re.compile(r"(?:[RD]-|I['’]|\d|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Jr|Sr|TV|OK)\b\.?$)")
"""What begins so is no name: R-Ohio, I've, Sept."""
SAYS = (re.compile(rf"\b{VERB}\s$"), re.compile(rf"(?:,[^,.]{{2,60}},)?\s(?:has |had |also )?{VERB}\b"))
"""Somebody speaks, right before and right after a name."""


def tells_how(word: str) -> bool:
    """True for a word before a name that tells of what kind it is: Western-backed, Spanish-speaking."""
    return bool(_OF_A_KIND.match(word))


def of_a_people(name: str) -> bool:
    """True for words that say whose or which rather than name: Russian, Americans, Central Asian."""
    *first, last = map(fold, name.split())
    if first and last in _ALSO_FAMILIES:
        return False
    return last in _PEOPLES or bool(_OF_A_PEOPLE.search(last))


def of_several(name: str) -> bool:
    """True for words that say of whom there are several: Frustrated Democrats, Young Americans."""
    last = fold(name.split()[-1])
    return last.endswith("s") and ((last in _PEOPLES and last[:-1] in _PEOPLES) or bool(_SEVERAL.fullmatch(last)))


def initials(name: str) -> str:
    """Of the words with a capital: World Health Organization → WHO."""
    return "".join(part[0] for part in name.split() if part[0].isupper())
