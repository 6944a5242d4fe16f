"""People, places and organisations."""

from __future__ import annotations

import pytest

from index.stories.naming import naming
from tests.unit.newsroom import report

STORY = (
    "Mayor Ana Lund opened the new quay in Varn on Monday. Ms. Lund thanked the Ministry of Transport.",
    "Police in Varn said that the Harbour Bank paid for it. “It is ours,” Lund said.",
    "The World Health Organization (WHO) sent a boat. Boats of the WHO lie in Varn.",
)


@pytest.fixture(scope="module")
def found():
    return {one.name: one for one in naming([report("a", *STORY)])}


def test_the_words_around_a_name_tell_its_kind(found):
    kinds = {name: one.kind for name, one in found.items()}
    assert kinds["Ana Lund"] == "person"
    assert kinds["Varn"] == "place"
    assert kinds["Ministry of Transport"] == "organisation"
    assert kinds["Harbour Bank"] == "organisation"


def test_variants_of_a_name_are_one(found):
    assert found["Ana Lund"].variants == ("Ana Lund", "Lund")
    assert len(found["Ana Lund"].mentions) == 3


def test_initials_in_brackets_stand_for_the_full_name(found):
    assert found["World Health Organization"].variants == ("World Health Organization", "WHO")


def test_every_mention_stands_where_it_says(found):
    article = report("a", *STORY)
    for one in found.values():
        for at in one.mentions:
            assert article.sentence(at.spot.sentence)[at.start : at.end] in one.variants


def test_spelling_variants_of_a_transcribed_name_are_one():
    articles = [
        report("a", "President Kassym-Jomart Tokayev left. Kassym-Jomart Tokayev waved."),
        report("b", "President Kasym-Jomart Tokayev left."),
    ]
    (one,) = naming(articles)
    assert one.variants == ("Kassym-Jomart Tokayev", "Kasym-Jomart Tokayev")
    assert one.articles == ("a", "b")


def test_a_word_that_only_begins_sentences_is_no_name():
    text = "Fishermen fear the winter. Fishermen left. Boats sank, said Ana Lund."
    assert [one.name for one in naming([report("a", text)])] == ["Ana Lund"]


def test_what_is_not_sure_is_only_a_name():
    (one,) = naming([report("a", "They like Sull and everybody likes Sull.")])
    assert (one.name, one.kind) == ("Sull", "name")


def test_peoples_and_days_are_no_names():
    assert naming([report("a", "On Monday the Russian ship met an American one in May.")]) == ()


def test_what_most_articles_name_comes_first():
    texts = ("Ana Lund met Piet Vos and Piet Vos.", "Ana Lund left.")
    articles = [report(f"a{at}", text) for at, text in enumerate(texts)]
    assert [one.name for one in naming(articles)] == ["Ana Lund", "Piet Vos"]


def test_owner_and_title_belong_to_no_name():
    found = naming(
        [report("a", "They asked Varn's Harbour Board and the Post's Jim Smith. So did Prime Minister Eva Dahl.")]
    )
    assert {"Jim Smith", "Eva Dahl"} <= {one.name for one in found}


def test_german_nouns_are_no_names():
    text = "In Varn traf das Unwetter am Montag Menschen in Varn. Der Schaden ist groß, sagte Bürgermeisterin Ana Lund."
    assert {one.name for one in naming([report("a", text, language="de")])} == {"Varn", "Ana Lund"}


def test_scripts_without_capitals_have_no_names():
    assert naming([report("a", "قتل 12 شخصا في العاصفة. 北京暴雨造成十二人死亡。", language="ar")]) == ()


def test_a_word_of_a_sentence_is_parted_from_the_name_that_it_leads_to():
    found = naming([report("a", "Because Varn is small, Sull waits. They left Varn and Sull.")])
    assert {one.name for one in found} == {"Varn", "Sull"}


def test_one_letter_more_in_a_long_name_is_the_same_name():
    (one,) = naming([report("a", "They like Kazakhstan. We like Kazakhstan. They left Kazakstan.")])
    assert one.variants == ("Kazakhstan", "Kazakstan")


def test_a_word_that_says_by_whom_or_where_from_is_no_name():
    text = "Ana Lund met Varn-led crews. The Varn-led crews left for Oster. Anne-Marie Lund stayed in Varn."
    names = [one.name for one in naming([report("a", text)])]
    assert not any("led" in name for name in names) and "Varn" in names


def test_a_storm_is_nobody():
    struck = "Hurricane Maria struck Varn on Monday. Many fled, and Maria tore roofs off. Nobody said Maria was over."
    told = naming([report("a", struck)])
    assert {one.kind for one in told if "Maria" in one.name} == {"name"}


def test_british_and_american_spelling_is_one_name():
    american = "The Varn Harbour Organization spoke. The Varn Harbour Organization left."
    told = naming([report("a", f"The Varn Harbour Organisation came. {american}")])
    (one,) = [name for name in told if "Harbour" in name.name]
    assert one.name == "Varn Harbour Organization" and len(one.mentions) == 3


def test_letters_that_everybody_knows_and_the_full_name_are_one():
    text = "The United States spoke in Varn. The U.S. left, and the US paid. They asked Nato and NATO, and NATO stayed."
    told = naming([report("a", text)])
    names = {one.name: one for one in told}
    assert set(names["United States"].variants) == {"United States", "U.S.", "US"}
    assert names["United States"].kind == "place"
    assert len(names["NATO"].mentions) == 3 and names["NATO"].kind == "organisation"


def test_initials_stand_for_the_only_institution_that_fits():
    told = naming([report("a", "The National Fish Agency opened in Varn. Later the NFA closed it. The NFA was asked.")])
    assert "NFA" in next(one for one in told if one.name == "National Fish Agency").variants


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Varn joined its Belt and Road Initiative in May.", "Belt and Road Initiative"),
        ("He leads the Department of Health and Human Services.", "Department of Health and Human Services"),
        ("The Fish and Harbour Administration paid.", "Fish and Harbour Administration"),
        ("She left the Organization for the Prohibition of Chemical Weapons.",
         "Organization for the Prohibition of Chemical Weapons"),
    ],
)  # fmt: skip
def test_a_name_goes_on_after_and(text, name):
    assert name in [one.name for one in naming([report("a", text)])]


def test_two_that_are_named_apart_elsewhere_are_two():
    text = "The Kremlin and Harbour Ministry spoke. Then the Kremlin fell silent."
    assert "Kremlin and Harbour Ministry" not in [one.name for one in naming([report("a", text)])]


def test_a_kind_of_people_is_nobody():
    text = "Frustrated Democrats said no on Monday. Frustrated Democrats, who left, told Mayor Ana Lund so."
    assert [one.name for one in naming([report("a", text)]) if one.kind == "person"] == ["Ana Lund"]


def test_a_law_is_no_person():
    text = "The Foreign Fish Surveillance Act passed. The Foreign Fish Surveillance Act, said Mayor Ana Lund, is ours."
    assert [one.name for one in naming([report("a", text)]) if one.kind == "person"] == ["Ana Lund"]


def test_what_kind_a_thing_is_belongs_to_no_name():
    told = naming([report("a", "The Varn-based Harbour Bank paid. Western-backed Harbour Bank people left.")])
    assert next(one for one in told if one.kind == "organisation").name == "Harbour Bank"


def test_a_country_is_nobodys_family_name():
    told = naming(
        [report("a", "They call it New Russia in Varn, said Ana Lund. In Russia nobody came. Russia was silent.")]
    )
    assert {"Russia", "New Russia"} <= {one.name for one in told}
