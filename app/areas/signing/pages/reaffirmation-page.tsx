import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { Conflict } from '../policy.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface ReaffirmationPageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'entered' | 'returned'
  readonly body: string
  readonly reference: string
  readonly on: string
  readonly due: string
  readonly document: { readonly name: string; readonly pages: number; readonly href: string } | undefined
  readonly conflict: Conflict | undefined
  readonly words: string
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function Decide({ frame, id, words, conflict, faults }: ReaffirmationPageProps) {
  const { t } = frame.of.translator
  if (conflict) return <InsetText>{t(`signing.conflict.${conflict}`)}</InsetText>
  return (
    <>
      <form method="post" action={urls.pactReaffirmation(id)}>
        <input type="hidden" name="decision" value="enter" />
        <Button preventDoubleClick>{t('signing.reaffirmation.enter')}</Button>
      </form>
      <form method="post" action={urls.pactReaffirmation(id)} novalidate>
        <input type="hidden" name="decision" value="return" />
        <Textarea
          name="words"
          label={t('signing.desk.words')}
          rows={4}
          dir="auto"
          value={words}
          error={errorOf(frame, faults, 'words')}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('signing.decide.returnNow')}
        </Button>
      </form>
    </>
  )
}

/** What a council has sent to stand by its signature, for the secretariat. */
export function ReaffirmationPage(props: ReaffirmationPageProps) {
  const { frame, name, state, body, reference, on, due, document, faults, done } = props
  const { t } = frame.of.translator
  const said = (value: string) => (value === '' ? t('signing.check.empty') : <bdi>{value}</bdi>)
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.reaffirmation.title')}
      caption={name}
      back={{ href: urls.pactApplications(), text: t('signing.desk.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">
        {t(`signing.reaffirmation.${state}`)}
        {state === 'waiting' && <>, {t('signing.stations.until', { date: due })}</>}
      </p>
      <SummaryList
        rows={[
          { key: t('signing.field.body'), value: said(body) },
          { key: t('signing.field.on'), value: on },
          { key: t('signing.field.reference'), value: said(reference) },
        ]}
      />
      {document && (
        <p class="govuk-body">
          <a class="govuk-link" href={document.href}>
            {t('signing.desk.document')} (<bdi>{t('signing.check.document', document)}</bdi>)
          </a>
        </p>
      )}
      {state === 'waiting' && <Decide {...props} />}
    </PactPageFrame>
  )
}
