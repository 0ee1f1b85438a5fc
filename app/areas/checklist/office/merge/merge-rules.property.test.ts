import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormFields } from '../../../../platform/http/form.ts'
import {
  type Circumstances,
  type Edits,
  type FieldGroup,
  heldIn,
  mergedForm,
  resolved,
  type Standing,
  standingOf,
} from './merge-rules.ts'

const groups: readonly FieldGroup[] = [
  { id: 'name', holds: (field) => field === 'name' },
  { id: 'fee', holds: (field) => field === 'fee' || field === 'feeNote' },
  { id: 'phones', holds: (field) => field.startsWith('phone-') },
  { id: 'place', holds: (field) => field === 'place' || field.startsWith('address-'), place: true },
]
const names = ['name', 'fee', 'feeNote', 'phone-0-number', 'phone-1-number']
const value = fc.constantFrom('', 'one', 'two', 'three')
const place: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.oneof(
  fc.constant([['place', 'none'] as const]),
  fc.constant([['place', 'confidential'] as const]),
  value.map((street) => [['place', 'addresses'] as const, ['address-0-street', `Street ${street}`] as const]),
)
const form: fc.Arbitrary<FormFields> = fc
  .tuple(fc.tuple(...names.map(() => value)), place)
  .map(
    ([values, where]) =>
      new Map(
        [...names.map((name, at) => [name, values[at] ?? ''] as const), ...where].map(([name, one]) => [name, [one]]),
      ),
  )
const open: FormFields = new Map([['place', ['none']]])
const isConfidential = (fields: FormFields) => fields.get('place')?.[0] === 'confidential'

const plain: Circumstances = { asked: new Set<string>(), withholds: () => false }
const standings = (edits: Edits, circumstances = plain) =>
  new Map<string, Standing>(groups.map((group) => [group.id, standingOf(group, edits, circumstances)]))
const merge = (edits: Edits, circumstances = plain) =>
  mergedForm(groups, standings(edits, circumstances), { typed: edits.yours, theirs: edits.theirs })
const held = (fields: FormFields) => groups.map((group) => heldIn(group, fields))
/** Of places that nobody calls confidential: their rule is another. */
const places = (...forms: FormFields[]) => forms.every((fields) => !isConfidential(fields))

describe('a merge of three forms', () => {
  it('is theirs where you changed nothing, and yours where they changed nothing', () => {
    fc.assert(
      fc.property(form, form, (base, other) => {
        fc.pre(places(base, other))
        expect(held(merge({ base, theirs: other, yours: base }))).toEqual(held(other))
        expect(held(merge({ base, theirs: base, yours: other }))).toEqual(held(other))
      }),
    )
  })

  it('asks about every group in which both changed something to something else, and about no other', () => {
    fc.assert(
      fc.property(form, form, form, (base, theirs, yours) => {
        fc.pre(places(base, theirs, yours))
        for (const group of groups) {
          const [was, now, mine] = [base, theirs, yours].map((fields) => JSON.stringify(heldIn(group, fields)))
          const asked = standings({ base, theirs, yours }).get(group.id) === 'both'
          expect(asked).toBe(was !== now && was !== mine && now !== mine)
        }
      }),
    )
  })

  it('loses nothing of either side without telling: what is not in the form is told or asked about', () => {
    fc.assert(
      fc.property(fc.option(form, { nil: undefined }), form, form, (base, theirs, yours) => {
        const found = standings({ base, theirs, yours })
        const merged = merge({ base, theirs, yours })
        for (const group of groups) {
          const kept = JSON.stringify(heldIn(group, merged))
          const quiet = found.get(group.id) === 'same'
          if (quiet) expect([theirs, yours].map((side) => JSON.stringify(heldIn(group, side)))).toEqual([kept, kept])
        }
      }),
    )
  })

  it('asks about every difference where nobody knows what the form was made from', () => {
    fc.assert(
      fc.property(form, form, (theirs, yours) => {
        fc.pre(places(theirs, yours))
        const told = [...standings({ base: undefined, theirs, yours }).values()]
        expect(told.every((standing) => standing === 'same' || standing === 'both')).toBe(true)
        expect(held(merge({ base: undefined, theirs, yours }))).toEqual(held(yours))
      }),
    )
  })

  it('never mixes the fields of a group: each is as one of the two wrote it', () => {
    fc.assert(
      fc.property(form, form, form, (base, theirs, yours) => {
        fc.pre(places(base, theirs, yours))
        const merged = merge({ base, theirs, yours })
        for (const group of groups) {
          const sides = [theirs, yours].map((side) => JSON.stringify(heldIn(group, side)))
          expect(sides).toContain(JSON.stringify(heldIn(group, merged)))
        }
      }),
    )
  })

  it('is confidential as soon as one of the two is, and holds no address then', () => {
    fc.assert(
      fc.property(fc.option(form, { nil: undefined }), form, form, (base, theirs, yours) => {
        fc.pre(isConfidential(theirs) || isConfidential(yours))
        const merged = merge({ base, theirs, yours })
        expect(isConfidential(merged)).toBe(true)
        if (!isConfidential(theirs) || !isConfidential(yours)) {
          expect([...merged.keys()].filter((name) => name.startsWith('address-'))).toEqual([])
        }
      }),
    )
  })

  it('keeps back what may not come back, and nothing that stands there now', () => {
    fc.assert(
      fc.property(form, form, form, (base, theirs, yours) => {
        const merged = merge({ base, theirs, yours }, { asked: new Set(), withholds: ({ place: isPlace }) => !isPlace })
        for (const group of groups.filter((one) => !one.place)) {
          expect(heldIn(group, merged)).toEqual(heldIn(group, theirs))
        }
      }),
    )
  })
})

describe('a choice', () => {
  const [theirs, yours] = [new Map([...open, ['name', ['theirs']]]), new Map([...open, ['name', ['mine']]])]
  const chosen = (kept: 'mine' | 'theirs' | undefined) =>
    resolved(groups, new Map([['name', kept]]), { typed: yours, yours, theirs })

  it('takes the one that was chosen, and waits for one that was not', () => {
    expect(chosen('theirs').fields.get('name')).toEqual(['theirs'])
    expect(chosen('mine').fields.get('name')).toEqual(['mine'])
    expect([chosen('mine').open, chosen(undefined).open]).toEqual([[], ['name']])
  })

  it('is asked again with a third version, until it is made', () => {
    const edits = { base: theirs, theirs, yours }
    expect(standings(edits).get('name')).toBe('yours')
    expect(standings(edits, { ...plain, asked: new Set(['name']) }).get('name')).toBe('both')
    expect(standings({ base: theirs, theirs, yours: theirs }, { ...plain, asked: new Set(['name']) }).get('name')).toBe(
      'same',
    )
  })
})
