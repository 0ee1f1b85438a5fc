/** Nothing typed is lost: neither where the session has ended, nor where something typed is wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formTo, type Sent, sentBy } from '../page-form.ts'
import { type Act, acts } from '../twice/acts.ts'
import { openWorld, type World } from '../twice/world.ts'
import { neverRefused } from './never-refused.ts'
import { refusedForms } from './refused-forms.ts'
import type { RefusedForm } from './typed-over.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const titleOf = ({ audit, which }: { audit: string; which?: string }) => [audit, which].filter(Boolean).join(': ')
const named = <T extends { audit: string; which?: string }>(rows: readonly T[]) =>
  rows.map((row) => [titleOf(row), row] as const)
const values = (sent: Sent) => Object.entries(sent).map(([name, value]) => [name, [value].flat()] as const)

/** Routes that ask for a session: their forms come back after signing in. */
const open = new Set(['public', 'anyone'])
/** What the acts sent that have been prepared here: to prepare them all takes as long as all other tests of this file. */
const prepared = new Map<Act, Sent>()
const guarded = (audit: string) => world.routes.some((one) => one.audit === audit && !open.has(one.permission))

describe('a form that comes without a session', () => {
  test.each(named(acts))('%s: is kept with everything typed until it can be sent', async (_, act) => {
    if (!guarded(act.audit)) return
    const { path, fields, by } = await act.prepare(world)
    prepared.set(act, fields)
    if (!by) throw new Error('nobody sends the form')
    const refused = await world.send({ path, fields })
    expect(refused.status).toBe(401)
    const kept = formTo(await refused.text(), path)
    expect(kept).toEqual(fields)
    expect((await by.post(path, kept)).status).toBeLessThan(400)
  })

  test.each(named(refusedForms))('%s: whatever was typed, right or wrong', async (_, form) => {
    if (!guarded(form.audit)) return
    const { path, fields } = await form.prepare(world)
    const refused = await world.send({ path, fields })
    expect(refused.status).toBe(401)
    expect(formTo(await refused.text(), path)).toEqual(fields)
  })

  test('loses an address on purpose once the place is marked as confidential', async () => {
    const form = refusedForms.find(({ which }) => which === 'place')
    const { path = '', fields = {} } = (await form?.prepare(world)) ?? {}
    const html = await (await world.send({ path, fields: { ...fields, place: 'confidential' } })).text()
    expect(html).not.toContain('Market 1')
    expect(formTo(html, path)['place']).toBe('confidential')
  })
})

describe('a form with one thing wrong', () => {
  test.each(named(refusedForms))('%s: shows everything typed again', async (_, form: RefusedForm) => {
    const { path, fields, by } = await form.prepare(world)
    const refused = await world.send({ path, fields, ...(by ? { by } : {}) })
    expect(refused.status).toBe(422)
    const shown = sentBy(await refused.text())
    const lost = values(fields).filter(([name, typed]) => {
      const again = [shown[name] ?? []].flat()
      const wanted = typed.filter((one) => one.trim() !== '')
      return form.gone?.[name] === undefined && !wanted.every((one) => again.includes(one))
    })
    expect(lost).toEqual([])
  })

  test('there is a row for every form that has something to type', async () => {
    const rows = new Set([...refusedForms.map(({ audit }) => audit), ...Object.keys(neverRefused)])
    const typing: string[] = []
    for (const act of acts) {
      const fields = prepared.get(act) ?? (await act.prepare(world)).fields
      if (!act.quiet && Object.keys(fields).some((name) => !machine.test(name))) typing.push(act.audit)
    }
    expect([...new Set(typing)].filter((audit) => !rows.has(audit))).toEqual([])
    // Run alone, it goes through everything that comes before every act, one after the other.
  }, 180_000)
})

/** Fields that nobody types or chooses: they stand in the form. */
const machine = /^(revision|stand|id|token|seen|sent|do|request|form|back|association|on|searched|authority)$/
