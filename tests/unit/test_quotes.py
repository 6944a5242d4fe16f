"""Quotations and who says them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Block, Role
from index.stories.gather import gather
from index.stories.marks import quoted
from index.stories.people import Unified
from index.stories.quotes import quotations
from tests.unit.newsroom import report

LEAD = "Mayor Ana Lund and harbour master Piet Vos met on Monday in Varn."


def said(*paragraphs, language="en"):
    article = report("a", *paragraphs, language=language)
    found = quotations(article, Unified(block.text for block in article.blocks))
    return [(one.speaker, one.text) for one in found]


def speakers(*paragraphs, language="en"):
    return [speaker for speaker, _ in said(*paragraphs, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is gone for good,” Ana Lund said.",
        "“The quay is gone for good,” said Ana Lund.",
        '"The quay is gone for good," said Mayor Ana Lund of Varn.',
        "‘The quay is gone for good,’ said Ana Lund, the mayor.",
        "Ana Lund told reporters: “The quay is gone for good.”",
        "Ana Lund, the mayor, said the town was told “the quay is gone for good.”",
        "The mayor, Ana Lund, said: “The quay is gone for good.”",
        "“The quay is gone for good,” according to Ana Lund.",
        "Mrs. Ana Lund called it “a quay that is gone for good.”",
        "“The quay is gone for good,” the town's Ana Lund added.",
        "“The quay is gone for good,” the mayor, Ana B. Lund, said in an email.",
        "“The quay is gone for good” since the flood came in 2008, said Ana Lund, a former mayor.",
        "“The quay is gone for good,” said University of Varn President Ana Lund.",
        "Ana Lund of the Harbour Board told the Post, “the quay is gone for good.”",
        "Ana Lund, the mayor, said, “the quay is gone for good,” the Post reported.",
        "Sen. Ana Lund (R-VA): “The quay is gone for good.”",
        "Ana Lund was back in the hall soon afterward. “The quay is gone for good,” she said.",
        "“The quay is gone for good.” Ana Lund said in Varn on Monday.",
        "As Ana Lund put it last week, “the quay is gone for good.”",
        "Ana Lund rose again and, later, said: “The quay is gone for good.”",
        "“The quay is gone for good,” said the town's mayor, Ana Lund.",
        "“The quay is gone for good,” Ana Lund gloomily added.",
    ],
)
def test_the_speaker_is_found(text):
    assert speakers(text) in (["Ana Lund"], ["Ana B. Lund"])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Le quai est perdu pour toujours », a déclaré Anne Lund lundi.", "Anne Lund"),
        ("de", "„Der Kai ist für immer verloren“, sagte Bürgermeisterin Anna Lund am Montag.", "Anna Lund"),
        ("es", "«El muelle se ha perdido para siempre», dijo Ana Lund.", "Ana Lund"),
        ("it", "«Il molo è perduto per sempre», ha detto Anna Lund.", "Anna Lund"),
        ("sv", "”Kajen är borta för alltid”, sade Anna Lund.", "Anna Lund"),
        ("nl", "„De kade is voorgoed verloren”, zei Anna Lund.", "Anna Lund"),
        ("fr", "« Le quai est perdu », a déclaré lundi la maire Anne Lund.", "Anne Lund"),
        ("fr", "« Le quai est perdu, promet Anne Lund. Personne ne le sauvera. »", "Anne Lund"),
        ("fr", "Anne Lund a dénoncé « une attaque lâche et inacceptable ».", "Anne Lund"),
        ("fr", "Anne Lund s’est dite « très préoccupée par le quai ».", "Anne Lund"),
        ("de", "„Das ist ein schwarzer Tag für uns“, so Minister Piet Brod.", "Piet Brod"),
        ("de", "»Das ist ein schwarzer Tag für uns«, kritisierte Anna Lund.", "Anna Lund"),
        ("de", "Laut Anna Lund ist das „ein Skandal ohne jedes Beispiel“.", "Anna Lund"),
        ("es", "“Es un día negro para todos”, ha dicho Ana Lund en Varn.", "Ana Lund"),
        ("es", "«Es un día negro para todos», subrayó el presidente Piet Brod.", "Piet Brod"),
        ("ru", "«Мы не отступим ни на шаг», — заявила мэр Анна Лунд журналистам.", "Анна Лунд"),
        ("ru", "Пётр Брод заявил: «Мы не отступим ни на шаг назад».", "Пётр Брод"),
        ("uk", "«У нас немає іншого вибору», — сказав Петро Брід.", "Петро Брід"),
        ("pl", "„Nie mamy teraz innego wyboru” – powiedział Piet Brod.", "Piet Brod"),
    ],
)
def test_verbs_and_marks_of_other_languages(language, text, speaker):
    assert speakers(text, language=language)[0].endswith(speaker)


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is gone for good,” chanted the crowd.",
        "A banner read “the quay is gone for good.”",
        "Ana Lund said Piet Vos had told her “the quay is gone for good.”",
        "“The quay is gone for good,” they said.",
        "Ana Lund came and Mr. Vos took the blame. “The quay is gone for good,” he said.",
        "Ana Lund On Fish: ‘The Quay Is Gone For Good’",
        "“The quay is gone for good.” Ana Lund said she would resign.",
    ],
)
def test_who_is_not_sure_to_speak_stays_unnamed(text):
    assert "Ana Lund" not in speakers(text)


def test_of_two_in_one_sentence_each_says_his_own():
    text = "Ana Lund said they were “not just allies but friends”, while Piet Vos praised a “bond with a future”."
    assert [speaker for speaker, _ in said(text)] == ["Ana Lund", "Piet Vos"]


def test_words_that_go_on_after_a_quotation_and_lead_to_another_with_a_colon_name_nobody_by_themselves():
    assert speakers("“The quay is gone for good” for years to come, said: “And so on, my friends.”") == ["", ""]


def test_a_paragraph_that_ends_with_a_colon_leads_to_its_quotation():
    assert speakers("Ana Lund rose and asked for silence:", "“The quay is gone for good.”") == ["Ana Lund"]


def test_a_quotation_goes_on_after_its_speaker():
    assert speakers("“The quay is gone,” said Ana Lund. “We will build a new one by spring.”") == ["Ana Lund"] * 2


def test_a_quotation_over_two_paragraphs_is_one():
    found = said("Ana Lund said: “The quay is gone.", "“We will build a new one.”")
    assert found == [("Ana Lund", "The quay is gone.\nWe will build a new one.")]


def test_a_paragraph_that_is_all_quotation_follows_the_one_before():
    assert speakers("“The quay is gone,” said Ana Lund.", "“We will build a new one.”") == ["Ana Lund"] * 2


def test_a_pronoun_means_who_spoke_before():
    assert (
        speakers("“The quay is gone for good,” said Ana Lund.", "“We will build it anew,” she added.")[1] == "Ana Lund"
    )


def test_another_pronoun_means_somebody_else():
    told = ["“The quay is gone,” said Ana Lund.", "“We will build it,” she added.", "“Not with my money,” he replied."]
    assert speakers(*told) == ["Ana Lund", "Ana Lund", ""]


def test_a_family_name_stands_for_the_full_one():
    assert speakers(LEAD, "“The quay is gone for good,” Mr. Vos said.") == ["Piet Vos"]


def test_a_few_plain_words_may_speak():
    assert speakers("“The quay is gone for good,” the company said.") == ["the company"]


def test_titles_and_nicknames_are_no_quotations():
    assert said("The ferry, known as “Old Lady”, starred in “The Long Night”.") == []


def test_captions_are_not_read():
    assert said(Block(Role.CAPTION, "“The quay is gone for good,” said Ana Lund.")) == []


def test_the_receipt_is_the_sentence_in_which_it_begins():
    article = report("a", LEAD, "It was noon. “The quay is gone for good,” said Ana Lund.")
    found = quotations(article, Unified([LEAD]))
    assert "quay" in article.sentence(found[0].spot.sentence)


def test_who_carries_a_quotation_whole_and_who_crops_it():
    whole = report("a", "“The quay is gone for good and we will build a new one,” said Ana Lund.")
    cropped = report("b", "Ms. Lund said that “we will build a new one”.")
    (found,) = gather([whole, cropped])
    assert (found.speaker, found.alone) == ("Ana Lund", False)
    assert [(one.spot.article, one.whole) for one in found.carried] == [("a", True), ("b", False)]


def test_a_quotation_that_one_outlet_alone_has():
    found = gather([report("a", "“The quay is gone for good,” said Ana Lund."), report("b", LEAD)])
    assert [one.alone for one in found] == [True]


def test_the_same_short_words_of_two_people_stay_apart():
    found = gather([report("a", "Ana Lund called it “a disgrace”."), report("b", "Piet Vos called it “a disgrace”.")])
    assert [one.speaker for one in found] == ["Ana Lund", "Piet Vos"]


def test_marks_that_never_close_end_with_the_paragraph():
    assert [(span.start, span.closed) for span in quoted("He said: “The quay is gone.")] == [(9, False)]


def test_apostrophes_and_inches_open_nothing():
    assert quoted("The boys' 6\" model of the '90s ferry isn't the mayor's.") == []


@given(st.text(alphabet="ab .,“”„«»\"'‘’A", max_size=60))
def test_quotations_lie_in_order_and_apart_whatever_the_text(text):
    spans = quoted(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.lists(st.text(alphabet="ab Said.,“”\"'said", max_size=50), max_size=4))
def test_whatever_is_found_stands_in_the_article(paragraphs):
    article = report("a", *paragraphs)
    for one in quotations(article, Unified(paragraphs)):
        assert all(any(part in block.text for block in article.blocks) for part in one.text.split("\n"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The quay is gone for good,” the mayor, Ana Lund, said.", "Ana Lund"),
        (
            "Piet Vos was told to leave by those who said so, but Ana Lund said: “The quay is gone for good.”",
            "Ana Lund",
        ),
        ("Ana Lund defended the plan, saying “the quay is gone for good.”", "Ana Lund"),
        ("The Varn Foreign Ministry said “the quay is gone for good.”", "Varn Foreign Ministry"),
        ("\"'The quay is gone for good,'\" Ana Lund said.", "Ana Lund"),
    ],
)
def test_the_speaker_is_named_by_his_full_name(text, speaker):
    assert speakers(LEAD, text) == [speaker]


def test_saying_belongs_to_nobody_where_another_clause_stands_between():
    text = "Ana Lund defended the plan while Piet Vos mocked it, saying “the quay is gone for good.”"
    assert speakers(LEAD, text) == [""]


def test_he_goes_on_after_a_paragraph_that_quotes_him_alone():
    assert speakers(
        "Piet Vos called the plan “a waste of everybody's money.”", "“The quay is gone for good,” he said."
    ) == ["Piet Vos", "Piet Vos"]


def test_a_family_name_that_is_a_peoples_speaks_and_a_people_does_not():
    assert speakers("“The quay is gone for good,” Theresa May said.") == ["Theresa May"]
    assert speakers("Overt Russian criticism called it “a quay that is gone for good”.") == [""]
    assert speakers("Overt Russian sources wrote: “The quay is gone for good.”") == [""]
