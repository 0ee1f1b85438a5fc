/** Fictional towns that write in Dutch, English and the languages of the north. */
import { type MunicipalSite, pagesOf } from './site.ts'
import { aspNet, drupal, joomla, type Menu, scriptOnly, typo3, wordpress } from './templates.ts'

const dutchMenu: Menu = [
  ['/nieuws', 'Nieuws'],
  ['/bestuur', 'Bestuur'],
  ['/inwoners', 'Inwoners'],
  ['/zorg', 'Zorg en ondersteuning'],
  ['/afval', 'Afval'],
  ['/privacy', 'Privacyverklaring'],
]
const dutchFiller = '<p>Maak een afspraak met de gemeente. Wij helpen u graag.</p>'
const dutchHome: readonly [string, string] = ['Home', '<p>Direct regelen: paspoort, verhuizing, afval.</p>']

export const dutch: readonly MunicipalSite[] = [
  {
    name: 'voorbeeldstad',
    languages: ['nl'],
    set: 'tuned',
    truth: { verdict: 'checklist', path: '/zorg/veilig-opgroeien' },
    pages: pagesOf({
      ...{ lang: 'nl', site: 'Gemeente Voorbeeldstad', menu: dutchMenu, template: drupal, filler: dutchFiller },
      texts: {
        '/': dutchHome,
        '/zorg': [
          'Zorg en ondersteuning',
          '<ul><li><a href="/zorg/wmo">Hulp bij het huishouden</a></li><li><a href="/zorg/veilig-opgroeien">Hulp voor kinderen, jongeren en ouders</a></li></ul>',
        ],
        '/zorg/veilig-opgroeien': [
          'Hulp voor kinderen, jongeren en ouders',
          '<p>Maakt u zich zorgen over een kind? Is het thuis niet veilig? Praat erover.</p><ul><li>Veilig Thuis: advies over huiselijk geweld en kindermishandeling</li><li>De Kindertelefoon</li><li>Centrum voor Jeugd en Gezin</li><li>Jeugdbescherming en wijkteam</li><li>Schoolmaatschappelijk werk</li><li>Slachtofferhulp</li><li>Kinderombudsman</li></ul>',
        ],
      },
    }),
  },
  {
    name: 'element-aan-zee',
    languages: ['nl'],
    set: 'tuned',
    truth: { verdict: 'embedded', path: '/inwoners/kinderhulp' },
    pages: pagesOf({
      ...{ lang: 'nl-NL', site: 'Element aan Zee', template: wordpress, filler: dutchFiller },
      menu: [...dutchMenu, ['/inwoners/kinderhulp', 'Hulp voor kinderen']],
      texts: {
        '/': dutchHome,
        '/inwoners/kinderhulp': [
          'Hulp voor kinderen',
          '<safe-towns-help town="{town}" lang="nl" heading="2"><a href="{base}/nl/{town}">Hulp voor kinderen</a></safe-towns-help><script src="{base}/embed.js"></script>',
        ],
      },
    }),
  },
  {
    name: 'leegveld',
    languages: ['nl'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{
        lang: 'nl',
        site: 'Leegveld',
        menu: [...dutchMenu, ['/jeugd', 'Sport voor de jeugd'], ['/veiligheid', 'Openbare orde en veiligheid']],
        template: joomla,
        filler: dutchFiller,
      },
      texts: {
        '/': dutchHome,
        '/jeugd': [
          'Sport voor de jeugd',
          '<p>Kinderen kunnen kennismaken met judo, zwemmen en voetbal. Contact: de buurtsportcoach. Hulp met het lidmaatschap kan.</p>',
        ],
        '/veiligheid': [
          'Openbare orde en veiligheid',
          '<p>De burgemeester gaat over de veiligheid. Meld overlast bij het meldpunt. De politie helpt bij inbraak en geweld.</p>',
        ],
      },
    }),
  },
  {
    name: 'traag-aan-de-dijk',
    languages: ['nl'],
    set: 'tuned',
    truth: { unseen: 'timeout' },
    pages: { '/': { hangs: true } },
  },
  {
    name: 'fragmentdam',
    languages: ['nl'],
    set: 'held',
    truth: { verdict: 'embedded', path: '/inwoners/veilig-opgroeien' },
    robots: 'User-agent: *\nDisallow: /zoeken\nCrawl-delay: 10',
    pages: pagesOf({
      ...{ lang: 'nl', site: 'Fragmentdam', template: typo3, filler: dutchFiller },
      menu: [...dutchMenu, ['/inwoners/veilig-opgroeien', 'Veilig opgroeien']],
      texts: {
        '/': dutchHome,
        '/inwoners': ['Inwoners', '<a href="/inwoners/veilig-opgroeien">Jeugd en veilig opgroeien</a>'],
        '/inwoners/veilig-opgroeien': [
          'Veilig opgroeien',
          '<section data-safe-towns-fragment="2026-11-29T10:00:00Z" data-safe-towns-town="{town}" lang="nl"><h2>Hulp</h2></section>',
        ],
      },
    }),
  },
  {
    name: 'opvangerveen',
    languages: ['nl'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'nl', site: 'Opvangerveen', template: wordpress, filler: dutchFiller },
      menu: [...dutchMenu, ['/kinderopvang', 'Kinderopvang']],
      texts: {
        '/': dutchHome,
        '/kinderopvang': [
          'Kinderopvang',
          '<p>De GGD controleert de veiligheid in de kinderopvang. Klachten melden kan bij het meldpunt. Ouders krijgen advies en hulp bij de toeslag.</p><ul><li>Gastouderopvang</li><li>Peuteropvang</li><li>Buitenschoolse opvang</li></ul>',
        ],
      },
    }),
  },
]

export const english: readonly MunicipalSite[] = [
  {
    name: 'sampleton',
    languages: ['en'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/children-and-families/worried-about-a-child' },
    robots: 'User-agent: *\nDisallow: /search\nDisallow: /*?print=\n\nUser-agent: BadBot\nDisallow: /',
    pages: pagesOf({
      ...{ lang: 'en-GB', site: 'Sampleton Council', template: aspNet, filler: '<p>Pay, report or apply online.</p>' },
      menu: [
        ['/bins', 'Bins and recycling'],
        ['/children-and-families', 'Children and families'],
        ['/jobs', 'Jobs'],
        ['/news', 'News'],
      ],
      texts: {
        '/': ['Home', '<p>Welcome.</p>'],
        '/children-and-families': [
          'Children and families',
          '<ul><li><a href="/children-and-families/childcare">Childcare</a></li><li><a href="/children-and-families/worried-about-a-child">Worried about a child?</a></li></ul>',
        ],
        '/children-and-families/worried-about-a-child': [
          'Worried about a child?',
          '<p>If you think a child is being harmed, abused or neglected, tell us. You can get advice in confidence.</p><p>Contact our safeguarding team on 01632 960123 or safeguarding@sampleton.example. Ask for Jane Sample.</p><p>Support is there for the whole family.</p>',
        ],
      },
    }),
  },
  {
    name: 'scripton',
    languages: ['en'],
    set: 'tuned',
    truth: { unseen: 'script-only' },
    pages: { '/': scriptOnly('Scripton'), '/static/js/main.8f2d.js': { type: 'text/javascript', body: 'x' } },
  },
  {
    name: 'mapham',
    languages: ['en'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/services/child-protection' },
    robots: 'User-agent: *\nAllow: /\nSitemap: http://mapham.example:{port}/sitemaps/index.xml',
    pages: {
      ...pagesOf({
        ...{ lang: 'en', site: 'Mapham', menu: [], template: wordpress, filler: '' },
        texts: {
          '/services/child-protection': [
            'Child protection',
            '<p>Children have a right to be safe from violence and abuse. Our service gives help and advice in confidence. Contact us if you are worried.</p>',
          ],
        },
      }),
      '/': scriptOnly('Mapham'),
      '/sitemaps/index.xml': {
        type: 'application/xml',
        body: '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://mapham.example:{port}/sitemaps/news.xml</loc></sitemap><sitemap><loc>http://mapham.example:{port}/sitemaps/pages.xml</loc></sitemap></sitemapindex>',
      },
      '/sitemaps/pages.xml': {
        type: 'application/xml',
        body: '<urlset><url><loc>http://mapham.example:{port}/services/parking</loc></url><url><loc>http://mapham.example:{port}/services/child-protection</loc></url></urlset>',
      },
    },
  },
  {
    name: 'brokenham',
    languages: ['en'],
    set: 'tuned',
    truth: { unseen: 'robots-unreachable' },
    robots: { status: 503, body: 'down' },
    pages: { '/': '<h1>Child protection</h1>' },
  },
  {
    name: 'errorford',
    languages: ['en'],
    set: 'held',
    truth: { unseen: 'status' },
    pages: { '/': { status: 500, body: 'Server Error in / Application.' } },
  },
  {
    name: 'movedon',
    languages: ['en'],
    set: 'held',
    truth: { unseen: 'elsewhere' },
    pages: { '/': { status: 301, to: 'http://somebody-else.example:{port}/' } },
  },
  {
    name: 'hugebury',
    languages: ['en'],
    set: 'held',
    truth: { unseen: 'too-large' },
    pages: { '/': { body: Buffer.alloc(2_100_000, '<p>child protection</p>') } },
  },
  {
    name: 'wwwick',
    languages: ['en'],
    set: 'held',
    truth: { verdict: 'checklist', path: '/en/help-for-children' },
    pages: {
      '/': { status: 302, to: 'http://www.wwwick.example:{port}/en' },
      ...pagesOf({
        ...{ lang: 'en', site: 'Wwwick', template: drupal, filler: '<p>Opening hours of the town hall.</p>' },
        menu: [
          ['/en/news', 'News'],
          ['/en/family', 'Family life'],
          ['/en/council', 'Council meetings'],
        ],
        texts: {
          '/en': ['Welcome', '<p>Hello.</p>'],
          '/en/family': [
            'Family life',
            '<p><a href="/en/weddings">Weddings</a> <a href="/en/help-for-children">Getting help</a></p>',
          ],
          '/en/help-for-children': [
            'Help for children and families',
            '<p>It is never a child’s fault. These people help when somebody hurts a child. All of it is free and confidential.</p><dl><dt>Child helpline</dt><dd>Day and night</dd><dt>Child protection team</dt><dd>Weekdays</dd><dt>Family support and home visits</dt><dd>x</dd><dt>School nurse</dt><dd>x</dd><dt>Refuge</dt><dd>x</dd><dt>Police</dt><dd>x</dd></dl>',
          ],
        },
      }),
    },
  },
  {
    name: 'adultley',
    languages: ['en'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'en', site: 'Adultley', template: drupal, filler: '<p>Contact the council.</p>' },
      menu: [
        ['/adult-social-care', 'Adult social care'],
        ['/adult-social-care/safeguarding', 'Safeguarding adults'],
        ['/schools', 'Schools and childcare'],
      ],
      texts: {
        '/': ['Home', '<p>Welcome.</p>'],
        '/adult-social-care/safeguarding': [
          'Safeguarding adults',
          '<p>Adults with care needs may be abused or neglected, by violence or exploitation. Get help and advice, contact our support service.</p><p>For children there are other services.</p>',
        ],
        '/schools': [
          'Schools and childcare',
          '<p>Apply for a school place for your child. Help and support with childcare costs.</p>',
        ],
      },
    }),
  },
]

export const nordic: readonly MunicipalSite[] = [
  {
    name: 'exempelby',
    languages: ['sv'],
    set: 'held',
    truth: { verdict: 'page', path: '/omsorg/orolig-for-barn' },
    pages: pagesOf({
      ...{ lang: 'sv', site: 'Exempelby kommun', template: drupal, filler: '<p>Kontakta kommunen.</p>' },
      menu: [
        ['/nyheter', 'Nyheter'],
        ['/omsorg', 'Omsorg och stöd'],
        ['/skola', 'Barn och utbildning'],
        ['/bygga', 'Bygga och bo'],
      ],
      texts: {
        '/': ['Start', '<p>Välkommen.</p>'],
        '/omsorg': [
          'Omsorg och stöd',
          '<a href="/omsorg/aldre">Äldre</a> <a href="/omsorg/orolig-for-barn">Orolig för ett barn</a>',
        ],
        '/omsorg/orolig-for-barn': [
          'Orolig för ett barn',
          '<p>Om du misstänker att ett barn far illa, utsätts för våld eller övergrepp kan du göra en orosanmälan till socialtjänsten. Du kan få råd och stöd utan att säga vem du är.</p>',
        ],
      },
    }),
  },
  {
    name: 'proevekoebing',
    languages: ['da'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'da', site: 'Prøvekøbing', template: typo3, filler: '<p>Book en tid i borgerservice.</p>' },
      menu: [
        ['/nyheder', 'Nyheder'],
        ['/boern', 'Børn og skole'],
        ['/affald', 'Affald'],
      ],
      texts: {
        '/': ['Forside', '<p>Velkommen</p>'],
        '/boern': [
          'Børn og skole',
          '<p>Opskrivning til dagtilbud. Skolestart for børn. Kontakt pladsanvisningen for hjælp og vejledning.</p>',
        ],
      },
    }),
  },
]
