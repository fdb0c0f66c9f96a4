// Every word on screen, in Arabic and English; numbers and dates as the reader set them.
import { currentSettings } from './state';

const words = {
  desk: ['إسناد', 'Isnad'],
  incidents: ['الوقائع', 'Incidents'], incident: ['واقعة', 'Incident'], reports: ['التقارير', 'Reports'], report: ['تقرير', 'Report'],
  narrators: ['الرواة', 'Narrators'], narrator: ['الراوي', 'Narrator'], ingest: ['إدخال', 'Ingest'], export: ['تصدير', 'Export'], help: ['مساعدة', 'Help'],
  settings: ['الإعدادات', 'Settings'], language: ['اللغة', 'Language'], theme: ['المظهر', 'Theme'], digits: ['الأرقام', 'Digits'], months: ['أسماء الشهور', 'Month names'],
  auto: ['تلقائي', 'Automatic'], light: ['فاتح', 'Light'], dark: ['داكن', 'Dark'], yourName: ['اسمك في سجل المراجعة', 'Your name in the review log'],
  levant: ['المشرق: كانون الثاني', 'Levant: كانون الثاني'], egypt: ['مصر: يناير', 'Egypt: يناير'], maghreb: ['المغرب: جانفي', 'Maghreb: جانفي'],
  skip: ['إلى المحتوى', 'Skip to content'], loading: ['جارٍ التحميل…', 'Loading…'], failed: ['تعذّر ذلك', 'That failed'], retry: ['أعد المحاولة', 'Try again'],
  list: ['قائمة', 'List'], map: ['خريطة', 'Map'], timeline: ['خط زمني', 'Timeline'],
  searchText: ['كلمات في التقارير', 'Words in the reports'], since: ['من يوم', 'From day'], until: ['إلى يوم', 'To day'], place: ['المكان', 'Place'], actor: ['الجهة', 'Actor'],
  type: ['النوع', 'Type'], grade: ['الدرجة', 'Grade'], state: ['حالة المراجعة', 'Review state'], country: ['البلد', 'Country'], sort: ['الترتيب', 'Order'], any: ['الكل', 'Any'],
  leastReports: ['تقارير على الأقل', 'At least reports'], clear: ['امسح المرشّحات', 'Clear filters'], filters: ['المرشّحات', 'Filters'],
  newest: ['الأحدث', 'Newest'], oldest: ['الأقدم', 'Oldest'], byReports: ['الأكثر تقاريرًا', 'Most reports'], byAccounts: ['الأكثر رواياتٍ', 'Most accounts'], byKilled: ['الأكثر قتلى', 'Most killed'],
  found: ['واقعة', 'incidents'], noneFound: ['لا واقعة على هذه الصفة.', 'No incident is like that.'], noneFoundHint: ['خفّف المرشّحات، أو أدخل تقارير.', 'Loosen the filters, or take reports in.'],
  previous: ['السابق', 'Previous'], next: ['التالي', 'Next'], ofAll: ['من', 'of'],
  accounts: ['روايات مستقلة', 'independent accounts'], account1: ['رواية مستقلة', 'independent account'], copies: ['نسخ', 'copies'], copy1: ['نسخة', 'copy'], reportsN: ['تقارير', 'reports'], report1: ['تقرير', 'report'],
  claims: ['ادعاءات', 'claims'], dayUnknown: ['يوم غير معروف', 'day unknown'], placeUnknown: ['مكان غير معروف', 'place unknown'], noTitle: ['بلا عنوان', 'no title'],
  comparison: ['المقارنة', 'The accounts'], chains: ['سلاسل الإسناد', 'The chains'], evidence: ['الشواهد', 'Evidence'], theReports: ['التقارير', 'The reports'], reviews: ['المراجعة', 'Review'], corrections: ['تصحيحات ونفي', 'Corrections and denials'],
  field: ['الحقل', 'Field'], agreementColumn: ['الحاصل', 'Outcome'], outletsColumn: ['الناشر', 'Outlets'],
  means: ['الفعل', 'What'], agent: ['الفاعل', 'Who'], target: ['المستهدَف', 'To whom'], time: ['الزمان', 'When'], weapon: ['السلاح', 'Weapon'], killed: ['القتلى', 'Killed'], injured: ['الجرحى', 'Injured'], outcome: ['المآل', 'Outcome'],
  'mark.agree': ['يوافق', 'agrees'], 'mark.differ': ['يخالف', 'differs'], 'mark.deny': ['ينفي', 'denies'], 'mark.not-stated': ['لم يذكر', 'not stated'], 'mark.alone': ['منفرد', 'alone'],
  'agreement.agreed': ['متفق عليه', 'agreed'], 'agreement.single': ['رواية واحدة', 'one account'], 'agreement.disputed': ['مختلف فيه', 'disputed'], 'agreement.denied': ['منفيّ', 'denied'], 'agreement.silent': ['لم يُذكر', 'not stated'],
  'grade.confirmed': ['مؤكدة', 'confirmed'], 'grade.fair': ['مقبولة', 'fair'], 'grade.weak': ['ضعيفة', 'weak'], 'grade.contested': ['متنازع عليها', 'contested'], 'grade.discounted': ['غير محتسبة', 'discounted'],
  proposed: ['درجة مقترحة', 'proposed grade'], signed: ['درجة موقّعة', 'signed grade'],
  'state.unreviewed': ['غير مراجَع', 'unreviewed'], 'state.assigned': ['مُسنَد', 'assigned'], 'state.checked': ['مدقَّق', 'checked'], 'state.second-check': ['تدقيق ثانٍ', 'second check'], 'state.final': ['نهائي', 'final'], 'state.needs-work': ['يحتاج عملًا', 'needs work'], 'state.out-of-scope': ['خارج النطاق', 'out of scope'],
  'certainty.certain': ['جازم', 'certain'], 'certainty.probable': ['مرجّح', 'probable'], 'certainty.possible': ['محتمل', 'possible'], 'certainty.unknown': ['غير معروف', 'unknown'],
  'kind.outlet': ['وسيلة إعلام', 'outlet'], 'kind.agency': ['وكالة', 'agency'], 'kind.belligerent': ['طرف في النزاع', 'belligerent'], 'kind.government': ['جهة حكومية', 'government'], 'kind.monitor': ['مرصد', 'monitor'], 'kind.official': ['مسؤول', 'official'], 'kind.witness': ['شاهد', 'witness'], 'kind.local': ['مصدر محلي', 'local source'], 'kind.expert': ['خبير', 'expert'], 'kind.social': ['منصات التواصل', 'social media'], 'kind.unnamed': ['غير مسمّى', 'unnamed'],
  'manner.reports': ['يروي', 'reports'], 'manner.states': ['يصرّح', 'states'], 'manner.confirms': ['يؤكد', 'confirms'], 'manner.announces': ['يعلن', 'announces'], 'manner.claims': ['يتبنّى', 'claims'], 'manner.alleges': ['يزعم', 'alleges'], 'manner.accuses': ['يتّهم', 'accuses'], 'manner.believes': ['يرجّح', 'believes'], 'manner.denies': ['ينفي', 'denies'], 'manner.admits': ['يقرّ', 'admits'], 'manner.quotes': ['ينقل', 'quotes'], 'manner.circulates': ['يُتداول', 'circulates'],
  'fact.actual': ['وقع', 'actual'], 'fact.attempted': ['محاولة', 'attempted'], 'fact.foiled': ['أُحبط', 'foiled'], 'fact.threatened': ['تهديد', 'threatened'], 'fact.planned': ['مخطط له', 'planned'], 'fact.denied': ['منفيّ', 'denied'], 'fact.hypothetical': ['افتراضي', 'hypothetical'],
  'denies.event': ['الحدث', 'the event'], 'denies.responsibility': ['المسؤولية', 'responsibility'], 'denies.number': ['العدد', 'the number'], 'denies.victims': ['هوية الضحايا', 'who the victims were'],
  not: ['لا', 'not'], superseded: ['صُحّح لاحقًا', 'corrected later'], carries: ['ينقل عمّن يسمّيهم', 'carries those it names'], background: ['خلفية', 'background'], confidence: ['ثقة الاستخراج', 'confidence'], rule: ['القاعدة', 'rule'], openReport: ['افتح التقرير', 'Open the report'], why: ['لماذا؟', 'Why?'],
  pin: ['ثبّت', 'Pin'], unpin: ['أزل التثبيت', 'Unpin'], showAll: ['كل الرواة', 'All narrators'], print: ['طباعة', 'Print'], tableFile: ['جدول CSV', 'CSV table'], close: ['إغلاق', 'Close'],
  range: ['من الأدنى إلى الأعلى، بلا معدّل', 'least to most, no average'], legend: ['العلامات', 'Marks'],
  rival: ['أماكن متنافسة للواقعة الواحدة يصلها خط متقطع؛ الدائرة مدى عدم اليقين', 'Rival places of one incident are joined by a dashed line; a circle is the uncertainty'], credit: ['خطوط Natural Earth، بحكم الأمر الواقع', 'Natural Earth lines, de facto'], noPosition: ['لا موضع معروف', 'no known position'],
  bracket: ['لا رواية تسمّي اليوم؛ يُستدلّ عليه من النشر', 'no account names the day; bracketed by publication'],
  eventLane: ['زمن الحدث', 'Event time'], reportLane: ['زمن النشر', 'Report time'],
  decide: ['قرار', 'Decide'], reason: ['السبب', 'Why'], comment: ['تعليق', 'Comment'], assign: ['أسنِد إلى', 'Assign to'], merge: ['ادمج مع', 'Merge with'], split: ['افصل', 'Split'], move: ['انقل إلى', 'Move to'], correct: ['صحّح', 'Correct'], undo: ['تراجع', 'Undo'], redo: ['أعد', 'Redo'], save: ['احفظ', 'Save'], cancel: ['ألغِ', 'Cancel'], value: ['القيمة', 'Value'], selected: ['مختارة', 'selected'], chooseClaims: ['اختر الادعاءات التي تخصّ واقعة أخرى', 'Choose the claims that are of something else'], splitOut: ['افصل المختارة', 'Split the chosen out'], incidentId: ['رقم الواقعة', 'Incident id'], log: ['السجل', 'Log'], noReviews: ['لا قرارات بعد.', 'No decisions yet.'], machine: ['استخراج آلي، غير مراجَع', 'machine output, unreviewed'], backToProposal: ['عودة إلى المقترح', 'back to the proposal'],
  emptyMeansSilent: ['فارغ: التقرير لا يذكر. الأعداد مثل 12 أو 12-14.', 'Empty: the report does not say. Figures like 12 or 12-14.'],
  'do.status': ['حالة', 'state'], 'do.grade': ['درجة', 'grade'], 'do.assign': ['إسناد', 'assignment'], 'do.comment': ['تعليق', 'comment'], 'do.correct': ['تصحيح', 'correction'], 'do.merge': ['دمج', 'merge'], 'do.split': ['فصل', 'split'], 'do.move': ['نقل', 'move'], 'do.undo': ['تراجع', 'undo'], 'do.same': ['الشيء نفسه', 'same'], 'do.different': ['شيئان', 'different'],
  text: ['النص', 'Text'], claimsMargin: ['الادعاءات', 'Claims'], capture: ['بيانات الالتقاط', 'Capture'], version: ['نسخة', 'version'], original: ['البايتات الأصلية', 'Original bytes'], takenAt: ['أُدخل', 'taken in'], captured: ['التُقط', 'captured'], engine: ['المحرك', 'engine'], source: ['المصدر', 'source'], warnings: ['تنبيهات', 'Warnings'], noClaims: ['لا ادعاءات في هذا التقرير.', 'No claims in this report.'], published: ['نُشر', 'published'], outlet: ['الناشر', 'outlet'],
  'span.trigger': ['لفظ الحدث', 'trigger'], 'span.actor': ['جهة', 'actor'], 'span.place': ['مكان', 'place'], 'span.time': ['زمان', 'time'], 'span.number': ['عدد', 'number'], 'span.narrator': ['راوٍ', 'narrator'],
  saysHow: ['كم روى', 'Claims'], surely: ['جازمًا', 'certain'], agreedWith: ['وافق', 'agrees'], contradicted: ['خالف', 'differs'], denied: ['نفى', 'denies'], aloneN: ['منفرد', 'alone'], findNarrator: ['ابحث عن راوٍ', 'Find a narrator'],
  paste: ['ألصق نص تقرير', 'Paste a report'], title: ['العنوان', 'Title'], address: ['الرابط', 'Address'], takeIn: ['أدخِل', 'Take in'], upload: ['أو اختر ملفات (نص، HTML، JSON Lines، RSS)', 'Or choose files (text, HTML, JSON Lines, RSS)'], progress: ['التقدّم', 'Progress'], 'in.added': ['أُضيف', 'added'], 'in.changed': ['نسخة جديدة', 'new version'], 'in.known': ['موجود سلفًا', 'known already'], 'in.rejected': ['رُفض', 'rejected'], doneIn: ['انتهى', 'Done'],
  exportWhat: ['وقائع المرشّحات الحالية', 'Incidents of the present filters'], shape: ['الصيغة', 'Shape'], excel: ['لبرامج الجداول (علامة BOM)', 'For spreadsheets (byte-order mark)'], mask: ['احجب أسماء الأفراد', 'Withhold names of private people'], exportDo: ['صدّر', 'Export'], exportNote: ['كل تصدير يُدوَّن في سجل الحيازة.', 'Every export stands in the custody log.'],
  'shape.csv': ['جدول إسناد', 'Isnad table'], 'shape.acled': ['أعمدة ACLED', 'ACLED columns'], 'shape.ucdp': ['أعمدة UCDP GED', 'UCDP GED columns'], 'shape.hxl': ['وسوم HXL', 'HXL tags'], 'shape.plover': ['POLECAT / PLOVER', 'POLECAT / PLOVER'], 'shape.cameo': ['CAMEO', 'CAMEO'], 'shape.geojson': ['GeoJSON', 'GeoJSON'], 'shape.jsonl': ['JSON Lines (العقد)', 'JSON Lines (the contract)'], 'shape.bundle': ['حزمة بكل الجداول (ZIP)', 'Bundle of all tables (ZIP)'],
  itsIncidents: ['وقائعه', 'Its incidents'], besideOthers: ['إلى جانب الرواة الآخرين', 'Beside other narrators'], besideNobody: ['لم يروِ غيره شيئًا من وقائعه.', 'Nobody else tells of its incidents.'], shared: ['وقائع مشتركة', 'Shared incidents'], apartIn: ['افترقا في', 'Apart in'], newestOnly: ['أحدث 300 واقعة فقط', 'its 300 newest incidents only'],
  feeds: ['خلاصات يتابعها المكتب', 'Feeds this desk follows'], feedAddress: ['رابط الخلاصة', 'Address of a feed'], fullPages: ['مع الصفحات الكاملة', 'with full pages'], followFeed: ['تابِع', 'Follow'], unfollow: ['أوقف المتابعة', 'Unfollow'], lookNow: ['انظر الآن', 'Look now'], lookAll: ['انظر فيها كلها', 'Look at all'], lookedAt: ['آخر نظر', 'looked at'], neverLooked: ['لم يُنظر فيها بعد', 'not looked at yet'], noFetch: ['لا يسأل هذا المكتب الشبكة شيئًا، إلا إن شُغّل بـ', 'This desk asks nothing of the network, unless started as'],
  login: ['تسجيل الدخول', 'Log in'], loginHint: ['لهذا المكتب مستخدمون مسمَّون.', 'This desk has named users.'], userName: ['الاسم', 'Name'], password: ['كلمة المرور', 'Password'], code: ['الرمز من تطبيق المصادقة، ستة أرقام', 'Code from your authenticator, six digits'], enter: ['ادخل', 'Enter'], logout: ['اخرج', 'Log out'],
  wrongLogin: ['الاسم أو كلمة المرور أو الرمز غير صحيح.', 'Name, password or code is wrong.'], giveCode: ['اكتب الرمز الذي يعرضه تطبيق المصادقة.', 'Give the code that your authenticator shows.'], tooOften: ['محاولات كثيرة خاطئة؛ انتظر ربع ساعة.', 'Too many failures; wait a quarter of an hour.'],
  changePassword: ['غيّر كلمة المرور', 'Change the password'], newPassword: ['كلمة المرور الجديدة، 12 حرفًا على الأقل', 'New password, at least 12 characters'], saved: ['حُفظ.', 'Saved.'], codesOn: ['رموز الدخول مفعّلة', 'One-time codes are on'], codesOff: ['رموز الدخول غير مفعّلة', 'One-time codes are off'], codesMake: ['فعّل الرموز', 'Turn codes on'], codesConfirm: ['أكّد', 'Confirm'], codesDrop: ['أوقف الرموز', 'Turn codes off'], putSecret: ['أدخِل هذا السر في تطبيق المصادقة، ثم اكتب الرمز الذي يعرضه.', 'Put this secret into an authenticator, then give the code it shows.'],
  'role.reader': ['قارئ', 'reader'], 'role.analyst': ['محلّل', 'analyst'], 'role.reviewer': ['مراجِع', 'reviewer'], 'role.admin': ['مدير', 'admin'], nameWithheld: ['اسم محجوب', 'name withheld'], withheld: ['حُجب لأن دورك قارئ', 'withheld from readers'],
  keys: ['المفاتيح', 'Keys'], 'key.search': ['إلى البحث', 'to the search'], 'key.nextprev': ['التالي والسابق', 'next and previous'], 'key.open': ['افتح', 'open'], 'key.back': ['رجوع', 'back'], 'key.go': ['إلى الوقائع، التقارير، الخريطة، الخط الزمني، الرواة', 'to incidents, reports, map, timeline, narrators'], 'key.narrators': ['الراوي السابق والتالي', 'previous and next narrator'], 'key.edit': ['صحّح، انقل، افصل، تراجع', 'correct, move, split, undo'], 'key.help': ['هذه القائمة', 'this list'],
  notTruth: ['تعرض هذه الصفحات من قال ماذا؛ لا تحكم بما وقع. كل ما لم يمسّه إنسان استخراجٌ آلي.', 'These pages show who said what; they do not rule on what happened. Whatever no person has touched is machine output.'],
  readSigns: ['كيف تُقرأ العلامات', 'How to read the signs'], silence: ['ما لم يُذكر قيمة قائمة بذاتها.', 'What was not stated is a value of its own.'], evidential: ['هذه القاعدة ليست وحدها صالحة دليلًا جنائيًا أو قضائيًا.', 'This database alone is not suitable as forensic or legal evidence.'],
} satisfies Record<string, [string, string]>;

export type Word = keyof typeof words;
export function t(word: Word): string { return words[word][currentSettings().lang === 'ar' ? 0 : 1]; }
// A word made of a fixed head and a value from the API; the value itself where it has no word.
export function tr(head: string, value: string | null | undefined): string {
  if (!value) return '';
  const pair = (words as Record<string, [string, string]>)[`${head}.${value}`];
  return pair ? pair[currentSettings().lang === 'ar' ? 0 : 1] : value;
}

const types: Record<string, [string, string]> = {
  AGREE: ['اتفاق', 'Agree'], CONSULT: ['تشاور', 'Consult'], SUPPORT: ['تأييد', 'Support'], CONCEDE: ['تنازل', 'Concede'], COOPERATE: ['تعاون', 'Cooperate'], AID: ['عون', 'Aid'], RETREAT: ['انسحاب', 'Retreat'], REQUEST: ['طلب', 'Request'],
  ACCUSE: ['اتهام', 'Accuse'], REJECT: ['رفض', 'Reject'], THREATEN: ['تهديد', 'Threaten'], PROTEST: ['احتجاج', 'Protest'], SANCTION: ['عقوبة', 'Sanction'], MOBILIZE: ['حشد', 'Mobilize'], COERCE: ['إكراه', 'Coerce'], ASSAULT: ['هجوم', 'Assault'],
};
const acts: Record<string, string> = {
  airstrike: 'غارة جوية', shelling: 'قصف', missile: 'صاروخ', rocket: 'قذيفة صاروخية', mortar: 'هاون', drone: 'مسيّرة', helicopter: 'مروحية', clash: 'اشتباك', shooting: 'إطلاق نار', ambush: 'كمين', 'car-bomb': 'سيارة مفخخة', ied: 'عبوة ناسفة', suicide: 'تفجير انتحاري', 'suicide-car-bomb': 'سيارة انتحارية', explosion: 'انفجار', assassination: 'اغتيال', 'assassination-attempt': 'محاولة اغتيال', execution: 'إعدام', beating: 'ضرب', torture: 'تعذيب', kidnapping: 'خطف', arrest: 'اعتقال', detention: 'احتجاز', raid: 'مداهمة', escape: 'فرار', demonstration: 'تظاهرة', 'sit-in': 'اعتصام', strike: 'إضراب', riot: 'شغب', arson: 'إحراق', demolition: 'هدم', looting: 'نهب', siege: 'حصار', blockade: 'حصار', withdrawal: 'انسحاب', advance: 'تقدّم', captured: 'سيطرة', 'control-regained': 'استعادة سيطرة', deployment: 'انتشار', reinforcement: 'تعزيزات', condemnation: 'إدانة', accusation: 'اتهام', warning: 'تحذير', threat: 'تهديد', demand: 'مطالبة', appeal: 'مناشدة', meeting: 'لقاء', visit: 'زيارة', agreement: 'اتفاق', ceasefire: 'هدنة', sanction: 'عقوبة', conviction: 'حكم', curfew: 'حظر تجول', 'prisoner-release': 'إطلاق أسرى', 'aid-delivery': 'إيصال مساعدات', sniper: 'قنص', mine: 'لغم', grenade: 'قنبلة يدوية', 'tear-gas': 'غاز مسيل للدموع', 'barrel-bomb': 'برميل متفجر', chemical: 'كيميائي', 'prison-riot': 'تمرد في سجن', warplane: 'طائرة حربية', artillery: 'مدفعية', shell: 'قذيفة', bullet: 'رصاص', 'live fire': 'رصاص حي', explosives: 'متفجرات', bomb: 'قنبلة', 'aerial bomb': 'قنبلة جوية', rifle: 'بندقية', 'light weapons': 'أسلحة خفيفة', 'heavy weapons': 'أسلحة ثقيلة', knife: 'سكين', return: 'عودة', 'aid-access': 'إتاحة العون', investigation: 'تحقيق', confiscation: 'مصادرة', deportation: 'ترحيل', refusal: 'رفض', lawsuit: 'دعوى', closure: 'إغلاق', 'cut-off': 'قطع', expulsion: 'طرد', disarmament: 'نزع سلاح', surrender: 'استسلام', patrol: 'دورية', exercise: 'مناورة', alert: 'استنفار', roadblock: 'قطع طريق', boycott: 'مقاطعة', call: 'اتصال', funding: 'تمويل', 'statement-of-support': 'بيان تأييد', ban: 'حظر', veto: 'نقض', hacking: 'اختراق', ramming: 'دهس', 'motorcycle-bomb': 'دراجة مفخخة', 'sexual-violence': 'عنف جنسي', 'hunger-strike': 'إضراب عن الطعام', 'prisoner-exchange': 'تبادل أسرى', 'hostage-release': 'إطلاق رهائن', tank: 'دبابة', stabbing: 'طعن', resignation: 'استقالة', 'live-fire-on-crowd': 'رصاص حي على حشد',
};
export function typeName(type: string | null): string {
  const pair = type ? types[type] : undefined;
  return pair ? pair[currentSettings().lang === 'ar' ? 0 : 1] : type ?? '';
}
export function actName(act: string | null): string {
  if (!act) return '';
  const plain = act.replace(/-/g, ' ');
  return currentSettings().lang === 'ar' ? acts[act] ?? plain : plain;
}
// The reasons that the engine gives for a grade (src/isnad/incident/grade.cpp).
const reasons: [RegExp, string][] = [
  [/^every account of it denies it$/, 'كل رواية لها تنفيها'], [/^an account denies who did it$/, 'رواية تنفي الفاعل'], [/^accounts name different parties as the one who did it$/, 'الروايات تسمّي فاعلين مختلفين'],
  [/^an account denies that it happened$/, 'رواية تنفي وقوعها'], [/^(.*) says so of its own act$/, '$1 يقرّ بفعله'], [/^(\d+) independent accounts, none of which denies it$/, '$1 روايات مستقلة، لا تنفيها واحدة منها'], [/^a single account$/, 'رواية واحدة'],
];
export function reasonText(reason: string): string {
  if (currentSettings().lang !== 'ar') return reason;
  const found = reasons.find(([pattern]) => pattern.test(reason));
  return found ? digitsOf(reason.replace(found[0], found[1])) : reason;
}
export const allTypes = Object.keys(types);

function locale(): string {
  const { lang, digits, months } = currentSettings();
  return lang === 'ar' ? `ar-${months}-u-ca-gregory-nu-${digits}` : 'en-GB';
}
export function number(value: number): string { return new Intl.NumberFormat(locale(), { useGrouping: value >= 10000 }).format(value); }
export function day(iso: string | null): string {
  if (!iso || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return iso ?? '';
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  const text = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  return iso.length > 10 && /T\d{2}:\d{2}/.test(iso) ? `${text} ${digitsOf(iso.slice(11, 16))}` : text;
}
export function month(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`));
}
export function days(first: string | null, last: string | null): string {
  if (!first) return t('dayUnknown');
  return !last || last === first ? day(first) : `${day(first)} – ${day(last)}`;
}
// Digits of a text as the reader set them.
export function digitsOf(text: string): string {
  const { lang, digits } = currentSettings();
  return lang === 'ar' && digits === 'arab' ? text.replace(/\d/g, (d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)] ?? d) : text;
}
export function counted(count: number, one: Word, many: Word): string { return `${number(count)} ${t(count === 1 ? one : many)}`; }
export function countryName(code: string | null): string {
  if (!code) return '';
  try { return new Intl.DisplayNames([currentSettings().lang], { type: 'region' }).of(code) ?? code; } catch { return code; }
}
