/** Fictional towns that write in German. */
import { type MunicipalSite, pagesOf } from './site.ts'
import { aspNet, drupal, handMade, joomla, type Menu, typo3, wordpress } from './templates.ts'

const menu: Menu = [
  ['/rathaus', 'Rathaus &amp; Politik'],
  ['/aktuelles', 'Aktuelles'],
  ['/leben/soziales', 'Leben &amp; Soziales'],
  ['/leben/familie', 'Familie'],
  ['/bildung', 'Schulen &amp; Kitas'],
  ['/bauen', 'Bauen &amp; Wohnen'],
  ['/wirtschaft', 'Wirtschaft'],
  ['/tourismus', 'Tourismus'],
  ['/datenschutz', 'Datenschutzerklärung'],
  ['/impressum', 'Impressum'],
]
const filler =
  '<p>Unsere Gemeinde hat viel zu bieten. Hier finden Sie Ansprechpartner, Formulare und Öffnungszeiten der Verwaltung.</p>'
const home: readonly [string, string] = [
  'Willkommen in unserer Stadt',
  '<p>Herzlich willkommen! Am Samstag ist Wochenmarkt. Das Bürgerbüro hat geöffnet.</p><h2>Aktuelles</h2><ul><li><a href="/aktuelles/markt">Wochenmarkt zieht um</a></li><li><a href="/aktuelles/kita">Neue Gruppe in der Kita</a></li></ul>',
]

const checklist = `<p>Machen Sie sich Sorgen um ein Kind? Hier finden Sie Hilfe, vertraulich und kostenlos.</p>
<h2>Wer hilft?</h2>
<ul><li><strong>Jugendamt</strong>, Allgemeiner Sozialer Dienst: Frau Erika Muster, Telefon 030 23125 001</li>
<li>Kinder- und Jugendtelefon: anonym mit jemandem reden</li>
<li>Erziehungsberatungsstelle im Haus der Familie</li>
<li>Frühe Hilfen und Familienhebammen für Eltern mit Babys</li>
<li>Schulsozialarbeit an allen Schulen</li>
<li>Frauenhaus und Schutzwohnung</li>
<li>Polizei: bei akuter Gefahr</li></ul>`

export const german: readonly MunicipalSite[] = [
  {
    name: 'musterbach',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'checklist', path: '/leben/kinderschutz' },
    pages: pagesOf({
      ...{ lang: 'de-DE', site: 'Stadt Musterbach', menu, template: typo3, filler },
      texts: {
        '/': home,
        '/leben/soziales': [
          'Leben & Soziales',
          '<ul><li><a href="/leben/senioren">Senioren</a></li><li><a href="/leben/kinderschutz">Kinderschutz</a></li><li><a href="/leben/wohngeld">Wohngeld</a></li></ul>',
        ],
        '/leben/kinderschutz': ['Kinderschutz', checklist],
      },
    }),
    robots: 'User-agent: *\nDisallow: /typo3/\nDisallow: /fileadmin/\nSitemap: https://musterbach.example/sitemap.xml',
  },
  {
    name: 'beispielheim',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/familie/hilfe-fuer-kinder' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Gemeinde Beispielheim', template: wordpress, filler },
      menu: [...menu, ['/familie/hilfe-fuer-kinder', 'Hilfe für Kinder und Jugendliche']],
      texts: {
        '/': home,
        '/familie/hilfe-fuer-kinder': [
          'Hilfe für Kinder und Jugendliche',
          '<p>Jedes Kind hat ein Recht auf Schutz vor Gewalt. Wenn dir jemand weh tut, bist du nicht schuld.</p><p>Du kannst mit dem Jugendamt sprechen. Die Beratung ist vertraulich.</p><p>Bei Verdacht auf Missbrauch oder Vernachlässigung finden auch Nachbarn und Lehrkräfte dort Unterstützung.</p>',
        ],
      },
    }),
  },
  {
    name: 'nirgendorf',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Nirgendorf', menu, template: joomla, filler },
      texts: {
        '/': home,
        '/leben/familie': [
          'Familie',
          '<p>Kindergeld und Elterngeld beantragen Sie bei der zuständigen Stelle. Die Kitas der Gemeinde nehmen Kinder ab einem Jahr auf.</p><ul><li><a href="/leben/spielplaetze">Spielplätze</a></li><li><a href="/leben/ferienprogramm">Ferienprogramm für Kinder</a></li></ul>',
        ],
        '/leben/spielplaetze': ['Spielplätze', '<p>Auf zwölf Spielplätzen toben Kinder jeden Alters.</p>'],
        '/leben/ferienprogramm': [
          'Ferienprogramm für Kinder',
          '<p>Basteln, Zelten und ein Besuch bei der Feuerwehr: Anmeldung und Kontakt im Jugendhaus. Hilfe beim Ausfüllen gibt es dort.</p>',
        ],
      },
    }),
  },
  {
    name: 'altfurt',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Altfurt', template: typo3, filler },
      menu: [
        ...menu,
        ['/umwelt/tierschutz', 'Tierschutz'],
        ['/sicherheit/brandschutz', 'Brandschutz'],
        ['/aktuelles/2026/kinderschutz-aktionstag', 'Aktionstag'],
      ],
      texts: {
        '/': home,
        '/umwelt/tierschutz': [
          'Tierschutz',
          '<p>Hunde müssen angemeldet werden. Hilfe bei verletzten Tieren leistet das Tierheim. Kinder dürfen beim Füttern helfen.</p>',
        ],
        '/aktuelles/2026/kinderschutz-aktionstag': [
          'Aktionstag gegen Gewalt an Kindern',
          '<p>Am Montag hat der Bürgermeister die Fahne gehisst. Er dankte den Schulen. Kinder sangen, es gab Kuchen.</p>',
        ],
      },
    }),
  },
  {
    name: 'rahmenstadt',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/kinder.htm' },
    pages: {
      '/': '<html><head><title>Rahmenstadt</title></head><frameset cols="180,*"><frame src="menue.htm" name="links"><frame src="start.htm" name="haupt"></frameset></html>',
      '/menue.htm':
        '<html><body><a href="start.htm" target="haupt">Start</a><br><a href="rat.htm" target="haupt">Gemeinderat</a><br><a href="kinder.htm" target="haupt">Kinder in Not</a></body></html>',
      '/start.htm': '<html><body><h1>Willkommen</h1><p>Schön, dass Sie da sind.</p></body></html>',
      '/rat.htm': '<html><body><h1>Gemeinderat</h1></body></html>',
      '/kinder.htm': {
        type: 'text/html; charset=iso-8859-1',
        body: Buffer.from(
          '<html><body><h1>Kinder in Not: Hilfe bei Gewalt und Missbrauch</h1><p>Das Jugendamt berät Sie, wenn Sie glauben, dass ein Kind misshandelt oder vernachlässigt wird. Die Beratung ist vertraulich, ein Anruf genügt.</p><p>Außerhalb der Zeiten hilft der Notdienst.</p></body></html>',
          'latin1',
        ),
      },
    },
  },
  {
    name: 'seehausen-embed',
    languages: ['de'],
    set: 'tuned',
    truth: { verdict: 'embedded', path: '/leben/kinderschutz' },
    pages: pagesOf({
      ...{
        lang: 'de',
        site: 'Seehausen',
        menu: [...menu, ['/leben/kinderschutz', 'Hilfe für Kinder']],
        template: typo3,
        filler,
      },
      texts: {
        '/': home,
        '/leben/kinderschutz': [
          'Hilfe für Kinder',
          '<p>Hier finden Sie Hilfe.</p><iframe src="{base}/embed/{town}?lang=de&amp;heading=2" title="Hilfe für Kinder" width="100%" height="800"></iframe><p><a href="{base}/de/{town}">Hilfe für Kinder</a></p>',
        ],
      },
    }),
  },
  {
    name: 'unterwald',
    languages: ['de'],
    set: 'held',
    truth: { verdict: 'checklist', path: '/Default.aspx?tabid=77' },
    pages: pagesOf({
      ...{ lang: 'de-AT', site: 'Marktgemeinde Unterwald', template: aspNet, filler },
      menu: [
        ['/Default.aspx?tabid=10', 'Bürgerservice'],
        ['/Default.aspx?tabid=20', 'Gesundheit und Soziales'],
        ['/Default.aspx?tabid=30', 'Freizeit'],
      ],
      texts: {
        '/': home,
        '/Default.aspx?tabid=20': [
          'Gesundheit und Soziales',
          '<table><tr><td><a href="/Default.aspx?tabid=71">Ärzte</a></td></tr><tr><td><a href="/Default.aspx?tabid=77">Kinder- und Jugendhilfe, Gewaltschutz</a></td></tr></table>',
        ],
        '/Default.aspx?tabid=77': [
          'Kinder- und Jugendhilfe, Gewaltschutz',
          '<p>An wen kann ich mich wenden?</p><table><tr><td>Kinder- und Jugendhilfe der Bezirkshauptmannschaft</td><td>Montag bis Freitag</td></tr><tr><td>Kinderschutzzentrum, Beratungsstelle</td><td>kostenlos</td></tr><tr><td>Familienzentrum</td><td>offener Treff</td></tr><tr><td>Schulpsychologie</td><td>nach Anmeldung</td></tr><tr><td>Frauenhaus</td><td>rund um die Uhr</td></tr><tr><td>Prozessbegleitung für Kinder</td><td></td></tr></table>',
        ],
      },
    }),
  },
  {
    name: 'hinterwinkl',
    languages: ['de'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: '', site: 'Gemeinde Hinterwinkl', template: handMade, filler },
      menu: [
        ['/vereine.html', 'Vereine'],
        ['/feuerwehr.html', 'Feuerwehr'],
        ['/jugend.html', 'Jugend'],
        ['/hilfe.html', 'Hilfe zur Seite'],
      ],
      texts: {
        '/': ['Startseite', '<p>Grüß Gott!</p>'],
        '/jugend.html': ['Jugend', '<p>Jugendtreff am Freitag. Tischtennis und Musik. Kontakt: die Jugendleitung.</p>'],
        '/hilfe.html': [
          'Hilfe zur Seite',
          '<p>Diese Seite wurde für kleine Bildschirme gemacht. Unterstützung gibt es am Telefon.</p>',
        ],
      },
    }),
  },
  {
    name: 'gerichtsheim',
    languages: ['de'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Gerichtsheim', menu, template: wordpress, filler },
      texts: {
        '/': [
          'Willkommen',
          '<p><a href="/aktuelles/prozess">Prozess um Kindesmissbrauch: Stadt steht zusammen</a></p>',
        ],
        '/aktuelles/prozess': [
          'Prozess um Kindesmissbrauch: Stadt steht zusammen',
          '<p>Das Urteil wegen sexueller Gewalt gegen Kinder ist gefallen. Die Opfer erhielten Unterstützung. Der Rat dankte der Beratungsstelle und der Polizei.</p>',
        ],
      },
    }),
  },
  {
    name: 'bildlinkingen',
    languages: ['de'],
    set: 'held',
    truth: { verdict: 'page', path: '/seiten/17.php' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Bildlinkingen', template: handMade, filler },
      menu: [
        ['/seiten/1.php', 'Rathaus'],
        ['/seiten/17.php', '<img src="/b/17.gif" alt="Kinder und Jugend schützen">'],
      ],
      texts: {
        '/': ['Willkommen', '<p>Schön hier.</p>'],
        '/seiten/17.php': [
          'Kinder und Jugend schützen',
          '<p>Wer glaubt, dass ein Kind misshandelt, vernachlässigt oder sexuell missbraucht wird, findet bei uns Rat. Die Beratung ist kostenlos. Ansprechpartner ist das Jugendamt des Kreises, dort gibt es Hilfe bei Gewalt.</p>',
        ],
      },
    }),
  },
  {
    name: 'mehr-erfahren',
    languages: ['de'],
    set: 'held',
    truth: { verdict: 'page', path: '/thema-12' },
    pages: pagesOf({
      ...{ lang: 'de', site: 'Mehr Erfahren', template: drupal, filler },
      menu: [
        ['/thema-11', 'Thema des Monats'],
        ['/thema-12', 'Mehr erfahren'],
      ],
      texts: {
        '/': ['Willkommen', '<p>Neue Seite.</p>'],
        '/thema-12': [
          'Kinderschutz in unserer Stadt',
          '<p>Bei Gewalt gegen Kinder helfen das Jugendamt und die Beratungsstelle. Kontakt und Unterstützung, auch anonym.</p>',
        ],
      },
    }),
  },
]
