#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lists the gazetteer's names that are also common words, names of persons, or parts of them.

usage: common_names.py FREQUENCIES.tsv gazetteer > gazetteer/common_names.tsv

FREQUENCIES: word TAB count, over some ten million tokens of news. A name of one word is listed when it is frequent and
no place of that name is big enough to account for it; EXTRA adds names of big places that are words as well, PLACES
takes out names that are frequent because of the place. Tier 3 is a place only where the text says so, 2 wants
support, 1 a little. Only the tier is kept, no count.
"""
import collections
import pathlib
import sys

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": None, "ـ": None})
LATIN = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j H kh d dh r z s sh S D T Z 3 gh f q k l m n h w y".split()))
# Names of cities and governorates that are common words too: tier.
EXTRA = {"الباب": 2, "صور": 2, "حجه": 2, "اب": 3, "الوحده": 3, "الجزيره": 3, "الشرقيه": 3, "الغربيه": 3, "الشماليه": 3,
         "الجنوبيه": 3, "الداخليه": 3, "الوسطي": 3, "العاصمه": 3, "الخليج": 3, "الحديثه": 3, "حديثه": 2, "الزهرا": 1, "واسط": 1,
         "البيضا": 1, "الابيض": 3, "الاحمدي": 1, "المدينه": 3, "المنصوره": 1, "السلام": 3, "فيصل": 3, "ناصر": 3, "بدر": 2,
         "الوادي": 2, "وادي": 3, "معسكر": 3, "القطاع": 2, "مستقبل": 3, "القصر": 3, "الحد": 3, "الامل": 3, "النصر": 3,
         "القدم": 3, "الميدان": 2, "التحرير": 2, "الخبر": 3, "النور": 3, "الشعب": 3, "القمر": 3, "كلينتون": 3, "مدينه": 3,
         "جامعه": 3, "امن": 3, "باي": 3, "كولن": 3, "فارس": 2, "ابي": 3, "دور": 3, "الدور": 3, "صباح": 3, "اداره": 3,
         "تشيلسي": 3, "كنت": 3, "لو": 3, "سوا": 3, "جات": 3, "نادي": 3, "بانه": 3, "دوله": 3, "خمس": 3, "وان": 3,
         "ان": 3, "مجموعه": 3, "فان": 3, "دوري": 3, "كيري": 3, "ميدان": 3, "اطار": 3, "الاطار": 3, "سيف": 3, "ليل": 3,
         "طراز": 3, "بسيط": 3, "حقل": 3, "الصف": 3, "اشرف": 3, "بوش": 3, "خبر": 3, "قصر": 3, "العين": 2, "القاعده": 3,
         "الشاطي": 2, "الساحل": 2, "القري": 3, "المنزل": 3, "المنشاه": 3, "الملعب": 3, "ملعب": 3, "الجبل": 3, "اليوم": 3,
         "مالي": 2, "غانا": 0, "مايو": 3, "بيت": 3, "فولتا": 0, "سينا": 0, "بول": 3, "جون": 3, "هايل": 3, "رايد": 3,
         "تايم": 3, "المركز": 3, "الهلال": 3, "النجمه": 3, "اراد": 3, "فاس": 1, "الرس": 1, "الخرج": 2, "حره": 3, "البر": 3,
         "الشفا": 2, "الحرمين": 3, "بني": 3, "المثني": 2, "ذي": 3, "المجد": 3, "سلمان": 3, "صلاح الدين": 1, "باسم": 3,
         "سلطات": 3, "الام": 3, "ميسا": 3, "بورصه": 3, "باب": 3, "وحده": 3, "الجديده": 3, "الظاهره": 3, "الخور": 2, "الزاويه": 1,
         "نجد": 3, "قنا": 2, "جزيره": 3, "باستن": 3, "صوفيا": 1, "الجميل": 3, "للدور": 3, "رالي": 3, "النجم": 3, "وايت": 3, "شيراك": 3,
         "بريمن": 1, "جميل": 3, "خلق": 3, "فرح": 3, "امل": 3, "صدام": 3, "مركزي": 3, "البطين": 2, "الشعب ": 3, "الاهواز": 0, "كربلا": 0,
         "الحوار": 3, "ولا": 3, "غاب": 3, "كانو": 1, "النيل": 1, "الجليل": 1, "البحيرات": 3, "العصابه": 3, "الفجر": 3, "الحرس الوطني": 3,
         "عبر": 3, "انه": 3, "عنه": 3, "كلر": 2, "سعيد": 3, "تركيه": 3, "بدره": 2, "عده": 3, "العده": 3, "مصير": 3, "كان": 3,
         "قم": 2, "خوي": 2, "بم": 3, "ساوه": 1, "الحي": 3, "علي الغربي": 1, "الحمزه": 1, "العماره": 2, "عين": 3, "الكرك": 0,
         "عباس": 3, "سرت": 0, "زلتن": 0, "الخمس": 3, "البيض": 3, "الشلف": 0, "بشار": 3, "الجلفه": 0, "الطارف": 0, "سوسه": 0,
         "باجه": 1, "توزر": 0, "الكاف": 2, "المهديه": 1, "نابل": 0, "زغوان": 0, "قبلي": 3, "سليم": 3, "بوي": 3, "كبير": 3,
         "هيت": 1, "عانه": 1, "راوه": 1, "بيجي": 1, "تلا": 3, "نوي": 2, "جاسم": 3, "داعل": 1, "حارم": 1, "انخل": 1,
         "ازرع": 2, "الثوره": 3, "سلوك": 3, "الشدادي": 1, "مركده": 0, "الهول": 1, "تل": 3, "راس": 3, "دير": 3, "كفر": 3,
         "القايم": 1, "الوفا": 3, "الطبقه": 1, "مسكنه": 1, "صوران": 0, "كسب": 3, "القصير": 1, "الفرقلس": 0, "السخنه": 1,
         "الرحمن": 3, "الكريم": 3, "عمان": 0, "غزه": 0, "يونيو": 3, "مارس": 3, "اذار": 3, "تشرين": 3, "كانون": 3, "نيسان": 3,
         "ايلول": 3, "شباط": 3, "تموز": 3, "حزيران": 3, "ايار": 3, "اب ": 3, "يناير": 3, "ابريل": 3}
# Frequent because of the place.
PLACES = set("""غزه رفح القدس دمشق النصيرات خانيونس درعا ادلب الرقه الحسكه القامشلي تدمر السويدا جنين نابلس رام الله طولكرم
 الخليل قلقيليه الجولان سينا النجف كربلا الفلوجه الرمادي الموصل تكريت بعقوبه كركوك اربيل السليمانيه دهوك سامرا صعده مارب تعز
 لحج ابين شبوه الضالع الحديده المكلا زنجبار سبها درنه طبرق مصراته سرت بنغازي الزاويه زليتن صيدا طرابلس بعلبك زحله النبطيه عرسال
 الهرمل صور_لبنان اربد الزرقا العقبه المفرق معان حلب حمص حماه اللاذقيه طرطوس دوما داريا الزبداني مضايا الغوطه القابون جوبر
 الاعظميه الكاظميه الكراده عفرين منبج عزاز جرابلس اعزاز الحوطه نيالا الفاشر الجنينه كادقلي الدمازين بورتسودان القضارف كسلا
 الفيوم اسيوط سوهاج المنيا الاقصر اسوان العريش الغردقه دمياط طنطا المحله الزقازيق بورسعيد السويس الاسماعيليه الجيزه حلوان
 العقير الحوثه بيشاور كراتشي لاهور قندهار هلمند كويته واشنطن نيويورك نجران جازان جيزان عسير الدمام الطايف ابها تبوك حايل
 بريده عنيزه القطيف الاحسا الظهران الجبيل ينبع الفجيره الشارقه عجمان صحار صلاله نزوي مسقط الدوحه المنامه المحرق الدراز سترة
 شبعا جباليا دير البلح المغازي البريج الشجاعيه بيت حانون بيت لاهيا الرشيديه نصيبين ديار بكر اورفه غازي عنتاب سروج كوباني
 مانشستر كاليفورنيا جنيف تكساس املج صبيا القنفذه الافلاج فلوريدا الخفجي ضبا الدوادمي الدرعيه هوليوود اكسفورد طوباس بلجرشي محايل
 تنومه كولورادو اوسلو النماص رفحا رابغ لشبونه قعطبه سبته جاكرتا بلوشستان المخواه البكيريه لاهاي حرض الصخيرات القريتين الزعتري
 البنتاغون الكرملين الشيشان ماريوبول سالزبورغ بورتو دورتموند السويديه طبرجل شروره هاواي صامطه رنيه تيما بيشه عفيف لودر التواهي ستره
 جازان زيوريخ هامبورغ ميونيخ برشلونه مدريد لندن باريس روما برلين جاكسونفيل ميامي شيكاغو نيوجيرسي فرانكفورت تورونتو مونتريال سيدني
 تل ابيض سنجار تلعفر بيجي حويجه الحويجه الانبار ديالي نينوي بابل ميسان المسيب الحله الكوت السماوه الديوانيه الناصريه العماره_
 """.split())
CLITICS = {"و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"}


def main(frequencies, folder):
    counts = collections.Counter()
    for line in open(frequencies, encoding="utf-8"):
        word, count = line.rstrip("\n").split("\t")[:2]
        if count.isdigit():
            counts[word.translate(FOLD)] += int(count)
    best = {}
    for path in sorted(pathlib.Path(folder, "places").glob("*.tsv")):
        for line in open(path, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "id":
                continue
            near = path.stem != "world"
            worth = {"country": 4, "adm1": 3 if near else 2, "city": 3 if near or int(fields[9] or 0) >= 600000 else 2, "region": 3, "water": 3, "site": 2,
                     "adm2": 2, "town": 2}.get(fields[4], 1)
            if fields[4] == "town" and not near:
                worth = 1
            names = [fields[1]] + fields[2].split("; ")
            names += [n.split(" ", 1)[1] for n in names if n.startswith(("قرية ", "حي ", "مدينة "))]
            names += [n[2:] for n in names if n.startswith("ال") and len(n) > 4]
            for name in names:
                if name and " " not in name:
                    key = name.translate(FOLD)
                    best[key] = max(best.get(key, 0), worth)
    rows = {}
    for key, worth in best.items():
        count = counts[key]
        if key in PLACES or worth == 4:
            continue
        if worth == 3:
            tier = 0
        elif worth == 2:
            tier = 3 if count >= 800 else 2 if count >= 150 else 1 if count >= 40 else 0
        else:
            tier = 3 if count >= 60 else 2 if count >= 12 else 1 if count >= 3 else 0
        if tier:
            rows[key] = tier
    # Words that only look like a clitic and a name (ولد a boy, no و and Lod): far more frequent than the name itself.
    for word, count in counts.items():
        for skip in (1, 2):
            clitics, name = word[:skip], word[skip:]
            if count < 5 or len(name) < 2 or name not in best or best[name] == 4 or word in best:
                continue
            if clitics in CLITICS and count > 2 * counts[name] + 3:
                rows[word] = 3 if count >= 20 else 2
    for key, tier in EXTRA.items():
        rows[key.strip()] = tier
    print("# SPDX-License-Identifier: Apache-2.0")
    print("# Names of places that are also common words or names of persons (tools/common_names.py). tier 3: a place only where")
    print("# the text says so (في مدينة الباب); 2: wants support; 1: a little. Made by frequency in news of 2015-2025; exceptions by hand.")
    print("id\tar\ttier")
    named = {}
    for key, tier in sorted(rows.items()):
        latin = "".join(LATIN.get(letter, "-") for letter in key)
        while latin in named:
            latin += ".2"
        named[latin] = (key, tier)
    for latin, (key, tier) in sorted(named.items()):
        if tier:
            print(f"{latin}\t{key}\t{tier}")


main(*sys.argv[1:])
