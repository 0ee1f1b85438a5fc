export { areaNamed, codeOfArea, deleteArea, sayAreaKind, writeAreaKind } from './area-keep-store.ts'
export { outsideOf } from './area-store.ts'
export { type Countries, type Country, countryName, loadCountries } from './countries.ts'
export {
  areasOf,
  domainsOf,
  type FoundBySlug,
  findByOfficialCode,
  findBySlug,
  idsByCode,
  nutsCodeOf,
  readAuthorities,
  readAuthority,
  readAuthorityByCode,
} from './directory-store.ts'
export { foldings, foldQuery, transliterate, wordsIn } from './fold.ts'
export type { AreaFault } from './import/area-faults.ts'
export type { AreaKind } from './import/area-row.ts'
export { type ColumnMap, columnMap } from './import/column-map.ts'
export type { ListMovement, OfficialFormat } from './import/formats/format.ts'
export { officialFormat, readOfficial, recognisedFormat } from './import/formats/index.ts'
export { countryAsked, parsedRows } from './import/parsed-rows.ts'
export { type CsvRow, readCsv, readCsvContent, rowsOf } from './import/read-csv.ts'
export { jsonSteps, looksLikeJson } from './import/read-json.ts'
export { openList } from './import/read-list.ts'
export { createTally, ImportFault, type ImportReport, type Refusal } from './import/report.ts'
export type { ImportRow } from './import/row.ts'
export { type AreasInput, type AreasReport, importAreas, importAreasIn } from './import-areas.ts'
export { type ImportDeps, type ImportInput, importAuthorities, importRows } from './import-authorities.ts'
export { importPoints, type PointsReport } from './import-points.ts'
export {
  countInheritors,
  type InheritedArea,
  type Inheritors,
  inheritsFrom,
  listInheritors,
} from './inheritor-store.ts'
export {
  addCounts,
  authoritiesOn,
  type CodedAuthority,
  type CodedPlace,
  codedPlaces,
  codeSchemes,
  giveCode,
  inherit,
  inheritedFrom,
  mergeInto,
  onlyFictional,
  type Predecessor,
  readCurrentAuthority,
} from './merger-store.ts'
export { type FoundByName, findByName, findExactly, findExactlyToday } from './name-store.ts'
export { ensureNational, nationalAuthorities, townsIn } from './national-store.ts'
export { neighboursOf, townsAround } from './neighbour-store.ts'
export { type DirectoryPart, namedExactly, type PlacedAuthority, townsWithPoints } from './place-store.ts'
export { countPublished, type PublishedCount, publishedSpots, publishedTowns } from './published-store.ts'
export { authoritiesRetention } from './retention-rules.ts'
export { type Authority, type AuthorityKind, type AuthorityStatus, authorityKinds, nameIn } from './rules.ts'
export {
  closeSplit,
  inheritShared,
  type Parts,
  partsOf,
  type Served,
  servedAs,
  sharedFrom,
  writeParts,
} from './split-store.ts'
