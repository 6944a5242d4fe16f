"""Wording around articles that is told by its first words, in thirty languages; what is commonest is in `wording`.

Phrases are in lower case, parted by commas; one that ends in `*` may go on within a word. A line is looked up by its
first letters, so that many languages cost no time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.clean.wordlist import phrase_set
from index.models import Role

BUTTONS = phrase_set(
    """
    accept all cookies, accept all, reject all, accept cookies, manage preferences, manage cookies, cookie settings,
    privacy settings, share full article, share article, save this story, save this article, save article,
    listen to this article, be the first to comment, report this ad, ad feedback, scroll for more,
    watch the video below, opens in a new window, open image in gallery, purchase licensing rights,
    suggest a correction, view this post on instagram, view on x, play video, alle akzeptieren,
    bildunterschrift anzeigen, diskutieren sie mit, zum newsletter anmelden, teilen sie diesen artikel,
    mehr nachrichten, lire plus tard, commenter cet article, voir plus, tout accepter, más sobre este tema,
    inicia sesión, aceptar cookies, leggi tutto l'articolo, leggi tutto l’articolo, ti potrebbe interessare,
    accetta tutti, compartilhe esta notícia, aceitar todos, deel dit op facebook, bekijk hier de beelden,
    alles accepteren, annons, annonse, annonce, mainos, reklam, διαφήμιση, hirdetés, publicitate, oglas, reclame,
    広告, 广告, 廣告, 광고, إعلان, إعلانات, פרסומת, विज्ञापन, quảng cáo, iklan, la suite après cette publicité,
    continua depois da publicidade, continua após a publicidade, nach der anzeige, dela, del, jaa, kopiera länk,
    udostępnij, поделиться, поділитися, sdílet, zdieľať, paylaş, κοινοποίηση, megosztás, megosztom, distribuie,
    podijeli, シェア, 分享, 공유, مشاركة, skriv ut, drukuj, распечатать, vytisknout, tisk, yazdır, εκτύπωση,
    artikel merken, artikel anhören, vorlesen, anhören, zusammenfassung, ajouter à vos sélections,
    écouter l'article, écouter l’article, offrir cet article, partager cet article, ascolta l'articolo,
    ascolta l’articolo, ascolta, stampa, beluister het artikel, deel dit artikel, bewaar artikel, escuchar, guardar,
    ouvir, salvar, compartilhe, comparte, zobacz także, zobacz też, czytaj dalej, läs mer, les mer, læs mere,
    lue lisää, haberin devamı, abone ol, takip et, yorumlar, もっと見る, 続きを読む, 阅读更多, 更多, 더보기, المزيد,
    czytaj więcej, čtěte dále, celý článek, реклама на сайте, на главную, strona główna, hem, hjem, forsiden,
    etusivu, domů, αρχική, anasayfa, ana sayfa, archivado en, más información, saiba mais, per saperne di più,
    en savoir plus, mehr erfahren, mehr anzeigen, meer lezen, lees verder, โฆษณา, แชร์, อ่านต่อ, อ่านเพิ่มเติม
"""
)

_LINKS = """
    lesen sie dazu auch, lesen sie dazu, lea aquí, saiba mais sobre, se också:*, se også:*, läs också, läs även,
    läs mer, läs vidare, missa inte, les også, les mer, les hele saken, hør også, læs også, læs mere, lue myös,
    lue lisää, katso myös, czytaj też, czytaj także, czytaj również, czytaj więcej, przeczytaj też,
    przeczytaj także, przeczytaj również, zobacz też, zobacz także, zobacz również, sprawdź też, sprawdź także,
    czytaj dalej, warto przeczytać, čtěte také, čtěte též, čtěte i, čtěte více, přečtěte si, mohlo by vás zajímat,
    prečítajte si, čítajte aj, mohlo by vás zaujímať, читайте также, читайте ещё, читайте еще, смотрите также,
    ещё по теме, читайте також, читайте ще, дивіться також, більше новин, διαβάστε επίσης, διαβάστε ακόμη,
    διαβάστε ακόμα, διαβάστε περισσότερα, διαβάστε εδώ, δείτε επίσης, δείτε ακόμη, δείτε ακόμα, haberin devamı,
    ilginizi çekebilir, ilginizi çekebilecek, bunlar da ilginizi, ayrıca okuyun, ilgili haber*, citește și,
    citeşte şi, citiți și, citiţi şi, vezi și, vezi şi, olvasta már, kapcsolódó cikk*, ezt is olvassa*,
    pročitajte i, pročitajte još, 関連記事, あわせて読みたい, 併せて読みたい, 続きを読む, もっと見る, 【関連*,
    延伸阅读, 延伸閱讀, 相关阅读, 相关新闻, 相关报道, 阅读更多, 閱讀更多, 看更多, 更多新闻, 관련기사, 관련 기사,
    더보기, اقرأ أيضا*, اقرأ أيضًا, إقرأ أيضا*, شاهد أيضا*, قد يهمك*, קראו גם, עוד בנושא, यह भी पढ़ें, ये भी पढ़ें,
    इसे भी पढ़ें, xem thêm, đọc thêm, baca juga, lihat juga, auch interessant, lesen sie hier, lesen sie mehr,
    mehr dazu, hier lesen sie, passend zum thema, te puede interesar, le puede interesar, te recomendamos,
    lea también, lee también, lea además, lee además, también puede leer, mira también, sigue leyendo,
    continúa leyendo, haz clic, haga clic, pincha aquí, la suite après, à lire aussi, lire aussi, à voir aussi,
    voir aussi, lire la suite, pour aller plus loin, leggi anche, guarda anche, potrebbe interessarti,
    per approfondire, clicca qui, leia também, veja também, leia mais, clique aqui, lees ook, lees verder,
    lees meer, bekijk ook, read also, also read, see also
"""
_NOTICES = """
    allow content provided by, our standards: the thomson*, correction: an earlier*, correction: a previous*,
    have a news tip, if you enjoyed this, if you liked this, this content is not available, a post shared by,
    this story has been updated, this article has been updated, listen to article, dieser artikel ist teil,
    mit einem abo lesen, wir brauchen ihre zustimmung, wir benötigen ihre zustimmung, transparenzhinweis,
    die wichtigsten nachrichten des tages, s'inscrire à la newsletter, s’inscrire à la newsletter,
    este artículo es exclusivo, contenuto riservato agli, segui tutte le notizie, siga o nosso canal,
    siga nosso canal, word abonnee, wil je niets missen, prenumerera på, anmäl dig, följ oss, artikeln fortsätter,
    texten fortsätter, det här är en låst, tipsa oss, meld deg på, abonner på, følg oss, saken fortsetter,
    artikkelen fortsetter, tips oss, tilmeld dig, følg os, artiklen fortsætter, tilaa uutiskirje*, juttu jatkuu,
    artikkeli jatkuu, zapisz się, dołącz do nas, obserwuj nas, polub nas, dalsza część, ciąg dalszy artykułu,
    masz ciekaw*, subskrybuj, přihlaste se k, odebírejte, sledujte nás, článek pokračuje, předplaťte*, prihláste sa,
    подписывайт*, подпишит*, подпишись, присоединяйт*, следите за нами, следите за новостями, продолжение под*,
    продолжение после, если вы заметили ошибку, если вы нашли ошибку, нашли ошибку, нашли опечатку, заметили ошибку,
    сообщить об ошибке, на правах рекламы, підписуй*, підпишіть*, приєднуйт*, стежте за, якщо ви помітили,
    якщо ви знайшли, помітили помилку, знайшли помилку, εγγραφείτε, ακολουθήστε, ακολούθησε*, κάντε like,
    όλες οι ειδήσεις, abone ol*, bizi takip*, google news, google haberler, haber bültenimiz*, abonează-te,
    urmărește-ne, urmăriți-ne, iratkozz*, kövess*, kövesse*, pratite nas, pretplati*, 無断転載*, 無断複製*,
    会員登録*, ログイン*, メルマガ*, この記事は有料*, この記事は会員*, 扫码*, 扫描二维码*, 关注我们*, 下载客户端*,
    免责声明*, 责任编辑*, 责编*, 編輯：*, 编辑：*, 本文来源*, 版权声明*, 무단전재*, 무단 전재*, 저작권자*, 구독*,
    تابعوا*, تابعنا*, اشترك*, حمل التطبيق, जुड़ें*, theo dõi, ikuti, jetzt den newsletter, jetzt newsletter,
    jetzt kostenlos, jetzt hier anmelden, hier können sie den newsletter, hier geht es zum newsletter,
    unser newsletter, dieser inhalt wird von, dieser inhalt stammt von, ich bin damit einverstanden,
    ich bin einverstanden, an dieser stelle finden sie, an dieser stelle findest du, an dieser stelle steht ein,
    empfohlener externer inhalt, empfohlener redaktioneller inhalt, externer inhalt, mit ihrer zustimmung,
    mit deiner zustimmung, folgen sie uns, folgt uns, folge uns, exklusiv für abonnenten, contenu sponsorisé,
    contenu partenaire, ce contenu est bloqué, ce contenu n'a pas, ce contenu n’a pas, pour afficher ce contenu,
    pour consulter ce contenu, suivez-nous, suivez toute l*, téléchargez l*, rejoignez-nous, rejoignez la chaîne,
    cet article vous a plu, réservé aux abonnés, article réservé, abonnez-vous, descarga la app, descarga nuestra,
    descárgate, sigue toda la información, sigue nuestro*, únete a nuestro*, contenido exclusivo, este contenido es,
    lee sin límites, scarica l'app, scarica l’app, segui tutti gli, segui il canale, segui la pagina, siga o canal,
    siga o g1, siga nosso*, siga a página, acompanhe as notícias, baixe o app*, participe do, entre no canal,
    entre no grupo, quer receber, fique por dentro, continua depois da, continua após a, clique e assine,
    conteúdo exclusivo, meld je aan, tekst loopt door, tekst gaat verder, tekst gaat door, artikel gaat verder,
    het artikel gaat verder, download de app, download onze app, wil je dit artikel, blijf op de hoogte,
    ontvang dagelijks, listen to highlights, listen to the latest, do you have a story,
    do you have more information about
"""
_CREDITS = """
    quelle:*, quellen:*, źródło:*, zdroj:*, источник:*, джерело:*, fuente:*, fuentes:*, fonte:*, bron:*, källa:*,
    kilde:*, kaynak:*, πηγή:*, forrás:*, sursa:*, sursă:*, lähde:*, izvor:*, 来源：*, 来源:*, 來源：*, 出典：*,
    출처*, المصدر:*, fot. *, fot.:*, zdjęcie:*, kuva:*, φωτογραφία:*, φωτο:*, fotoğraf:*, fotó:*, 写真：*, 写真=*,
    写真＝*, 图片来源*, 图/*, 图：*, 사진=*, 사진:*, صورة:*, grafik:*, infografik:*, redigering:*, redaktion:*
"""
_RIGHTS = """
    wszelkie prawa, wszystkie prawa, všechna práva, všetky práva, tüm hakları, alla rättigheter, με την επιφύλαξη,
    minden jog, toate drepturile, sva prava, усі права, все права, 版权所有*, 版權所有*, © riproduzione,
    riproduzione riservata
"""

_HEADS = """
    mest läst*, relaterade artiklar, relaterat, senaste nytt, fler nyheter, mer om ämnet, mest lest*, siste nytt,
    les mer om, flere saker, relaterte, mest læst*, seneste nyt, relaterede, luetuimmat, uusimmat, aiheesta lisää,
    najczęściej czytane, najpopularniejsze, najnowsze, polecane, polecamy, powiązane, podobne artykuły, komentarze,
    więcej o, więcej na ten temat, самое читаемое, самое популярное, материалы по теме, главные новости,
    новости по теме, другие новости, ещё по теме, последние новости, лента новостей, обсуждение, рекомендуем, теги:,
    теги, новини за темою, за темою, коментарі, останні новини, популярні новини, головні новини, схожі новини,
    související*, nejčtenější, mohlo by vás, diskuse, diskuze, štítky, další články, súvisiace, najčítanejšie,
    σχετικά άρθρα, σχετικά θέματα, σχετικές ειδήσεις, διαβάστε επίσης, δημοφιλή, σχόλια, τελευταίες ειδήσεις,
    ροή ειδήσεων, ilgili haberler, benzer haberler, en çok okunan*, son haberler, diğer haberler, yorumlar,
    yorum yap, etiketler, ランキング, アクセスランキング, コメント, 最新ニュース, 関連ニュース, 関連記事, 热门新闻,
    最新新闻, 猜你喜欢, 网友评论, 많이 본 뉴스, 댓글, 관련기사, citește și, cele mai citite, ultimele știri,
    știri similare, comentarii, legolvasottabb, legfrissebb, kapcsolódó, hozzászólások, povezani članci,
    najčitanije, komentari, مقالات ذات صلة, مواضيع ذات صلة, الأكثر قراءة, أخبار ذات صلة, תגובות, berita terkait,
    artikel terkait, tin liên quan, archivado en, normas de participación, también en, les plus consultés,
    dans la même rubrique, réagir, mots-clés, zum thema, schlagworte, das könnte sie auch, auch interessant,
    argomenti, lascia un commento, correlati, notizie correlate, mais notícias, notícias relacionadas, assuntos,
    meer nieuws, meer over dit onderwerp, gerelateerde artikelen, ข่าวที่เกี่ยวข้อง, ข่าวอื่นๆ, ข่าวล่าสุด, ข่าวยอดนิยม,
    แสดงความคิดเห็น, ความคิดเห็น, แท็ก, ຂ່າວທີ່ກ່ຽວຂ້ອງ, អត្ថបទទាក់ទង, ဆက်စပ်သတင်းများ
"""

_FIRST, _FIRST_SIGNS = 4, 2
"""Letters by which a line is looked up: two signs of Chinese, Japanese and Korean say as much as four letters."""
_SIGNS = "\u2e80"
"""Where the signs of East Asia begin in Unicode."""
_LONGEST = 220
"""Characters; what is longer is kept as text."""
Starts = Mapping[str, Sequence[tuple[str, Role]]]


def _by_first_letters(phrases: Mapping[Role, str]) -> Starts:
    found: dict[str, list[tuple[str, Role]]] = defaultdict(list)
    for role, text in phrases.items():
        for phrase in sorted(phrase_set(text)):
            found[
                phrase[: _FIRST if len(phrase.rstrip("*")) >= _FIRST and phrase[0] < _SIGNS else _FIRST_SIGNS]
            ].append((phrase, role))
    return dict(found)


_KINDS = _by_first_letters({
    Role.CREDIT: _CREDITS, Role.RIGHTS: _RIGHTS, Role.NOTICE: _NOTICES, Role.LINKS: _LINKS,
})  # fmt: skip
_TAILS = _by_first_letters({Role.LINKS: _HEADS})
_MORE_WORDS = 3
"""Words that may follow a heading of several: a paragraph may begin with the same words."""


def kind(low: str) -> Role | None:
    """What a line in lower case is by its first words; None when it may be the article's."""
    return _found(_KINDS, low)[1] if len(low) <= _LONGEST else None


def opens_tail(low: str) -> bool:
    """True for the headings of what follows an article: a word alone, or a phrase and a few words behind it."""
    said = low.rstrip(" :.…()0123456789")
    phrase, _ = _found(_TAILS, said)
    more = _MORE_WORDS if " " in phrase else int(phrase.endswith("*"))
    return bool(phrase) and said.count(" ") - phrase.count(" ") <= more


def _found(starts: Starts, low: str) -> tuple[str, Role | None]:
    """The phrase that a line begins with, and its role."""
    for phrase, role in starts.get(low[:_FIRST], ()) if low[:1] < _SIGNS else starts.get(low[:_FIRST_SIGNS], ()):
        if phrase[-1] == "*":
            if low.startswith(phrase[:-1]):
                return phrase, role
        elif low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalpha():
            return phrase, role
    return "", None
