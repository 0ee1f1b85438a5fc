/** The only door of this area for others. */
export { addAssociation, newAssociation } from './add-association.ts'
export { createAskHere } from './contact/ask-here.ts'
export { contactRoutes } from './contact/contact-routes.tsx'
export { type AskingContact, askingContact } from './contact/contact-schema.ts'
export { readAskingContact } from './contact/contact-store.ts'
export type { ContactDeps } from './contact/deps.ts'
export { keepContact } from './contact/keep-contact.ts'
export {
  type Association,
  associationsIn,
  associationsOf,
  associationsOfEach,
  countMembers,
  countriesWithAssociations,
  ensureAssociation,
  findAssociation,
  firstMember,
  membersOf,
  moveMembership,
  readAssociations,
  shareMembership,
} from './directory-store.ts'
export { associationsPermissions } from './policy.ts'
export { associationsRetention } from './retention-rules.ts'
