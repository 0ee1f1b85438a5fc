/** What readers say is wrong, and what the town decides about it: each time another reason, or another service. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { readDraft } from '../../app/areas/checklist/index.ts'
import { plantMovedLink, takeReportsOut } from '../../app/areas/watching/test-watching.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Sent, World } from './world.ts'

const given = perWorld(() => ({ forms: 0 }))

/** A form that nobody has sent yet, about something that nobody has said yet. */
async function form(world: World): Promise<Sent> {
  const page = await world.read(urls.town('en', town))
  const services = [...new Set(page.match(/services\/[0-9a-f-]{36}/g))].map((one) => one.split('/')[1] ?? '')
  const { forms } = given(world)
  const id = services[forms % services.length] ?? ''
  const reason = ['other', 'closed', 'not-for'][Math.floor(forms / services.length)] ?? ''
  given(world).forms += 1
  const path = urls.serviceWrong('en', town, id)
  return { path, fields: { ...world.valuesOf(await world.read(path), 'form'), reason } }
}

/** Something that waits for the town itself: areas publish services that stand on its page, too. */
async function waiting(world: World): Promise<string> {
  const authority = world.townScope.kind === 'authority' ? world.townScope.id : ''
  await world.send(await form(world))
  await takeReportsOut(world.services.watching)
  const found = await world.db
    .selectFrom('office.reader_report')
    .select('id')
    .where('authority', '=', authority)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return found?.id ?? waiting(world)
}

/** A web address of the town that has moved once more. */
async function moved(world: World): Promise<string> {
  const authority = world.townScope.kind === 'authority' ? world.townScope.id : ''
  const draft = await readDraft(world.db, authority)
  const found = draft.services.find(({ facts }) => facts.web !== null)
  if (!found?.facts.web) throw new Error('no service of the town has a web address')
  given(world).forms += 1
  const to = `https://example.org/moved-${given(world).forms}`
  return plantMovedLink(world.db, { authority, service: found.id, from: found.facts.web, to })
}

function findingAct(act: 'repair' | 'hide' | 'show'): Act {
  return {
    audit: `watching.${act}`,
    prepare: async (world) => {
      const by = await world.browserOf(approver)
      const id = await moved(world)
      if (act === 'show') await by.post(urls.officeFindingAct(town, id, 'hide'))
      return { path: urls.officeFindingAct(town, id, act), fields: {}, by }
    },
  }
}

export const watchingActs: readonly Act[] = [
  { audit: 'watching.report', prepare: form, settle: (world) => takeReportsOut(world.services.watching) },
  {
    audit: 'watching.decide',
    prepare: async (world) => {
      const by = await world.browserOf(approver)
      return { path: urls.officeReport(town, await waiting(world)), fields: { outcome: 'right', tell: 'yes' }, by }
    },
  },
  findingAct('repair'),
  findingAct('hide'),
  findingAct('show'),
]
