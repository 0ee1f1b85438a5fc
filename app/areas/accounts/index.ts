/** The only door of this area for others. */
export { type Accounts, type AccountsDeps, createAccounts, type Session } from './accounts.ts'
export { addressRoutes } from './address/address-routes.tsx'
export { announceEnd, eraseAccount, findDormant, forgetAnnouncements } from './erase-store.ts'
export { createGuards, type GuardsDeps } from './guards.tsx'
export { accountsJobs } from './jobs.ts'
export { type Departing, departure, tellOfDeparture } from './people/depart.ts'
export type { PeopleRoutesDeps } from './people/deps.ts'
export { inviteFirst } from './people/first-invitation.ts'
export { createPeople, peopleJobs } from './people/jobs.ts'
export { moveStaff, shareStaff } from './people/move-staff.ts'
export { peopleNextSteps } from './people/next-steps.ts'
export { peoplePermissions } from './people/policy.ts'
export { askToJoin } from './people/requests.ts'
export { peopleRoutes } from './people/routes.ts'
export type { GivingOffice } from './people/rules.ts'
export { accountsPersonalSets } from './personal-rules.ts'
export { ensurePerson, grantRole } from './persons.ts'
export { accountsPermissions, type Permission, type Permissions } from './policy.ts'
export { accountsRetention, dormantDays, noticeDays } from './retention-rules.ts'
export { type AccountsRoutesDeps, accountsRoutes } from './routes.tsx'
export {
  authoritiesWith,
  findActor,
  type Person,
  peopleOf,
  peopleOfAssociations,
  peopleOfInstance,
  personNames,
  readPerson,
} from './store.ts'
