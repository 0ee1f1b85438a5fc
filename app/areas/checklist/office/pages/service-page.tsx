import { Details } from '../../../../ui/components/details/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { MissingFact } from '../../missing-rules.ts'
import type { FormFault } from '../forms/form.ts'
import type { FactRow } from '../present-facts.ts'
import type { PartId } from '../service-parts.ts'
import { ChangedNotice, type ChangedView } from './changed-notice.tsx'
import { FormErrors } from './fields.tsx'
import { Lines } from './lines.tsx'
import { type Frame, OfficePage } from './office-page.tsx'

export interface ServicePageProps {
  readonly frame: Frame
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly parts: readonly { readonly part: PartId; readonly rows: readonly FactRow[] }[]
  /** What it must say first; each with the field in which it is said. */
  readonly missing: readonly (MissingFact & { readonly href: string })[]
  /** Whose standard text it uses, or may use; undefined where nobody offers one. */
  readonly standard: { readonly owner: string; readonly used: boolean } | undefined
  /** Worth a second look; stops nothing. */
  readonly notices: readonly { readonly part: PartId; readonly text: string }[]
  readonly kind: { readonly id: string; readonly name: string } | undefined
  /** In words; undefined: never. */
  readonly checkedOn: string | undefined
  /** Who checked it lately, in words; the newest first. */
  readonly checks: readonly string[]
  /** Who checked each fact, how and when, in words; what the nights have shown of it. */
  readonly factChecks: readonly { readonly fact: string; readonly said: readonly string[] }[]
  readonly changed: { readonly by: string; readonly at: string }
  readonly imported: boolean
  /** Whose suggestion it is, in words, as long as nobody has checked it. */
  readonly suggestedBy: string | undefined
  /** What stops saving, each with the page where it is mended. */
  readonly faults: readonly FormFault[]
  /** Somebody changed the service after the officer had looked at it: who, when, what. */
  readonly changedMeanwhile: ChangedView | undefined
  readonly previews: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
}

function Missing({ frame, missing }: Pick<ServicePageProps, 'frame' | 'missing'>) {
  const { t } = frame.translator
  const list = (level: MissingFact['level']) => (
    <ul class="govuk-list govuk-list--bullet">
      {missing
        .filter((one) => one.level === level)
        .map(({ href, fact }) => (
          <li>
            <a class="govuk-link" href={href}>
              {t(`checklist.office.missing.${fact}`)}
            </a>
          </li>
        ))}
    </ul>
  )
  const must = missing.some(({ level }) => level === 'must')
  const should = missing.some(({ level }) => level === 'should')
  if (missing.length === 0) return <p class="govuk-body">{t('checklist.office.service.complete')}</p>
  return (
    <section aria-labelledby="missing">
      <h2 class="govuk-heading-m" id="missing">
        {t('checklist.office.service.missing')}
      </h2>
      {must && list('must')}
      {should && <p class="govuk-body">{t('checklist.office.service.missingShould')}</p>}
      {should && list('should')}
    </section>
  )
}

function Notices({ frame, id, notices }: Pick<ServicePageProps, 'frame' | 'id' | 'notices'>) {
  const { t } = frame.translator
  if (notices.length === 0) return null
  return (
    <NotificationBanner title={t('checklist.office.service.lookAgain')} titleId="look-again">
      <ul class="govuk-list">
        {notices.map(({ part, text }) => (
          <li>
            {text}{' '}
            <a class="govuk-link" href={urls.officeServicePart(frame.town, id, part)}>
              {t(`checklist.office.part.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

function Part({ frame, id, part, rows }: Pick<ServicePageProps, 'frame' | 'id'> & ServicePageProps['parts'][number]) {
  const { t } = frame.translator
  const nothing = <span class="govuk-hint">{t('checklist.office.service.nothing')}</span>
  return (
    <SummaryList
      card={{
        title: t(`checklist.office.part.${part}`),
        actions: [{ href: urls.officeServicePart(frame.town, id, part), text: t('checklist.office.service.change') }],
      }}
      rows={rows.map(({ label, values }) => ({
        key: label,
        value: values.length === 0 ? nothing : <Lines values={values} />,
      }))}
    />
  )
}

/** Words that others write for it. */
function Standard({ frame, id, standard }: Pick<ServicePageProps, 'frame' | 'id' | 'standard'>) {
  const { t } = frame.translator
  if (!standard) return null
  const owner = apart(standard.owner)
  return (
    <InsetText>
      {t(standard.used ? 'checklist.office.standard.uses' : 'checklist.office.standard.offers', { owner })}{' '}
      {!frame.of.support && (
        <a class="govuk-link" href={urls.officeServiceStandard(frame.town, id)}>
          {t(standard.used ? 'checklist.office.standard.change' : 'checklist.office.standard.look')}
        </a>
      )}
    </InsetText>
  )
}

function Checked({ frame, id, revision, checkedOn }: ServicePageProps) {
  const { t } = frame.translator
  const known = checkedOn
    ? t('checklist.office.service.checkedOn', { date: checkedOn })
    : t('checklist.office.service.neverChecked')
  if (frame.of.support) return <p class="govuk-body">{known}</p>
  return (
    <form method="post" action={urls.officeServiceChecked(frame.town, id)}>
      <input type="hidden" name="revision" value={`${revision}`} />
      <p class="govuk-body">
        {known} {t('checklist.office.service.checkedAbout')}
      </p>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t('checklist.office.service.checkedToday')}
      </button>
    </form>
  )
}

/** Who checked what the public sees, and who will be asked. */
function Confirmed({ frame, id, checks, factChecks }: ServicePageProps) {
  const { t } = frame.translator
  return (
    <>
      {checks.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {checks.map((check) => (
            <li>{check}</li>
          ))}
        </ul>
      )}
      {factChecks.length > 0 && (
        <Details summary={t('checklist.office.factChecks.title')}>
          <SummaryList rows={factChecks.map(({ fact, said }) => ({ key: fact, value: <Lines values={said} /> }))} />
        </Details>
      )}
      {!frame.of.support && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeProvider(frame.town, id)}>
            {t('confirm.office.link')}
          </a>
        </p>
      )}
    </>
  )
}

function Links({ frame, id, kind, previews }: ServicePageProps) {
  const { t } = frame.translator
  return (
    <ul class="govuk-list">
      {previews.map(({ code, tag, name }) => (
        <li>
          <a class="govuk-link" href={urls.officePreview(frame.town, code)}>
            {t('checklist.office.service.preview')} <span lang={tag}>{name}</span>
          </a>
        </li>
      ))}
      {kind && (
        <li>
          <a class="govuk-link" href={urls.officeKind(frame.town, kind.id)}>
            {t('checklist.office.service.toKind', { kind: kind.name })}
          </a>
        </li>
      )}
      {!frame.of.support && (
        <li>
          <a class="govuk-link" href={urls.officeServiceCopy(frame.town, id)}>
            {t('checklist.office.copy.link')}
          </a>
        </li>
      )}
      {!frame.of.support && (
        <li>
          <a class="govuk-link" href={urls.officeServiceRemove(frame.town, id)}>
            {t('checklist.office.service.remove')}
          </a>
        </li>
      )}
    </ul>
  )
}

/** One service: what is known, what is missing, part by part. */
export function ServicePage(props: ServicePageProps) {
  const { frame, parts, name, changed, imported, suggestedBy, faults, changedMeanwhile } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={name}
      section="checklist"
      refused={faults.length > 0 || changedMeanwhile !== undefined}
      first={<FormErrors view={{ translator: frame.translator, fields: new Map(), faults }} />}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      {changedMeanwhile && (
        <ChangedNotice
          translator={frame.translator}
          changed={changedMeanwhile}
          text={t('checklist.office.service.changedMeanwhile', {
            person: changedMeanwhile.by,
            when: changedMeanwhile.at,
          })}
        />
      )}
      <Notices {...props} />
      <Missing {...props} />
      <Standard {...props} />
      {suggestedBy && <InsetText>{suggestedBy}</InsetText>}
      {imported && <InsetText>{t('checklist.office.service.imported')}</InsetText>}
      {parts.map((part) => (
        <Part {...props} {...part} />
      ))}
      <h2 class="govuk-heading-m" id="checked">
        {t('checklist.office.service.checkTitle')}
      </h2>
      <Checked {...props} />
      <Confirmed {...props} />
      <p class="govuk-body-s">{t('checklist.office.service.changedBy', { person: changed.by, when: changed.at })}</p>
      <Links {...props} />
    </OfficePage>
  )
}
