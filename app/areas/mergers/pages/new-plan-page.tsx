import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { urls } from '../../../urls.ts'
import { type PlanFrame, type PlanNotice, PlanPage } from './plan-frame.tsx'

/** Nobody has decided about its columns; it is compared; it was refused. */
export type WaitingStands = 'asked' | 'compared' | 'refused'

export interface NewPlanPageProps {
  readonly frame: PlanFrame
  /** Made with the form: sending it twice brings one list. */
  readonly id: string
  /** A list that is brought and no plan yet. */
  readonly waiting: { readonly name: string; readonly at: string; readonly stands: WaitingStands } | undefined
  readonly fault: { readonly field: 'list' | 'movements'; readonly text: string } | undefined
  readonly done: PlanNotice | undefined
}

const accept = '.csv,.xlsx,.json,text/csv,application/json'

const texts = {
  asked: { text: 'mergers.new.waiting', link: 'mergers.new.goOn' },
  compared: { text: 'mergers.new.compared', link: 'mergers.comparing.look' },
  refused: { text: 'mergers.new.refused', link: 'mergers.new.why' },
} as const satisfies Record<WaitingStands, object>

function Waiting({ frame, waiting }: Pick<NewPlanPageProps, 'frame' | 'waiting'>) {
  const { t } = frame.of.translator
  if (!waiting) return null
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>
          <bdi>{waiting.name}</bdi>
        </strong>
      </p>
      <p class="govuk-body">{t(texts[waiting.stands].text, { when: waiting.at })}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officePlanAct(frame.country, 'columns')}>
          {t(texts[waiting.stands].link)}
        </a>
      </p>
    </InsetText>
  )
}

/** A new official list is handed in: nothing happens but a comparison. */
export function NewPlanPage({ frame, id, waiting, fault, done }: NewPlanPageProps) {
  const { t } = frame.of.translator
  const errorAt = (field: 'list' | 'movements') =>
    fault?.field === field ? { prefix: t('checklist.office.form.error'), text: fault.text } : undefined
  return (
    <PlanPage
      frame={frame}
      title={t('mergers.new.title')}
      back={{ href: urls.office(), text: t('office.frame.work') }}
      faults={fault ? [{ text: fault.text, href: `#${fault.field}` }] : []}
      done={done}
    >
      <p class="govuk-body">{t('mergers.new.about')}</p>
      <p class="govuk-body">{t('mergers.new.nothing')}</p>
      <Waiting frame={frame} waiting={waiting} />
      <form method="post" action={urls.officePlanAct(frame.country, 'new')} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="id" value={id} />
        <FileUpload
          accept={accept}
          name="list"
          label={t('mergers.new.list')}
          labelClasses="govuk-label--s"
          hint={t('mergers.new.list.hint')}
          error={errorAt('list')}
        />
        <FileUpload
          accept={accept}
          name="movements"
          label={t('mergers.new.movements')}
          labelClasses="govuk-label--s"
          hint={t('mergers.new.movements.hint')}
          error={errorAt('movements')}
        />
        <Button preventDoubleClick>{t('mergers.new.bring')}</Button>
      </form>
    </PlanPage>
  )
}
