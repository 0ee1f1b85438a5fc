/** Fictional towns that write in Polish, Czech, Ukrainian, Greek, Turkish and Arabic. */
import { type MunicipalSite, pagesOf } from './site.ts'
import { drupal, handMade, joomla, typo3, wordpress } from './templates.ts'

export const eastern: readonly MunicipalSite[] = [
  {
    name: 'przykladowo',
    languages: ['pl'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/dla-mieszkancow/przemoc-wobec-dzieci' },
    pages: pagesOf({
      ...{
        lang: 'pl-PL',
        site: 'Gmina Przykładowo',
        template: joomla,
        filler: '<p>Urząd czynny od poniedziałku do piątku.</p>',
      },
      menu: [
        ['/aktualnosci', 'Aktualności'],
        ['/dla-mieszkancow', 'Dla mieszkańców'],
        ['/bip', 'BIP'],
        ['/odpady', 'Gospodarka odpadami'],
      ],
      texts: {
        '/': ['Strona główna', '<p>Witamy.</p>'],
        '/dla-mieszkancow': [
          'Dla mieszkańców',
          '<ul><li><a href="/dla-mieszkancow/podatki">Podatki</a></li><li><a href="/dla-mieszkancow/przemoc-wobec-dzieci">Gdzie szukać pomocy: przemoc wobec dzieci</a></li></ul>',
        ],
        '/dla-mieszkancow/przemoc-wobec-dzieci': [
          'Przemoc wobec dzieci: gdzie szukać pomocy',
          '<p>Jeśli dziecko jest krzywdzone lub zaniedbywane, zgłoś to. Ośrodek pomocy społecznej udziela wsparcia i bezpłatnej porady psychologicznej.</p><p>Kontakt: punkt konsultacyjny w urzędzie.</p>',
        ],
      },
    }),
  },
  {
    name: 'pustkowo',
    languages: ['pl'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'pl', site: 'Pustkowo', template: wordpress, filler: '<p>Informacje.</p>' },
      menu: [
        ['/szkoly', 'Szkoły i przedszkola'],
        ['/ochrona-srodowiska', 'Ochrona środowiska'],
        ['/rodo', 'Ochrona danych osobowych'],
      ],
      texts: {
        '/': ['Pustkowo', '<p>Witamy.</p>'],
        '/szkoly': [
          'Szkoły i przedszkola',
          '<p>Rekrutacja dzieci do przedszkoli. Kontakt i pomoc w sekretariacie. Zajęcia dla dzieci i młodzieży.</p>',
        ],
        '/rodo': [
          'Ochrona danych osobowych',
          '<p>Dane dzieci podlegają szczególnej ochronie. Kontakt z inspektorem.</p>',
        ],
      },
    }),
  },
  {
    name: 'vzorov',
    languages: ['cs'],
    set: 'held',
    truth: { verdict: 'checklist', path: '/socialni/ohrozene-deti' },
    pages: pagesOf({
      ...{ lang: 'cs', site: 'Město Vzorov', template: typo3, filler: '<p>Úřední hodiny.</p>' },
      menu: [
        ['/uredni-deska', 'Úřední deska'],
        ['/socialni', 'Sociální věci a rodina'],
        ['/kultura', 'Kultura'],
      ],
      texts: {
        '/': ['Úvod', '<p>Vítejte.</p>'],
        '/socialni': [
          'Sociální věci a rodina',
          '<ul><li><a href="/socialni/davky">Dávky</a></li><li><a href="/socialni/ohrozene-deti">Pomoc ohroženým dětem</a></li></ul>',
        ],
        '/socialni/ohrozene-deti': [
          'Pomoc ohroženým dětem',
          '<p>Ohrožené dítě potřebuje pomoc dospělých. Násilí, zanedbávání nebo zneužívání můžete oznámit.</p><ul><li>OSPOD, sociálně-právní ochrana dětí</li><li>Linka bezpečí</li><li>Rodinná poradna</li><li>Pedagogicko-psychologická poradna</li><li>Azylový dům</li><li>Policie</li></ul>',
        ],
      },
    }),
  },
  {
    name: 'pryklad',
    languages: ['uk'],
    set: 'held',
    truth: { verdict: 'page', path: '/node/44' },
    pages: pagesOf({
      ...{ lang: 'uk', site: 'Приклад', template: drupal, filler: '<p>Графік прийому громадян.</p>' },
      menu: [
        ['/news', 'Новини'],
        ['/node/40', 'Соціальний захист'],
        ['/node/41', 'Освіта'],
      ],
      texts: {
        '/': ['Головна', '<p>Вітаємо.</p>'],
        '/node/40': [
          'Соціальний захист',
          '<a href="/node/43">Субсидії</a> <a href="/node/44">Служба у справах дітей</a>',
        ],
        '/node/44': [
          'Служба у справах дітей',
          '<p>Служба захищає права дитини. Якщо дитина постраждала від насильства або опинилася в небезпеці, зверніться до нас. Консультація та допомога безкоштовні, можна анонімно.</p>',
        ],
      },
    }),
  },
  {
    name: 'paradeigma',
    languages: ['el'],
    set: 'held',
    truth: { verdict: 'page', path: '/koinoniki/prostasia-paidion' },
    pages: pagesOf({
      ...{ lang: 'el', site: 'Δήμος Παραδείγματος', template: wordpress, filler: '<p>Ώρες κοινού.</p>' },
      menu: [
        ['/nea', 'Νέα'],
        ['/koinoniki', 'Κοινωνική πολιτική'],
        ['/tourismos', 'Τουρισμός'],
      ],
      texts: {
        '/': ['Αρχική', '<p>Καλώς ήρθατε.</p>'],
        '/koinoniki': ['Κοινωνική πολιτική', '<p><a href="/koinoniki/prostasia-paidion">Προστασία παιδιών</a></p>'],
        '/koinoniki/prostasia-paidion': [
          'Προστασία παιδιών',
          '<p>Αν ένα παιδί υφίσταται βία, κακοποίηση ή παραμέληση, μπορείτε να ζητήσετε βοήθεια. Η κοινωνική υπηρεσία προσφέρει στήριξη και συμβουλευτική. Επικοινωνία: εμπιστευτικά και δωρεάν.</p>',
        ],
      },
    }),
  },
  {
    name: 'ornekkoy',
    languages: ['tr'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'tr', site: 'Örnekköy Belediyesi', template: joomla, filler: '<p>Hizmetlerimiz.</p>' },
      menu: [
        ['/haberler', 'Haberler'],
        ['/hizmetler', 'Hizmetler'],
        ['/cocuk', 'Çocuk oyun alanları'],
      ],
      texts: {
        '/': ['Ana sayfa', '<p>Hoş geldiniz.</p>'],
        '/cocuk': ['Çocuk oyun alanları', '<p>Parklarımız çocuklar için güvenli. İletişim ve destek masası açık.</p>'],
      },
    }),
  },
  {
    name: 'madinat-mithal',
    languages: ['ar'],
    set: 'tuned',
    truth: { verdict: 'checklist', path: '/ar/child-protection' },
    pages: pagesOf({
      ...{ lang: 'ar', site: 'بلدية المثال', template: wordpress, filler: '<p>ساعات العمل في البلدية.</p>' },
      menu: [
        ['/ar/news', 'الأخبار'],
        ['/ar/social', 'الشؤون الاجتماعية'],
        ['/ar/child-protection', 'حماية الأطفال'],
      ],
      texts: {
        '/': ['الرئيسية', '<p>أهلا بكم.</p>'],
        '/ar/child-protection': [
          'حماية الأطفال',
          '<p>هل أنت قلق على طفل؟ المساعدة مجانية وسرية. يمكن الإبلاغ عن العنف والإهمال.</p><ul><li>مكتب حماية الطفل في البلدية</li><li>خط نجدة الطفل</li><li>مركز الإرشاد الأسري</li><li>المرشد المدرسي</li><li>الشرطة</li><li>فحص طبي في المستشفى</li></ul>',
        ],
      },
    }),
  },
  {
    name: 'qaryat-mithal',
    languages: ['ar', 'fr'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'ar', site: 'قرية المثال', template: handMade, filler: '<p>نص.</p>' },
      menu: [
        ['/akhbar.html', 'أخبار'],
        ['/madaris.html', 'المدارس'],
      ],
      texts: {
        '/': ['الرئيسية', '<p>أهلا.</p>'],
        '/madaris.html': ['المدارس', '<p>تسجيل الأطفال في المدارس. للتواصل والمساعدة: الإدارة.</p>'],
      },
    }),
  },
]
