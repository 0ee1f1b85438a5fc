/** The secretariat says that a domain is the official one of an organisation or a representative. */
import { recordAudit } from '../../../platform/audit/audit.ts'
import { lockCase, readApplication } from '../application-store.ts'
import type { SigningDeps } from '../deps.ts'
import { isOwn } from '../journey-rules.ts'
import type { Conflict } from '../policy.ts'
import { writeDomain } from '../proof/proof-store.ts'
import { conflictFor, type PersonsAct } from './decide.ts'

/** `gone`: it is another one by now. */
export type DomainOutcome = 'checked' | 'gone' | { readonly conflict: Conflict }

/** @param domain as whoever checked it has seen it. */
export async function checkDomain(
  { database }: Pick<SigningDeps, 'database'>,
  act: PersonsAct,
  id: string,
  domain: string,
): Promise<DomainOutcome> {
  return database.db.transaction().execute(async (tx): Promise<DomainOutcome> => {
    const before = await readApplication(tx, id)
    const all = before ? await lockCase(tx, before.caseId) : []
    const application = all.find((one) => one.id === id)
    if (!application || !isOwn(application) || domain === '' || application.answers.who?.domain !== domain)
      return 'gone'
    const conflict = await conflictFor(tx, act.person, all)
    if (conflict) return { conflict }
    const checked = await writeDomain(tx, id, domain, { person: act.person.id, at: act.at })
    if (checked) await recordAudit(tx, act, { authority: null, subject: `application ${id}`, detail: { domain } })
    return 'checked'
  })
}
