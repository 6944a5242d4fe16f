"""Whether somebody is spoken of as he or she: by a title, by a first name that nearly always tells, by a pronoun."""

from __future__ import annotations

import re
from typing import Literal

from index.words import fold

Gender = Literal["he", "she", ""]

_SHE_WORDS = """
Aisha Alexandra Alice Alicia Alison Allison Amanda Amber Amy Ana Anastasia Angela Anita Ann Anna Anne Annie Antonia
Barbara Betsy Betty Beth Brenda Brittany Camille Candice Carla Carmen Carol Caroline Catherine Charlotte Cheryl
Christina Christine Claire Claudia Cynthia Danielle Deborah Debbie Denise Diana Diane Donna Dorothy Elaine Elena
Elisabeth Elizabeth Ella Ellen Emily Emma Erica Eva Evelyn Fatima Fiona Florence Frances Gabrielle Gina Gloria Grace
Hannah Heather Helen Helena Hillary Ilhan Ingrid Irene Isabel Jacqueline Jane Janet Janice Jasmine Jennifer Jenny
Jessica Joan Joanna Joanne Josephine Judith Judy Julia Julie Karen Kate Katherine Kathleen Kathryn Kathy Katie Kayla
Kellyanne Kimberly Kirsten Kirstjen Kristen Laura Lauren Leah Leila Linda Lisa Lois Loretta Louise Lucy Lydia
Madeleine Margaret Maria Marie Marilyn Marjorie Marine Marta Martha Mary Maureen Megan Melania Melissa Meredith
Michelle Monica Nancy Naomi Natalie Nicole Nikki Nina Olga Olivia Pamela Patricia Paula Rachel Rebecca Renee Rita Rosa
Rose Ruth Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Silvia Sofia Sonia Sophia Sophie Stella Stephanie
Susan Susanna Suzanne Sylvia Tamara Tanya Teresa Theresa Tiffany Tina Ursula Valerie Vanessa Vera Veronica Victoria
Virginia Vivian Wendy Yolanda Yulia Yvonne Zoe
"""
_HE_WORDS = """
Aaron Abdul Abdullah Adam Adrian Ahmad Ahmed Alan Albert Alberto Alejandro Alexander Alexei Alfred Ali Allan Allen
Andreas Andrei Andrew Andy Angus Anthony Antonio Arthur Barack Barry Benjamin Ben Bernard Bernie Bill Bob Boris Brad
Brandon Brett Brian Bruce Bryan Calvin Carl Carlos Charles Charlie Christian Christoph Christopher Chuck Clarence
Clive Colin Craig Curtis Dan Daniel Darren Dave David Dennis Derek Dick Diego Dmitri Dmitry Don Donald Doug Douglas
Dwight Ed Eddie Edgar Eduardo Edward Emmanuel Emile Eric Ernest Ethan Eugene Evan Felix Fernando Francisco Francois
Frank Franklin Fred Frederick Gary Gavin Geoffrey George Gerald Gerard Glenn Gordon Graham Greg Gregory Guy Hans
Harold Harry Hassan Heinz Helmut Henri Henry Herbert Herman Howard Hugh Hugo Ian Ibrahim Igor Isaac Ivan Jack Jacob
Jacques Jake James Jared Jason Javier Jeff Jeffrey Jeremy Jerome Jerry Jim Jimmy Joe Joel Johan Johann John Johnny Jon
Jonathan Jorge Jose Joseph Josh Joshua Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin Klaus Konstantin Kurt
Larry Laurent Lawrence Leo Leon Leonard Lewis Lloyd Louis Lucas Luigi Luis Luke Manuel Marc Marco Marcus Mario Mark
Martin Marvin Matt Matteo Matthew Maurice Max Mehmet Michael Michel Miguel Mike Mitch Mitt Mohamed Mohammad Mohammed
Muhammad Nathan Neil Nelson Newt Nicholas Nicolas Nigel Noah Norman Oleg Oliver Omar Oscar Otto Pablo Patrick Paul
Pavel Pedro Peter Phil Philip Philippe Pierre Piet Rafael Ralph Rand Randy Raymond Recep Reginald Ricardo Richard Rick
Rob Robert Roberto Rodney Roger Roland Ron Ronald Roy Rudy Rupert Russell Ryan Salman Scott Sean Sebastian Sergei
Sergey Seth Shinzo Simon Stanley Stefan Stephen Steve Steven Stuart Ted Terrence Thomas Tim Timothy Todd Tom Tony
Trevor Victor Viktor Vincent Vladimir Volodymyr Walter Warren Wayne William Xavier Yusuf Zachary
"""
_SHE = frozenset(map(fold, _SHE_WORDS.split()))
_HE = frozenset(map(fold, _HE_WORDS.split()))
_TITLES: dict[str, Gender] = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "herr", "monsieur", "señor", "spokesman", "congressman",
                     "chairman", "pope", "father", "councilman"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "frau", "mme", "mlle", "madame",
                     "señora", "spokeswoman", "congresswoman", "chairwoman", "councilwoman"), "she"),
}  # fmt: skip
_TITLED = re.compile(rf"\b({'|'.join(_TITLES)})\b\.? (?=[A-ZÀ-Þ])", re.IGNORECASE)
_OF_PRONOUN: dict[str, Gender] = {
    **dict.fromkeys(("he", "il", "er", "él", "lui", "ele", "hij", "han", "он"), "he"),
    **dict.fromkeys(("she", "elle", "sie", "ella", "lei", "ela", "zij", "ze", "hon", "hun", "она"), "she"),
}  # fmt: skip


def of_pronoun(word: str) -> Gender:
    """Of a pronoun in one of the common European languages."""
    return _OF_PRONOUN.get(word.lower(), "")


def of_name(full: str, phrase: str = "") -> Gender:
    """By the title in the phrase that names somebody, else by the first name; empty where neither tells."""
    titled = _TITLED.search(phrase)
    if titled:
        return _TITLES[titled[1].lower()]
    first, _, rest = full.partition(" ")
    word = fold(first.strip("."))
    return ("she" if word in _SHE else "he" if word in _HE else "") if rest else ""
