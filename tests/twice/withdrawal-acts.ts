/** Two people of the secretariat withdraw for whoever signed without an office. */
import { signedForThemselves } from '../../app/areas/signing/test-signing.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { applicant, depsOf, secretariat } from './signing-acts.ts'
import type { World } from './world.ts'

/** An organisation whose account is somebody else's. */
const signedWithoutOffice = async (world: World) => {
  await secretariat(world)
  return signedForThemselves(depsOf(world), (await applicant(world)).id)
}

export const withdrawalActs: readonly Act[] = [
  {
    audit: 'signing.ask-withdrawal',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { number } = await signedWithoutOffice(world)
      const path = urls.pactSignatoryAct(number, 'withdraw')
      return { path, fields: { id: newId(), on: '2.3.2026', words: 'We act on our own now.' }, by }
    },
  },
  {
    audit: 'signing.agree-withdrawal',
    prepare: async (world) => {
      const [first, by] = await secretariat(world)
      const { number } = await signedWithoutOffice(world)
      const asked = { id: newId(), on: '2.3.2026', words: 'We act on our own now.' }
      await first.post(urls.pactSignatoryAct(number, 'withdraw'), asked)
      return { path: urls.pactSignatoryAct(number, 'withdraw/agree'), fields: { id: asked.id }, by }
    },
  },
  {
    audit: 'signing.drop-withdrawal',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { number } = await signedWithoutOffice(world)
      const asked = { id: newId(), on: '2.3.2026', words: 'We act on our own now.' }
      await by.post(urls.pactSignatoryAct(number, 'withdraw'), asked)
      return { path: urls.pactSignatoryAct(number, 'withdraw/drop'), fields: {}, by }
    },
  },
]
