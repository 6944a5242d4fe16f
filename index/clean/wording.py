"""The wording of what stands around articles, in English, German, French, Spanish, Italian, Portuguese, Dutch.

Each pattern is tried at the beginning of one line, unless its name says otherwise; the line is in lower case, for a
pattern that need not ask for both cases passes over its alternatives three times as fast. Only wording that an
article's own sentences hardly ever have is listed.
"""

from __future__ import annotations

import re

from index.clean.wordlist import phrase_set, word_set

BUTTONS = word_set(
    """
    0 advertisement advertisment ad ads anzeige publicité publicidad publicidade pubblicità advertentie
    reklama реклама facebook twitter x tweet whatsapp linkedin pinterest reddit telegram tumblr email e-mail
    mail sms print youtube instagram flipboard pocket messenger viber skype rss copy embed link close caption
    credit replay play pause menu search home news more next previous prev back top share shares like follow
    subscribe login register comments comment photos video videos gallery audio listen save bookmark teilen
    drucken kommentare suche startseite menü mehr weiter merken partager imprimer commentaires accueil
    recherche rechercher suivant précédent s'abonner partilhar compartir imprimir comentarios comentar buscar
    inicio menú siguiente anterior suscríbete categorías condividi stampa commenti cerca compartilhar
    comentários início delen reacties zoeken delen× × » « > < | • · * – — - …
    """
) | phrase_set(
    """
    sign in, sign up, log in, log out, my account, read more, see more, show more, load more, view more, learn
    more, click here, print this article, email this article, share this, share this article, share this
    story, share on facebook, share on twitter, spread the love, spread the word, no menu items, skip to
    content, skip to main content, back to top, return to top, story continues below, story continued below,
    story continues below advertisement, continue reading, continue reading below, article continues below,
    article continues below advertisement, advertisement - scroll to continue, click to expand, enlarge this
    image, hide caption, toggle caption, image caption, media caption, image copyright, photo gallery, view
    gallery, back to gallery, original url, original article, source link, get short url, request reprint,
    leave comments, view comments, breaking news, live tv, most read, most popular, en español, lire la suite,
    lire aussi, à lire aussi, publicité - scroll, mehr zum thema, zur startseite, artikel teilen, leer más,
    lea también, te puede interesar, leggi anche, leggi tutto, leia mais, leia também, lees ook, lees meer,
    continua a leggere, weiterlesen, link copied, copy link, facebook twitter, facebook twitter email,
    facebook twitter linkedin, facebook twitter whatsapp, search form, notify me, load comments
    """
)

HEAD = re.compile(
    r"""(?:top|most)\ (?:popular|read|viewed|shared|commented|emailed|stories|comments|news|rated|posts|videos
     |trending)\b
    |(?:related|recommended|sponsored|promoted|suggested|partner)\b(?!.*\b(?:said|was|were)\b)
    |(?:you|things\ you)\ (?:may|might|could)\ (?:also\ )?(?:like|be\ interested|enjoy|have\ missed)
     |what\ to\ read\ next
    |(?:more|latest|other|popular|recent|featured|editor'?s?'?|editors’|today’s|today's)\ (?:(?:top|great|must-read
     |local)\ )?
     (?:from|in|on|stories|news|articles|posts|headlines|coverage|picks|about|videos|choice|by|like\ this|content
      |\w+\ (?:stories|news)$)\b
    |more\ (?:[\w’'&]+\ ){0,3}[\w’'&]+$
    |check\ out\ (?:our|these|the\ latest)|up\ next|don[’']t\ miss|trending\b|in\ case\ you\ missed|around\ the\ web
     |from\ the\ web
    |(?:\[?\ ?\d*\ ?)(?:post\ |leave\ a\ |leave\ |add\ a\ |view\ |view\ all\ |show\ |read\ )?(?:comments?|reply
     |replies)\b[\s:()\[\]\d+–-]*$
    |(?:join\ the|start\ the)\ (?:conversation|discussion)|conversations?$|user\ comments|reader\ comments|your\ comment
    |(?:about\ the\ (?:author|writer)|tags?|topics?|filed\ under|categories|related\ tags|keywords|trends
     |labels)\ ?(?::|$)
    |tags?\ (?=[a-z])|(?:newsletter|newsletters)(?:\ sign[- ]?up)?$|next\ (?:article|story|post)|previous\ (?:article
     |story|post)
    |(?:mehr|weitere|meistgelesen|meist\ gelesen|lesen\ sie\ auch|auch\ interessant|das\ könnte|kommentare|schlagwort
     |themen:)\b
    |(?:à\ lire|sur\ le\ même\ sujet|les\ plus\ lus|dans\ la\ même|nos\ dernières|articles?\ (?:liés|similaires
     |recommandés)|commentaires)\b
    |(?:noticias\ relacionadas|lo\ más|más\ (?:noticias|leídas|información)|te\ (?:puede|recomendamos)|también\ te
     |artículos\ relacionados|comentarios|etiquetas)\b
    |(?:leggi\ anche|i\ più\ letti|articoli\ correlati|potrebbe\ interessarti|altri\ articoli|commenti)\b
    |(?:mais\ lidas|leia\ (?:também|mais)|veja\ também|notícias\ relacionadas|comentários)\b
    |(?:関連|新着|人気|おすすめ|相关|推荐|热门|相關|評論|评论|コメント)
    |(?:lees\ ook|meer\ over|meest\ gelezen|gerelateerd|reacties)\b|(?:читайте\ также|по\ теме|комментарии|популярное
     |новости\ партнеров)\b
    """,
    re.VERBOSE,
)
COMMENTS = re.compile(
    r"\b(?:comments?|conversation|replies|reply|discussion|kommentare?|commentaires?|comentarios|comentários"
    r"|commenti|reacties|комментарии)\b",
)
LINK = re.compile(
    r"""(?:read\ (?:more|also|next|the\ full|the\ original)|also\ read|see\ also|watch(?:\ (?:now|live|more
     |the\ video|this))?|listen|related(?:\ \w+)?|don[’']t\ miss|photos?|video|gallery
     |more|also\ on\ [\w.]+|more\ from\ [\w.]+|must\ read|source|via|link|original\ url|tags?|trends
      |\W?\ ?also\ on\ \w+|lire\ aussi|à\ lire(?:\ aussi)?|lesen\ sie\ auch|leggi\ anche
     |lea\ también|leia\ (?:também|mais)|lees\ ook|siehe\ auch|voir\ aussi|ver\ también|vidéo|vídeo
      |читайте\ также)\s?[:|»>→–—]
    |(?:also\ on\ [\w.]+\.\w+|click\ (?:here|to|on)|tap\ (?:here|to)|scroll\ (?:down|to)|swipe|view\ (?:all|image
     |photos|gallery|comments)|related\ roundup|buyer's\ guide)\b
    |(?:image|photo|slide|bild|foto)?\ ?\d+\ (?:of|/|von|de|sur)\ ?/?\ ?\d+$|\d+[\d.,]*\s?[km]?\s?(?:shares?|views?
     |comments?|likes?|votes?|retweets|min(?:ute)?s?\ read)\b.{0,20}$
    |(?:word\ ?count|reading\ time|estimated\ read|min\ read|lesezeit|temps\ de\ lecture)\b.{0,20}$|<script
     |https?://\S+$|//\S+$|\$?https?://\S+\$?$|www\.\S+$
    |(?:share|follow|like|tweet|teilen|partager|compartir|condividi)\b(?:\ (?:this|us|on|the\ (?:story|article|page
     |post|latest)|me|your|it|via|to|with
     |\w+\ on|sur|en|su|auf)\b).{0,60}$
    |you\ are\ (?:at|here)\b|trending:|breaking$|get\ the\ app|download\ (?:the
     |our)\ app
    """,
    re.VERBOSE,
)
CLICK = re.compile(r".{0,60}\bclick(?:ing)? here\W*$")
NOTICE = re.compile(
    r"""(?:(?:sign\ up|subscribe|register|log\ in)\b|create\ (?:an|your)\ account|already\ (?:a|have|an)
     |enter\ your|unlock
     |try\ \w+\ free|become\ a\ (?:member|subscriber|supporter)|support\ (?:our|independent|quality|the\ guardian)
     |get\ (?:the\ (?:latest|day|best|morning|top|news|biggest|most)|our|unlimited|breaking|email|all\ the|daily|news
      |instant)|receive\ (?:the|our|daily|breaking|alerts|news)|stay\ (?:up\ to\ date|informed|connected|tuned)
     |by\ (?:clicking|signing|subscribing|submitting|continuing|using|registering|entering)|we\ (?:use
      |and\ our\ partners\ use)\ cookies|this\ (?:web)?site\ uses|we(?:'ve|’ve|\ have)\ updated|our\ (?:website
      |site)\ uses|cookies?\b
     |you\ (?:have|can|’ve|'ve|are|may|must|need)\b.{0,60}\b(?:free\ article|unsubscribe|subscri|newsletter
      |logged\ in|log\ in|post\ a\ comment|opt[\ -]out|reached\ your|enable)|please\ (?:enable|log|sign|subscribe|try
      |check|note\ that\ (?:comments|this\ site)|whitelist|disable|enter|read\ our|turn)
     |to\ (?:continue|comment|read\ (?:the\ full|more|this)|view\ this|use\ this|enjoy|subscribe|post\ a)\b|thank(?:s
      |\ you)\ for\ (?:reading|signing|subscribing|registering|your\ (?:support|subscription))
      |there\ was\ (?:an\ error|a\ problem)|an\ error\ (?:has\ )?occurred|something\ went\ wrong
     |your\ (?:browser|email|subscription|account|free)|(?:java\ ?script|flash)\ (?:is|must)|comments\ (?:are|have
      |on\ this|for\ this|must|posted)|do\ you\ have\ (?:a\ story|information|a\ news)|got\ a\ (?:tip|story)
      |have\ (?:a\ (?:tip|story)|an\ opinion)|send\ (?:us|tips|your)|contact\ us
     |download\ (?:the|our)|follow\ (?:us|@|the\ latest|our|(?:[\w’'&]+\ ){1,4}on\ (?:facebook|x\b|twitter|instagram
      |whatsapp|telegram|threads|bluesky|google\ news|youtube|linkedin))|find\ us|join\ (?:us|our|the\ conversation|over
      |thousands)|like\ (?:us|this\ story|what\ you)|don[’']t\ miss\ (?:a|our|out)|want\ (?:more|to\ (?:get|read
      |see\ more))|this\ (?:article|content|story|page|video|report|post)\ (?:was\ (?:originally\ )?(?:published
      |produced|first)|is\ (?:part\ of|available|for\ subscribers|only|no\ longer)|originally|first\ appeared
      |contains\ affiliate|may\ contain|has\ been\ archived|originally\ appeared)
     |(?:we|our\ (?:editors|experts|team)|\w+\ editors)\ (?:independently|carefully)\ (?:select|review|research|test
      |evaluat|ch[oe]os|recommend|pick)\w*\b
     |we\ recommend\ (?:the\ best|only)\ products|(?:all\ |the\ |some\ of\ the\ )?(?:products?|items?)\ (?:we\ )?(?:
      featured|recommended?|selected)\b.{0,60}\b(?:independent|commission|editors?|our\ team)
     |(?:the\ )?(?:views|opinions)\ expressed|disclaimer|we\ (?:may\ (?:earn|receive)|earn|encourage|reserve)\b
      |if\ you\ (?:buy|purchase|click|have\ (?:a\ (?:tip|story)|any\ (?:questions|information|feedback))
      |would\ like\ to\ (?:subscribe|comment|contact))|material\ from|for\ more\ (?:information\ on\ how|newsletters)
      |terms\ of\ (?:use|service)|privacy\ (?:policy|notice)
     |(?:wir\ verwenden|diese\ website|um\ weiterzulesen|jetzt\ (?:abonnieren|anmelden|registrieren|testen)
      |newsletter|melden\ sie\ sich|abonnieren\ sie|sie\ haben\ noch)\b|(?:abonnez|inscrivez|recevez|nous\ utilisons
      |ce\ site\ utilise|cet\ article\ est\ réservé|il\ vous\ reste|en\ poursuivant|déjà\ abonné)\b
     |(?:suscríb|regístrate|utilizamos\ cookies|este\ sitio|recibe|síguenos|únete)|(?:iscriviti|abbonati|questo\ sito
      |utilizziamo|ricevi|seguici)\b|(?:assine|inscreva|cadastre|este\ site|receba|siga-nos|usamos\ cookies)\b
      |(?:schrijf\ je\ in|abonneer|deze\ website|wij\ gebruiken|volg\ ons)\b|(?:подпис(?:ыва|ат)|мы\ используем))""",
    re.VERBOSE,
)
RIGHTS = re.compile(
    r"""(?:\(?\ ?©|\(c\)\s*(?=\d|copyright)|copyright\b|&copy;|все\ права|alle\ rechte|tous\ droits
     |todos\ los\ derechos|tutti\ i\ diritti|todos\ os\ direitos|alle\ rechten).{0,200}$
    |\(?\ ?©\ ?(?:copyright\ )?(?:19|20)\d\d\b
    |.{0,160}\b(?:all\ rights?\ (?:of\ reproduction.{0,40}\ )?reserved|may\ not\ be\ (?:published|reproduced|copied
     |republished)|reproduction\ (?:is\ )?(?:prohibited|interdite)|alle\ rechte\ vorbehalten
     |tous\ droits\ (?:de\ reproduction.{0,30}\ )?réservés|todos\ los\ derechos\ reservados
     |tutti\ i\ diritti\ (?:sono\ )?riservati|todos\ os\ direitos\ reservados|alle\ rechten\ voorbehouden)""",
    re.VERBOSE,
)
RIGHTS_SIGN = re.compile(r"©|\(c\)|&copy;|right|reproduc|rechte|droits|derechos|diritti|direitos|права|may not be")
"""One of these stands in every such line; asking first is faster than the pattern."""
CREDIT = re.compile(
    r"""(?:(?:file\ )?(?:photo(?:graph)?s?|image|picture|illustration|graphic|bild|foto|crédit|credit|photo\ credit
     |image\ credit|image\ courtesy|photo\ courtesy|photo\ illustration|fotos|fotografía|imagen|фото)\s?(?:(?:by|from
     |via)\ |[:/©]|courtesy).{0,90})$
    |(?:[^.!?]{0,70}[/|,(–—*-]\s?(?:the\ )?|\*?with\ files\ from\ (?:the\ )?|)(?:getty(?:\ images)?|reuters
     |associated\ press|ap\ photo|shutterstock|istock|epa|afp|alamy|bloomberg|zuma|imago|picture\ alliance|dpa
     |ap\ images|ap)(?:\ via\ [\w ]{2,30})?(?:\ ?[/|–—-]\ ?[\w .'’-]{2,40}|\ images)?\)?\.?$
    |[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|ru|de|fr|es|it|uk|eu|tv|info|gov|edu|io|ua|kz|cn|in)$
     |(?:\(photos?\b[^.]{0,70}\)|photos?)\.?$|©\s?[^.!?]{1,60}$|.{0,60}\bvia\ (?:ap|getty|reuters|afp|i\w+|storyful
     |twitter
     |facebook|youtube|instagram)\b\)?$""",
    re.VERBOSE,
)
CREDIT_HEADS = word_set("fi ph im pi il gr bi fo cr ge re as ap sh is ep af al bl zu dp wi фо")
CREDIT_MARK = re.compile(r"[/|,(–—*.©-]|via ")
"""A credit begins with one of these letters, or holds one of these marks."""
_AFTER_PICTURE = r"\s*(?:less|more|hide\ caption|enlarge)?$"
PICTURE_BRACKET = re.compile(
    r"""\((?:[^()]{0,90}\b)?(?:ap|ap\ photo|photo|photos|pool|reuters|getty|getty\ images|afp|epa|file|image
     |images|images\)|credit|foto|bild|courtesy|handout|screenshot|via\ \w+|internet\ reproduction|ap\ images
     |associated\ press|twitter|facebook|instagram|staff|illustration|photograph)\b[^()]{0,70}\)\s?\.?"""
    + _AFTER_PICTURE,
    re.VERBOSE,
)
PICTURE_NAMED = re.compile(
    r"""(?:©|\bphoto(?:graph)?\ ?(?:credit)?\s?(?::|by)|\bimage(?:\ credit)?:|\bfoto:|\bpicture:|\bcredit:|\bcrédit
     |\bcourtesy(?:\ of)?\b|\bфото:|\|\s?photo)\s?[^.!?]{2,70}\.?"""
    + _AFTER_PICTURE,
    re.VERBOSE,
)
PICTURE_AGENCY = re.compile(
    r"""\b(?:getty\ images|reuters/[\w .'’-]+|ap\ photo/[\w .'’-]+|afp/[\w .'’-]+|/\s?(?:afp|reuters|ap|getty\ images
     |epa|shutterstock|dpa)|\[(?:file|reuters|ap|afp|[^\]]{2,40}/[^\]]{2,40})\]|getty|/shutterstock|via\ (?:getty|ap
     |reuters|afp))\)?\.?"""
    + _AFTER_PICTURE,
    re.VERBOSE,
)
PICTURE_SIGN = re.compile("oto|©|image:|picture:|credit:|crédit|courtesy|getty|/|\\[|via |фото:")
"""One of these stands in every line that the last two find."""
PICTURE_START = re.compile(
    r"(?:file ?(?:photo)?\s?[-–—:]\s|image caption|media caption|pictured:|\[?(?:photo|image|foto|bild)\]?:\s"
    r"|(?:screenshot|a stock image|a file photo|undated (?:file )?photo)\b|video:)",
)
BIO = re.compile(
    r"""\b(?:(?:is|was|has\ been)\ (?:an?|the)\ (?:[\w’'&-]+\ ){0,6}(?:reporter|correspondent|journalist|writer
     |editor|columnist|contributor|author|producer|host|blogger|freelancer|fellow)\b
     |can\ be\ reached|(?:follow|contact|reach|email)\ (?:him|her|them|the\ (?:author|reporter|writer)
      |[a-z]\w+\ [a-z]\w+\ (?:on|at)|me|@\w+)\b|to\ get\ in\ touch|(?:reporting|writing|editing|additional\ reporting
      |compiled)\ by\b|contributed\ to\ this\ (?:report|story|article)|contributed\ (?:reporting|from)|e-?mail:
      |on\ twitter\ (?:at\ )?@|@\w+\ on\ twitter
     |(?:ist|war)\ (?:redakteur|korrespondent|journalist|autor)|\(?(?:with|from)\ (?:additional\ )?(?:input|inputs
      |reporting)\ (?:from|by)\b)""",
    re.VERBOSE,
)
BIO_SIGN = re.compile(
    "is a|is the|was a|was the|been a|been the|reach|follow |contact |mail|touch|ing by|compiled by|contributed|twitter"
    "|ist |war |input|reporting"
)
"""One of these stands in every such line."""
ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.\w{2,}|(?<!\w)@\w{3,}")
PHONE = re.compile(r"\d[\d ().-]{8,}\d")
TWITTER = re.compile(r"\btwitter\b")
COUNT = re.compile(r"[\d.,:%°+×xX#/()\[\]|•·\s-]*\s?[kKmM]?[CF]?$")
ELLIPSIS = re.compile(r"(?:\.{3,}|…)\s?(?:read more|more|»|continue reading.*|\[\+\d+ chars\])?\s?»*$")
