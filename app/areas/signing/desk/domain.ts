/** The secretariat says that a domain is the official one of an organisation or a representative. */
import { recordAudit } from '../../../platform/audit/audit.ts'
import { lockCase, readApplication } from '../application-store.ts'
import type { SigningDeps } from '../deps.ts'
import { isOwn } from '../journey-rules.ts'
import { writeDomain } from '../proof/proof-store.ts'
import type { PersonsAct } from './decide.ts'

/** @param domain as whoever checked it has seen it. @returns false where it is another one by now. */
export async function checkDomain(
  { database }: Pick<SigningDeps, 'database'>,
  act: PersonsAct,
  id: string,
  domain: string,
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    const application = before && (await lockCase(tx, before.caseId)).find((one) => one.id === id)
    if (!application || !isOwn(application) || domain === '' || application.answers.who?.domain !== domain) return false
    const checked = await writeDomain(tx, id, domain, { person: act.person.id, at: act.at })
    if (checked) await recordAudit(tx, act, { authority: null, subject: `application ${id}`, detail: { domain } })
    return true
  })
}
