# SPDX-License-Identifier: Apache-2.0
"""Seven templates of sites that say what they mean: named elements, JSON-LD or meta elements, dates in the open."""
import html as escape
import json

from article import ABOUT, COMMENTS, COOKIES, EGYPT, arabic_digits, clock12, hijri, weekday

E = escape.escape


def gulf_channel(a):
    """A news channel: JSON-LD, lead above the text, "more on the subject" boxes inside it, live ticker above."""
    t = a.time
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": t.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "dateModified": "2026-01-01T00:00:00Z", "author": {"@type": "Person", "name": a.author},
            "publisher": {"@type": "Organization", "name": "قناة البادية"}, "mainEntityOfPage": {"@id": f"https://badia.example/news/{a.number}"}}
    box = f'<div class="related-inline"><strong>اقرأ أيضا</strong><ul><li><a href="/1">{E(a.other[0])}</a></li></ul></div>'
    body = "".join(f"<p>{E(line)}</p>" + (box if i == 0 else "") for i, line in enumerate(a.lines[1:]))
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{E(a.title)} | أخبار | قناة البادية</title>
<meta property="og:title" content="{E(a.title)}"><script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<div class="breaking-ticker">{"".join(f"<span>{E(o)}</span>" for o in a.other)}</div><nav><a href="/">الرئيسية</a></nav>
<main><article><header class="article-header"><h1>{E(a.title)}</h1></header><p class="article__subhead">{E(a.lines[0])}</p>
<div class="article-dates"><span class="screen-reader-text">نُشر في</span><span aria-hidden="true">{t.day}/{t.month}/{t.year}</span></div>
<div class="wysiwyg wysiwyg--all-content">{body}</div>
<div class="article-source"><span>المصدر</span> : <span>البادية + وكالات</span></div></article></main>
<div class="cookie-consent-banner"><p>{COOKIES}</p></div></body></html>""", "utf-8", {
        "outlet": "قناة البادية", "url": f"https://badia.example/news/{a.number}"}


def microdata_portal(a):
    """An Egyptian portal: microdata throughout, writer's line, Arabic-Indic digits, tags and comments."""
    t = a.time
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E(a.title)} - بوابة النيل الإخبارية</title><meta property="og:title" content="بوابة النيل الإخبارية"></head>
<body><div class="topbar">{weekday(a.time)} {arabic_digits(22)} نوفمبر {arabic_digits(2026)}</div>
<div itemscope itemtype="http://schema.org/NewsArticle" class="articleCont"><div class="articleHeader"><h1 itemprop="headline">{E(a.title)}</h1>
<span class="newsStoryDate">{weekday(t)}، {arabic_digits(t.day)} {EGYPT[t.month - 1]} {arabic_digits(t.year)} {arabic_digits(clock12(t))}</span></div>
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="بوابة النيل الإخبارية"></div>
<span class="writeBy" itemprop="author">كتب: {E(a.author)}</span>
<div class="social-share"><a href="#">شارك على فيسبوك</a><a href="#">شارك على واتساب</a></div>
<div id="articleBody" itemprop="articleBody">{"".join(f"<p>{E(x)}</p>" for x in a.lines)}<p>&nbsp;</p></div>
<div class="tags"><a href="/t/1">الجيش</a> <a href="/t/2">أخبار اليوم</a></div>
<div class="comments-list">{"".join(f"<div class='comment'><p>{E(c)}</p></div>" for c in COMMENTS)}</div></div></body></html>""", "utf-8", {
        "outlet": "بوابة النيل الإخبارية", "url": None}


def wordpress_agency(a):
    """An agency on WordPress: entry-content, sharing plugin and related posts inside it, meta dates."""
    t = a.time
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{E(a.title)} &#8211; وكالة الساحل</title>
<meta property="og:site_name" content="وكالة الساحل"><meta property="article:published_time" content="{t:%Y-%m-%dT%H:%M:%S+03:00}">
<meta property="article:modified_time" content="2026-03-01T00:00:00+03:00"><link rel="canonical" href="https://sahel.example/?p={a.number}"></head>
<body class="single single-post has-sidebar"><header id="masthead"><nav class="main-navigation"><ul><li><a href="/">الرئيسية</a></li></ul></nav></header>
<article id="post-{a.number}" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{E(a.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{t:%Y-%m-%dT%H:%M:%S+03:00}">{t.day} {EGYPT[t.month - 1]}، {t.year}</time></span><span class="byline"> بواسطة <a href="/author/1">{E(a.author)}</a></span></div></header>
<div class="entry-content">{"".join(f"<p>{E(x)}</p>" for x in a.lines)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li><a href="#">تويتر</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>مرتبط</h3>{"".join(f'<p><a href="/{i}">{E(o)}</a></p>' for i, o in enumerate(a.other))}</div></div></article>
<aside id="secondary" class="widget-area"><section class="widget"><h2>أحدث المقالات</h2><ul>{"".join(f"<li><a href='/{i}'>{E(o)}</a></li>" for i, o in enumerate(a.other))}</ul></section></aside>
<footer id="colophon"><p>{ABOUT}</p></footer></body></html>""", "utf-8", {
        "outlet": "وكالة الساحل", "url": f"https://sahel.example/?p={a.number}", "author": a.author}


def kingdom_paper(a):
    """A Gulf paper: Hijri and Gregorian dates side by side, a photo caption, font-size buttons."""
    t = a.time
    day, month, year = hijri(t)
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{E(a.title)} - صحيفة الواحة</title>
<meta property="og:site_name" content="صحيفة الواحة"></head><body><div class="header"><span class="today">الأحد 12 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026 م</span></div>
<div class="container"><div class="row"><div class="col-8"><h1 class="news-title">{E(a.title)}</h1>
<div class="news-info"><i class="icon"></i> {weekday(t)} {day} {month} {year}هـ الموافق {t.day} {EGYPT[t.month - 1]} {t.year}م</div>
<div class="font-size-tools"><button>+A</button><button>-A</button> تكبير الخط</div>
<div class="news-photo"><img src="1.jpg"><div class="photo-caption">مشهد عام من موقع الحدث كما بدا صباح اليوم</div></div>
<div class="news-text"><p class="author">{E(a.author)} - الرياض</p>{"".join(f"<p>{E(x)}</p>" for x in a.lines)}</div>
<div class="print-share">طباعة | إرسال</div></div><div class="col-4 most-read"><h4>الأكثر قراءة</h4>{"".join(f"<a href='/{i}'>{E(o)}</a>" for i, o in enumerate(a.other))}</div></div></div>
<div class="footer">جميع الحقوق محفوظة لصحيفة الواحة</div></body></html>""", "utf-8", {
        "outlet": "صحيفة الواحة", "url": None, "author": f"{a.author} - الرياض"}


def live_blog(a):
    """A live blog: many timed entries, a heading each, JSON-LD of its own kind."""
    t = a.time
    data = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": a.title, "datePublished": t.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "publisher": {"@type": "Organization", "name": "شبكة الأفق"}, "coverageStartTime": t.strftime("%Y-%m-%dT%H:%M:%SZ")}
    heads = ["آخر التطورات الميدانية", "بيانات رسمية", "ردود الفعل", "شهادات من المكان"]
    entries, gold = [], []
    for i, line in enumerate(a.lines):
        head = heads[i % len(heads)]
        entries.append(f'<div class="live-entry" id="e{i}"><div class="live-time"><time datetime="{t:%Y-%m-%dT%H}:{i + 10}:00Z">{t.hour:02d}:{i + 10}</time></div>'
                       f'<h3>{head}</h3><div class="live-text"><p>{E(line)}</p></div><div class="share-entry"><a href="#">مشاركة</a></div></div>')
        gold += [head, line]
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مباشر: {E(a.title)} | شبكة الأفق</title>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body><div class="page-wrap"><h1>{E(a.title)}</h1>
<div class="live-blog">{"".join(entries)}</div><div class="load-more"><button>تحميل المزيد</button></div></div>
<div class="newsletter-box"><p>اشترك في النشرة البريدية لتصلك آخر الأخبار والتحليلات كل صباح على بريدك الإلكتروني.</p></div></body></html>""", "utf-8", {
        "outlet": "شبكة الأفق", "lines": gold, "author": None, "url": None}


def blog_host(a):
    """A local news blog on a blog host: post-body, line breaks inside one div, English date."""
    t = a.time
    return f"""<!DOCTYPE html><html dir='rtl' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<title>أخبار حوران: {E(a.title)}</title><meta content='https://hauran.example/{t:%Y/%m}/post_{a.number}.html' property='og:url'/><meta content='{E(a.title)}' property='og:title'/><meta content='أخبار حوران' property='og:site_name'/></head>
<body><div class='header'><h1 class='title'><a href='/'>أخبار حوران</a></h1><p class='description'>مدونة إخبارية محلية تنقل أخبار المحافظة لحظة بلحظة بأقلام أبنائها</p></div>
<div class='date-outer'><h2 class='date-header'><span>{t:%A, %B} {t.day}, {t.year}</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{E(a.title)}</h3>
<div class='post-body entry-content'><div dir="rtl" style="text-align: right;">{"<br/><br/>".join(E(x) for x in a.lines)}<br/></div></div>
<div class='post-footer'><span class='post-author'>مرسلة بواسطة <span>{E(a.author)}</span></span> <span class='post-timestamp'>في <abbr title='{t:%Y-%m-%dT%H:%M:%S+03:00}'>{clock12(t)}</abbr></span></div></div></div>
<div class='comments' id='comments'><h4>{len(COMMENTS)} تعليقات:</h4>{"".join(f"<p class='comment-content'>{E(c)}</p>" for c in COMMENTS)}</div></body></html>""", "utf-8", {
        "outlet": "أخبار حوران", "url": f"https://hauran.example/{t:%Y/%m}/post_{a.number}.html", "author": None}


def turkish_agency(a):
    """An international agency's Arabic service: dateline in the first line, publication and update in one line."""
    t = a.time
    lead = f"أنقرة / {a.author} / وكالة الجسر"
    lines = [lead] + a.lines
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{E(a.title)}</title><meta name="twitter:title" content="{E(a.title)}">
<meta property="og:site_name" content="وكالة الجسر"></head><body><div class="container"><div class="detay-bg"><h1>{E(a.title)}</h1><h4>تغطية مستمرة</h4>
<div class="detay-spot-category"><span class="tarih">{t:%d.%m.%Y} - تحديث : 01.02.2026</span></div><img class="detay-buyukFoto" src="a.jpg" alt="{E(a.title)}">
<div class="detay-icerik">{"".join(f"<p>{E(x)}</p>" for x in lines)}<div class="detay-paylas">الأخبار المنشورة على الصفحة الرسمية لوكالة الجسر هي اختصار لجزء من الأخبار التي تُعرض للمشتركين.</div></div></div>
<div class="col-md-4"><h3>أخبار ذات صلة</h3>{"".join(f"<div><a href='/{i}'>{E(o)}</a></div>" for i, o in enumerate(a.other))}</div></div></body></html>""", "utf-8", {
        "outlet": "وكالة الجسر", "url": None, "author": None, "lines": lines, "loose": 1}


SITES = [gulf_channel, microdata_portal, wordpress_agency, kingdom_paper, live_blog, blog_host, turkish_agency]
