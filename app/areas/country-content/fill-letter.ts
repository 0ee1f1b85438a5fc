/** A model letter with a town's own name and office in it. */
import type { FilledLetter } from '../../platform/letters/letter-files.ts'
import { apart } from '../../ui/lists.ts'
import { type Authority, nameIn } from '../authorities/index.ts'
import type { CountryContentDeps } from './deps.ts'
import { filledLetter, type LetterWords } from './letter-rules.ts'

export interface Filled {
  readonly whole: FilledLetter
  /** No person has checked the words. */
  readonly machine: boolean
  /** Somebody has written down how the office stands above its letters. */
  readonly named: boolean
}

type LetterLanguage = Readonly<{ code: string; tag: string; dir: 'ltr' | 'rtl' }>

/** With the office as it stands above its letters: for the town itself. @returns undefined where the letter is not whole. */
export async function fillLetter(
  deps: Pick<CountryContentDeps, 'readSender'>,
  words: LetterWords,
  language: LetterLanguage,
  town: Authority,
): Promise<Filled | undefined> {
  return filledWith((await deps.readSender(town.id)).lines.trim(), words, language, town)
}

/**
 * As the association may see it: what an office writes above its letters is not published, and stays with the town.
 *
 * @returns undefined where the letter is not whole in the language.
 */
export const letterPreview = (words: LetterWords, language: LetterLanguage, town: Authority): Filled | undefined =>
  filledWith('', words, language, town)

function filledWith(lines: string, words: LetterWords, language: LetterLanguage, town: Authority): Filled | undefined {
  const [title, body] = [words.title[language.code], words.body[language.code]]
  if (!(title && body)) return undefined
  const name = nameIn(town, language.code)
  const fields = { town: apart(name), office: apart(lines === '' ? name : lines.split('\n').join(', ')) }
  const { tag, dir } = language
  return {
    whole: { title: filledLetter(title.text, fields), body: filledLetter(body.text, fields), tag, dir },
    machine: title.origin === 'machine' || body.origin === 'machine',
    named: lines !== '',
  }
}
