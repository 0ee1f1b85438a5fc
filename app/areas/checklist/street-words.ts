/**
 * Words that make a street's name in the languages of the member states and of families, for `street-like.ts`. Written
 * as parts of regular expressions, in small letters; abbreviations carry their dot.
 */

/** Words between spaces as alternatives of a regular expression. */
export const words = (text: string): string => text.trim().split(/\s+/).join('|')

/** Ends of compounds that are hardly ever anything but a street: `Kerkstraat`, `Hauptstraße`. */
export const sureEndings = words(
  'straat straatje gracht strasse straße stræde gatan strooss strjitte straede väylä tänav',
)

/** Ends of compounds that stay sure in small letters as long as a number stands behind: `molenweg 12`. */
export const likelyEndings = words(
  'str\\. str laan straße strasse allee platz gasse plein kade dijk singel (?<!onder|unter|hin|durch|vor|rund)weg',
)

/** Ends of compounds that are ordinary words, too (`onderweg`, `Ordnung am Platz`): only with a number behind. */
export const endings = words(
  `
    laan weg plein kade dijk singel dreef hof steeg pad baan lei plantsoen wal markt park str\\. str straße
    allee platz gasse gässchen ring damm ufer chaussee steig stieg berg winkel graben gade vej vejen stien
    allé gata (?<!nvesti|miti|ele|avi|rri)gate gaten vägen väg gränd torg torget veien vei vegen plass plassen
    katu katua kuja polku tie tori tee mnt pst gatve iela vegur stræti braut brekka leen dyk wei
  `,
)

/** Words before the name, never anything but a street: `rue de la Paix`, `ul. Długa`, `улица Ленина`, `شارع`. */
export const sureLeaders = words(
  `
    rue avenue boulevard impasse calle c\\/ avda\\. avinguda carrer kalea viale vicolo piazzale rua ulica
    ulice ulicy ul\\. ulicę aleja aleje strada bulevardul bd\\. b-dul улица улице улицы ул\\. вулиця вулиці
    вул\\. переулок провулок бульвар бул\\. οδός οδού λεωφόρος λεωφ\\. شارع زنقة خیابان rruga rrugën triq
    sráid bóthar stryd heol ffordd
  `,
)

/** Words before the name that mean other things, too: with a name and a number. */
export const leaders = words(
  `
    place chemin quai allée passage cours square route ruelle sentier plaza paseo travesía camino plaça
    passeig via piazza corso largo contrada praça travessa estrada alameda al\\. plac pl\\. os\\. osiedle
    calea piața aleea șoseaua intrarea проспект просп\\. пр\\. площадь площа пл\\. шоссе набережная наб\\.
    πλατεία طريق ميدان زقاق نهج کوچه بلوار sheshi pjaca trg cesta náměstí nám\\. námestie třída tř\\. nábřeží
    trieda
  `,
)

/** Words behind the name, after a space, never anything but a street. */
export const sureFollowers = words(
  `
    street road avenue lane utca utcája körút sokak sokağı caddesi cadde bulvarı gatvė gatvės iela ielā улица
    вулиця ქუჩა გამზირი փողոց պողոտա küçəsi prospekti ulica cesta tänav
  `,
)

/** Words behind the name that mean other things, too: with a name before and a number on either side. */
export const followers = words(
  `
    st\\. st rd\\. rd ave\\. ave drive terrace crescent gardens close square court way place hill row walk
    mews parade grove green út útja tér tere u\\. sok\\. sk\\. cad\\. cd\\. mah\\. mahallesi mah g\\. pr\\.
    al\\. tn mnt pst trg náměstí straße strasse platz allee weg ring plats torg väg gata gate vei plass vej
    straat gracht str\\. laan plein kade ulice улице
  `,
)

/** Small words inside the name of a street: `rue de la Paix`, `via dei Mille`, `An der Kirche`. */
export const particles = words(
  `
    de du des la le les l' d' del della delle dei degli di da do dos das los las el y e i von van den der het
    't zum zur am san santa sint saint st\\. ten ter
  `,
)

/** Words that stand before `street` or `road` in ordinary sentences: `on the street`, `every road`. */
export const notNames: ReadonlySet<string> = new Set(
  `
    the a an this that your our their his her its my every each any some no on off in of from by to and or at
    for with down across
  `
    .trim()
    .split(/\s+/),
)

/** What follows `via` where it means `by way of`. */
export const meansOfContact: ReadonlySet<string> = new Set(
  `
    whatsapp sms mms chat live mail e-mail email e telefon telefoon telefono téléphone telephone phone tel
    signal telegram internet web website webseite site app apps teams zoom skype facebook messenger instagram
    formular formulier form videocall video brief post online notruf ihre ihr unsere unser unser uw onze notre
    votre nostro hotline helpline kindertelefon hulplijn
  `
    .trim()
    .split(/\s+/),
)

/** Hosts and paths that show a point on a map. */
export const mapLinks = new RegExp(
  words(
    `
    maps\\.google google\\.[a-z.]+\\/maps goo\\.gl\\/maps maps\\.app\\.goo\\.gl g\\.page\\/ openstreetmap\\.
    osm\\.org osm\\.to osmand\\.net w3w\\.co what3words maps\\.apple waze\\.com bing\\.[a-z.]+\\/maps
    yandex\\.[a-z.]+\\/(?:maps|navi) here\\.com mapy\\.(?:cz|com) 2gis\\. plus\\.codes mapquest\\. mapbox\\.
    viamichelin\\. geohack \\bgeo:-?\\d \\/\\/\\/\\p{L}+\\.\\p{L}+\\.\\p{L}+
  `,
  ),
  'iu',
)
