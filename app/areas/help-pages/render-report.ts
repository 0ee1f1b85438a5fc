/** The pages on which a reader says that something is wrong, from published facts to markup. */
import { notFound } from '../../platform/http/faults.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { type Authority, nameIn } from '../authorities/index.ts'
import { type ReportReason, reasonsFor, workingDaysFor } from '../watching/index.ts'
import { type Chrome, chromeFor } from './chrome.ts'
import type { HelpPagesDeps } from './deps.ts'
import type { EffectiveService } from './effective-page.ts'
import { shownText } from './local-text.ts'
import { reportFormPage, reportSentPage } from './pages/report-page.tsx'
import type { Reader } from './reader.ts'
import { readerOfTown, townToRender } from './render-town.ts'
import type { ReportPlace } from './report-routes.ts'
import type { PublishedTown } from './town-store.ts'

interface Reported {
  readonly authority: Authority
  readonly town: PublishedTown
  readonly effective: EffectiveService
  readonly reasons: readonly ReportReason[]
}

/** @throws {RequestFault} where no such service serves the town. */
export async function readReported(deps: HelpPagesDeps, { country, slug, id }: ReportPlace): Promise<Reported> {
  const { authority, town } = await townToRender(deps, country, slug)
  const effective = town.services.find(({ service }) => service.id === id)
  if (!effective) throw notFound()
  return { authority, town, effective, reasons: reasonsFor(effective.service) }
}

function pageOf(
  deps: HelpPagesDeps,
  { translator, country, id }: ReportPlace,
  { authority, town, effective }: Reported,
  path: typeof urls.serviceWrong,
): { chrome: Chrome; reader: Reader; service: Parameters<typeof reportFormPage>[0]['service'] } {
  const reader = readerOfTown(deps, translator, country, authority, town)
  const { language } = translator
  return {
    chrome: chromeFor(deps.site, reader, country, (lang) => path(lang, authority, id)),
    reader,
    service: {
      name: shownText(effective.service.name, reader.order),
      href: urls.service(language, authority, id),
      demonstration: authority.demonstration,
    },
  }
}

/** The form, with an id of its own: sent twice it counts once. */
export async function renderReportForm(deps: HelpPagesDeps, place: ReportPlace): Promise<string> {
  const reported = await readReported(deps, place)
  const action = urls.serviceWrong(place.translator.language, reported.authority, place.id)
  const page = pageOf(deps, place, reported, urls.serviceWrong)
  return reportFormPage({ ...page, reasons: reported.reasons, action, form: newId() })
}

/** What happens with what was sent, and by when. */
export async function renderReportSent(deps: HelpPagesDeps, place: ReportPlace): Promise<string> {
  const reported = await readReported(deps, place)
  const { service, owner } = reported.effective
  const days = workingDaysFor(service.kinds.map((kind) => deps.checklist.byId(kind)?.reviewEveryMonths))
  const page = pageOf(deps, place, reported, urls.serviceWrongSent)
  return reportSentPage({ ...page, owner: nameIn(owner, place.translator.language), days })
}
