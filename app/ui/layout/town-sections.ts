/** The parts of a town's office, the same on every page about it, whichever area makes the page. */
import type { OfficeFor } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import type { OfficeNavigationItem } from './office-layout.tsx'

export type TownSection =
  | 'checklist'
  | 'introduction'
  | 'publish'
  | 'versions'
  | 'paper'
  | 'modelLetters'
  | 'pactDocuments'
  | 'reports'
  | 'findings'
  | 'website'
  | 'certificate'
  | 'pact'
  | 'plans'
  | 'practices'
  | 'events'
  | 'progress'
  | 'meetings'
  | 'questions'
  | 'people'
  | 'history'
  | 'support'

type Town = Parameters<typeof urls.officeTown>[0]

const pages: readonly { readonly section: TownSection; readonly href: (town: Town) => string }[] = [
  { section: 'checklist', href: urls.officeTown },
  { section: 'introduction', href: urls.officeIntroduction },
  { section: 'publish', href: urls.officePublish },
  { section: 'versions', href: urls.officeVersions },
  { section: 'paper', href: (town) => urls.officePaper(town) },
  { section: 'modelLetters', href: (town) => urls.officeModelLetters(town) },
  { section: 'pactDocuments', href: (town) => urls.townPactDocuments(town) },
  { section: 'reports', href: urls.officeReports },
  { section: 'findings', href: (town) => urls.officeFindings(town) },
  { section: 'website', href: (town) => urls.officeWebsite(town) },
  { section: 'certificate', href: (town) => urls.officeCertificate(town) },
  { section: 'pact', href: (town) => urls.townPact(town) },
  { section: 'plans', href: (town) => urls.townPlans(town) },
  { section: 'practices', href: (town) => urls.townPractices(town) },
  { section: 'events', href: (town) => urls.townEvents(town) },
  { section: 'progress', href: (town) => urls.townProgress(town) },
  { section: 'meetings', href: (town) => urls.townMeetings(town) },
  { section: 'questions', href: (town) => urls.townQuestions(town) },
  { section: 'people', href: urls.townPeople },
  { section: 'history', href: urls.officeHistory },
  { section: 'support', href: urls.officeSupport },
]

/** To which part of a town's office a page of it belongs; whatever has no part of its own is about the checklist. */
export function sectionOfPage(path: string): TownSection {
  const [, , country = '', slug = ''] = path.split('/')
  const found = pages.find(({ section, href }) => {
    const own = href({ country, slug }).split('?')[0] ?? ''
    return section !== 'checklist' && (path === own || path.startsWith(`${own}/`))
  })
  return found?.section ?? 'checklist'
}

/** Who looks at the office for support sees what the town works on, not who did what. */
const forTownAlone: ReadonlySet<TownSection> = new Set([
  'pact',
  'practices',
  'progress',
  'meetings',
  'questions',
  'history',
  'support',
])

export function townSections(
  { translator: { t }, support, signed }: OfficeFor,
  town: Town,
  current: TownSection,
): OfficeNavigationItem[] {
  return pages
    .filter(({ section }) => !(support && forTownAlone.has(section)))
    .filter(({ section }) => section !== 'certificate' || signed)
    .map(({ section, href }) => ({
      href: href(town),
      text: t(`checklist.office.nav.${section}`),
      current: section === current,
    }))
}
