import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { type PactFrame, PactPageFrame } from './pact-frame.tsx'

export interface StandPageProps {
  readonly frame: PactFrame
  readonly caption: string | undefined
  /** What stands in the register, or stood there. */
  readonly signatures: readonly {
    readonly number: number
    readonly name: string
    readonly standing: string
    /** It stands by its signature: there is a certificate. */
    readonly certified: boolean
    readonly mayWithdraw: boolean
    readonly mayReaffirm: boolean
  }[]
  /** Of towns whose place this one has taken. */
  readonly earlier: {
    readonly signatures: readonly { readonly number: number; readonly name: string; readonly standing: string }[]
    /** This one has signed itself. */
    readonly isSigned: boolean
  }
  readonly applications: readonly { readonly id: string; readonly name: string; readonly standing: string }[]
  /** What can be begun. */
  readonly begin: readonly ('office' | 'representative' | 'organisation')[]
  /** Why nothing can be begun. */
  readonly noBegin: string | undefined
  readonly countries: readonly SelectOption[]
  /** Made with the page: the form sent twice begins one. */
  readonly id: string
  /** Links of an association. */
  readonly association: Parameters<typeof urls.pactElections>[0] | undefined
  readonly done: DoneNotice | undefined
}

function Signatures({ frame, signatures, association }: StandPageProps) {
  const { language, t } = frame.of.translator
  if (signatures.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.stand.signatures')}</h2>
      <SummaryList
        rows={signatures.map(({ number, name, standing, certified, mayWithdraw, mayReaffirm }) => ({
          key: <bdi>{name}</bdi>,
          value: standing,
          actions: [
            { href: urls.registerEntry(language, number), text: t('certificates.verify.entry') },
            ...(certified ? [{ href: urls.certificate(language, number), text: t('certificates.stages.pdf') }] : []),
            // An office of a town has a page about it.
            ...(certified && association
              ? [{ href: `${urls.registerEntry(language, number)}#badge`, text: t('register.badge.title') }]
              : []),
            ...(mayReaffirm ? [{ href: urls.reaffirmPact(frame.base), text: t('signing.stand.reaffirm') }] : []),
            ...(mayWithdraw
              ? [{ href: urls.withdrawPact(frame.base, number), text: t('signing.stand.withdraw') }]
              : []),
          ],
        }))}
      />
    </>
  )
}

function Earlier({ frame, earlier: { signatures, isSigned } }: StandPageProps) {
  const { language, t } = frame.of.translator
  if (signatures.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.stand.earlier')}</h2>
      {!isSigned && <p class="govuk-body">{t('signing.stand.earlierAbout')}</p>}
      <SummaryList
        rows={signatures.map(({ number, name, standing }) => ({
          key: <bdi>{name}</bdi>,
          value: standing,
          actions: [{ href: urls.registerEntry(language, number), text: t('certificates.verify.entry') }],
        }))}
      />
    </>
  )
}

function Applications({ frame, applications }: StandPageProps) {
  const { t } = frame.of.translator
  if (applications.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.stand.applications')}</h2>
      <SummaryList
        rows={applications.map(({ id, name, standing }) => ({
          key: <bdi>{name}</bdi>,
          value: standing,
          actions: [
            { href: urls.application(frame.base, id), text: t('signing.stand.open'), visuallyHiddenText: name },
          ],
        }))}
      />
    </>
  )
}

function Begin({ frame, begin, countries, id }: StandPageProps) {
  const { t } = frame.of.translator
  const forms = begin.map((kind) => (
    <form method="post" action={frame.base} novalidate>
      <h2 class="govuk-heading-m">{t(`signing.begin.${kind}`)}</h2>
      <p class="govuk-body">{t(`signing.begin.${kind}About`)}</p>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      {kind !== 'office' && (
        <Select name="country" id={`country-${kind}`} label={t('signing.begin.country')} items={countries} />
      )}
      <Button preventDoubleClick>{t('signing.begin.submit')}</Button>
    </form>
  ))
  return <>{forms}</>
}

/** Where an office stands with the Pact. */
export function StandPage(props: StandPageProps) {
  const { frame, caption, begin, noBegin, association, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.stand.title')}
      caption={caption}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body-l">{t('signing.stand.about')}</p>
      <Signatures {...props} />
      <Earlier {...props} />
      <Applications {...props} />
      {noBegin !== undefined && <p class="govuk-body">{noBegin}</p>}
      <Begin {...props} />
      {begin.includes('organisation') && (
        <>
          <h2 class="govuk-heading-m">{t('signing.begin.body')}</h2>
          <p class="govuk-body">{t('signing.begin.bodyAbout')}</p>
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={urls.office()}>
                {t('signing.begin.work')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={urls.join()}>
                {t('signing.begin.join')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={urls.missingBody()}>
                {t('signing.begin.missing')}
              </a>
            </li>
          </ul>
        </>
      )}
      {association && (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={urls.pactConfirmations(association)}>
              {t('signing.confirm.title')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={urls.pactElections(association)}>
              {t('signing.elections.title')}
            </a>
          </li>
        </ul>
      )}
    </PactPageFrame>
  )
}
