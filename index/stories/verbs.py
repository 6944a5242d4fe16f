"""Verbs of saying in the common European languages, and what may stand between them and who speaks."""

from __future__ import annotations

_VERBS = """
said says say saying told tells added adds asked asks wrote writes tweeted tweets posted declared declares stated states
explained explains noted notes insisted insists argued argues warned warns claimed claims replied replies answered
responded announced announces testified recalled recalls continued continues concluded concludes joked quipped shouted
yelled remarked observed commented indicated acknowledged admitted admits conceded suggested suggests urged urges vowed
pledged promised predicted reiterated stressed emphasized emphasised complained countered retorted repeated pointed
lamented boasted alleged charged asserted asserts reports contended maintained recounted opined mused called calls
described describes hailed praised dubbed characterized branded labeled labelled referred confirmed reported quoth
wondered sighed snapped muttered whispered cried screamed exclaimed interjected fumed railed pleaded demanded cautioned
advised began(?!\\s\\w+ing) begins(?!\\s\\w+ing) reflected deadpanned teased gushed marveled assured confessed
bragged scoffed barked thundered summarized summarised posted growled vented lectured reasoned
dit dite disait déclaré déclare affirmé affirme ajouté ajoute expliqué explique estimé estime indiqué indique
assuré assure souligné souligne lancé lance écrit précisé précise prévenu insisté insiste martelé martèle
rappelé rappelle confié confie dénoncé dénonce regretté regrette salué salue averti avertit répondu répond réagi
réagit reconnu reconnaît promis promet soutenu jugé fustigé demandé demande raconté raconte témoigné témoigne
conclu conclut poursuivi poursuit renchéri ironisé soupiré commenté plaidé plaide critiqué
sagt sagte erklärt erklärte betont betonte schrieb schreibt meint meinte warnt warnte teilte fügte forderte fordert
berichtete berichtet sprach nannte kritisierte kritisiert versprach verspricht mahnte mahnt kündigte ergänzte ergänzt
erzählte erzählt behauptete behauptet beklagte beklagt lobte lobt urteilte kommentierte äußerte bekräftigte bekräftigt
antwortete antwortet fragte fragt rief twitterte wiederholte verkündete verlangte entgegnete bestätigte bezeichnete
dijo dice afirmó afirma declaró declara señaló señala explicó explica aseguró asegura agregó agrega añadió añade
escribió escribe indicó indica advirtió advierte sostuvo sostiene manifestó destacó comentó subrayó subraya recordó
recuerda reconoció denunció lamentó lamenta criticó pidió preguntó respondió contestó insistió concluyó remarcó recalcó
apuntó precisó detalló anunció contó relató opinó opina consideró dicho declarado asegurado afirmado explicado señalado
disse detto dichiarato ha-detto spiegato spiega aggiunto aggiunge affermato afferma scritto scrive sottolineato
commentato dichiara ricordato ricorda avvertito precisato concluso denunciato replicato osservato racconta raccontato
afirmou declarou explicou acrescentou escreveu ressaltou contou diz completou criticou lamentou respondeu avaliou
zei zegt vertelde vertelt verklaarde schreef aldus stelt stelde voegde benadrukte meldde reageerde noemde
sade säger sa sagde siger sier skrev skriver uppgav berättar fortæller forteller sanoo sanoi
powiedział powiedziała mówi mówił mówiła stwierdził stwierdziła dodał dodała napisał podkreślił podkreśliła zaznaczył
zaznaczyła ocenił oceniła poinformował
сказал сказала заявил заявила отметил отметила подчеркнул подчеркнула добавил добавила сообщил сообщила написал написала
рассказал рассказала пояснил пояснила объяснил объяснила уточнил уточнила считает ответил ответила признал признала
говорит сказав заявив зазначив зазначила додав додала написав повідомив повідомила підкреслив підкреслила наголосив
řekl řekla uvedl uvedla dodal dodala prohlásil prohlásila napsal napsala sdělil sdělila spus declarat afirmat
"""
VERB = "(?:" + "|".join(sorted(set(_VERBS.split()), key=lambda verb: (-len(verb), verb))) + ")"
"""Any of them, for a pattern."""
AUXILIARY = (
    r"(?:(?:has|have|had|a|ha|hat|hatte|heeft|har|avait|aurait|había|aveva|also|later|then|further|reportedly|"
    r"repeatedly|once|again|previously|recently|even|often|publicly|immediately|went on to|simply|still|only|"
    r"[sS]['’]est|también|auch|aussi|encore|(?!family|assembly|daily|weekly|monthly|ally|bully)[a-z]{3,}ly) )*"
)
"""What may stand between somebody and the verb."""
SAYING = frozenset(
    ("said", "says", "told", "wrote", "declared", "stated", "dit", "déclaré", "sagte", "dijo", "disse", "zei", "заявил",
     "сказал", "заявила", "сказала")
)  # fmt: skip
"""Verbs between which and the quotation other words may stand."""
OF_OTHERS = frozenset(
    ("praised", "hailed", "described", "describes", "called", "calls", "dubbed", "characterized", "labeled", "referred",
     "nannte", "bezeichnete", "noemde", "salué", "salue", "dénoncé", "dénonce", "fustigé", "critiqué")
)  # fmt: skip
"""Verbs that lead to a quotation and never follow one."""
