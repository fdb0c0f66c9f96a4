// SPDX-License-Identifier: Apache-2.0
// The few Arabic words by which a report's layout is known: who prepared it, which wire it comes
// from, what a site prints around it. Part of the code and no lexicon, since layout is found before
// any lexicon is at hand; lists stay short on purpose. Compared as written, hence the spellings
// without hamza.
#pragma once

#include <string_view>

namespace isnad::layout_words {

// Before the name of whoever made the report; a name may follow without a colon.
inline constexpr std::string_view kBylineVerbs[] = {
    "كتب",    // kataba, wrote (he)
    "كتبت",   // katabat, wrote (she)
    "بقلم",   // bi-qalam, by the pen of
    "إعداد",  // iʿdād, prepared by
    "اعداد",  // the same without hamza
    "أعد",    // aʿadda, prepared (he)
    "أعدته",  // aʿaddat-hu, prepared it (she)
};

// The same, but also ordinary first words of headlines (report on …, liberation of …): a colon must
// follow.
inline constexpr std::string_view kBylineNouns[] = {
    "تحرير",   // taḥrīr, edited by
    "تقرير",   // taqrīr, report by
    "ترجمة",   // tarjama, translated by
    "متابعة",  // mutābaʿa, followed up by
    "مراسل",   // murāsil, correspondent
};

// Words that mark the left or right side of a dash as a wire or desk.
inline constexpr std::string_view kAgencyWords[] = {
    "وكالة",     // wakāla, agency
    "وكالات",    // wakālāt, agencies
    "الوكالات",  // the agencies
    "الوكالة",   // the agency
    "مراسل",     // murāsil, correspondent
    "مراسلنا",   // our correspondent
    "متابعات",   // mutābaʿāt, follow-ups
    "متابعة",    // mutābaʿa, follow-up
    "خاص",       // khāṣṣ, exclusive
    "مكتب",      // maktab, bureau
    "شبكة",      // shabaka, network
    "صحيفة",     // ṣaḥīfa, newspaper
    "رويترز",    // Reuters
    "واس",       // Saudi Press Agency
    "سبأ",       // Saba, Yemen
    "سانا",      // SANA, Syria
    "واع",       // INA, Iraq
    "وفا",       // WAFA, Palestine
    "الأناضول",  // Anadolu
    "أ.ف.ب",     // AFP
    "ا.ف.ب",     // the same without hamza
    "أ.ب",       // AP
    "د.ب.أ",     // dpa
    "أ.ش.أ",     // MENA, Egypt
};

// Words no dateline holds: with one of them a stretch before a dash is prose.
inline constexpr std::string_view kProseWords[] = {
    "في",     // fī, in
    "إلى",    // ilā, to
    "الى",    // the same without hamza
    "على",    // ʿalā, on
    "عن",     // ʿan, about
    "مع",     // maʿa, with
    "أن",     // an, that
    "ان",     // the same without hamza
    "إن",     // inna, that
    "بين",    // bayna, between
    "التي",   // allatī, which (she)
    "الذي",   // alladhī, which (he)
    "الذين",  // alladhīna, who (they)
    "هذا",    // hādhā, this (he)
    "هذه",    // hādhihi, this (she)
    "بعد",    // baʿda, after
    "قبل",    // qabla, before
    "بحسب",   // bi-ḥasab, according to
    "حسب",    // ḥasab, according to
    "وفق",    // wafqa, in line with
    "وفقا",   // wafqan, in line with
    "وفقاً",   // the same with its mark
    "كما",    // kamā, as
    "حيث",    // ḥaythu, where
    "خلال",   // khilāl, during
    "ضد",     // ḍidd, against
    "وهو",    // wa-huwa, and he
    "وهي",    // wa-hiya, and she
    "لا",     // lā, no
    "لم",     // lam, did not
    "ما",     // mā, what
    "قال",    // qāla, said (he)
    "قالت",   // qālat, said (she)
    "وقال",   // wa-qāla, and said
    "وقالت",  // wa-qālat, and said (she)
    "وأضاف",  // wa-aḍāfa, and added
    "أعلن",   // aʿlana, announced (he)
    "أعلنت",  // aʿlanat, announced (she)
    "ذكر",    // dhakara, mentioned (he)
    "ذكرت",   // dhakarat, mentioned (she)
    "قتل",    // qutila, was killed
};

// What a site prints around a report: a line that begins so is no part of the report.
inline constexpr std::string_view kFurniture[] = {
    "اقرأ أيضا",       // iqraʾ ayḍan, read also
    "اقرأ أيضاً",       // the same with its mark
    "اقرأ ايضا",       // the same without hamza
    "إقرأ أيضا",       // the same misspelt
    "رابط الخبر",      // rābiṭ al-khabar, link of the story
    "تابعونا",         // follow us
    "تابعنا",          // follow us (one reader)
    "للمزيد",          // for more
    "لمزيد من",        // for more of
    "شاهد أيضا",       // watch also
    "مواضيع ذات صلة",  // related subjects
    "أخبار ذات صلة",   // related news
    "المصدر:",         // al-maṣdar, source
    "المصدر :",        // the same with a space
    "...المزيد",       // … more
    "// انتهى //",     // intahā, ends
};

}  // namespace isnad::layout_words
