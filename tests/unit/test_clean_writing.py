"""Writing whose paragraphs end without a sign is text like any other."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean.article import clean
from index.clean.sentences import split
from index.clean.writing import clauses, may_end_bare, needs_no_stop
from index.models import Article, Origin, Raw, Role
from tests.unit.command_line import Cli

WRITTEN = {
    "Thai": (
        "รัฐบาลประกาศแผนรับมือน้ำท่วม",
        "รัฐบาลไทยประกาศแผนรับมือน้ำท่วมฉบับใหม่เมื่อวันจันทร์ หลังฝนตกหนักต่อเนื่องในภาคเหนือ ทำให้หลายจังหวัดได้รับผลกระทบ",
        "น้ำท่วมถนนหลายสายในตัวเมืองเชียงใหม่",
        "ชาวบ้านกลับบ้านแล้ว",
    ),
    "Lao": (
        "ລັດຖະບານປະກາດແຜນນ້ຳຖ້ວມ",
        "ລັດຖະບານລາວໄດ້ປະກາດແຜນການຮັບມືນ້ຳຖ້ວມສະບັບໃໝ່ໃນວັນຈັນຜ່ານມາ ຫຼັງຈາກຝົນຕົກໜັກຢ່າງຕໍ່ເນື່ອງຢູ່ພາກເໜືອ",
        "ນາຍົກລັດຖະມົນຕີກ່າວວ່າງົບປະມານຈະຖືກຈັດສັນ",
    ),
    "Khmer": (
        "រដ្ឋាភិបាលប្រកាសផែនការទឹកជំនន់",
        "រដ្ឋាភិបាលកម្ពុជាបានប្រកាសផែនការថ្មីដើម្បីទប់ទល់នឹងទឹកជំនន់កាលពីថ្ងៃចន្ទ បន្ទាប់ពីភ្លៀងធ្លាក់ខ្លាំងនៅភាគខាងជើង",
        "ប្រជាជនរាប់ពាន់នាក់បានជម្លៀសចេញពីផ្ទះ",
    ),
    "Burmese": (
        "မြောက်ပိုင်းတွင် ရေကြီး",
        "မြန်မာနိုင်ငံမြောက်ပိုင်းတွင် မိုးသည်းထန်စွာရွာသွန်းမှုကြောင့် ရေကြီးမှုဖြစ်ပွားခဲ့ပြီး ပြည်သူများ အိမ်များကို စွန့်ခွာခဲ့ရသည်",
        "အစိုးရက အကူအညီများ ပေးပို့နေသည်",
    ),
    "Tibetan": (
        "ཆུ་ལོག་གསར་འགྱུར",
        "བོད་ཀྱི་ས་ཁུལ་དུ་ཆར་པ་ཆེན་པོ་བབས་པའི་རྐྱེན་གྱིས་ཆུ་ལོག་བརྒྱབ་ནས་མི་མང་པོ་ཁྱིམ་ནས་གཞན་དུ་སྤོ་དགོས་བྱུང་",
        "ས་གནས་ཀྱི་དཔོན་རིགས་ཀྱིས་ཆུའི་ཚད་ཇེ་དམའ་རུ་འགྲོ་བཞིན་པ་རེད་ཅེས་བཤད་སོང་",
    ),
    "Arabic": (
        "الحكومة تعلن خطة الفيضانات",
        "أعلنت الحكومة يوم الاثنين خطة جديدة لمواجهة الفيضانات بعد أمطار غزيرة في الشمال، فمن يدفع ثمنها؟",
        "وقال محافظ المدينة إن منسوب المياه بدأ في الانخفاض لكن المراقبة مستمرة لثلاثة أيام أخرى",
    ),
    "Hindi": (
        "सरकार की बाढ़ योजना",
        "सरकार ने सोमवार को बाढ़ से निपटने की नई योजना की घोषणा की। उत्तर में हजारों लोगों को घर छोड़ना पड़ा।",
        "मुख्यमंत्री ने कहा कि सबसे अधिक प्रभावित जिलों को पहले पैसा दिया जाएगा",
    ),
    "Chinese": (
        "政府宣布新的防洪计划应对暴雨",
        "政府周一宣布了新的防洪计划。北方连日暴雨后，数千居民被迫撤离家园！",
        "总理表示，预算将首先分配给受灾最严重的省份，重点修复道路和医院",
    ),
    "Japanese": (
        "政府が新たな洪水対策を発表",
        "政府は月曜日、新たな洪水対策を発表した。北部では大雨が続き、数千人が避難を余儀なくされた。",
        "首相は、被害の大きい県に優先的に予算を配分すると述べた",
    ),
}
MENU = ["Home", "News", "Sport", "Contact"]
LONG = (
    "รัฐบาลประกาศแผนรับมือน้ำท่วมฉบับใหม่เมื่อวันที่ 5 มีนาคม 2567 หลังฝนตกหนักต่อเนื่องในภาคเหนือ "
    "ทำให้หลายจังหวัดได้รับผลกระทบอย่างหนักและประชาชนหลายพันคนต้องอพยพออกจากบ้านเรือน "
    "นายกรัฐมนตรีกล่าวว่างบประมาณจะถูกจัดสรรให้แก่จังหวัดที่เสียหายมากที่สุดก่อน"
)


def cleaned(raw: Raw) -> Article:
    article = clean(raw)
    assert isinstance(article, Article)
    return article


def body(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.role is Role.BODY]


@pytest.mark.parametrize("writing", WRITTEN)
@pytest.mark.parametrize(("above", "below"), [([], []), (MENU, ["Read more", "Share", "Copyright 2024"])])
def test_a_paragraph_without_a_full_stop_is_body(writing: str, above: list[str], below: list[str]) -> None:
    headline, *paragraphs = WRITTEN[writing]
    article = cleaned(Raw(Origin("a.txt"), "\n\n".join([*above, headline, *paragraphs, *below])))
    assert article.title == headline
    assert body(article) == paragraphs


@pytest.mark.parametrize("writing", WRITTEN)
def test_a_record_without_full_stops_is_body(writing: str) -> None:
    headline, *paragraphs = WRITTEN[writing]
    article = cleaned(Raw(Origin("a.jsonl", "1"), "\n".join(paragraphs), title=headline, record=True))
    assert body(article) == paragraphs


def test_the_headline_of_a_thai_page_is_no_entry_of_its_menu() -> None:
    menu = ["หน้าแรก", "ข่าวการเมือง", "กีฬา", "บันเทิง", "เศรษฐกิจ"]
    lines = [*menu, "รัฐบาลไทยประกาศแผนรับมือน้ำท่วมฉบับใหม่", LONG, *WRITTEN["Thai"][1:3], LONG[:-8]]
    article = cleaned(Raw(Origin("a.txt"), "\n".join(lines)))
    assert article.title == lines[len(menu)]
    assert body(article) == lines[len(menu) + 1 :]


def test_teasers_without_a_full_stop_after_an_article_stay_links() -> None:
    headline, *paragraphs = WRITTEN["Chinese"]
    teasers = ["总理将于下周访问受灾地区并会见当地居民代表讨论重建", "气象部门预计北方的强降雨天气将持续到本月底结束"]
    article = cleaned(Raw(Origin("a.txt"), "\n\n".join([headline, paragraphs[0], *teasers])))
    assert body(article) == paragraphs[:1]


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_a_summary_of_a_thai_file_has_its_paragraphs(suffix: str, new: Cli, tmp_path: Path) -> None:
    headline, *paragraphs = WRITTEN["Thai"]
    page = f"<title>{headline}</title><h1>{headline}</h1>" + "".join(f"<p>{each}</p>" for each in paragraphs)
    file = tmp_path / f"a.{suffix}"
    file.write_text("\n\n".join([headline, *paragraphs]) if suffix == "txt" else f"<html>{page}</html>", "utf-8")
    told = json.loads(new.bare("summary", file, "--json", "--sentences", "9").out)
    assert [line["text"] for line in told["sentences"]] == paragraphs


def test_a_paragraph_without_stops_is_one_sentence() -> None:
    text = WRITTEN["Thai"][1]
    assert split(text, "th") == [(0, len(text))]


def test_a_long_paragraph_without_stops_is_parted_between_clauses() -> None:
    parts = [LONG[start:end] for start, end in split(LONG, "th")]
    assert len(parts) > 1
    assert " ".join(parts) == LONG
    assert not any(part[:1].isdigit() or part[-1:].isdigit() for part in parts)


@pytest.mark.parametrize(
    "sentences",
    [
        ["နေသည်။", "ပေးသည်။"], ["ប្រជាជន។", "ផ្ទះ៕"], ["ሰላም።", "ቤት፧"], ["Բարեւ։", "Տուն։"], ["है।", "था॥"], ["كيف؟", "نعم."],
        ["いい。", "そう！"], ["ﾊｲ｡", "ﾊｲ｡"],
    ],
)  # fmt: skip
def test_stops_of_every_writing_end_a_sentence(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, "und")] == sentences


@pytest.mark.parametrize(("line", "bare", "spaced"), [
    ("ชาวบ้านกลับบ้าน", True, True), ("政府宣布", True, False), ("Nhà nước đã công bố", False, False),
    ("Правительство", False, False), ("Home", False, False),
])  # fmt: skip
def test_writing_is_told_by_its_letters(line: str, bare: bool, spaced: bool) -> None:
    assert (may_end_bare(line), needs_no_stop(line)) == (bare, spaced)


@given(st.lists(st.text("กขคงจฉ5", min_size=1, max_size=60), min_size=1, max_size=30).map(" ".join))
def test_clauses_cover_a_sentence_in_order(text: str) -> None:
    parts = clauses(text, 0, len(text))
    assert (parts[0][0], parts[-1][1]) == (0, len(text))
    assert all(end < start and text[end:start].isspace() for (_, end), (start, _) in pairwise(parts))
