/** What is missing in words, and the field in which each of it is filled in. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { FactId } from '../fact-rules.ts'
import type { Checklist } from '../kinds.ts'
import type { MissingItem } from '../missing-rules.ts'
import type { LocalText } from '../schema.ts'
import { type PartId, urlOfFact } from './service-parts.ts'
import { kindName, textIn } from './wording.ts'

type OfficeTown = Parameters<typeof urls.officeTown>[0]

/** In which part of a service's form a fact is typed, and the field. */
const fieldOfFact: { readonly [Id in FactId]: { readonly part: PartId; readonly field: string } } = {
  name: { part: 'about', field: 'name' },
  whatHappens: { part: 'about', field: 'whatHappens' },
  audiences: { part: 'about', field: 'audiences' },
  provider: { part: 'about', field: 'provider' },
  contact: { part: 'contact', field: 'phone-0-number' },
  hours: { part: 'hours', field: 'when' },
  whenClosed: { part: 'hours', field: 'whenClosed' },
  parentNeeded: { part: 'conditions', field: 'parentNeeded' },
  tellsOthers: { part: 'conditions', field: 'tellsOthers' },
  anonymous: { part: 'conditions', field: 'anonymous' },
  fee: { part: 'conditions', field: 'fee' },
  languages: { part: 'conditions', field: 'languages' },
  interpreters: { part: 'conditions', field: 'interpreters' },
  howDecided: { part: 'conditions', field: 'howDecided' },
  howToComplain: { part: 'conditions', field: 'howToComplain' },
}

export const factHref = (town: OfficeTown, service: string, fact: FactId): string =>
  urlOfFact(town, service, fieldOfFact[fact])

export interface MissingLine {
  readonly text: string
  readonly href: string
  /** Undefined: there is nothing to do. */
  readonly minutes: string | undefined
}

/** "about 20 minutes" without the "about"; hours where there are many. */
export function duration({ tag }: Translator, minutes: number): string {
  const [unit, value] =
    minutes < 90 ? (['minute', minutes] as const) : (['hour', Math.round(minutes / 30) / 2] as const)
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

export interface MissingWords {
  readonly translator: Translator
  readonly checklist: Checklist
  readonly town: OfficeTown
  /** Names of services that are written, by id. */
  readonly names: ReadonlyMap<string, LocalText>
  /** Languages in which the town writes. */
  readonly official: readonly string[]
}

export function missingLine(item: MissingItem, words: MissingWords): MissingLine {
  const { translator, checklist, town, names, official } = words
  const { t } = translator
  const minutes = duration(translator, item.minutes)
  if ('kind' in item) {
    const text = t(`checklist.office.missing.item.${item.what}`, {
      kind: kindName(translator, checklist, item.kind.id),
    })
    const page = urls.officeKind(town, item.kind.id)
    const href = item.what === 'service' ? urls.officeNewService(town, item.kind.id) : `${page}#status`
    return { text, href, minutes }
  }
  const name = textIn(names.get(item.service) ?? {}, [translator.language, ...official])
  const service = name ?? t('checklist.office.service.unnamed')
  if (item.what === 'checkService' && item.asked) {
    const [on, until] = [longDate(translator, item.asked.on), longDate(translator, item.asked.until)]
    const text = t('checklist.office.missing.item.asked', { service, on, until })
    return { text, href: urls.officeProvider(town, item.service), minutes: undefined }
  }
  if (item.what === 'checkService') {
    const text = t('checklist.office.missing.item.checkService', { service })
    return { text, href: `${urls.officeService(town, item.service)}#checked`, minutes }
  }
  const fact = t(`checklist.office.missing.${item.fact}`)
  const text = t('checklist.office.missing.item.fact', { service, fact })
  return { text, href: factHref(town, item.service, item.fact), minutes }
}
