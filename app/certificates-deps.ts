/** What certificates need from other areas, and the key that signs them. */
import type { CertificatesDeps, KeyInUse } from './areas/certificates/index.ts'
import { firstPublished } from './areas/checklist/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { firstPlanPublished } from './areas/plans/index.ts'
import { readHead, registerTag, signHead } from './areas/register/index.ts'
import { firstGiven } from './areas/reports/index.ts'
import { createKeptFacts, type KeptFacts } from './platform/page-cache/kept-facts.ts'
import { signingKeys } from './platform/signing/signing-key-store.ts'
import { signerOf } from './platform/signing/signing-keys.ts'
import type { Services } from './services.ts'

/** The key in memory: read anew when the register changes or another key is in use. */
export const createKeptKey = (): KeptFacts<KeyInUse> => createKeptFacts(1)

export function certificatesDepsOf(
  services: Services,
  { site, pageCache, papers }: HelpPagesDeps,
  kept: KeptFacts<KeyInUse>,
): CertificatesDeps {
  const { database, clock, config } = services
  return {
    ...{ site, database, clock, pageCache, papers },
    operator: config.operatorName,
    authorised: config.registerAuthorisation !== undefined,
    stages: {
      'page-published': async (db, { id, timeZone }) =>
        (await firstPublished(db, id))?.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      'plan-published': async (db, { id, timeZone }) =>
        (await firstPlanPublished(db, id))?.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      'report-given': async (db, { id, timeZone }) =>
        (await firstGiven(db, id))?.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    },
    keyInUse: () =>
      kept.get('in use', async () => {
        const value = await database.db.transaction().execute(async (tx) => {
          const signer = await signerOf(tx, { config }, clock.now())
          // Where the key was replaced by itself, the head is still signed by the one before.
          const head = await readHead(tx)
          if (head && head.keyId !== signer.keyId) await signHead(tx, { config }, head, clock.now())
          const key = (await signingKeys(tx)).find(({ id }) => id === signer.keyId)
          if (!key) throw new Error('the key in use is not among the keys')
          return { ...signer, createdAt: key.createdAt }
        })
        return { value, dependsOn: [registerTag] }
      }),
  }
}
