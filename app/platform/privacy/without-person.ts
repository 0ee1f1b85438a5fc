/** Takes a person out of words that were written for others. Pure. */
import type { DataPerson } from './personal-data.ts'

/** In every language: somebody stood here. */
const leftOut = '[…]'

const special = /[\\^$.*+?()[\]{}|/]/g
/** Anna is not in Annaberg, nor anna@x.example in joanna@x.example. */
const word = (text: string) =>
  `(?<![\\p{L}\\p{N}${text.includes('@') ? '._+-' : ''}])${text.replace(special, '\\$&')}(?![\\p{L}\\p{N}])`

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const inHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

function namesOf({ name, email }: Pick<DataPerson, 'name' | 'email'>): string[] {
  const names = [email, name.trim()].filter((one) => one !== '')
  return [...new Set([...names, ...names.map(inHtml)])]
}

/** The text without the person's full name and address, wherever they stand as words of their own. */
export function withoutPerson(text: string, person: Pick<DataPerson, 'name' | 'email'>): string {
  const all = new RegExp(namesOf(person).map(word).join('|'), 'giu')
  return text.replace(all, leftOut)
}

export function namesPerson(text: string, person: Pick<DataPerson, 'name' | 'email'>): boolean {
  return withoutPerson(text, person) !== text
}
