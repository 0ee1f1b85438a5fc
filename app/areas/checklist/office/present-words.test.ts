import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, markWords } from './present-words.ts'

const textOf = (lines: readonly Line[]) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n')
const own = (lines: readonly Line[]) =>
  lines.flatMap((line) => line.flatMap(({ text, own: mark }) => (mark ? [text] : [])))

const before = 'You can come without an appointment on Mondays.\nWe listen first.'

describe('two long texts', () => {
  it('have marked what only one of them says', () => {
    const after = before.replace('Mondays', 'Tuesdays')
    const marked = markWords(before, after)
    expect([own(marked.before), own(marked.after)]).toEqual([['Mondays'], ['Tuesdays']])
    expect(marked.before).toHaveLength(2)
  })

  it('are never cut within a word, whatever the script', () => {
    const arabic = 'يمكنك أن تأتي بدون موعد في أيام الاثنين ونحن نستمع إليك أولا'
    const marked = markWords(arabic, arabic.replace('الاثنين', 'الثلاثاء'))
    expect([own(marked.before), own(marked.after)]).toEqual([['الاثنين'], ['الثلاثاء']])
  })

  it('stand as they are where they have little in common, or are short', () => {
    const other = 'Nobody is here at the moment; the house is being rebuilt until spring.'
    expect(own(markWords(before, other).after)).toEqual([])
    expect(own(markWords('free', 'paid').after)).toEqual([])
    expect(markWords('', 'paid').before).toEqual([])
  })

  it('both stay whole', () => {
    const words = fc.array(fc.constantFrom('come', 'in', 'and', 'ask', 'موعد', ' ', '\n', '.'), { maxLength: 60 })
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [left, right] = [one.join(''), two.join('')]
        const marked = markWords(left, right)
        expect([textOf(marked.before), textOf(marked.after)]).toEqual([left, right])
      }),
    )
  })
})
