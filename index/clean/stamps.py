"""The words beside a date that say what it is the date of: the publication, or a later change of the text."""

from __future__ import annotations

import re

from index.clean import dates

_PUBLISHED = (
    r"(?:first |originally )?published|posted|filed|created|issued|released|veröffentlicht|erschienen|erstellt"
    r"|publié[es]*|paru|créé|publicad[oa]|creado|pubblicat[oa]|criado|gepubliceerd|geplaatst|opublikowan[oe]|dodano|utworzono"
    r"|опубликован[оа]?|создан[оа]?|опубліковано|публикация|publicera[dt]e?s?|publisert|publiceret|udgivet|julkaistu"
    r"|publikováno|zveřejněno|vydáno|vytvořeno|yayınlan(?:dı|ma(?: tarihi)?)|giriş(?: tarihi)?|oluşturulma|eklenme"
    r"|δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|közzétéve|megjelent|publicat(?:ă)?(?: la)?|objavljeno|objavio"
)
_CHANGED = (
    r"(?:last )?(?:updated?|modified|changed|edited|revised)|(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)"
    r"|mis à jour|mise à jour|modifié|actualizad[oa]|modificado|aggiornat[oa]"
    r"|(?:ultimo )?aggiornamento|modificato|atualizad[oa]"
    r"|bijgewerkt|aangepast|gewijzigd|laatste update|(?:ostatnia )?aktualizacja|zaktualizowano|обновл[её]н[оа]?"
    r"|изменен[оа]?|оновлено|uppdatera[dt]|senast ändrad|(?:sist )?oppdatert|(?:sidst )?opdateret|päivitetty|muokattu"
    r"|aktualizováno|aktualizace|upraveno|(?:son )?güncelle(?:me|nme|ndi)|(?:τελευταία )?ενημέρωση|frissítve"
    r"|actualizat(?:ă)?|ažurirano"
)
_IS_PUBLISHED = re.compile(rf"\b(?:{_PUBLISHED})\b|公開|配信|発行|发布|發布|입력|등록", re.IGNORECASE)
_IS_CHANGED = re.compile(rf"\b(?:{_CHANGED})\b|更新|수정", re.IGNORECASE)
STAMPED = re.compile(
    rf"(?:{_PUBLISHED}|{_CHANGED}|date|datum|data|дата|stand|on|le|am|el|il|em|op|den|dnia|kl)\b", re.IGNORECASE
)
"""How a line begins that says when."""
_STAMP = re.compile(rf"(?<=\s)(?:{_PUBLISHED}|{_CHANGED}|stand|stand vom)\b\s?:?", re.IGNORECASE)


def told_part(text: str) -> str:
    """The part of a line that speaks of publication; empty where it speaks of a change of the text alone."""
    changed = _IS_CHANGED.search(text)
    if changed is None:
        return text
    before = text[: changed.start()]
    told = _IS_PUBLISHED.search(text)
    if told and told.start() > changed.start():
        return text[told.start() :]
    return before if told or dates.dates(before) else ""


def without_stamps(line: str) -> str:
    """A line without the words that say of what a date is."""
    return _IS_CHANGED.sub(" ", _IS_PUBLISHED.sub(" ", line))


def without_stamp(byline: str) -> str:
    """What a byline says before the words that say when."""
    match = _STAMP.search(byline)
    return byline[: match.start()] if match else byline
