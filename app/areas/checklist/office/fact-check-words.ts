/** Who checked each fact of a service, how and when, in the words of the office. */

import { inSentence } from '../../../ui/lists.ts'
import { changesOfService } from '../change-store.ts'
import { listChecks } from '../check-store.ts'
import { type FactCheck, factChecks } from '../checked-rules.ts'
import type { DraftService } from '../service.ts'
import { readPublishedService } from '../state-store.ts'
import { factGroups } from '../together-rules.ts'
import type { NightCheck, OfficeChecklistDeps } from './deps.ts'
import type { OfficeRequest } from './office-request.ts'
import { fieldName } from './pages/change-list.tsx'
import { authorName, longDate, longMoment } from './wording.ts'

/** More than a service sees within the years for which changes are kept. */
const most = 200

type Names = ReadonlyMap<string, string>

export async function factCheckWords(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { id, facts }: DraftService,
): Promise<{ fact: string; said: string[] }[]> {
  const { db } = deps.database
  const published = await readPublishedService(db, office.authority.id, id)
  const [checks, changes] = [await listChecks(db, id, most), await changesOfService(db, id, most)]
  const nights = await deps.readNightChecks(office.authority.id, id)
  const all = factChecks({ facts, published, checks, changes })
  const names = await deps.personNames([...new Set(all.flatMap(({ check }) => personOf(check) ?? []))])
  const told = all.map(({ fact, check }) => ({
    fact: fieldName(office.translator, factGroups[fact][0]),
    said: [
      checkWords(office, check, names),
      ...nights.filter((night) => night.fact === fact).map((night) => nightWords(office, night)),
    ],
  }))
  return together(office, told)
}

/** Facts of which the same is to be said stand in one line: most were checked together. */
function together({ translator }: OfficeRequest, told: readonly { fact: string; said: string[] }[]) {
  const groups = Map.groupBy(told, ({ said }) => said.join('\n'))
  return [...groups.values()].map((group) => ({
    fact: inSentence(
      translator.tag,
      group.map(({ fact }) => fact),
    ),
    said: group[0]?.said ?? [],
  }))
}

function personOf(check: FactCheck): string | null {
  if (check.how === 'checked') return check.person
  return check.how === 'written' ? check.author.person : null
}

function checkWords({ translator, authority }: OfficeRequest, check: FactCheck, names: Names): string {
  const { t } = translator
  switch (check.how) {
    case 'checked': {
      const when = longMoment(translator, check.at, authority.timeZone)
      return t(`confirm.check.${check.way}`, {
        when,
        person: authorName(translator, { person: check.person, as: 'person' }, names),
      })
    }
    case 'written': {
      const when = longMoment(translator, check.at, authority.timeZone)
      return t('checklist.office.factChecks.written', { when, person: authorName(translator, check.author, names) })
    }
    case 'known':
      return t(`checklist.office.factChecks.${check.by}`, { date: longDate(translator, check.on) })
    case 'never':
      return t('checklist.office.factChecks.never')
  }
}

function nightWords({ translator }: OfficeRequest, { fact, on, fine }: NightCheck): string {
  const what = fact === 'chat' ? 'web' : fact
  const date = longDate(translator, on)
  return translator.t(`checklist.office.factChecks.${what}.${fine ? 'fine' : 'found'}`, { date })
}
