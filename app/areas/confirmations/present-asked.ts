/** What was done to ask a provider, line by line, with its days in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Letter } from './letter-store.ts'
import type { Request } from './request-store.ts'
import type { TakenStep } from './step-store.ts'

export interface AskedFacts {
  readonly request: Pick<Request, 'askedAt' | 'closedAt' | 'outcome'>
  readonly steps: readonly TakenStep[]
  readonly letters: readonly Letter[]
}

/** @param day in words. @param reader whoever helps a town reads of its office, not of their own. */
export function askedLines(
  { t }: Translator,
  { request, steps, letters }: AskedFacts,
  day: (at: Temporal.Instant) => string,
  reader: 'office' | 'helper' = 'office',
): readonly string[] {
  const first = letters.filter(({ again }) => !again).map((letter) => letterLine(t, letter, day))
  const outcome = request.outcome ?? 'waits'
  return [
    ...(first.length > 0 ? first : [t('confirm.office.asked', { date: day(request.askedAt) })]),
    ...steps.map(({ step, at, told }) => {
      const second = step === 'second' && letters.find(({ again }) => again)
      if (second) return letterLine(t, second, day)
      return t(reader === 'office' ? `confirm.office.step.${told ?? step}` : `confirm.silent.step.${told ?? step}`, {
        date: day(at),
      })
    }),
    t(`confirm.office.outcome.${outcome}`, { date: request.closedAt ? day(request.closedAt) : '' }),
  ]
}

function letterLine(t: Translator['t'], letter: Letter, day: (at: Temporal.Instant) => string): string {
  const which = letter.again ? 'second' : 'first'
  if (letter.postedAt) return t(`confirm.office.letter.${which}.posted`, { date: day(letter.postedAt) })
  if (letter.printedAt) return t(`confirm.office.letter.${which}.printed`, { date: day(letter.printedAt) })
  return t(`confirm.office.letter.${which}.due`, { date: day(letter.dueAt) })
}
