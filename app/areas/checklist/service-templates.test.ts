import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { DataFault } from '../../platform/data-file.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { countGaps, gapFaults, hasGap } from './gap-rules.ts'
import { loadChecklist } from './kinds.ts'
import { publishFaults } from './publish-faults.ts'
import { begunWith, loadServiceTemplates, templateSlots } from './service-templates.ts'
import { facts, text } from './test-town.ts'

const checklist = loadChecklist()
const known = { kinds: checklist.ids, languages: loadLanguages().codes }
const templates = loadServiceTemplates(known)
const all = checklist.kinds.flatMap(({ id }) => {
  const found = templates.of(id)
  return templateSlots.flatMap((slot) => Object.entries(found?.[slot] ?? {}).map(([code, one]) => ({ id, code, one })))
})

describe('the texts to begin with', () => {
  test('are there for every kind in five languages; those that no person wrote say so', () => {
    expect(templates.languages).toEqual(['en', 'fr', 'de', 'ar', 'nl'])
    expect(all).toHaveLength(checklist.kinds.length * templateSlots.length * 5)
    for (const { code, one } of all) expect(one.origin).toBe(code === 'en' ? 'person' : 'machine')
  })

  test('have gaps to fill in, promise no secrecy, name nobody’s number or address and no law', () => {
    const promised =
      /secre|confiden|anonym|vertraulich|geheim|\bsecrète|سر(?:ي|ية|ًا)|مجهول|§|convention|\blaw\b|\bloi\b|gesetz|قانون|\bwet\b|verdrag|vertrouwelijk/i
    for (const { id, code, one } of all) {
      expect(countGaps(one.text), `${id} ${code}`).toBeGreaterThan(0)
      expect(promised.exec(one.text)?.[0], `${id} ${code}`).toBeUndefined()
      expect(/\p{Nd}|@|https?:/u.test(one.text), `${id} ${code}`).toBe(false)
    }
  })

  test('fill in what is empty, in one language, and never what somebody has typed', () => {
    const template = templates.of('trauma-therapy')
    if (!template) throw new Error('no template')
    const typed = facts({ whatHappens: text('Wir hören zu.', 'de') })
    const begun = begunWith(typed, template, 'de')
    expect(begun.whatHappens).toEqual(typed.whatHappens)
    expect(Object.keys(begun.howDecided)).toEqual(['de'])
    expect(begun.howToComplain['de']?.origin).toBe('machine')
    expect(begunWith(begun, template, 'de')).toEqual(begun)
    expect(begunWith(typed, template, 'pl')).toEqual(typed)
  })
})

describe('a gap', () => {
  const checks = {
    kinds: checklist.ids,
    languages: known.languages,
    today: Temporal.PlainDate.from('2026-03-10'),
    knownShort: () => false,
    mayBeShort: () => false,
    phoneIsValid: () => true,
  }
  const said = (words: string) => facts({ howDecided: text(words) })
  const faultsOf = (words: string) =>
    publishFaults({ introduction: {}, answers: [], services: [{ ...said(words), id: crypto.randomUUID() }] }, checks)

  test('that is left stops publishing, with a fault at its text; so does half of one', () => {
    for (const words of ['We ask [[whom]].', 'We ask [[whom', 'We ask whom]].']) {
      expect(faultsOf(words), words).toMatchObject([{ code: 'gapLeft', path: ['howDecided', 'en'] }])
    }
    expect(faultsOf('We ask [her] and [him].')).toEqual([])
  })

  test('is found in every text, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(hasGap(`${before}[[who]]${after}`)).toBe(true)
        expect(gapFaults(said(`${before}[[who]]${after}`))).toHaveLength(1)
      }),
    )
    const closed = { from: '2026-03-10', to: null, text: text('Until [[when]]') }
    expect(gapFaults(facts({ closure: closed }))).toEqual([{ code: 'gapLeft', path: ['closure', 'text', 'en'] }])
  })
})

describe('the file', () => {
  let root = ''
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  function faultsWith(change: (file: string) => string): string[] {
    root = mkdtempSync(join(tmpdir(), 'templates-'))
    cpSync('data/service-templates.json', join(root, 'data/service-templates.json'), { recursive: true })
    const path = join(root, 'data/service-templates.json')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    try {
      loadServiceTemplates(known, root)
      return []
    } catch (error) {
      return error instanceof DataFault ? [...error.faults] : [String(error)]
    }
  }

  test('is refused with file and line for a number, a gap that only one language has, and a kind without a text', () => {
    expect(faultsWith((file) => file)).toEqual([])
    expect(faultsWith((file) => file.replace('You find it in', 'You find 24 in'))).toEqual([
      expect.stringMatching(/^data\/service-templates\.json:\d+ texts\[0\]\.words\.en: .*number/),
    ])
    expect(faultsWith((file) => file.replace('[[languages]]', 'languages'))[0]).toContain('as many gaps')
    expect(faultsWith((file) => file.replace('"kind": "child-helpline"', '"kind": "no-such-kind"'))).toHaveLength(2)
  })
})
