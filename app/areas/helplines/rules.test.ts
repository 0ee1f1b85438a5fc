import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadHelplines } from './helpline-data.ts'
import { type HelpLine, type HelpNumbers, helpNumbersFor, isKnownShortNumber, linesOf, topNumbers } from './rules.ts'
import { type CountryHelplines, lineKinds, type SourcedLine } from './schema.ts'

const today = '2026-11-23'
const blank: SourcedLine = {
  kind: 'child-helpline',
  number: '116 111',
  dial: '116111',
  name: null,
  hours: null,
  hoursAsPublished: null,
  free: null,
  showsOnBill: null,
  languages: null,
  channels: ['voice'],
  url: null,
  confidence: 'high',
  evidence: 'a test',
  evidenceKeys: [],
  sources: [],
  confirmed: null,
}
const nowhere: CountryHelplines = {
  iso: 'XX',
  name: 'Nowhere',
  emergency: {
    general: [],
    police: [],
    ambulance: [],
    fire: [],
    text: [],
    fallback: [],
    rely112Alone: null,
    rely112Note: 'a test',
    rely112Sources: [],
    confidence: 'high',
  },
  childHelplines: [],
  missingChild: [],
  abuseMaterialHotlines: [],
  otherLines: [],
}
const numbered = (number: string, facts: Partial<SourcedLine> = {}): SourcedLine => ({
  ...blank,
  number,
  dial: number,
  ...facts,
})
const child = (...lines: SourcedLine[]) => helpNumbersFor({ ...nowhere, childHelplines: lines }, today).child
const emergency = (facts: Partial<CountryHelplines['emergency']>) =>
  helpNumbersFor({ ...nowhere, emergency: { ...nowhere.emergency, ...facts } }, today).emergency
const dials = (lines: readonly HelpLine[]) => lines.map((line) => line.dial)
const all = (help: HelpNumbers) => [help.emergency, help.child, help.missing, help.material, help.other].flat()
const confirmed = (on: string, expires: string) => ({ confirmed: { by: 'a coordinator', on, expires } })

describe('labels', () => {
  it('shows high as published and medium as not yet confirmed, high first', () => {
    const lines = child(numbered('1000', { confidence: 'medium' }), numbered('2000'))
    expect(lines.map((line) => [line.dial, line.label])).toEqual([
      ['2000', 'published'],
      ['1000', 'unconfirmed'],
    ])
  })

  it('never shows low', () => {
    expect(child(numbered('1000', { confidence: 'low' }))).toEqual([])
  })

  it('puts a confirmed number first, whatever the sources were worth', () => {
    const lines = child(
      numbered('1000'),
      numbered('2000', { confidence: 'low', ...confirmed('2026-11-01', '2027-02-01') }),
    )
    expect(lines[0]).toMatchObject({ dial: '2000', label: 'confirmed', confirmedOn: '2026-11-01' })
  })

  it('counts a confirmation to the end of its last day and keeps the number, dated, after it', () => {
    const upTo = (expires: string) =>
      child(numbered('1000', { confidence: 'medium', ...confirmed('2026-08-23', expires) }))[0]
    expect(upTo('2026-11-23')).toMatchObject({ label: 'confirmed' })
    expect(upTo('2026-11-22')).toMatchObject({ dial: '1000', label: 'confirmation-expired', confirmedOn: '2026-08-23' })
  })
})

describe('emergency numbers', () => {
  const police = [numbered('122', { kind: 'police' })]
  const ambulance = [numbered('124', { kind: 'ambulance' })]
  const general = [numbered('112', { kind: 'emergency' })]
  const fallback = [numbered('112', { kind: 'emergency-fallback', confidence: 'medium' })]

  it('are 112 alone where it is known to serve everything', () => {
    expect(dials(emergency({ general, police, ambulance, rely112Alone: true }))).toEqual(['112'])
  })

  it.each([null, false])('have police and ambulance beside 112 where that is not known (%s)', (rely112Alone) => {
    expect(dials(emergency({ general, police, ambulance, rely112Alone }))).toEqual(['112', '122', '124'])
  })

  it('have police and ambulance where 112 itself may not be shown', () => {
    const doubtful = [numbered('112', { kind: 'emergency', confidence: 'low' })]
    expect(dials(emergency({ general: doubtful, police, ambulance, rely112Alone: true }))).toEqual(['122', '124'])
  })

  it('have a fallback 112 beside others, never alone', () => {
    expect(dials(emergency({ police, ambulance, fallback }))).toEqual(['122', '124', '112'])
    expect(emergency({ fallback })).toEqual([])
    expect(emergency({ fallback, fire: [numbered('123', { kind: 'fire' })] }).map((line) => line.kind)).toEqual([
      'fire',
    ])
  })
})

describe('the top of every page', () => {
  const top = (facts: Partial<CountryHelplines>) => topNumbers(helpNumbersFor({ ...nowhere, ...facts }, today))

  it('has at most two lines for children and one to report pictures', () => {
    const report = (number: string) => numbered(number, { kind: 'report-material' })
    const lines = top({
      childHelplines: [numbered('1000'), numbered('2000'), numbered('3000')],
      abuseMaterialHotlines: [report('4000'), report('5000')],
    })
    expect(dials(lines)).toEqual(['1000', '2000', '4000'])
  })

  it('has no doubtful line beside a sure one, and none that cannot be reached', () => {
    const chat: SourcedLine = {
      ...blank,
      kind: 'child-chat',
      number: null,
      dial: null,
      name: 'A chat',
      channels: ['chat'],
    }
    const nameOnly: SourcedLine = { ...chat, kind: 'report-material' }
    const childHelplines = [chat, numbered('1000'), numbered('2000', { confidence: 'medium' })]
    expect(dials(top({ childHelplines, abuseMaterialHotlines: [nameOnly] }))).toEqual(['1000'])
  })

  it('does not say the police number twice', () => {
    const police = [numbered('110', { kind: 'police' })]
    const abuseMaterialHotlines = [numbered('110', { kind: 'report-material-police' })]
    expect(dials(top({ emergency: { ...nowhere.emergency, police }, abuseMaterialHotlines }))).toEqual(['110'])
  })
})

const anyLine = fc
  .record({
    kind: fc.constantFrom(...lineKinds),
    number: fc.constantFrom('112', '116 111', '999', '0800 123', '+31 20 1'),
    confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    confirmed: fc.constantFrom(
      null,
      { by: 'x', on: '2026-01-01', expires: '2026-03-01' },
      { by: 'x', on: '2026-11-01', expires: '2027-01-01' },
    ),
  })
  .map((facts): SourcedLine => {
    const note = `${facts.confidence}, confirmed by ${facts.confirmed ? 'somebody' : 'nobody'}`
    return { ...blank, ...facts, dial: facts.number.replace(/ /g, ''), note }
  })
const lines = fc.array(anyLine, { maxLength: 3 })
const anyCountry = fc
  .record({
    general: lines,
    police: lines,
    ambulance: lines,
    fire: lines,
    text: lines,
    fallback: lines,
    rely112Alone: fc.constantFrom(true, false, null),
    others: lines,
  })
  .map(
    ({ others, ...facts }): CountryHelplines => ({
      ...nowhere,
      emergency: { ...nowhere.emergency, ...facts },
      childHelplines: others,
      missingChild: others,
      abuseMaterialHotlines: others,
      otherLines: others,
    }),
  )

describe('for any country', () => {
  it('no number of low confidence is shown that nobody has confirmed', () => {
    fc.assert(
      fc.property(anyCountry, (country) => {
        const notes = all(helpNumbersFor(country, today)).map((line) => line.note ?? '')
        expect(notes.filter((note) => note === 'low, confirmed by nobody')).toEqual([])
      }),
    )
  })

  it('112 never stands alone where police is known and 112 is not relied upon', () => {
    fc.assert(
      fc.property(anyCountry, (country) => {
        const shown = helpNumbersFor(country, today).emergency
        const policeKnown = country.emergency.police.some(
          (line) => line.dial !== '112' && (line.confirmed || line.confidence !== 'low'),
        )
        if (country.emergency.rely112Alone === true || !policeKnown) return
        expect(shown.some((line) => line.kind !== 'emergency' && line.dial !== '112')).toBe(true)
      }),
    )
  })
})

describe('the 46 countries', () => {
  const countries = loadHelplines().list

  it.each(countries.map((one) => [one.iso, one] as const))(
    '%s shows an emergency or police number, and only what may be shown',
    (_, country) => {
      const help = helpNumbersFor(country, today)
      const top = topNumbers(help)
      expect(help.emergency.some((line) => ['emergency', 'police'].includes(line.kind) && line.dial !== null)).toBe(
        true,
      )
      const low = linesOf(country).filter((line) => line.confidence === 'low')
      for (const line of low)
        expect(all(help)).not.toContainEqual(
          expect.objectContaining({ kind: line.kind, number: line.number, name: line.name }),
        )
      if (country.emergency.rely112Alone !== true && country.emergency.police.length > 0) {
        expect(
          top
            .filter((line) => ['police', 'emergency', 'ambulance'].includes(line.kind))
            .some((line) => line.dial !== '112'),
        ).toBe(true)
        expect(top.some((line) => line.kind === 'police')).toBe(true)
      }
      for (const line of linesOf(country)) if (line.number) expect(isKnownShortNumber(country, line.number)).toBe(true)
    },
  )

  it('put the right numbers at the top where 112 differs', () => {
    const top = (iso: string) =>
      countries.filter((one) => one.iso === iso).flatMap((one) => dials(topNumbers(helpNumbersFor(one, today))))
    expect(top('UA')).toEqual(['102', '103', '112', '116111'])
    expect(top('NO')).toEqual(['112', '113', '116111'])
    expect(top('NL')).toEqual(['112', '08000432'])
    expect(top('BE')).toEqual(['112', '102', '103'])
    expect(top('SM')).toEqual(['113', '118', '112'])
  })

  it('accept their own short numbers and no others', () => {
    const [nl] = countries.filter((one) => one.iso === 'NL')
    const country = nl ?? nowhere
    expect([
      isKnownShortNumber(country, '116 000'),
      isKnownShortNumber(country, '112'),
      isKnownShortNumber(country, '911'),
    ]).toEqual([true, true, false])
  })
})
