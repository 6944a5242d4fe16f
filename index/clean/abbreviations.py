"""What stands before a full stop that ends no sentence, and what begins a sentence after one that might."""

from __future__ import annotations

from functools import cache

from index.clean.wordlist import word_set

_BEFORE_A_NAME = {
    "en": word_set(
        "mr mrs ms mx dr prof sen sens rep reps gov govs gen adm capt cmdr col lt maj sgt cpl pvt rev hon pres supt det"
        " insp msgr fr st mt ft vs gens lts drs messrs amb atty dist brig ald asst assn dept eg ie cf al approx est"
    ),
    "de": word_set(
        "hr fr dr prof dipl ing med phil z u d i o jur st bzw ca evtl ggf inkl nr str vgl sog bspw zb dh abs art tel hl"
    ),
    "fr": word_set("m mm mme mmes mlle mlles me dr pr st ste cf env av bd art vol ex éd réf tél"),
    "es": word_set("sr sra sres sras srta dr dra d dña ud uds gral cnel tte lic ing art pág núm av vs aprox prof fr"),
    "it": word_set("sig sigg dott prof avv ing on sen gen col art pag es ca cfr mons geom arch rag s ss"),
    "pt": word_set("sr sra srs sras srta dr dra prof profa eng gen cel av art pág núm exmo d"),
    "nl": word_set("dhr mevr mr dr drs ir ing prof ds st bijv nl enz ca blz nr resp jl"),
    "ru": word_set("г гг гр др им проф акад ген ул тыс млн млрд руб долл стр см рис т п д кв обл р ст"),
    "uk": word_set("м р рр ім проф акад вул тис млн млрд грн див ст обл"),
    "pl": word_set("prof dr hab inż mgr św ul al im np tzw m.in ok godz gen płk kpt zob woj pt"),
    "sv": word_set("dr prof st bl ca kl nr resp s.k t.ex bl.a"),
    "da": word_set("dr prof hr fr ca kl nr bl.a f.eks skt"),
    "cs": word_set("p pí dr ing mgr prof doc gen plk sv např tzv tj cca č ul resp"),
    "tr": word_set("dr prof doç av sn bkz no yy"),
}
_MAY_END = word_set(
    "inc corp co cos ltd plc llc bros jr sr etc ave blvd rd no nos jan feb mar apr jun jul aug sept sep oct nov dec mon"
    " tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich"
    " minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ph.d u.s u.n u.k e.u d.c a.m p.m univ"
    " usw ff gmbh etc ecc"
)
"""Abbreviations after which a sentence may end: it does if the next word often begins one."""

_STARTERS = word_set(
    "a after all also although an and another any as asked at back because before both but by despite during each even"
    " for from he her here his how however if in instead is it its last later many meanwhile more most much my no not"
    " now of on once one only other our over she since so some still such that the their then there these they this"
    " those though to today two under until we what when where whether which while who why with yet you"
    " das der die ein eine er es ihr in sie und wir als auch aber bei doch le la les il elle ils elles un une des mais"
    " el los las una en pero lo gli ma uno het de een maar ze o os as em no na mas"
)
NUMBER_AFTER = word_set(
    "no nos nr art par sec fig figs vol ch pp p pt núm pág № bd op cf jan feb mar apr jun jul aug sept sep oct nov dec"
)
"""Followed by a figure, these never end a sentence."""
ORDINAL = word_set("de da nb no nn fi cs sk hu et lv hr sl sr bs is tr")
"""Languages that write "9. November"."""


@cache
def before_a_name(language: str) -> frozenset[str]:
    """Abbreviations that never end a sentence, folded, without their last full stop."""
    return _BEFORE_A_NAME["en"] | _BEFORE_A_NAME.get(language, frozenset())


def may_end(word: str) -> bool:
    """True for abbreviations that stand inside a sentence as often as at its end."""
    return word in _MAY_END


def begins(word: str) -> bool:
    """True for words that often begin a sentence and are no part of a name."""
    return word in _STARTERS
