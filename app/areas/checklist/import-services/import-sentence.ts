import type { Translate } from '../../../platform/i18n/messages.ts'
import type { FactFaultCode } from '../faults.ts'
import { type ImportFault, type ImportNote, readingFaults, readingNotes } from './record.ts'

type ReadingCode = (typeof readingFaults)[number] | (typeof readingNotes)[number]

const readingCodes: readonly string[] = [...readingFaults, ...readingNotes]
const isReadingCode = (code: FactFaultCode | ReadingCode): code is ReadingCode => readingCodes.includes(code)

/** What is wrong with a row and what to do about it, or what was left out or left alone, in a sentence. */
export const importSentence = (t: Translate, { code }: Pick<ImportFault | ImportNote, 'code'>): string =>
  isReadingCode(code) ? t(`checklist.import.${code}`) : t(`checklist.fault.${code}`)
