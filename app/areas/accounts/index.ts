/** The only door of this area for others. */
export { type Accounts, type AccountsDeps, createAccounts, type Session } from './accounts.ts'
export { createGuards, type GuardsDeps } from './guards.tsx'
export { accountsJobs } from './jobs.ts'
export { ensurePerson, grantRole } from './persons.ts'
export { accountsPermissions, type Permission, type Permissions } from './policy.ts'
export { type AccountsRoutesDeps, accountsRoutes, type OfficeTown } from './routes.tsx'
export { type Person, readPerson } from './store.ts'
