# SPDX-License-Identifier: Apache-2.0
"""The articles that the page templates dress, and the ways Arabic sites print a date.

Texts are the project's own: examples/reports, two or three of them joined for long pages, and a "breaking" line.
"""
import csv
import dataclasses
import datetime
import pathlib

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "reports"

EGYPT = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
LEVANT = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
          "تشرين الثاني", "كانون الأول"]
MAGHREB = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()
HIJRI = ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
         "ذو القعدة", "ذو الحجة"]
WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
AUTHORS = ["سالم حسن", "ليلى منصور", "ناصر العبدلي", "رنا خليل", "عماد الدين يوسف", "هدى الكيلاني"]
COMMENTS = ["رحم الله الشهداء وألهم ذويهم الصبر والسلوان، ولا حول ولا قوة إلا بالله العلي العظيم.",
            "يا جماعة الخبر هذا قديم، نشرتموه قبل شهر. أرجو من الموقع أن يتحرى الدقة في النقل قبل النشر!",
            "شكراً لكم على التغطية المتواصلة، ننتظر المزيد من التفاصيل عن الحادث وأسماء الضحايا."]
COOKIES = ("نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا، وباستمرارك في التصفح فإنك توافق على سياسة "
           "الخصوصية وشروط الاستخدام المعمول بها في الموقع.")
ABOUT = ("موقع إخباري مستقل ينقل إليكم الخبر من مصدره على مدار الساعة، ويغطي الأحداث السياسية والاقتصادية والرياضية "
         "في العالم العربي بأقلام نخبة من الصحفيين والمراسلين.")


@dataclasses.dataclass
class Article:
    """What a page tells; `lines` are the body's paragraphs in order."""
    title: str
    lines: list
    author: str
    time: datetime.datetime
    other: list  # headlines of other stories
    number: int


def arabic_digits(text):
    return str(text).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def weekday(time):
    return WEEKDAYS[time.weekday()]


def hijri(time):
    """Day, month name and year by the tabular calendar."""
    days = time.toordinal() - 227015 + 1  # since 1 Muharram 1
    year = (30 * days + 10646) // 10631
    start = (11 * year + 3) // 30 + 354 * (year - 1)
    rest = days - start
    month = 0
    while month < 11 and rest > (29 if month % 2 else 30):
        rest -= 29 if month % 2 else 30
        month += 1
    return rest, HIJRI[month], year


def clock12(time, am="ص", pm="م"):
    return f"{(time.hour - 1) % 12 + 1}:{time.minute:02d} {am if time.hour < 12 else pm}"


def read_articles():
    """Twelve articles of the examples, then three long ones and two of one line."""
    with open(EXAMPLES / "index.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    plain = []
    for row in rows:
        text = (EXAMPLES / f"{row['id']}.txt").read_text(encoding="utf-8")
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        plain.append((lines[0], lines[1:], row["published"]))
    # The first lines of some are a dateline or byline; pages print those in places of their own.
    plain = [(title, [line for line in lines if len(line) > 60], day) for title, lines, day in plain]
    joined = [(plain[i][0], plain[i][1] + plain[i + 3][1] + plain[(i + 5) % 12][1], plain[i][2]) for i in (0, 4, 8)]
    breaking = [(plain[i][0], plain[i][1][:1], plain[i][2]) for i in (5, 7)]
    articles = []
    for number, (title, lines, day) in enumerate(plain + joined + breaking):
        time = datetime.datetime.fromisoformat(day).replace(hour=(number * 5 + 3) % 24, minute=(number * 17 + 4) % 60)
        other = [plain[(number + step) % 12][0] for step in (1, 2, 4, 6, 7)]
        articles.append(Article(title, lines, AUTHORS[number % len(AUTHORS)], time, other, number))
    return articles
