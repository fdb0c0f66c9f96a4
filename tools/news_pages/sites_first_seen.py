# SPDX-License-Identifier: Apache-2.0
"""Six templates that the reader first met untuned, and was then mended by (docs/accuracy_pages.md has both figures).

Each is a function from an article to (page, encoding, gold); gold overrides what the article says.
"""
import html as escape
import json

from article import ABOUT, COMMENTS, COOKIES, EGYPT, LEVANT, MAGHREB, arabic_digits, clock12, hijri, weekday

E = escape.escape


def drupal_daily(a):
    """A pan-Arab daily on Drupal: field wrappers, Levant and Egyptian month names, sibling region of topics."""
    t = a.time
    paragraphs = "".join(f"<p>{E(line)}</p>\n" for line in a.lines)
    related = "".join(f'<div class="views-row"><div class="teaser"><h3><a href="/node/{i}">{E(o)}</a></h3>'
                      f'<div class="field--name-field-teaser">{E(o)} في تفاصيل نوردها تباعاً.</div></div></div>'
                      for i, o in enumerate(a.other))
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"/>
<title>{E(a.title)} | الشرق الجديد</title>
<link rel="canonical" href="https://sharq.example/node/{a.number}"/>
<meta property="og:title" content="{E(a.title)}"/><meta property="og:site_name" content="الشرق الجديد"/>
<meta property="article:modified_time" content="2024-02-02T00:00:00+0000"/>
</head><body class="path-node page-node-type-article has-sidebar-second">
<header role="banner"><div class="region region-header"><div class="date-now">الأحد 22 نوفمبر 2026</div>
<ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/world">العالم</a></li></ul></div></header>
<main role="main"><div class="region region-content"><article role="article" class="node node--type-article node--view-mode-full">
<div class="node__top"><span class="field--name-field-section">المشرق العربي</span>
<h1 class="page-title"><span class="field field--name-title">{E(a.title)}</span></h1>
<div class="article-date"><span>نُشر: {t:%H:%M}-{t.day} {EGYPT[t.month - 1]} {t.year} م ـ {hijri(t)[0]:02d} {hijri(t)[1]} {hijri(t)[2]} هـ</span></div>
<div class="field--name-field-written-by">{E(a.author)}</div></div>
<div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">
{paragraphs}</div></div>
<div class="node__links"><ul class="links inline"><li>العلامات</li><li><a href="/t/1">حرب</a></li></ul></div>
</article></div>
<aside class="region region-sidebar-second"><div class="block block-views"><h2>اخترنا لك</h2>{related}</div></aside></main>
<footer><p>جميع الحقوق محفوظة لصحيفة الشرق الجديد © 2024</p></footer></body></html>""", "utf-8", {
        "outlet": "الشرق الجديد", "url": f"https://sharq.example/node/{a.number}"}


def mobile_broadcaster(a):
    """A broadcaster with hashed class names only, JSON-LD, no names to go by; a promo inside the text."""
    half = len(a.lines) // 2
    block = lambda line: f'<div dir="rtl" class="bbc-19j92fr ebmt73l0"><p class="bbc-1gjrnwp e17g058b0" dir="rtl">{E(line)}</p></div>'  # noqa: E731
    promo = ('<section role="region" aria-labelledby="promo" class="bbc-1ahucak e1ig0tzj7"><strong class="bbc-ttcmn0 e1ig0tzj6">مواضيع قد تهمك</strong>'
             '<ul class="bbc-1h1s03l">' + "".join(f'<li class="bbc-v4xr6"><a class="bbc-1i4ie53" href="/arabic/articles/c{i}o">{E(o)}</a></li>'
                                                    for i, o in enumerate(a.other)) + "</ul></section>")
    data = {"@context": "http://schema.org", "@graph": [{
        "@type": "ReportageNewsArticle", "headline": a.title, "datePublished": a.time.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "dateModified": "2025-01-01T00:00:00.000Z", "author": {"@type": "NewsMediaOrganization", "name": "إذاعة المحيط"},
        "publisher": {"@type": "NewsMediaOrganization", "name": "إذاعة المحيط"},
        "mainEntityOfPage": f"https://moheet.example/arabic/articles/c{a.number}o"}]}
    return f"""<!doctype html><html dir="rtl" lang="ar"><head><meta charSet="utf-8"/><title data-react-helmet="true">{E(a.title)} - إذاعة المحيط</title>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head>
<body><div id="root"><header role="banner" class="bbc-1bw0fvz"><a href="/arabic" class="bbc-1l1x2i3">إذاعة المحيط عربي</a></header>
<div class="bbc-1u2qvhr"><main role="main" class="bbc-fa0wmp"><div class="bbc-1151pbn ebmt73l0"><h1 class="bbc-14gqcmb e1p3vdyi0" id="content" tabindex="-1">{E(a.title)}</h1></div>
<figure class="bbc-1qdcvv9"><div><img alt="آثار الدمار في المكان" src="x.jpg"/></div><figcaption class="bbc-zyzq2">آثار الدمار في المكان بعد ساعات من الحادث، صورة خاصة</figcaption></figure>
<div class="bbc-zq5vtx"><time class="bbc-14xtggo e4zesg50" datetime="{a.time:%Y-%m-%d}">{a.time.day} {LEVANT[a.time.month - 1]}/ {EGYPT[a.time.month - 1]} {a.time.year}</time></div>
{"".join(block(x) for x in a.lines[:half])}{promo if half else ""}{"".join(block(x) for x in a.lines[half:])}</main></div>
<div class="bbc-1q7ukx9"><section class="bbc-1kymnip"><h2>الأكثر قراءة</h2><ol>{"".join(f'<li><span>{arabic_digits(i + 1)}</span><div><a href="/a{i}">{E(o)}</a></div></li>' for i, o in enumerate(a.other))}</ol></section></div></div></body></html>""", "utf-8", {
        "outlet": "إذاعة المحيط", "author": None, "url": f"https://moheet.example/arabic/articles/c{a.number}o"}


def maghreb_portal(a):
    """A Maghreb portal: French month names in Arabic, text in a div with line breaks, comments open to the world."""
    text = "<br />\n<br />\n".join(E(line) for line in a.lines)
    comments = "".join(f'<li id="li-comment-{i}"><div class="commentaire"><b>زائر {i}</b><p>{E(c)}</p></div></li>' for i, c in enumerate(COMMENTS))
    t = a.time
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>جريدة الأوراس - {E(a.title)}</title><meta name="description" content="جريدة الأوراس اليومية" />
<meta property="og:title" content="جريدة الأوراس" /></head>
<body><div id="top"><div id="logo"><a href="/"><img src="logo.png" alt="جريدة الأوراس" /></a></div>
<div id="menu"><a href="/">الرئيسية</a> | <a href="/pol">سياسة</a> | <a href="/eco">اقتصاد</a> | <a href="/spo">رياضة</a></div></div>
<div id="wrap"><div id="colonne_droite"><div class="titre">{E(a.title)}</div>
<div class="infos_article">{weekday(t)} {t.day:02d} {MAGHREB[t.month - 1]} {t.year} - {t:%H:%M} &nbsp;&nbsp; قراءات: 1532</div>
<div class="texte_article">{text}</div>
<div id="comments"><h3>التعليقات ({len(COMMENTS)})</h3><ul>{comments}</ul></div></div>
<div id="colonne_gauche">{"".join(f'<div class="nouvelle"><a href="/{i}.html">{E(o)}</a></div>' for i, o in enumerate(a.other))}</div></div>
<div id="pied">كل الحقوق محفوظة &copy; جريدة الأوراس</div></body></html>""", "utf-8", {
        "outlet": "جريدة الأوراس", "author": None, "url": None}


def accelerated(a):
    """An AMP page of a channel: amp elements, JSON-LD list, share list, the next article loaded below."""
    t = a.time
    data = [{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
            {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": a.title[:60],
             "datePublished": t.strftime("%Y-%m-%dT%H:%M:%S+03:00"), "author": [{"@type": "Person", "name": a.author}],
             "publisher": {"@type": "Organization", "name": "قناة المرفأ", "logo": {"@type": "ImageObject", "url": "x.png"}}}]
    body = "".join(f"<p>{E(line)}</p><amp-ad width=300 height=250 type=doubleclick></amp-ad>" if i == 1 else f"<p>{E(line)}</p>"
                   for i, line in enumerate(a.lines))
    return f"""<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{E(a.title)}</title>
<link rel="canonical" href="https://marfa.example/news/{a.number}"><style amp-boilerplate>body{{-webkit-animation:-amp-start 8s}}</style>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False, indent=1)}</script></head><body>
<amp-sidebar id="sidebar" layout="nodisplay" side="right"><ul><li><a href="/">الرئيسية</a></li><li><a href="/live">البث المباشر</a></li></ul></amp-sidebar>
<amp-user-notification id="n" layout="nodisplay"><p>{COOKIES}</p><button on="tap:n.dismiss">موافق</button></amp-user-notification>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{E(a.title)}</h1>
<div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">{E(a.author)}</span></div>
<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{t:%Y-%m-%dT%H:%M:%S+03:00}">منذ ساعتين</time></div></header>
<div class="amp-wp-article-content">{body}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">الوسوم: <a href="/t">أخبار</a></div></footer></article>
<amp-next-page><script type="application/json">[]</script></amp-next-page>
<div class="amp-social"><amp-social-share type="twitter"></amp-social-share></div></body></html>""", "utf-8", {
        "outlet": "قناة المرفأ", "url": f"https://marfa.example/news/{a.number}"}


def old_tables(a):
    """A state agency of the nineties: tables in tables, font elements, Windows-1256, unclosed paragraphs."""
    t = a.time
    paragraphs = "".join(f'<p align="justify"><font face="Simplified Arabic" size="4">{E(line)}</font>\n' for line in a.lines)
    links = "".join(f'<tr><td bgcolor=#eeeeee><a href="show.asp?id={i}">{E(o)}</a></td></tr>' for i, o in enumerate(a.other))
    page = f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1256">
<TITLE>وكالة السهل للأنباء</TITLE></HEAD>
<BODY bgcolor="#FFFFFF"><TABLE width="100%"><TR><TD colspan=2><a href="index.asp"><img src="top.gif" alt="وكالة السهل للأنباء" class="logo"></a></TD></TR>
<TR><TD valign=top width="20%"><TABLE>{links}</TABLE></TD>
<TD valign=top><TABLE width="95%" dir=rtl><TR><TD><b><font size="5" color="#990000">{E(a.title)}</font></b></TD></TR>
<TR><TD><font size=2>[{t.day:02d}/{t.month:02d}/{t.year}]</font></TD></TR>
<TR><TD>{paragraphs}</TD></TR>
<TR><TD align=center><a href="print.asp?id=1">طباعة</a> <a href="send.asp?id=1">أرسل لصديق</a></TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=center><font size=1>جميع الحقوق محفوظة لوكالة السهل للأنباء 2005</font></TD></TR></TABLE></BODY></HTML>"""
    return page, "cp1256", {"outlet": "وكالة السهل للأنباء", "author": None, "url": None}


def elementor(a):
    """A local site built with a page builder: a dozen wrappers a paragraph, author box, newsletter, date in words."""
    t = a.time
    wrap = lambda inner, kind: (f'<div class="elementor-element elementor-widget elementor-widget-{kind}" data-widget_type="{kind}.default">'  # noqa: E731
                                f'<div class="elementor-widget-container">{inner}</div></div>')
    content = "".join(f"<p>{E(line)}</p>" if i % 2 else f'<p class="has-text-align-right"><span style="font-weight: 400;">{E(line)}</span></p>'
                      for i, line in enumerate(a.lines))
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8">
<title>{E(a.title)} – منصة الجزيرة السورية</title><meta name="author" content="admin">
<meta property="og:site_name" content="منصة الجزيرة السورية"><meta property="og:url" content="https://platform.example/?p={a.number}">
<meta property="article:published_time" content="{t:%Y-%m-%dT%H:%M:00+00:00}"></head>
<body class="rtl post-template-default single single-post elementor-default"><div class="elementor elementor-location-header"><nav class="elementor-nav-menu"><ul><li><a href="/">الرئيسية</a></li></ul></nav></div>
<div class="elementor elementor-location-single post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">
{wrap(f'<h1 class="elementor-heading-title elementor-size-default">{E(a.title)}</h1>', "theme-post-title")}
{wrap(f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li itemprop="author"><a href="/author/x"><span>{E(a.author)}</span></a></li><li itemprop="datePublished"><span>{EGYPT[t.month - 1]} {t.day}, {t.year}</span></li><li>{clock12(t, "صباحًا", "مساءً")}</li></ul>', "post-info")}
{wrap(content, "theme-post-content")}
{wrap('<div class="elementor-share-btn"><span>Facebook</span></div><div class="elementor-share-btn"><span>Telegram</span></div>', "share-buttons")}
{wrap(f'<div class="elementor-author-box"><h4>{E(a.author)}</h4><div class="elementor-author-box__bio">{ABOUT}</div></div>', "author-box")}
{wrap('<form class="elementor-form"><label>اشترك في نشرتنا البريدية ليصلك كل جديد في الموقع</label><input type="email"></form>', "form")}
{wrap("".join(f'<article class="elementor-post"><h3 class="elementor-post__title"><a href="/{i}">{E(o)}</a></h3><div class="elementor-post__excerpt"><p>{E(o)}، تفاصيل الخبر كاملة تجدونها في صفحتنا.</p></div></article>' for i, o in enumerate(a.other)), "posts")}
</div></div></section></div></body></html>""", "utf-8", {
        "outlet": "منصة الجزيرة السورية", "url": f"https://platform.example/?p={a.number}"}


SITES = [drupal_daily, mobile_broadcaster, maghreb_portal, accelerated, old_tables, elementor]
