/** Reads single cells; a cell that cannot be read is a fault of its column, never a guess. */

import type { SaidConfirmer } from '../deps.ts'
import { parseWeek } from '../hours/parse-week.ts'
import { accessFeatures, audiences } from '../schema.ts'
import { webAddress } from '../web-address.ts'
import type { InwardColumn, PlainColumn } from './csv-columns.ts'
import { type ImportFault, type ImportFaultCode, type ReadOptions, wordsIn } from './record.ts'

export class CellReader {
  readonly faults: ImportFault[] = []
  readonly #row: number
  readonly #cells: ReadonlyMap<string, string>

  constructor(row: number, cells: ReadonlyMap<string, string>) {
    this.#row = row
    this.#cells = cells
  }

  refuse(column: string, code: ImportFaultCode, value?: string): void {
    this.faults.push({ row: this.#row, column, code, ...(value === undefined ? {} : { value }) })
  }

  text(column: PlainColumn | InwardColumn): string {
    return this.#cells.get(column)?.trim() ?? ''
  }

  /** Null for an empty cell. */
  choice<const T extends string>(column: PlainColumn, choices: readonly T[]): T | null {
    const given = this.text(column).toLowerCase().replaceAll('_', '-')
    if (given === '') return null
    const found = choices.find((each) => each === given)
    if (!found) this.refuse(column, 'notAChoice', this.text(column))
    return found ?? null
  }

  flag(column: PlainColumn): boolean | null {
    const given = this.choice(column, ['yes', 'no', 'true', 'false', '1', '0'])
    return given === null ? null : ['yes', 'true', '1'].includes(given)
  }

  /** Parts between semicolons, where nothing else is said. */
  list(column: PlainColumn, between = /;/): string[] {
    return this.text(column)
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }

  choices<const T extends string>(column: PlainColumn, choices: readonly T[]): T[] {
    return this.list(column).flatMap((given) => {
      const found = choices.find((each) => each === given.toLowerCase())
      if (!found) this.refuse(column, 'notAChoice', given)
      return found ?? []
    })
  }

  number(column: PlainColumn): number | null {
    const given = this.text(column)
    if (given === '') return null
    const value = Number(given.replace(',', '.'))
    if (Number.isFinite(value)) return value
    this.refuse(column, 'notANumber', given)
    return null
  }

  date(column: PlainColumn): string | null {
    const given = this.text(column)
    if (given === '') return null
    if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return given
    this.refuse(column, 'notADate', given)
    return null
  }
}

const costs = ['free', 'local', 'paid']

/** `number|label|languages|cost|fictional`, several with `;` between them; all but the number may be left out. */
function phonesIn(cells: CellReader, language: string): object[] {
  return cells.list('phones').map((each) => {
    const [number = '', label = '', languages = '', cost = '', fictional = ''] = each
      .split('|')
      .map((part) => part.trim())
    if (cost !== '' && !costs.includes(cost)) cells.refuse('phones', 'notAChoice', cost)
    if (fictional !== '' && fictional !== 'fictional') cells.refuse('phones', 'notAChoice', fictional)
    return {
      number,
      label: wordsIn(language, label),
      languages: languages.split(/[,\s]+/).filter((code) => code !== ''),
      cost: costs.includes(cost) ? cost : null,
      fictional: fictional === 'fictional',
    }
  })
}

/** @param language of the list. */
export function hoursIn(cells: CellReader, language: string): object {
  const appointment = cells.choice('appointment', ['not-needed', 'possible', 'required'])
  const week = parseWeek(cells.text('hours'), language)
  if (!('fault' in week)) return { ...week, appointment }
  cells.refuse('hours', 'hoursUnreadable', week.at)
  return { appointment }
}

const linkIn = (cells: CellReader, column: 'web' | 'chat'): string | null =>
  cells.text(column) === '' ? null : webAddress(cells.text(column))

/** Codes, or names as people write them: `English, Spanish`; what is neither is refused later. */
const languagesIn = (cells: CellReader, named: Named['languageNamed']): string[] => [
  ...new Set(cells.list('languages', /[;,]/).map((each) => named(each) ?? each)),
]

type Named = Pick<ReadOptions, 'language' | 'languageNamed'>

/** Where the row says who confirms the service; a language beside no address says nothing. */
export function confirmerIn(
  cells: CellReader,
  { languageNamed, confirmerFaults }: Pick<ReadOptions, 'languageNamed' | 'confirmerFaults'>,
): SaidConfirmer | undefined {
  const [email, typed] = [cells.text('confirm_email'), cells.text('confirm_language')]
  if (email === '') return undefined
  const said = { email, language: typed === '' ? null : (languageNamed(typed) ?? typed.toLowerCase()) }
  const faults = confirmerFaults?.(said) ?? []
  if (faults.includes('email')) cells.refuse('confirm_email', 'emailInvalid', email)
  if (faults.includes('language')) cells.refuse('confirm_language', 'confirmLanguage', typed)
  return said
}

/** Everything that is chosen from a list or is a number, a date or a name. */
export function plainFactsIn(cells: CellReader, { language, languageNamed }: Named) {
  const [min, max] = [cells.number('age_min'), cells.number('age_max')]
  const checkedOn = cells.date('checked_on')
  return {
    provider: cells.text('provider'),
    audiences: cells.choices('audiences', audiences),
    ages: min === null && max === null ? null : { min, max },
    phones: phonesIn(cells, language),
    email: cells.text('email') || null,
    web: linkIn(cells, 'web'),
    chat: linkIn(cells, 'chat'),
    fee: cells.choice('fee', ['free', 'partly', 'paid']),
    languages: languagesIn(cells, languageNamed),
    interpreters: cells.choice('interpreters', ['yes', 'on-request', 'no']),
    accessFeatures: cells.choices('access', accessFeatures),
    parentNeeded: cells.choice('parent_needed', ['no', 'depends', 'yes']),
    tellsOthers: cells.choice('tells_others', ['no', 'in-danger', 'depends', 'yes']),
    anonymous: cells.flag('anonymous'),
    checked: checkedOn && { on: checkedOn, by: 'office' },
  }
}
