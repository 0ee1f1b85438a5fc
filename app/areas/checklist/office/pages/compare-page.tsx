import { Select } from '../../../../ui/components/select/select.tsx'
import { urls } from '../../../../urls.ts'
import type { ComparedThing } from '../present-comparison.ts'
import { ComparedThings } from './compared-things.tsx'
import { type Frame, OfficePage } from './office-page.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

/** A version to choose. */
export interface VersionChoice {
  readonly version: number
  /** When it was published, in words. */
  readonly at: string
  readonly redacted: boolean
}

interface Chosen {
  readonly earlier: number
  readonly later: number
}

export interface ComparePageProps {
  readonly frame: Frame
  /** Newest first; two at least. */
  readonly versions: readonly VersionChoice[]
  readonly chosen: Chosen
  /** Those of this page of the list. */
  readonly things: readonly ComparedThing[]
  readonly pages: PagesView
  /** Of all things that differ. */
  readonly total: number
}

/** Chooses two versions; without script. */
export function CompareForm({ frame, versions, chosen }: Pick<ComparePageProps, 'frame' | 'versions' | 'chosen'>) {
  const { t } = frame.translator
  const items = versions.map(({ version, at }) => ({
    value: `${version}`,
    text: t('checklist.office.compare.choice', { version: `${version}`, when: at }),
  }))
  return (
    <form method="get" action={urls.officeCompare(frame.town)} novalidate>
      <Select name="earlier" label={t('checklist.office.compare.earlier')} items={items} value={`${chosen.earlier}`} />
      <Select name="later" label={t('checklist.office.compare.later')} items={items} value={`${chosen.later}`} />
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        {t('checklist.office.compare.submit')}
      </button>
    </form>
  )
}

/** Any two versions, fact by fact. */
export function ComparePage({ frame, versions, chosen, things, pages, total }: ComparePageProps) {
  const { t } = frame.translator
  const { earlier, later } = chosen
  const number = (version: number) => t('checklist.office.versions.number', { version: `${version}` })
  const taken = versions.filter(({ version, redacted }) => redacted && (version === earlier || version === later))
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.compare.title', { earlier: `${earlier}`, later: `${later}` })}
      section="versions"
      back={{ href: urls.officeVersions(frame.town), text: t('checklist.office.versions.title') }}
    >
      <CompareForm frame={frame} versions={versions} chosen={chosen} />
      {taken.toReversed().map(({ version }) => (
        <p class="govuk-body">{t('checklist.office.compare.redacted', { version: `${version}` })}</p>
      ))}
      <p class="govuk-body">
        {earlier === later
          ? t('checklist.office.compare.sameVersion')
          : t('checklist.office.compare.count', { count: total })}
      </p>
      <ComparedThings
        translator={frame.translator}
        things={things}
        words={{
          before: t('checklist.office.compare.side', { side: number(earlier) }),
          after: t('checklist.office.compare.side', { side: number(later) }),
        }}
      />
      <PageLinks
        translator={frame.translator}
        pages={pages}
        href={(number) => urls.officeCompare(frame.town, chosen, number)}
      />
    </OfficePage>
  )
}
