import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { ReturnReason } from '../decision-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { Conflict } from '../policy.ts'
import type { AnswerRow, HistoryLine } from '../present-application.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface ApplicantView {
  readonly id: string
  readonly name: string
  readonly kind: 'municipality' | 'district' | 'region' | 'association' | 'representative' | 'organisation'
  readonly country: string
  readonly rows: readonly AnswerRow[]
  /** A representative sits in a body that the directory does not know. */
  readonly unknownBody: boolean
  readonly document:
    | {
        readonly name: string
        readonly pages: number
        readonly sha256: string
        readonly scanned: boolean
        readonly href: string
      }
    | undefined
  readonly proofs: readonly string[]
  /** A letter with a code is wanted. */
  readonly letter: boolean
  /** That nobody has checked yet. */
  readonly domain: string | undefined
  readonly history: readonly HistoryLine[]
}

export interface CasePageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly status: 'draft' | 'submitted' | 'returned' | 'signed'
  readonly applicants: readonly ApplicantView[]
  readonly due: string
  readonly agreed: boolean
  readonly mine: boolean
  readonly conflict: Conflict | undefined
  readonly proved: boolean
  readonly reasons: readonly ReturnReason[]
  readonly promises: readonly number[]
  readonly returning: { readonly reasons: readonly string[]; readonly words: string; readonly days: string }
  readonly letter: { readonly to: string; readonly postal: string; readonly printing: string }
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function Document({ frame, document }: { frame: PactFrame } & Pick<ApplicantView, 'document'>) {
  const { t } = frame.of.translator
  if (!document) return null
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={document.href}>
          {t('signing.desk.document')} (<bdi>{t('signing.check.document', document)}</bdi>)
        </a>
      </p>
      <p class="govuk-hint">
        {t(document.scanned ? 'signing.desk.scanned' : 'signing.desk.notScanned')} SHA-256:{' '}
        <bdi dir="ltr">{document.sha256}</bdi>
      </p>
    </>
  )
}

function Letter({ frame, id, one, letter, conflict, faults }: CasePageProps & { one: ApplicantView }) {
  const { t } = frame.of.translator
  if (!one.letter || conflict) return null
  return (
    <form method="post" action={urls.pactApplicationAct(id, 'letter')} novalidate>
      <h3 class="govuk-heading-s">{t('signing.desk.letter')}</h3>
      <input type="hidden" name="application" value={one.id} />
      <input type="hidden" name="printing" value={letter.printing} />
      <Textarea
        name="postal"
        id={`postal-${one.id}`}
        label={t('signing.desk.postal')}
        hint={t('signing.desk.postalHint')}
        rows={5}
        dir="auto"
        value={letter.to === one.id ? letter.postal : ''}
        error={errorOf(frame, faults, `postal-${one.id}`)}
      />
      <Button classes="govuk-button--secondary">{t('signing.desk.print')}</Button>
    </form>
  )
}

function Domain({ frame, id, one, conflict }: CasePageProps & { one: ApplicantView }) {
  const { t } = frame.of.translator
  if (one.domain === undefined || conflict) return null
  return (
    <form method="post" action={urls.pactApplicationAct(id, 'domain')}>
      <p class="govuk-body">
        {t('signing.desk.domain')} <bdi dir="ltr">{one.domain}</bdi>
      </p>
      <input type="hidden" name="application" value={one.id} />
      <input type="hidden" name="domain" value={one.domain} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('signing.desk.checkDomain')}
      </Button>
    </form>
  )
}

function Applicant(props: CasePageProps & { one: ApplicantView }) {
  const { frame, one } = props
  const { t } = frame.of.translator
  return (
    <section aria-label={one.name}>
      <h2 class="govuk-heading-m">
        <bdi>{one.name}</bdi>
      </h2>
      <p class="govuk-body">
        {t(`signing.kind.${one.kind}`)}, {one.country}
      </p>
      {one.unknownBody && <InsetText>{t('signing.desk.unknownBody')}</InsetText>}
      <SummaryList
        rows={one.rows.map(({ label, value, typed }) => ({
          key: label,
          value: value === '' ? t('signing.check.empty') : typed ? <bdi>{value}</bdi> : value,
        }))}
      />
      <Document frame={frame} document={one.document} />
      <h3 class="govuk-heading-s">{t('signing.proof.title')}</h3>
      {one.proofs.length === 0 && <p class="govuk-body">{t('signing.desk.noProof')}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {one.proofs.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Domain {...props} one={one} />
      <Letter {...props} one={one} />
      <Details summary={t('signing.desk.history')}>
        <ul class="govuk-list govuk-list--bullet">
          {one.history.map(({ when, text, who }) => (
            <li>
              {when}: {text}
              {who !== '' && (
                <>
                  {' '}
                  (<bdi>{who}</bdi>)
                </>
              )}
            </li>
          ))}
        </ul>
      </Details>
    </section>
  )
}

function Agree({ frame, id, proved, mine, agreed }: CasePageProps) {
  const { t } = frame.of.translator
  if (mine) return <InsetText>{t('signing.decide.mine')}</InsetText>
  if (!proved) return <InsetText>{t('signing.decide.unproved')}</InsetText>
  return (
    <form method="post" action={urls.pactApplicationAct(id, 'agree')}>
      <p class="govuk-body">{t(agreed ? 'signing.decide.second' : 'signing.decide.first')}</p>
      <Button preventDoubleClick>{t('signing.decide.agree')}</Button>
    </form>
  )
}

function Return({ frame, id, reasons, promises, returning, faults }: CasePageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.pactApplicationAct(id, 'return')} novalidate>
      <h2 class="govuk-heading-m">{t('signing.decide.return')}</h2>
      <Checkboxes
        name="reasons"
        legend={t('signing.desk.reasons')}
        legendClasses="govuk-fieldset__legend--s"
        values={returning.reasons}
        error={errorOf(frame, faults, 'reasons')}
        items={reasons.map((one) => ({ value: one, text: t(`signing.reason.${one}`) }))}
      />
      <Textarea
        name="words"
        label={t('signing.desk.words')}
        labelClasses="govuk-label--s"
        hint={t('signing.desk.wordsHint')}
        rows={5}
        dir="auto"
        value={returning.words}
        error={errorOf(frame, faults, 'words')}
      />
      <Radios
        name="days"
        legend={t('signing.desk.days')}
        legendClasses="govuk-fieldset__legend--s"
        value={returning.days}
        error={errorOf(frame, faults, 'days')}
        items={promises.map((days) => ({ value: `${days}`, text: t('signing.desk.promise', { days }) }))}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('signing.decide.returnNow')}
      </Button>
    </form>
  )
}

/** One application, with everything that the secretariat needs to decide. */
export function CasePage(props: CasePageProps) {
  const { frame, status, applicants, due, conflict, faults, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.desk.case')}
      caption={applicants[0]?.name}
      back={{ href: frame.base, text: t('signing.desk.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">
        {t(`signing.status.${status}`)}
        {due !== '' && <>. {t('signing.desk.due', { date: due })}</>}
      </p>
      {applicants.map((one) => (
        <Applicant {...props} one={one} />
      ))}
      {status === 'submitted' && (
        <>
          <h2 class="govuk-heading-m">{t('signing.decide.title')}</h2>
          {conflict ? (
            <InsetText>{t(`signing.conflict.${conflict}`)}</InsetText>
          ) : (
            <>
              <Agree {...props} />
              <Return {...props} />
            </>
          )}
        </>
      )}
    </PactPageFrame>
  )
}
