"""The months of the year as newspapers of fifteen languages print them, in full and cut short."""

from __future__ import annotations

from datetime import date

import pytest

from index.clean import dates

MONTHS = {
    "English": "January February March April May June July August September October November December",
    "English, short": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.",
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Austrian": "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "German, short": "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "French, short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Spanish, short": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Italian, short": "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Portuguese, short": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "Dutch, short": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "Polish, short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "Russian": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "Russian, short": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    "Ukrainian": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "Ukrainian, short": "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.",
    "Turkish": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "Turkish, short": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "Romanian": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "Romanian, short": "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. noi. dec.",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november december",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Greek": (
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου"
        " Δεκεμβρίου"
    ),
}


@pytest.mark.parametrize("language", MONTHS)
@pytest.mark.parametrize("form", ["{day} {month} {year}", "{day}. {month} {year}", "{month} {day}, {year}"])
def test_every_month_is_known(language: str, form: str) -> None:
    for number, month in enumerate(MONTHS[language].split(), 1):
        found = dates.first(form.format(day=17, month=month, year=2021), "byline")
        assert found is not None, month
        assert found.when == date(2021, number, 17).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "17 de mayo de 2021", "17 de maio de 2021", "17 de may. de 2021", "17/mai/2021", "17-May-2021",
        "17th of May 2021", "Monday, 17 May, 2021", "Montag, 17. Mai 2021",
        "lundi 17 mai 2021", "lunes, 17 de mayo de 2021",
        "lunedì 17 maggio 2021", "maandag 17 mei 2021", "понедельник, 17 мая 2021 г.", "17 травня 2021 року",
        "17 Mayıs 2021 Pazartesi", "17.05.2021", "17/05/2021", "17-05-2021", "17 MAYIS 2021", "MAY 17, 2021",
    ],
)  # fmt: skip
def test_a_day_is_read_as_newspapers_write_it(text: str) -> None:
    found = dates.first(text, "byline")
    assert found is not None and found.when == "2021-05-17"


def test_the_first_of_a_month_has_its_own_sign() -> None:
    for text in ("1er mai 2021", "1º de maio de 2021", "1° maggio 2021", "1st May 2021", "1. Mai 2021"):
        found = dates.first(text, "byline")
        assert found is not None and found.when == "2021-05-01", text


def test_capitals_of_turkish_are_read_and_odd_ones_do_no_harm() -> None:
    assert dates.dates("17 NİSAN 2021")[0].when == date(2021, 4, 17)
    assert dates.dates("17 Nısan 2021") == []
