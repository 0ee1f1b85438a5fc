import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { publish, removeService, saveAnswer, saveIntroduction, saveService } from '../service.ts'
import { actAs, at, facts, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const act = actAs('anna')
let database: Database
let deps: OfficeChecklistDeps
let id: string
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, deps, anna } = await openTestTown(database))
})

const compared = async (earlier: number, later: number) => {
  const answer = await anna.get(urls.officeCompare(town, { earlier, later }))
  const html = await answer.text()
  return { html, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

const long = 'You can come without an appointment on Mondays, and we always listen first.'

describe('two versions of a town', () => {
  it('are compared fact by fact, long texts word by word, with their languages', async () => {
    const [kept, gone] = [newId(), newId()]
    await saveIntroduction(deps, act, id, text('Welkom', 'nl'), 0)
    await saveService(deps, act, id, kept, facts({ whatHappens: text(long), fee: 'free' }), 0)
    await saveService(deps, act, id, gone, facts({ name: text('Old house') }), 0)
    await publish(deps, act, id)
    await saveIntroduction(deps, act, id, { ...text('Welkom', 'nl'), ...text('أهلا', 'ar') }, 1)
    await removeService(deps, act, id, gone, 1)
    await publish(deps, act, id)
    const now = facts({ whatHappens: text(long.replace('Mondays', 'Tuesdays')), fee: 'paid' })
    await saveService(deps, act, id, kept, now, 1)
    await saveAnswer(deps, act, id, { kind: 'child-helpline', status: 'available', plannedFor: null, note: {} }, 0)
    await publish(deps, act, id)

    const { html, words } = await compared(1, 3)
    expect(htmlFaults(html)).toEqual([])
    expect(words).toContain('4 things differ.')
    expect(html).toContain('<del>Mondays</del>')
    expect(html).toContain('<ins>Tuesdays</ins>')
    expect(words).toContain('Version 1: Free Version 3: You pay')
    expect(words).toContain('العربية: أهلا')
    expect(words).toMatch(/Old house Service taken out/)
    expect(words).toContain('New answer')
    expect((await compared(2, 3)).words).not.toContain('Old house')
  })

  it('are turned where they were chosen the wrong way round, and one alone differs in nothing', async () => {
    await saveIntroduction(deps, act, id, text('Welkom', 'nl'), 0)
    await publish(deps, act, id)
    await saveIntroduction(deps, act, id, text('Hallo', 'nl'), 1)
    await publish(deps, act, id)
    expect((await compared(2, 1)).words).toContain('Version 1: Nederlands: Welkom Version 2: Nederlands: Hallo')
    expect((await compared(2, 2)).words).toContain('This is the same version twice')
    for (const query of ['', '?earlier=1', '?earlier=1&later=3', '?earlier=0&later=1', '?earlier=x&later=1']) {
      expect([query, (await anna.get(`${urls.officeCompare(town)}${query}`)).status]).toEqual([query, 404])
    }
    const choice = await (await anna.get(urls.officeVersions(town))).text()
    expect(choice).toMatch(/<option value="1" selected[^>]*>Version 1,/)
    expect(choice).toMatch(/<option value="2" selected[^>]*>Version 2,/)
  })

  it('show nothing of a place that became confidential later, and say that something is gone', async () => {
    const shelter = newId()
    await saveService(deps, act, id, shelter, facts({ place: at('Zonnebloemhof 17') }), 0)
    await publish(deps, act, id)
    await saveService(deps, act, id, shelter, facts({ place: at('Lindenhof 9') }), 1)
    await publish(deps, act, id)
    expect((await compared(1, 2)).words).toContain('Zonnebloemhof')
    await saveService(deps, act, id, shelter, facts({ place: { type: 'confidential' } }), 2)
    const { html, words } = await compared(1, 2)
    for (const trace of ['Zonnebloem', 'Lindenhof', '1234 ZZ', '52.37']) expect(html).not.toContain(trace)
    expect(words).toContain('Something was taken out of version 1 later')
    expect(words).not.toContain('Where it is')
  })
})
