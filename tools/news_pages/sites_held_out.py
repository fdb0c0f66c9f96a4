# SPDX-License-Identifier: Apache-2.0
"""Five templates kept apart: the reader was never tuned on them. Tune on the others; write new ones here.

Each is a function from an article to (page, encoding, gold); gold overrides what the article says.
"""
import html as escape
import json

from article import ABOUT, COMMENTS, COOKIES, EGYPT, LEVANT, arabic_digits, clock12, weekday

E = escape.escape


def utility_classes(a):
    """A new portal in utility classes: no names at all, date in a span, a list inside the text, stories below."""
    t = a.time
    cards = "".join(f'<div class="flex gap-2 mb-4"><a class="block" href="/story/{i}"><img class="w-24" src="{i}.webp" alt="{E(o)}"><h4 class="text-sm font-bold">{E(o)}</h4></a></div>'
                    for i, o in enumerate(a.other))
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{E(a.title)} | نبأ بلس</title>
<meta name="twitter:title" content="{E(a.title)}"><meta property="og:site_name" content="نبأ بلس"><link href="https://nabaplus.example/story/{a.number}" rel="canonical"></head>
<body class="bg-white text-gray-900"><div id="__next"><div class="sticky top-0"><div class="flex justify-between"><a href="/">نبأ بلس</a><div class="flex gap-4"><a href="/p">سياسة</a><a href="/e">اقتصاد</a><a href="/m">منوعات</a></div></div></div>
<div class="max-w-4xl mx-auto"><div class="text-xs text-red-700"><a href="/p">سياسة</a></div><h1 class="text-3xl font-bold mb-2">{E(a.title)}</h1>
<div class="flex items-center text-xs text-gray-500"><span>{E(a.author)}</span><span class="mx-2">•</span><span>{t.day} {EGYPT[t.month - 1]} {t.year}</span><span class="mx-2">•</span><span>3 دقائق قراءة</span></div>
<div class="prose prose-lg mt-4">{"".join(f'<p class="mb-4">{E(x)}</p>' for x in a.lines)}</div>
<div class="flex gap-2 mt-6"><button>نسخ الرابط</button><a href="#">واتساب</a></div>
<div class="mt-8"><h3 class="text-xl">المزيد من سياسة</h3>{cards}</div></div>
<div class="bg-gray-100 p-4 text-xs"><p>{ABOUT}</p><p>© 2024 نبأ بلس</p></div></div></body></html>""", "utf-8", {
        "outlet": "نبأ بلس", "url": f"https://nabaplus.example/story/{a.number}", "author": None}


def joomla_party(a):
    """A small site on Joomla: item-page, a definition list of facts, print icons, module positions, no metas."""
    t = a.time
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar-aa" lang="ar-aa" dir="rtl"><head><base href="http://tajammu.example/"/><meta http-equiv="content-type" content="text/html; charset=utf-8" />
<meta name="author" content="Super User" /><title>{E(a.title)}</title></head><body class="site com_content view-article"><div class="body"><div class="container">
<div class="header" role="banner"><a class="brand pull-left" href="/"><img src="logo.png" alt="صحيفة التجمع" /></a></div><div class="navigation"><ul class="nav menu"><li><a href="/">الرئيسية</a></li></ul></div>
<div id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="ar-AA" /><div class="page-header"><h2 itemprop="headline">{E(a.title)}</h2></div>
<div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu"><li class="print-icon"><a href="#">طباعة</a></li></ul></div></div>
<dl class="article-info muted"><dt class="article-info-term">التفاصيل</dt><dd class="published"><span class="icon-calendar"></span><time datetime="{t:%Y-%m-%dT%H:%M:%S+00:00}" itemprop="datePublished">نشر بتاريخ: {t.day:02d} {EGYPT[t.month - 1]} {t.year}</time></dd><dd class="hits">الزيارات: {arabic_digits(921)}</dd></dl>
<div itemprop="articleBody">{"".join(f'<p style="text-align: justify;">{E(x)}</p>' for x in a.lines)}</div>
<ul class="pager pagenav"><li class="previous"><a href="/p">السابق</a></li><li class="next"><a href="/n">التالي</a></li></ul></div></div>
<div id="aside" class="span3"><div class="well"><h3 class="page-header">آخر المقالات</h3><ul class="latestnews">{"".join(f'<li><a href="/{i}"><span>{E(o)}</span></a></li>' for i, o in enumerate(a.other))}</ul></div></div></div></div>
<div class="footer"><p>جميع الحقوق محفوظة © 2016 صحيفة التجمع</p></div></body></html>""", "utf-8", {
        "outlet": "صحيفة التجمع", "url": None, "author": None}


def radio_transcript(a):
    """A radio's site: audio player and programme box above, text in sections with headings, wrong og:title, time zone in words."""
    t = a.time
    heads = ["تفاصيل الحادث", "ما قالته الأطراف", "خلفية"]
    parts, gold = [], []
    for i, line in enumerate(a.lines):
        if i and i % 2 == 0:
            parts.append(f"<h2>{heads[(i // 2) % 3]}</h2>")
            gold.append(heads[(i // 2) % 3])
        parts.append(f"<p>{E(line)}</p>")
        gold.append(line)
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"/><title>راديو الشط - {E(a.title)}</title><meta property="og:title" content="استمع الآن إلى البث المباشر"/><meta name="application-name" content="راديو الشط"/></head>
<body><div class="m-player"><p>استمع إلى نشرة الأخبار الكاملة على مدار الساعة عبر موجات الأثير وعبر تطبيقنا على الهاتف المحمول.</p></div>
<div class="l-page"><div class="t-content t-content--article"><h1 class="t-content__title">{E(a.title)}</h1><div class="t-content__dates"><p class="m-pub-dates">نشرت في: {t:%d/%m/%Y} - {t:%H:%M} بتوقيت غرينتش<span> آخر تحديث: 05/05/2025 - 10:00</span></p></div>
<figure class="m-item-image"><img src="a.jpg" alt=""><figcaption>لقطة أرشيفية من المدينة التي وقع فيها الحادث © وكالات</figcaption></figure>
<div class="t-content__body u-clearfix">{"".join(parts)}</div><div class="t-content__tags"><ul><li><a href="/t">نزاع</a></li></ul></div></div>
<div class="o-layout-list"><p class="o-title">قد يهمك أيضا</p>{"".join(f"<div class='m-item-list-article'><a href='/{i}'><p class='article__title'>{E(o)}</p></a></div>" for i, o in enumerate(a.other))}</div></div></body></html>""", "utf-8", {
        "outlet": "راديو الشط", "url": None, "author": None, "lines": gold}


def forum_mirror(a):
    """An old site that runs its news in a forum's skin: nested tables, the story in a quote cell, answers below."""
    t = a.time
    answers = "".join(f'<table class="tborder"><tr><td class="thead">عضو {i}</td></tr><tr><td class="alt1"><div id="post_message_{i}">{E(c)}</div></td></tr></table>' for i, c in enumerate(COMMENTS[:2]))
    return f"""<html dir="rtl" lang="ar"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256" /><meta name="description" content="أخبار" /><title>{E(a.title)} - شبكة الفرات الإخبارية</title></head><body>
<table width="100%"><tr><td><a href="index.php">شبكة الفرات الإخبارية</a> &gt; <a href="f2">أخبار</a></td><td>التسجيل | <a href="faq">التعليمات</a></td></tr></table>
<table class="tborder"><tr><td class="thead">{t.day:02d}-{t.month:02d}-{t.year}, {clock12(t)}</td></tr><tr><td class="alt2"><b>{E(a.author)}</b><br>مراسل</td></tr>
<tr><td class="alt1"><div class="smallfont"><strong>{E(a.title)}</strong></div><hr><div id="post_message_0">{"<br /><br />".join(E(x) for x in a.lines)}</div></td></tr></table>
{answers}<table><tr><td>المواضيع المتشابهه</td></tr>{"".join(f'<tr><td><a href="t{i}">{E(o)}</a></td><td>أخبار</td><td>{i}</td></tr>' for i, o in enumerate(a.other))}</table></body></html>""", "cp1256", {
        "outlet": "شبكة الفرات الإخبارية", "url": None, "author": None}


def ministry_release(a):
    """A ministry's portal: breadcrumb, social toolbar, text in divs inside a content placeholder, Levant month, Arabic digits, survey."""
    t = a.time
    data = {"@context": "https://schema.org", "@type": "WebPage", "name": "الصفحة الرئيسية", "publisher": {"@type": "GovernmentOrganization", "name": "بوابة الحكومة"}}
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>بوابة الحكومة - الأخبار - {E(a.title)}</title><script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head>
<body><div id="s4-workspace"><div class="ms-breadcrumb-box"><span>أنت هنا: </span><a href="/">الرئيسية</a> / <a href="/news">الأخبار</a></div>
<div class="welcome blank-wp"><div class="ms-rtestate-field news-page-title">{E(a.title)}</div><div class="news-page-date">{weekday(t)} {arabic_digits(t.day)} {LEVANT[t.month - 1]} {arabic_digits(t.year)}</div>
<div class="addthis_toolbox"><a href="#">شارك</a><a href="#">اطبع</a></div>
<div class="ms-rtestate-field PageContent"><div>{"</div><div>".join(f'<span lang="AR-SA" style="font-size:14pt">{E(x)}</span>' for x in a.lines)}</div></div>
<div class="survey-box"><p>هل كانت المعلومات الواردة في هذه الصفحة مفيدة لك؟ ساعدنا على تحسين خدماتنا بالإجابة عن الاستبيان.</p></div></div>
<div class="notice-bar"><p>{COOKIES}</p></div></div></body></html>""", "utf-8", {
        "outlet": "بوابة الحكومة", "url": None, "author": None}


SITES = [utility_classes, joomla_party, radio_transcript, forum_mirror, ministry_release]
