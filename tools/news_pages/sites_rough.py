# SPDX-License-Identifier: Apache-2.0
"""Seven templates of sites that do not: no names, wrong metas, old encodings, text in odd places."""
import html as escape
import json

from article import ABOUT, COMMENTS, COOKIES, EGYPT, LEVANT, arabic_digits, clock12, weekday

E = escape.escape


def server_pages(a):
    """An Egyptian daily on old server pages: ids of controls, spans, a form around everything."""
    t = a.time
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head id="Head1"><meta http-equiv="content-type" content="text/html; charset=utf-8" /><title>
	{E(a.title)} - جريدة الضحى
</title></head><body><div id="form1"><div id="ctl00_header"><a href="/"><img alt="جريدة الضحى" id="logo" /></a><span id="ctl00_lblDate">الأحد 22-11-2026</span></div>
<div id="ContentPlaceHolder1_divMain"><div id="ContentPlaceHolder1_divTitle">{E(a.title)}</div>
<div id="ContentPlaceHolder1_divdate">{t.day}-{t.month}-{t.year} | {t:%H:%M}</div><div id="ContentPlaceHolder1_divWriter">{E(a.author)}</div>
<div id="ContentPlaceHolder1_divContent">{"".join(f'<div style="text-align:justify">{E(x)}</div>' for x in a.lines)}</div>
<div id="ContentPlaceHolder1_divShortLink">رابط دائم: <input type="text" value="x"/></div></div>
<div id="ContentPlaceHolder1_rel"><table>{"".join(f'<tr><td><a href="/{i}.aspx">{E(o)}</a></td></tr>' for i, o in enumerate(a.other))}</table></div></div></body></html>""", "utf-8", {
        "outlet": "جريدة الضحى", "url": None, "author": None}


def levant_weekly(a):
    """A Levantine weekly: Levant month names, lead in a heading, share links between, titles of the next story below."""
    t = a.time
    return f"""<html dir="rtl"><head><meta charset="utf-8"><title>الأرز | {E(a.title)}</title><meta property="og:title" content="الأرز - الصفحة الرئيسية"></head>
<body><div class="wrap"><div class="nav-top"><ul><li><a href="/">الأرز</a></li><li><a href="/a">محليات</a></li></ul></div>
<div class="art"><h1>{E(a.title)}</h1><div class="by">{E(a.author)}</div><div class="dt">{weekday(t)} {t.day} {LEVANT[t.month - 1]} {t.year}</div>
<div class="shr"><a href="#f">فايسبوك</a> <a href="#t">تويتر</a></div><div class="txt">{"".join(f"<p>{E(x)}</p>" for x in a.lines)}</div>
<div class="pagi"><a href="/n">الخبر التالي: {E(a.other[0])}</a></div></div>
<div class="oth">{"".join(f'<div class="o"><img src="{i}.jpg"><a href="/{i}"><p>{E(o)}</p></a></div>' for i, o in enumerate(a.other))}</div>
<div class="ftr">{ABOUT}<br>جميع الحقوق محفوظة - الأرز</div></div></body></html>""", "utf-8", {
        "outlet": "الأرز", "url": None, "author": None}


def windows_agency(a):
    """A Yemeni agency in Windows-1256: nested tables, text with line breaks in one cell, date in brackets."""
    t = a.time
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1256"><title>وكالة الوادي للأنباء :: {E(a.title)}</title></head><body>
<table width=980 align=center><tr><td><table><tr><td><a href=/>الرئيسية</a></td><td><a href=/l>محلي</a></td><td><a href=/d>دولي</a></td></tr></table></td></tr>
<tr><td><table><tr><td class=newstitle>{E(a.title)}</td></tr><tr><td class=newsdate>[{arabic_digits(t.day)}/{arabic_digits(t.month)}/{arabic_digits(t.year)}]</td></tr>
<tr><td class=newsbody>{"<br><br>".join(E(x) for x in a.lines)}</td></tr></table></td></tr>
<tr><td><table><tr><td>أخبار متعلقة</td></tr>{"".join(f"<tr><td><a href=n{i}.htm>{E(o)}</a></td></tr>" for i, o in enumerate(a.other))}</table></td></tr></table></body></html>""", "cp1256", {
        "outlet": "وكالة الوادي للأنباء", "url": None, "author": None}


def cookie_wall(a):
    """A site whose notice is longer than short news, with tracking pixels, hidden text and a second article below."""
    t = a.time
    second = "".join(f"<p>{E(o)} في خبر آخر من موقعنا، وتجدون التفاصيل كاملة في الصفحة المخصصة لهذا الموضوع.</p>" for o in a.other)
    return f"""<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8><title>{E(a.title)} - المرصد الإخباري</title><meta property="og:site_name" content="المرصد الإخباري">
<meta property="og:title" content="{E(a.title)} - المرصد الإخباري"></head><body>
<div id="gdpr" class="consent-layer" role="dialog"><h2>خصوصيتك تهمنا</h2>{f"<p>{COOKIES}</p>" * 4}<button>أوافق</button></div>
<section class="news-page"><article class="full"><h1>{E(a.title)}</h1><p class="date-line">نشر في: {t.day} {EGYPT[t.month - 1]} {t.year} الساعة {t:%H:%M} | آخر تحديث: 3 فبراير 2026</p>
<div class="content"><div style="display:none">نص مخفي لا يراه القارئ ولا يخص الخبر، وضع لمحركات البحث وحدها دون غيرها.</div>{"".join(f"<p>{E(x)}</p>" for x in a.lines)}</div></article>
<article class="full next-article"><h1>{E(a.other[0])}</h1><p class="date-line">نشر في: 1 يناير 2020</p><div class="content">{second}</div></article></section></body></html>""", "utf-8", {
        "outlet": "المرصد الإخباري", "url": None, "author": None}


def script_filled(a):
    """A page that scripts fill: the article stands only in JSON-LD, its line breaks raw inside the string."""
    t = a.time
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "articleBody": "@@", "datePublished": f"{t:%Y-%m-%d %H:%M}",
                       "author": a.author, "publisher": {"name": "صدى المدن"}}, ensure_ascii=False)
    data = data.replace("@@", "\\n\\n".join(a.lines).replace('"', '\\"')).replace('": "', '":\n\t"')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>صدى المدن</title><script type="application/ld+json">
{data}
</script></head><body><div id="app"></div><noscript>يجب تفعيل جافا سكربت في متصفحك حتى تتمكن من قراءة محتوى هذا الموقع الإخباري كاملا.</noscript>
<script>window.__STATE__ = {json.dumps({"title": a.title, "others": a.other})};</script></body></html>""", "utf-8", {
        "outlet": "صدى المدن", "url": None}


def unclosed(a):
    """A party paper: elements never closed, attributes without quotes, entities for letters, stray end tags."""
    t = a.time
    entities = lambda text: "".join(f"&#{ord(c)};" if ord(c) > 0x2000 or c in "«»" else E(c) for c in text)  # noqa: E731
    return f"""<html><head><title>{E(a.title)} » جريدة الميثاق</title><meta charset=utf-8><body></center></b>
<div id=main class=page><div class=menu><a href=/>الرئيسية<a href=/p>الحزب<a href=/c>اتصل بنا</div>
<h2 class=headline>{entities(a.title)}</h2><span class=d>{t.year}/{t.month}/{t.day} {clock12(t)}</span>
<div class=story>{"".join(f"<p><b></b>{entities(x)}" for x in a.lines)}
</div></span></div><ul class=more-news>{"".join(f"<li><a href=/{i}>{E(o)}</a>" for i, o in enumerate(a.other))}</ul>""", "utf-8", {
        "outlet": "جريدة الميثاق", "url": None, "author": None}


def magazine_columns(a):
    """A magazine: the page wrapper is called share, pull quotes, an author's box, inline links, comments unnamed."""
    t = a.time
    lines = "".join(f'<p>{E(x[:20])}<a href="/topic">{E(x[20:32])}</a>{E(x[32:])}</p>' for x in a.lines)
    return f"""<!DOCTYPE html><html dir=rtl><head><meta charset="utf-8"><title>{E(a.title)} — مجلة الرواق</title>
<meta name="author" content="{E(a.author)}"><meta name="pubdate" content="{t:%Y%m%d}"></head><body>
<div class="page social-share-page"><nav class="crumbs"><a href="/">الرواق</a> › <a href="/r">تقارير</a></nav><h1>{E(a.title)}</h1>
<p class="meta"><a rel="author" href="/w">{E(a.author)}</a> <span>{t.day} {LEVANT[t.month - 1]}/{EGYPT[t.month - 1]} {t.year}</span></p>
<div class="columns"><div class="column-text">{lines}</div><aside class="pull"><q>{E(a.lines[0][:60])}</q></aside></div>
<div class="bio-box author-card"><h5>{E(a.author)}</h5><p>كاتب وصحفي عمل مراسلا لعدد من الصحف العربية، وله أبحاث منشورة في شؤون المنطقة.</p></div></div>
<div class="subscribe-strip"><p>{COOKIES}</p></div><div class="footer-about"><p>{ABOUT}</p></div></body></html>""", "utf-8", {
        "outlet": "مجلة الرواق", "url": None}


SITES = [server_pages, levant_weekly, windows_agency, cookie_wall, script_filled, unclosed, magazine_columns]
