"""The names of months and weekdays in the languages that newspapers write them in: the one table of them.

Names are in lower case; of several forms the one that stands in dates comes first ("9 listopada", not "listopad").
"""

from __future__ import annotations

from functools import cache

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec"
    " sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień",
    "ru": "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август"
    " сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
    "uk": "січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень"
    " серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень",
    "cs": "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec"
    " srpna|srpen září října|říjen listopadu|listopad prosince|prosinec",
    "tr": "ocak şubat|subat mart nisan mayıs|mayis haziran temmuz ağustos|agustos eylül|eylul ekim kasım|kasim"
    " aralık|aralik",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "el": "ιανουαρίου|ιανουάριος φεβρουαρίου|φεβρουάριος μαρτίου|μάρτιος απριλίου|απρίλιος μαΐου|μάιος"
    " ιουνίου|ιούνιος ιουλίου|ιούλιος αυγούστου|αύγουστος σεπτεμβρίου|σεπτέμβριος οκτωβρίου|οκτώβριος"
    " νοεμβρίου|νοέμβριος δεκεμβρίου|δεκέμβριος",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
    " marraskuuta joulukuuta",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ar": "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
    "he": "בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט"
    " בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
}
"""ISO 639-1 code → the months from January, with their other forms."""

_SHORT = {
    "en": "jan feb mar apr may jun jul aug sept|sep oct nov dec",
    "de": "jän|jan feb mär|mrz apr mai jun jul aug sept|sep okt nov dez",
    "fr": "janv|jan févr|fév mars avr mai juin juil aoû sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sept|sep|set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set|sett ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "sv": "jan feb mar apr maj jun jul aug sep|sept okt nov dec",
    "da": "jan feb mar apr maj jun jul aug sep|sept okt nov dec",
    "no": "jan feb mar apr mai jun jul aug sep|sept okt nov des",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ru": "янв фев|февр мар апр май июн июл авг сен|сент окт ноя|нояб дек",
    "uk": "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "ro": "ian feb mar apr mai iun iul aug sept oct noi dec",
    "el": "ιαν φεβ μαρ απρ μάι|μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "hu": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "ca": "gen febr març abr maig juny jul ag set oct nov des",
    "id": "jan feb mar apr mei jun jul agu sep okt nov des",
}
"""The same, shortened; a full stop may follow each."""

_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
    "ru": "понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
    "uk": "понеділок вівторок середа|середу четвер п’ятниця|п’ятницю субота|суботу неділя|неділю",
    "cs": "pondělí úterý středa|středu čtvrtek pátek sobota|sobotu neděle|neděli",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ro": "luni marți miercuri joi vineri sâmbătă duminică",
}
"""ISO 639-1 code → the days of the week from Monday, with their other forms."""

Names = tuple[tuple[str, ...], ...]


@cache
def months(language: str) -> Names:
    """The twelve months, each with its forms; empty for a language that is not in the table."""
    return _parted(_MONTHS, language)


def english(month: int) -> str:
    """`November` for 11: how the house itself writes a month."""
    return months("en")[month - 1][0].capitalize()


@cache
def weekdays(language: str) -> Names:
    """The seven days from Monday, each with its forms; empty for a language that is not in the table."""
    return _parted(_WEEKDAYS, language)


@cache
def month_numbers(*languages: str) -> dict[str, int]:
    """Every way to write a month, shortened ones too → 1 to 12. Without languages: of all; no two contradict."""
    return {
        name: number
        for language in languages or _MONTHS
        for table in (_MONTHS, _SHORT)
        for number, names in enumerate(_parted(table, language), 1)
        for name in names
    }


@cache
def weekday_numbers(*languages: str) -> dict[str, int]:
    """Every name of a day → 0 for Monday to 6. Without languages: of all."""
    return {
        name: number
        for language in languages or _WEEKDAYS
        for number, names in enumerate(weekdays(language))
        for name in names
    }


def _parted(table: dict[str, str], language: str) -> Names:
    return tuple(tuple(names.split("|")) for names in table.get(language, "").split())
