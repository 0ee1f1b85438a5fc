/** The only door of this area for others. */
export {
  type Association,
  associationsIn,
  associationsOf,
  countriesWithAssociations,
  ensureAssociation,
  findAssociation,
  moveMembership,
  readAssociations,
} from './directory-store.ts'
export { associationsRetention } from './retention-rules.ts'
