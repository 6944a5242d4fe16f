"""What two articles share is told as it is written."""

from index.stories.archive import Archive
from index.stories.features import features
from index.stories.kin import shared
from tests.unit.newsroom import report


def test_a_name_is_told_with_the_capital_that_either_article_gives_it():
    told = features(report("a", "The mayor met Nikki Lund in Varn. Then Nikki left for the quay."))
    typed = features(report("b", "Crowds cheered nikki at the quay. Again nikki left."))
    others = [features(report(f"o{at}", f"A storm tore boat number {at} from the harbour.")) for at in range(40)]
    archive = Archive.of([told, typed, *others])
    for one, other in ((told, typed), (typed, told)):
        names, terms, _ = shared([one], [other], archive)
        assert "Nikki" in names and "quay" in terms and "nikki" not in (*names, *terms)
