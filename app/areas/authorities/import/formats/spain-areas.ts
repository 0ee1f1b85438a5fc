/** Names of provincias and comunidades by their code: INE, Relación de comunidades autónomas y provincias con sus códigos. */

const inOrder = (names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' · ').map((name, index) => [String(index + 1).padStart(2, '0'), name]))

/** 01 to 52. */
export const provinces = inOrder(
  [
    'Araba/Álava · Albacete · Alicante/Alacant · Almería · Ávila · Badajoz · Illes Balears · Barcelona · Burgos · Cáceres',
    'Cádiz · Castellón/Castelló · Ciudad Real · Córdoba · A Coruña · Cuenca · Girona · Granada · Guadalajara · Gipuzkoa',
    'Huelva · Huesca · Jaén · León · Lleida · La Rioja · Lugo · Madrid · Málaga · Murcia',
    'Navarra · Ourense · Asturias · Palencia · Las Palmas · Pontevedra · Salamanca · Santa Cruz de Tenerife · Cantabria · Segovia',
    'Sevilla · Soria · Tarragona · Teruel · Toledo · Valencia/València · Valladolid · Bizkaia · Zamora · Zaragoza',
    'Ceuta · Melilla',
  ].join(' · '),
)

/** 01 to 19. */
export const communities = inOrder(
  [
    'Andalucía · Aragón · Principado de Asturias · Illes Balears · Canarias · Cantabria · Castilla y León',
    'Castilla-La Mancha · Cataluña · Comunitat Valenciana · Extremadura · Galicia · Comunidad de Madrid',
    'Región de Murcia · Comunidad Foral de Navarra · País Vasco · La Rioja · Ceuta · Melilla',
  ].join(' · '),
)
