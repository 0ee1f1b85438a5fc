import { addAssociation, newAssociation } from '../areas/associations/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { type Command, type OptionValues, required, say, UsageFault, withServices } from './command.ts'

/** A national association of towns. Its members come by a list, its first coordinator by `add person`. */
export const command: Command = {
  options: { name: { type: 'string' }, 'name-in': { type: 'string', multiple: true }, web: { type: 'string' } },
  run: async ([place], values) => {
    const [country = '', slug = ''] = (place ?? '').split('/')
    if (!slug) throw new UsageFault('Say where it is found: safe-towns add association cc/slug --name NAME')
    const read = newAssociation.safeParse({
      country: country.toUpperCase(),
      slug,
      name: required(values, 'name'),
      names: namesGiven(values['name-in']),
      web: values['web'] ?? null,
    })
    if (!read.success) throw new UsageFault(sentence[String(read.error.issues[0]?.path[0])] ?? 'A value is not right.')
    return withServices(async ({ database, clock, reference }) => {
      checkKnown(reference, read.data)
      const added = await addAssociation({ database }, actOf('command', 'associations.add', clock.now()), read.data)
      say(added ? `added ${place}` : `There is an association ${place} already: it stays as it is.`)
      return added ? 0 : 1
    })
  },
}

const sentence: Readonly<Record<string, string>> = {
  country: 'The country is two letters: fr/my-association.',
  slug: 'After the country come small letters, digits and hyphens: fr/my-association.',
  name: '--name is 1 to 200 characters.',
  names: '--name-in is a language and a name of 1 to 200 characters: en=Association of Towns',
  web: '--web is an address that begins with https:// or http://',
}

/** `en=Association of Towns` */
function namesGiven(given: OptionValues[string]): Record<string, string> {
  const entries = (Array.isArray(given) ? given : []).map((each) => {
    const [language = '', ...name] = String(each).split('=')
    return [language, name.join('=')]
  })
  return Object.fromEntries(entries)
}

/** @throws {UsageFault} where we have no such country or language. */
function checkKnown(
  { countries, languages }: Services['reference'],
  { country, names }: { readonly country: string; readonly names: Readonly<Record<string, string>> },
): void {
  if (!countries.byIso(country)) throw new UsageFault(`${country} is no member state of the Council of Europe.`)
  const unknown = Object.keys(names).find((language) => !languages.byCode(language))
  if (unknown !== undefined) throw new UsageFault(`${unknown} is no language of data/languages.json.`)
}
