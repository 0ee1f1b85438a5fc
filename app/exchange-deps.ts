/** What the exchange between associations needs from other areas. */
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { readAskingContact, readAssociations } from './areas/associations/index.ts'
import { countryName } from './areas/authorities/index.ts'
import { givesPlaceAway, standardWords, withSource } from './areas/checklist/index.ts'
import type { CopiedText, ExchangeDeps, ExchangeOfficeDeps } from './areas/exchange/index.ts'
import { namesNumber, saveText, startText } from './areas/standards/index.ts'
import type { Act } from './platform/audit/audit.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

function exchangeDepsOf({ database, clock, notify, jobs }: Given): ExchangeDeps {
  return {
    ...{ database, clock, notify },
    readyToNotify: () => jobs.start(),
    readAssociations,
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
  }
}

export function exchangeOfficeDepsOf(services: Services): ExchangeOfficeDeps {
  const { config, database, reference } = services
  const { languages, checklist, countries } = reference
  return {
    ...exchangeDepsOf(services),
    ...{ languages, checklist, countryName, namesNumber, givesPlaceAway },
    instanceName: config.instanceName,
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
    askingAddress: async (association) => (await readAskingContact(database.db, association))?.email ?? null,
    copyText: (act, association, text) => copyText(services, act, association, text),
  }
}

/** As the association would write it: begun, then saved, each in its own record. */
async function copyText(deps: Given, act: Act, association: string, { id, kind, language, parts }: CopiedText) {
  const owner = { type: 'association', id: association } as const
  const started = await startText(deps, { ...act, name: 'standards.start' }, owner, { id, kind, language })
  if (started !== id) return { id: started, begun: false }
  const empty = standardWords.parse({})
  const slots = ['whatHappens', 'accessNote', 'feeNote', 'howDecided', 'howToComplain'] as const
  const said = slots.map((slot) => [slot, withSource(empty[slot], language, parts[slot] ?? '')])
  const words = standardWords.parse(Object.fromEntries(said))
  await saveText(deps, { ...act, name: 'standards.save' }, owner, id, { words, expected: 1 })
  return { id, begun: true }
}
