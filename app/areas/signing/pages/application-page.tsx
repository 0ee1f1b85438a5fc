import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { JourneyPage } from '../journey-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { ReturnView, StationView } from '../present-application.ts'
import { type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'
import { ProofForms, type ProofView } from './proof-forms.tsx'
import { Stations } from './stations.tsx'

export interface ApplicationPageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly name: string
  readonly status: 'draft' | 'submitted' | 'returned' | 'signed'
  readonly stations: readonly StationView[]
  readonly next: string
  /** Of the register, once it stands there. */
  readonly number: number | undefined
  readonly pages: readonly { readonly page: JourneyPage; readonly missing: boolean }[]
  readonly returned: ReturnView | undefined
  /** Another office asked this one to sign together; it has not answered yet. */
  readonly askedBy: string | undefined
  readonly proof: ProofView
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function Pages({ frame, id, pages }: ApplicationPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.application.pages')}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {pages.map(({ page, missing }) => (
          <li>
            <a class="govuk-link" href={urls.applicationPage(frame.base, id, page)}>
              {t(`signing.page.${page}`)}
            </a>{' '}
            {missing && <Tag classes="govuk-tag--yellow">{t('signing.application.missing')}</Tag>}
          </li>
        ))}
      </ol>
    </>
  )
}

export function Returned({ frame, returned }: Pick<ApplicationPageProps, 'frame' | 'returned'>) {
  const { t } = frame.of.translator
  if (!returned) return null
  const { reasons, words, when, days, by } = returned
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{t('signing.returned.title', { date: when })}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p class="govuk-body office-said" dir="auto">
        {words}
      </p>
      <p class="govuk-body">{t('signing.returned.promise', { days, date: by })}</p>
    </InsetText>
  )
}

function Act({
  frame,
  id,
  act,
  secondary = true,
}: Pick<ApplicationPageProps, 'frame' | 'id'> & { act: 'take-back' | 'discard' | 'decline'; secondary?: boolean }) {
  return (
    <form method="post" action={urls.applicationAct(frame.base, id, act)}>
      <Button classes={secondary ? 'govuk-button--secondary' : 'govuk-button--warning'} preventDoubleClick>
        {frame.of.translator.t(`signing.act.${act}`)}
      </Button>
    </form>
  )
}

/** What stands of it in public. */
function Entered({ frame, number }: Pick<ApplicationPageProps, 'frame' | 'number'>) {
  const { t, language } = frame.of.translator
  if (number === undefined) return null
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={urls.registerEntry(language, number)}>
          {t('certificates.verify.entry')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={urls.certificate(language, number)} type="application/pdf">
          {t('certificates.stages.pdf')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${urls.registerEntry(language, number)}#badge`}>
          {t('register.badge.title')}
        </a>
      </li>
    </ul>
  )
}

/** Where an application stands, for the office whose it is. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { frame, id, name, status, stations, next, returned, askedBy, faults, done } = props
  const { t } = frame.of.translator
  const open = status === 'draft' || status === 'returned'
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.application.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      done={done && t(`signing.done.${done}`)}
      faults={faults}
    >
      {askedBy !== undefined && <InsetText>{t('signing.application.askedBy', { name: askedBy })}</InsetText>}
      {status === 'returned' && <Returned frame={frame} returned={returned} />}
      <Stations translator={frame.of.translator} stations={stations} next={next} />
      <Entered {...props} />
      {open && <Pages {...props} />}
      {status !== 'signed' && <ProofForms frame={frame} id={id} proof={props.proof} faults={faults} />}
      {status === 'submitted' && <Act frame={frame} id={id} act="take-back" />}
      {open && <Act frame={frame} id={id} act={askedBy === undefined ? 'discard' : 'decline'} />}
    </PactPageFrame>
  )
}
