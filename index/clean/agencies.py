"""The news agencies: how they sign, and the one name each is known by."""

from __future__ import annotations

import re

from index.clean.wordlist import word_set

_SIGNS = {
    "Agence France-Presse": "AFP", "Agence France Presse": "AFP", "AFP": "AFP", "Relaxnews": "AFP",
    "The Associated Press": "AP", "Associated Press": "AP", "AP": "AP", "Thomson Reuters": "Reuters",
    "Reuters": "Reuters", "REUTER": "Reuters", "Deutsche Presse-Agentur": "dpa", "dpa": "dpa", "DPA": "dpa",
    "EFE": "EFE", "Agencia EFE": "EFE", "ANSA": "ANSA", "TASS": "TASS", "ITAR-TASS": "TASS", "ТАСС": "TASS",
    "РИА Новости": "RIA Novosti", "RIA Novosti": "RIA Novosti", "Интерфакс": "Interfax", "Interfax": "Interfax",
    "Xinhua": "Xinhua", "新华社": "Xinhua", "Kyodo": "Kyodo", "Kyodo News": "Kyodo", "Jiji Press": "Jiji",
    "Press Trust of India": "PTI", "PTI": "PTI", "IANS": "IANS", "ANI": "ANI", "United Press International": "UPI",
    "UPI": "UPI", "Bloomberg News": "Bloomberg", "Bloomberg": "Bloomberg", "PA Media": "PA", "Press Association": "PA",
    "The Canadian Press": "The Canadian Press", "Canadian Press": "The Canadian Press", "Anadolu Agency": "Anadolu",
    "Anadolu": "Anadolu", "APA": "APA", "Belga": "Belga", "ANP": "ANP", "TT": "TT", "NTB": "NTB", "Ritzau": "Ritzau",
    "PAP": "PAP", "ČTK": "ČTK", "CTK": "ČTK", "MTI": "MTI", "Lusa": "Lusa", "LUSA": "Lusa",
    "Agência Brasil": "Agência Brasil", "Europa Press": "Europa Press",
    "Yonhap": "Yonhap", "AAP": "AAP", "SDA": "Keystone-SDA",
    "Ukrinform": "Ukrinform",
    "AKIpress": "AKIpress", "Kazinform": "Kazinform", "NAN": "NAN", "Bernama": "Bernama", "Antara": "Antara",
    "WAM": "WAM", "SPA": "SPA", "IRNA": "IRNA", "APS": "APS", "MAP": "MAP", "KCNA": "KCNA", "CNS": "CNS", "SID": "SID",
}  # fmt: skip
_SURE = word_set("AFP AP Reuters REUTER dpa EFE ANSA TASS Xinhua UPI PTI Kyodo") | frozenset(
    sign for sign in _SIGNS if len(sign) > 5
)
"""Signs that mean an agency wherever they stand as a credit; the rest only in a byline or dateline."""
_ANY = re.compile(r"(?<![\w.])(" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + r")(?![\w])")
_TAIL = re.compile(
    r"(?<=[.!?…”\"’)»])(\s*[\ufffd(\[/*|–—-]*\s*©?\s*(?:"
    + "|".join(sorted(map(re.escape, _SURE), key=len, reverse=True))
    + r")\s*[)\]/*.|]*)$"
)
_VIA = re.compile(
    r"(?:\bvia|©|/|\(|,|\|)\s*(AP|AFP|Reuters|EFE|ANSA|dpa|TASS|Xinhua)(?:\s?Photo\b.*)?\s*[)\].]*\s*$", re.IGNORECASE
)


def agency(text: str, *, sure: bool = False) -> str:
    """The first agency that signs in a short text; empty if none. `sure`: only signs that mean nothing else."""
    for match in _ANY.finditer(text[:400]):
        if not sure or match[1] in _SURE:
            return _SIGNS[match[1]]
    return ""


def is_agency(name: str) -> bool:
    """True when a name is an agency's and no person's."""
    return name.strip().removesuffix(" News").strip() in _SIGNS or name.strip() in _SIGNS


def signed_tail(paragraph: str) -> int:
    """Where an agency's signature begins after the last sentence of an article; its length if there is none."""
    tail = paragraph[-60:]
    match = _TAIL.search(tail)
    return len(paragraph) - len(tail) + match.start(1) if match else len(paragraph)


def of_picture(caption: str) -> str:
    """The agency a picture came through: a weak hint at who wrote the text."""
    match = _VIA.search(caption[-80:])
    return agency(match[1]) or agency(match[1].upper()) if match else ""
