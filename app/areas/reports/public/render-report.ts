/** The public page of a report. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { type Authority, type Country, nameIn } from '../../authorities/index.ts'
import { chromeFor, numbersOf, type Reader, readerFor } from '../../help-pages/index.ts'
import { todayAt } from '../deps.ts'
import { checklistSentence } from '../present-report.ts'
import type { ReportPagesDeps } from './deps.ts'
import { type PublicReportProps, publicReportPage } from './pages/report-page.tsx'
import { answerViews, changesView, feedbackViews, reportedMeasures, stateLines } from './present-public.ts'
import { type ReportFacts, readReportFacts } from './read-facts.ts'

export interface AskedReport {
  readonly country: Country
  readonly town: Authority
  readonly cycle: number
  /** Undefined: the newest. */
  readonly version: number | undefined
}

/** @throws {RequestFault} where there is none. */
export async function readAsked({ database }: ReportPagesDeps, asked: AskedReport): Promise<ReportFacts> {
  const facts = await database.read((db) => readReportFacts(db, asked.town.id, asked.cycle, asked.version))
  if (!facts) throw notFound()
  return facts
}

export const titleOf = ({ t, language }: Translator, { town, cycle }: AskedReport): string =>
  t('progress.public.title', { number: `${cycle}`, town: nameIn(town, language) })

/** The language that a town has written in, as markup names it. */
export function writtenIn({ site }: ReportPagesDeps, { shown }: ReportFacts): PublicReportProps['written'] {
  const known = site.i18n.languages.byCode(shown.document.language)
  return { lang: known?.tag ?? shown.document.language, dir: known?.dir ?? 'ltr' }
}

/** When it was given and corrected, and which form it has. */
export function aboutReport(translator: Translator, { town }: AskedReport, facts: ReportFacts): string[] {
  const { t } = translator
  const { given, shown } = facts
  const day = (at: Temporal.Instant) => longDate(translator, todayAt(at, town.timeZone))
  return [
    t('progress.given', { date: day(given.givenAt) }),
    ...(shown.version > 1 ? [t('progress.public.corrected', { date: day(shown.publishedAt) })] : []),
    t(`progress.public.form.${shown.document.form}`),
  ]
}

/** To the version that the report is about, with its measures, and to what counts today. */
function planLinks({ language, t }: Translator, town: Authority, { shown, carried }: ReportFacts) {
  const { plan, planVersion } = shown.document
  const thenHref = urls.planVersion(language, town, plan, planVersion)
  return {
    planThen: carried ? { href: thenHref, text: t('progress.public.planThen') } : undefined,
    planNow: { href: urls.plan(language, town), text: t('progress.public.planNow') },
  }
}

function linksOf(deps: ReportPagesDeps, translator: Translator, asked: AskedReport, facts: ReportFacts) {
  const { town, cycle, version } = asked
  const { language, t } = translator
  const theirs = facts.shown.document.language
  // Documents are in the language of the town, where it has a catalogue.
  const inTheirs = deps.site.i18n.translator(theirs) ? theirs : language
  const { versions, before, shown, given } = facts
  const newestHref = urls.planReport(language, town, cycle)
  return {
    town: { href: urls.town(language, town), text: t('progress.public.town', { town: nameIn(town, language) }) },
    ...planLinks(translator, town, facts),
    newest: shown.version === given.version ? undefined : { href: newestHref, text: t('progress.public.newest') },
    before: before && {
      href: urls.planReport(language, town, before.given.cycle),
      text: t('progress.public.report', { number: `${before.given.cycle}` }),
    },
    files:
      version === undefined
        ? (['pdf', 'docx'] as const).map((file) => ({
            href: urls.planReportFile(inTheirs, town, cycle, file),
            text: t(`progress.public.file.${file}`),
          }))
        : [],
    versions:
      versions.length < 2
        ? []
        : versions.map((one) => ({
            href: urls.planReport(language, town, cycle, one.version),
            text: t('progress.public.version', {
              number: `${one.version}`,
              date: longDate(translator, todayAt(one.publishedAt, town.timeZone)),
            }),
          })),
  }
}

/** The numbers of a country can change by themselves at the end of a day. */
const midnight = ({ now, timeZone }: Reader): Temporal.Instant =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).toInstant()

export async function renderReport(
  deps: ReportPagesDeps,
  translator: Translator,
  asked: AskedReport,
): Promise<RenderedPage> {
  const { country, town, cycle, version } = asked
  const facts = await readAsked(deps, asked)
  const { checklist } = facts.shown.document
  const place = { country, timeZone: town.timeZone, official: town.officialLanguages }
  const reader = readerFor(deps.site, translator, deps.clock.now(), place)
  const html = publicReportPage({
    ...linksOf(deps, translator, asked, facts),
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.planReport(lang, town, cycle, version)),
    title: titleOf(translator, asked),
    demonstration: town.demonstration,
    about: aboutReport(translator, asked, facts),
    written: writtenIn(deps, facts),
    states: stateLines(translator, facts),
    measures: reportedMeasures(translator, facts, deps.site.i18n.languages),
    changes: changesView(translator, facts, deps.site.i18n.languages),
    answers: answerViews(translator, facts),
    feedback: feedbackViews(translator, facts),
    checklist: checklist ? checklistSentence(translator, checklist) : '',
  })
  return { html, status: 200, dependsOn: [town.id, numbersOf(country.iso)], validUntil: midnight(reader) }
}
