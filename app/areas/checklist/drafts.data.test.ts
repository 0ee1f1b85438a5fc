import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { readDraft, readDraftService, removeService, saveAnswer, saveIntroduction, saveService } from './service.ts'
import { actAs, addTown, facts, testDeps, text } from './test-town.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
const anna = actAs('anna', 'checklist.save')
const bert = actAs('bert', 'checklist.save')
const kind = 'child-helpline'
const available = { kind, status: 'available', plannedFor: null, note: {} } as const

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database, { timeZone: 'Pacific/Kiritimati' })
})

const recorded = () => database.db.selectFrom('audit.record').selectAll().where('authority', '=', town).execute()

describe('answers', () => {
  it('are dated by the day at the place', async () => {
    expect(await saveAnswer(deps, anna, town, available, 0)).toEqual({ outcome: 'saved', revision: 1 })
    const [saved] = (await readDraft(database.db, town)).answers
    expect(saved).toMatchObject({
      answer: { ...available, answeredOn: '2026-03-11' },
      changedBy: { person: null, as: 'anna' },
    })
  })

  it('show the second officer what the first has saved', async () => {
    await saveAnswer(deps, anna, town, available, 0)
    const note = text('Only in the city')
    const late = await saveAnswer(deps, bert, town, { ...available, status: 'partly', note }, 0)
    expect(late).toMatchObject({ outcome: 'conflict', current: { answer: available, revision: 1 } })
    expect(await saveAnswer(deps, bert, town, { ...available, note }, 1)).toEqual({ outcome: 'saved', revision: 2 })
  })

  it('have one effect when sent twice', async () => {
    await saveAnswer(deps, anna, town, available, 0)
    expect(await saveAnswer(deps, anna, town, available, 0)).toEqual({ outcome: 'saved', revision: 1 })
    expect(await recorded()).toHaveLength(1)
  })

  it('are refused without a date or a way out', async () => {
    const refused = async (status: 'planned' | 'not-available' | 'not-our-task', plannedFor: string | null = null) => {
      const outcome = await saveAnswer(deps, anna, town, { kind, status, plannedFor, note: {} }, 0)
      return outcome.outcome === 'refused' ? outcome.faults.map(({ code }) => code) : outcome
    }
    expect(await refused('planned')).toEqual(['plannedDateMissing'])
    expect(await refused('planned', '2026-03-10')).toEqual(['plannedDatePast'])
    expect(await refused('not-available')).toEqual(['noteMissing'])
    expect(await refused('not-our-task')).toEqual(['noteMissing'])
    expect((await readDraft(database.db, town)).answers).toEqual([])
  })
})

describe('the introduction', () => {
  it('is saved, and its text stays out of the trail', async () => {
    expect(await saveIntroduction(deps, anna, town, text('Secret words'), 0)).toEqual({ outcome: 'saved', revision: 1 })
    expect(await saveIntroduction(deps, bert, town, text('Others'), 0)).toMatchObject({ outcome: 'conflict' })
    expect(await readDraft(database.db, town)).toMatchObject({
      introductionRevision: 1,
      introduction: text('Secret words'),
    })
    expect(JSON.stringify((await recorded()).map((row) => ({ ...row, id: 0 })))).not.toContain('Secret')
  })
})

describe('services', () => {
  it('are added once however often the form is sent', async () => {
    const id = newId()
    expect(await saveService(deps, anna, town, id, facts(), 0)).toEqual({ outcome: 'saved', revision: 1 })
    expect(await saveService(deps, anna, town, id, facts(), 0)).toEqual({ outcome: 'saved', revision: 1 })
    const { services } = await readDraft(database.db, town)
    expect(services).toMatchObject([{ id, revision: 1, facts: { checked: { on: '2026-03-11', by: 'office' } } }])
    expect(await recorded()).toHaveLength(1)
  })

  it('show the second officer what the first has saved, and name the fields in the trail', async () => {
    const id = newId()
    await saveService(deps, anna, town, id, facts(), 0)
    const current = await readDraftService(database.db, town, id)
    await saveService(deps, anna, town, id, { ...(current?.facts ?? facts()), fee: 'free' }, 1)
    const late = await saveService(deps, bert, town, id, facts({ fee: 'paid' }), 1)
    expect(late).toMatchObject({ outcome: 'conflict', current: { revision: 2, facts: { fee: 'free' } } })
    expect((await recorded()).at(-1)?.detail).toEqual({ fields: ['fee'], revision: 2 })
  })

  it('are removed once, and their id is never used again', async () => {
    const id = newId()
    await saveService(deps, anna, town, id, facts(), 0)
    expect(await removeService(deps, bert, town, id, 4)).toMatchObject({
      outcome: 'conflict',
      current: { revision: 1 },
    })
    expect(await removeService(deps, bert, town, id, 1)).toEqual({ outcome: 'saved', revision: 2 })
    expect(await removeService(deps, bert, town, id, 1)).toEqual({ outcome: 'saved', revision: 2 })
    expect(await readDraftService(database.db, town, id)).toBeUndefined()
    expect(await saveService(deps, anna, town, id, facts(), 2)).toEqual({ outcome: 'conflict', current: undefined })
  })

  it("are never another town's", async () => {
    const id = newId()
    await saveService(deps, anna, town, id, facts(), 0)
    const other = await addTown(database)
    expect(await saveService(deps, bert, other, id, facts(), 1)).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'idTaken' }],
    })
    expect(await removeService(deps, bert, other, id, 1)).toEqual({ outcome: 'conflict', current: undefined })
    expect(await readDraftService(database.db, other, id)).toBeUndefined()
  })

  it('serve only authorities that exist', async () => {
    const outcome = await saveService(deps, anna, town, newId(), facts({ serves: [town, newId()] }), 0)
    expect(outcome).toEqual({ outcome: 'refused', faults: [{ code: 'servesUnknown', path: ['serves', 1] }] })
  })
})
