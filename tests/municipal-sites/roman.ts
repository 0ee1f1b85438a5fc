/** Fictional towns that write in French, Italian, Spanish, Portuguese and Romanian. */
import { type MunicipalSite, pagesOf } from './site.ts'
import { drupal, handMade, joomla, type Menu, typo3, wordpress } from './templates.ts'

const frenchMenu: Menu = [
  ['/la-mairie', 'La mairie'],
  ['/actualites', 'Actualités'],
  ['/vivre/action-sociale', 'Action sociale'],
  ['/vivre/enfance', 'Enfance et jeunesse'],
  ['/urbanisme', 'Urbanisme'],
  ['/culture', 'Culture et sports'],
  ['/mentions-legales', 'Mentions légales'],
]
const frenchFiller = '<p>Retrouvez ici les horaires et les démarches. La mairie est ouverte du lundi au vendredi.</p>'
const frenchHome: readonly [string, string] = [
  'Bienvenue',
  '<p>Bienvenue sur le site de la commune. Le marché se tient le samedi.</p>',
]
const enrolment =
  '<p>Les inscriptions à la crèche et au centre de loisirs se font en mairie. La cantine accueille les enfants chaque midi. Contact et aide aux dossiers : guichet unique.</p>'

export const french: readonly MunicipalSite[] = [
  {
    name: 'exempleville',
    languages: ['fr'],
    set: 'tuned',
    truth: { verdict: 'checklist', path: '/vivre/protection-de-lenfance' },
    pages: pagesOf({
      ...{ lang: 'fr-FR', site: 'Ville d’Exempleville', menu: frenchMenu, template: drupal, filler: frenchFiller },
      texts: {
        '/': frenchHome,
        '/vivre/enfance': [
          'Enfance et jeunesse',
          `${enrolment}<ul><li><a href="/vivre/creches">Crèches</a></li><li><a href="/vivre/protection-de-lenfance">Protection de l’enfance : qui contacter ?</a></li></ul>`,
        ],
        '/vivre/protection-de-lenfance': [
          'Protection de l’enfance : qui contacter ?',
          '<p>Un enfant est en danger ou risque de l’être ? Parlez-en. L’appel est gratuit et confidentiel.</p><ul><li>Enfance en danger : la ligne d’écoute nationale</li><li>Cellule de recueil des informations préoccupantes du département</li><li>PMI, protection maternelle et infantile</li><li>Maison des adolescents</li><li>Brigade des mineurs et police</li><li>Hébergement d’urgence</li><li>Avocats d’enfants, point justice</li></ul><p>Mme Jeanne Exemple, 01 99 00 12 34</p>',
        ],
      },
    }),
  },
  {
    name: 'saint-modele',
    languages: ['fr'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'fr', site: 'Saint-Modèle', menu: frenchMenu, template: wordpress, filler: frenchFiller },
      texts: { '/': frenchHome, '/vivre/enfance': ['Enfance et jeunesse', enrolment] },
    }),
  },
  {
    name: 'pdfbourg',
    languages: ['fr'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: {
      ...pagesOf({
        ...{ lang: 'fr', site: 'Pdfbourg', menu: frenchMenu, template: joomla, filler: frenchFiller },
        texts: {
          '/': [
            'Bienvenue',
            '<p><a href="/docs/protection-enfance.pdf">Guide protection de l’enfance (PDF)</a></p><p><a href="/telecharger?id=4">Guide de la protection de l’enfance</a></p>',
          ],
        },
      }),
      '/docs/protection-enfance.pdf': { type: 'application/pdf', body: '%PDF-1.7' },
      '/telecharger?id=4': { type: 'application/pdf', body: '%PDF-1.7' },
    },
  },
  {
    name: 'robotville',
    languages: ['fr'],
    set: 'tuned',
    truth: { unseen: 'robots-forbid' },
    robots: 'User-agent: *\nDisallow: /',
    pages: { '/': '<h1>Protection de l’enfance</h1>', '/protection-de-lenfance': '<h1>Protection de l’enfance</h1>' },
  },
  {
    name: 'val-fictif',
    languages: ['fr'],
    set: 'held',
    truth: { verdict: 'page', path: '/index.php?id=88' },
    pages: pagesOf({
      ...{ lang: 'fr', site: 'Val-Fictif', template: typo3, filler: frenchFiller },
      menu: [
        ['/index.php?id=12', 'Solidarités et santé'],
        ['/index.php?id=13', 'Écoles'],
        ['/index.php?id=14', 'Sports'],
      ],
      texts: {
        '/': frenchHome,
        '/index.php?id=12': [
          'Solidarités et santé',
          '<ul><li><a href="/index.php?id=87">Personnes âgées</a></li><li><a href="/index.php?id=88">Violences intrafamiliales et enfance en danger</a></li></ul>',
        ],
        '/index.php?id=88': [
          'Violences intrafamiliales et enfance en danger',
          '<p>Vous êtes témoin ou victime de violences ? Les enfants sont toujours des victimes. Une permanence d’écoute gratuite vous accueille au centre social, avec le soutien d’une psychologue.</p><p>Signaler un enfant maltraité : la mairie vous aide à trouver le bon contact.</p>',
        ],
      },
    }),
  },
  {
    name: 'vieux-cadre',
    languages: ['fr'],
    set: 'held',
    truth: { verdict: 'export', path: '/aide-enfants/fr/' },
    pages: {
      ...pagesOf({
        ...{ lang: '', site: 'Vieux-Cadre', template: handMade, filler: frenchFiller },
        menu: [
          ['/mairie.htm', 'Mairie'],
          ['/aide-enfants/fr/', 'Aide aux enfants et aux familles'],
        ],
        texts: { '/': frenchHome },
      }),
      '/aide-enfants/fr/':
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Aide aux enfants</title><meta name="safe-towns-export" content="2026-09-01T06:00:00Z"><meta name="safe-towns-expires" content="2026-12-01"><link rel="canonical" href="{base}/fr/{town}"></head><body><h1>Aide aux enfants et aux familles</h1></body></html>',
    },
  },
]

export const southern: readonly MunicipalSite[] = [
  {
    name: 'borgofinto',
    languages: ['it'],
    set: 'tuned',
    truth: { verdict: 'page', path: '/servizi/tutela-minori' },
    pages: pagesOf({
      ...{
        lang: 'it',
        site: 'Comune di Borgofinto',
        template: drupal,
        filler: '<p>Gli uffici ricevono su appuntamento.</p>',
      },
      menu: [
        ['/amministrazione', 'Amministrazione'],
        ['/novita', 'Novità'],
        ['/servizi', 'Servizi'],
        ['/vivere-il-comune', 'Vivere il Comune'],
        ['/amministrazione-trasparente', 'Amministrazione trasparente'],
      ],
      texts: {
        '/': ['Comune di Borgofinto', '<p>Benvenuti.</p>'],
        '/servizi': [
          'Servizi',
          '<ul><li><a href="/servizi/anagrafe">Anagrafe e stato civile</a></li><li><a href="/servizi/welfare">Salute, benessere e assistenza</a></li><li><a href="/servizi/tributi">Tributi</a></li></ul>',
        ],
        '/servizi/welfare': [
          'Salute, benessere e assistenza',
          '<ul><li><a href="/servizi/tutela-minori">Servizio tutela minori</a></li><li><a href="/servizi/anziani">Assistenza anziani</a></li></ul>',
        ],
        '/servizi/tutela-minori': [
          'Servizio tutela minori',
          '<h2>Cos’è</h2><p>Il servizio protegge bambini e ragazzi in situazioni di maltrattamento, abuso o trascuratezza.</p><h2>Come fare</h2><p>Chi è preoccupato per un minore può chiedere ascolto e consulenza allo sportello sociale, anche in forma anonima.</p><h2>Contatti</h2><p>Ufficio servizi sociali</p>',
        ],
      },
    }),
  },
  {
    name: 'montevuoto',
    languages: ['it'],
    set: 'tuned',
    truth: { verdict: 'none' },
    pages: pagesOf({
      ...{ lang: 'it', site: 'Montevuoto', template: wordpress, filler: '<p>Informazioni in aggiornamento.</p>' },
      menu: [
        ['/scuola', 'Scuola e asili'],
        ['/protezione-civile', 'Protezione civile'],
        ['/bandi', 'Bandi'],
      ],
      texts: {
        '/': ['Montevuoto', '<p>Benvenuti</p>'],
        '/scuola': [
          'Scuola e asili',
          '<p>Iscrizioni alla scuola dell’infanzia e servizio mensa per i bambini. Contatti e aiuto allo sportello.</p>',
        ],
        '/protezione-civile': [
          'Protezione civile',
          '<p>In caso di pericolo: numeri utili e punti di raccolta. Attività per ragazzi.</p>',
        ],
      },
    }),
  },
  {
    name: 'villaejemplo',
    languages: ['es'],
    set: 'tuned',
    truth: { verdict: 'checklist', path: '/infancia/proteccion' },
    pages: pagesOf({
      ...{
        lang: 'es',
        site: 'Ayuntamiento de Villaejemplo',
        template: joomla,
        filler: '<p>Consulte los horarios en la sede.</p>',
      },
      menu: [
        ['/noticias', 'Noticias'],
        ['/servicios-sociales', 'Servicios Sociales'],
        ['/infancia', 'Infancia y familia'],
        ['/sede', 'Sede electrónica'],
      ],
      texts: {
        '/': ['Inicio', '<p>Bienvenidos a nuestro municipio.</p>'],
        '/infancia': [
          'Infancia y familia',
          '<p><a href="/infancia/ludoteca">Ludoteca</a> <a href="/infancia/proteccion">Protección a la infancia: recursos</a></p>',
        ],
        '/infancia/proteccion': [
          'Protección a la infancia: recursos',
          '<p>Si conoces a un niño o una niña que sufre violencia, pide ayuda. La atención es gratuita y confidencial.</p><details><summary>Equipo de infancia de servicios sociales</summary><p>x</p></details><details><summary>Teléfono de la infancia</summary><p>x</p></details><details><summary>Policía local y agente tutor</summary><p>x</p></details><details><summary>Atención psicológica y terapia</summary><p>x</p></details><details><summary>Orientación educativa en la escuela</summary><p>x</p></details><details><summary>Oficina de atención a las víctimas</summary><p>x</p></details>',
        ],
      },
    }),
  },
  {
    name: 'pueblo-suave',
    languages: ['es'],
    set: 'held',
    truth: { verdict: 'none' },
    pages: {
      ...pagesOf({
        ...{ lang: 'es', site: 'Pueblo Suave', template: wordpress, filler: '<p>Texto.</p>' },
        menu: [
          ['/servicios', 'Servicios'],
          ['/proteccion-infancia', 'Protección de la infancia'],
        ],
        texts: { '/': ['Inicio', '<p>Bienvenidos</p>'] },
      }),
      // There is a link, and behind it what says with the status 200 that there is nothing.
      '/proteccion-infancia':
        '<html lang="es"><head><title>Página no encontrada - Pueblo Suave</title></head><body><h1>Página no encontrada</h1><p>Protección de la infancia, ayuda, apoyo, violencia, niños.</p></body></html>',
    },
  },
  {
    name: 'vila-modelo',
    languages: ['pt'],
    set: 'held',
    truth: { verdict: 'page', path: '/viver/acao-social/cpcj' },
    pages: pagesOf({
      ...{
        lang: 'pt-PT',
        site: 'Município de Vila Modelo',
        template: typo3,
        filler: '<p>Saiba mais nos nossos serviços.</p>',
      },
      menu: [
        ['/municipio', 'Município'],
        ['/viver', 'Viver'],
        ['/visitar', 'Visitar'],
        ['/viver/acao-social', 'Ação Social'],
      ],
      texts: {
        '/': ['Início', '<p>Bem-vindo.</p>'],
        '/viver/acao-social': [
          'Ação Social',
          '<ul><li><a href="/viver/acao-social/cpcj">CPCJ</a></li><li><a href="/viver/acao-social/idosos">Idosos</a></li></ul>',
        ],
        '/viver/acao-social/cpcj': [
          'CPCJ',
          '<h2>Comissão de Proteção de Crianças e Jovens</h2><p>A comissão intervém quando uma criança está em perigo: negligência, maus-tratos, abuso sexual ou violência. Qualquer pessoa pode sinalizar uma situação.</p><p>Atendimento e contactos: apoio confidencial no edifício da câmara.</p>',
        ],
      },
    }),
  },
  {
    name: 'orasul-exemplu',
    languages: ['ro'],
    set: 'held',
    truth: { verdict: 'page', path: '/servicii/protectia-copilului.html' },
    pages: pagesOf({
      ...{ lang: 'ro', site: 'Primăria Exemplu', template: handMade, filler: '<p>Program de lucru.</p>' },
      menu: [
        ['/anunturi.html', 'Anunțuri'],
        ['/servicii/asistenta-sociala.html', 'Asistență socială'],
        ['/taxe.html', 'Taxe'],
      ],
      texts: {
        '/': ['Acasă', '<p>Bine ați venit.</p>'],
        '/servicii/asistenta-sociala.html': [
          'Asistență socială',
          '<p><a href="protectia-copilului.html">Protecția copilului</a></p>',
        ],
        '/servicii/protectia-copilului.html': [
          'Protecția copilului',
          '<p>Sunteți îngrijorat pentru un copil victimă a violenței, abuzului sau neglijenței? Serviciul oferă sprijin și consiliere confidențială copiilor și părinților.</p><p>Contact: direcția de asistență socială.</p>',
        ],
      },
    }),
  },
]
