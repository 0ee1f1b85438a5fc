/** A town's paper, from published facts to a document. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { qrCodeOf, qrSvg } from '../../../platform/qr-code.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Country } from '../../authorities/index.ts'
import { originalLanguage } from '../chrome.ts'
import { type HelpPagesDeps, numbersOf } from '../deps.ts'
import { reviewMonths } from '../present-town.ts'
import { type Reader, today } from '../reader.ts'
import { readerOfTown, townToRender } from '../render-town.ts'
import type { PublishedTown } from '../town-store.ts'
import type { PresentedPaper } from './kept-papers.ts'
import { type PaperAsked, type ServiceOnPaper, servicesOnPaper } from './paper-rules.ts'
import { presentPaper } from './present-paper.ts'

/** @throws {RequestFault} where the country has no town of that name. */
export async function renderPaper(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  asked: PaperAsked,
): Promise<PresentedPaper> {
  const { authority, town } = await townToRender(deps, country, slug)
  const reader = readerOfTown(deps, translator, country, authority, town)
  const pageOf = asked.audience === 'child' ? urls.children : urls.town
  const address = absolute(deps.site.baseUrl, pageOf(translator.language, authority))
  const document = presentPaper(reader, {
    ...asked,
    ...{ country, authority, town, address },
    original: absolute(deps.site.baseUrl, urls.poster(originalLanguage, authority, asked)),
    services: paperServices(deps, reader, town, asked),
    helplines: deps.site.helplines.byIso(country.iso),
    qr: qrSvg(await qrCodeOf(address)),
    arms: await deps.armsOf(authority.id),
  })
  return { document, dependsOn: [...town.dependsOn, numbersOf(country.iso)] }
}

/** What of a town's page stands on a paper that is printed today. */
export function paperServices(
  { checklist }: Pick<HelpPagesDeps, 'checklist'>,
  reader: Reader,
  { services }: PublishedTown,
  asked: PaperAsked,
): readonly ServiceOnPaper[] {
  const months = (kinds: readonly string[]) => reviewMonths(checklist, kinds)
  return servicesOnPaper(services, asked, { today: today(reader), reviewMonths: months })
}
