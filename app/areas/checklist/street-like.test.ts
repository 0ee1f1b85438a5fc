import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeStreet } from './street-like.ts'

const streets = [
  'Kerkstraat 12',
  'in de Kerkstraat',
  'kerkstraat 12a',
  'Nieuwe Gracht 5, naast de bakker',
  'Herengracht',
  'Molenweg 7',
  'molenweg 7',
  'Dorpsplein 3-5',
  'Hauptstraße 5',
  'HAUPTSTRASSE 5',
  'Bahnhofstr. 17',
  'Lange Str. 4',
  'Am Ring 12',
  'Schillerplatz 2',
  'Unter den Linden Allee 4',
  '12 rue de la Paix',
  '12 bis, rue de la paix',
  'rue de la Paix',
  'Rue Victor-Hugo 8',
  '3, place de l’Église',
  'Place de la République 4',
  '24 avenue Foch',
  'quai des Bateliers 9',
  '12 High Street',
  'High Street',
  '12 high street',
  '4 Oak Close',
  '221b Baker St.',
  '7 The Old Mill Lane',
  'Calle Mayor 5',
  'C/ Alcalá, 20',
  'Plaza de España 3',
  'Via dei Mille 3',
  'via Roma, 12',
  'Piazza Garibaldi n. 4',
  'Corso Italia 8',
  'Rua Augusta, 20',
  'Travessa do Carmo 6',
  'ul. Długa 5',
  'ulica Długa',
  'ULICA DŁUGA 5',
  'ул. Ленина, д. 5',
  'улица Ленина',
  'вулиця Шевченка 10',
  'вул. Шевченка',
  'οδός Ερμού 5',
  'Οδός Αθηνάς',
  'Kossuth Lajos utca 5.',
  'Fő tér 3',
  'Váci út 12',
  'Atatürk Caddesi No: 5',
  'Gül Sokak 7',
  'Storgatan 5',
  'Drottninggatan',
  'Skolevej 3',
  'Kirkeveien 12',
  'Mannerheimintie 5',
  'Brīvības iela 20',
  'Gedimino pr. 4',
  'Pikk tänav 7',
  'Strada Lungă 5',
  'Bulevardul Unirii 7',
  'Rruga e Durrësit 5',
  'Triq il-Kbira 5',
  'شارع الملك فيصل',
  'شارع الملك ١٢',
  'طريق الجامعة 15',
  'خیابان آزادی',
  'Abovyan փողոց 5',
  'რუსთაველის გამზირი 5',
  'Hausnummer 12',
  '1234 AB',
  '1234AB Example Town',
  'SW1A 1AA',
  'D02 X285',
  '10115 Berlin',
  '00-950 Warszawa',
  '110 00 Praha',
  'A-1010 Wien',
  'Haus 4, 1010 Wien',
  '52.3702, 4.8952',
  '52,3702; 4,8952',
  '52.3702° N, 4.8952° E',
  'N 52.37021 E 4.89510',
  '9F46+8X Amsterdam',
  '8FW4V75V+8Q',
  'https://maps.google.com/?q=1,2',
  'https://www.google.nl/maps/place/x',
  'https://maps.app.goo.gl/abc',
  'https://www.openstreetmap.org/#map=1/2/3',
  'https://w3w.co/filled.count.soap',
  '///filled.count.soap',
  'geo:52.37,4.89',
]

const harmless = [
  '',
  'We luisteren naar je. Bel 0800 1111 of 112.',
  'Bel 24/7, ook in het weekend.',
  'Ring 116 111, or send a text to 86463.',
  'Ring 112',
  'Open 24 hours a day, 7 days a week',
  'Open Mo-Fr 09:00-17:00, Sa 10.00–12.00',
  'Für Kinder von 8 bis 12 Jahren',
  'Für Frauen ab 18',
  'ages 12-17',
  'de 12 à 17 ans',
  'since 12 March 2024',
  'am 12.03.2026',
  '2026-03-01',
  'We answer within 3 days on the way to a safe place for 12 families',
  'a place for 12 children',
  'Place for 12 women',
  '8 children on the street',
  'Children who live on the street',
  'Help for street children and on every road',
  'We zijn 24 uur onderweg 2 dagen per week',
  'onderweg 2 mensen',
  'via WhatsApp 06 12345678',
  'via chat 24/7',
  'Via Signal 06 98765432',
  'Kontakt via E-Mail 24 Stunden',
  'contact via telefoon 112',
  'عن طريق الهاتف 116111',
  'عن طريق الرقم 112',
  'نساعد الأطفال كل يوم من 9 إلى 17',
  'الأطفال في الشوارع',
  'дети до 18 лет',
  'Телефон 116 111, круглосуточно 24/7',
  'niños de la calle',
  'les enfants dans la rue',
  'Aide aux enfants. Rue',
  '5000 Familien im Jahr',
  '10000 Kinder im Jahr',
  'Im Jahr 2024 Kinder geholfen',
  'Bezpłatnie, 800 12 12 12',
  '0800 12345 Kinderhilfe',
  '+31 20 123 45 67',
  '116 111 Kindertelefoon',
  '€ 12,50 per uur',
  '12.500 people, 13.000 calls',
  'Investigate 3 cases, delegate 5, during 3 weeks',
  'No. 1 helpline',
  'You can come with your brother or sister; 2 beds each',
  'Wir helfen auch bei Straßensozialarbeit',
  'opdracht 3',
  'https://example.org/help/12',
  'info@example.org',
]

describe('text that looks like a street', () => {
  it.each(streets)('refuses %s', (text) => {
    expect(looksLikeStreet(text)).toBe(true)
    expect(looksLikeStreet(`You find us here: ${text}. Please ring.`)).toBe(true)
  })

  it.each(harmless)('lets %s pass', (text) => {
    expect(looksLikeStreet(text)).toBe(false)
  })
})

const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((each) => each.join(''))
const two = (max: number) => fc.integer({ min: 0, max }).map((each) => String(each).padStart(2, '0'))
const phone = fc
  .tuple(fc.constantFrom('+31 ', '+49 ', '0', '0800 ', '+359 '), digits(2, 3), digits(3, 3), digits(2, 4))
  .map(([prefix, ...rest]) => prefix + rest.join(' '))
const time = fc.tuple(two(23), two(59), two(23), two(59)).map(([a, b, c, d]) => `${a}:${b}-${c}:${d}`)
const date = fc
  .tuple(two(28), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2020, max: 2040 }))
  .map(([day, month, year]) => `${day}.${String(month).padStart(2, '0')}.${year}`)
const ages = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 21 }))
const agesText = fc
  .tuple(ages, fc.constantFrom('jaar', 'years', 'Jahre', 'ans', 'лет', 'lat', 'años'))
  .map(([[min, max], unit]) => `${min}-${max} ${unit}`)
const figure = fc.oneof(phone, time, date, agesText, fc.constant('24/7'))
const sentence = fc.constantFrom(
  'Call us: @',
  'Bel @ als je hulp nodig hebt',
  'Rufen Sie uns an: @. Wir helfen.',
  'Appelez-nous : @, gratuit',
  'Звоните: @',
  'اتصل بنا @',
  'Zadzwoń: @ (bezpłatnie)',
)
const name = fc.constantFrom('Ahorn', 'Linden', 'Molen', 'Kasteel', 'Rosen', 'École', 'Łąki', 'Ümit')
const street = fc
  .tuple(
    name,
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom<(name: string, number: number) => string>(
      (one, number) => `${one}straat ${number}`,
      (one, number) => `${one}straße ${number}`,
      (one, number) => `${one}weg ${number}`,
      (one, number) => `${one}gatan ${number}`,
      (one, number) => `rue ${one} ${number}`,
      (one, number) => `${number}, rue ${one}`,
      (one, number) => `${number} ${one} Street`,
      (one, number) => `Calle ${one}, ${number}`,
      (one, number) => `Via ${one} ${number}`,
      (one, number) => `ul. ${one} ${number}`,
      (one, number) => `ул. ${one}, ${number}`,
      (one, number) => `${one} utca ${number}`,
      (one, number) => `${one} Sokak No: ${number}`,
      (one, number) => `شارع ${one} ${number}`,
    ),
  )
  .map(([one, number, write]) => write(one, number))

describe('text that looks like a street, in general', () => {
  it('never takes a phone number, a time, a date or ages for one', () => {
    fc.assert(
      fc.property(sentence, figure, figure, (text, first, second) => {
        expect(looksLikeStreet(text.replace('@', `${first}, ${second}`))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('finds one in any sentence, in capitals, with other spaces', () => {
    fc.assert(
      fc.property(sentence, street, fc.boolean(), fc.constantFrom(' ', '\u00a0'), (text, one, loud, space) => {
        const whole = text.replace('@', one).replaceAll(' ', space)
        expect(looksLikeStreet(loud ? whole.toUpperCase() : whole)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('answers long texts without running away', () => {
    const long = 'Wir helfen Kindern und Familien, 24 Stunden am Tag, 7 Tage die Woche. '.repeat(56)
    expect(looksLikeStreet(long)).toBe(false)
    expect(looksLikeStreet(`${long} Kerkstraat 12`)).toBe(true)
  })
})
