export { type Countries, type Country, countryName, loadCountries } from './countries.ts'
export {
  areasOf,
  domainsOf,
  type FoundBySlug,
  findByOfficialCode,
  findBySlug,
  nutsCodeOf,
  readAuthorities,
  readAuthority,
  readAuthorityByCode,
} from './directory-store.ts'
export type { ColumnMap } from './import/column-map.ts'
export { type CsvRow, readCsv, rowsOf } from './import/read-csv.ts'
export { ImportFault, type ImportReport, type Refusal } from './import/report.ts'
export { type ImportDeps, type ImportInput, importAuthorities } from './import-authorities.ts'
export { type FoundByName, findByName, findExactly } from './name-store.ts'
export { neighboursOf } from './neighbour-store.ts'
export { countPublished, type PublishedCount, publishedTowns } from './published-store.ts'
export { authoritiesRetention } from './retention-rules.ts'
export { type Authority, type AuthorityKind, type AuthorityStatus, authorityKinds, nameIn } from './rules.ts'
