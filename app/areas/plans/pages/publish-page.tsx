import { Button } from '../../../ui/components/button/button.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import { type ChangeView, DifferenceList } from './difference-list.tsx'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface CheckLine {
  readonly text: string
  /** Where it is mended. */
  readonly href: string
}

export interface PublishPageProps {
  readonly frame: PlanFrame
  readonly plan: { readonly id: string; readonly title: string }
  readonly stamp: number
  readonly musts: readonly CheckLine[]
  readonly shoulds: readonly CheckLine[]
  readonly changes: readonly ChangeView[]
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  /** The first version. */
  readonly first: boolean
  /**
   * `publish`: this person may. `ask`: a second person has to look. `decide`: this is the second one. `waits`: somebody
   * else has to. `unchanged`: there is nothing to publish. `partner`: the office that began it publishes.
   */
  readonly way: 'publish' | 'ask' | 'decide' | 'waits' | 'unchanged' | 'partner'
  readonly mayTakeBack: boolean
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

function Lines({ title, lines }: { title: string; lines: readonly CheckLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Stamp({ stamp }: PublishPageProps) {
  return <input type="hidden" name="stamp" value={`${stamp}`} />
}

function SendBack(props: PublishPageProps) {
  const { frame, plan } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.townPlanAct(frame.town, plan.id, 'send-back')}>
      <Textarea name="answer" label={t('plans.publish.answer')} labelClasses="govuk-label--s" rows={3} dir="auto" />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('plans.publish.sendBack')}
      </Button>
    </form>
  )
}

function Ways(props: PublishPageProps) {
  const { frame, plan, way, musts, mayTakeBack } = props
  const { t } = frame.of.translator
  const isReady = musts.length === 0
  return (
    <>
      {way !== 'publish' && way !== 'decide' && <p class="govuk-body">{t(`plans.publish.way.${way}`)}</p>}
      {isReady && (way === 'publish' || way === 'decide') && (
        <form method="post" action={urls.townPlanPage(frame.town, plan.id, 'publish')}>
          <Stamp {...props} />
          <p class="govuk-body">{t('plans.publish.everybody')}</p>
          <Button preventDoubleClick>{t(way === 'decide' ? 'plans.publish.approve' : 'plans.publish.submit')}</Button>
        </form>
      )}
      {isReady && way === 'ask' && (
        <form method="post" action={urls.townPlanAct(frame.town, plan.id, 'ask')}>
          <Stamp {...props} />
          <Button preventDoubleClick>{t('plans.publish.ask')}</Button>
        </form>
      )}
      {way === 'decide' && <SendBack {...props} />}
      {mayTakeBack && (
        <form method="post" action={urls.townPlanAct(frame.town, plan.id, 'take-back')}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('plans.publish.takeBack')}
          </Button>
        </form>
      )}
    </>
  )
}

/** What is missing, what will change in public, and publishing. */
export function PublishPage(props: PublishPageProps) {
  const { frame, plan, musts, shoulds, changes, first, language, refused, done } = props
  const { t } = frame.of.translator
  return (
    <PlanPageFrame
      frame={frame}
      title={t('plans.publish.title')}
      caption={plan.title}
      back={{ href: urls.townPlan(frame.town, plan.id), text: t('plans.back.plan') }}
      refused={refused}
      done={done}
    >
      <Lines title={t('plans.publish.musts')} lines={musts} />
      <h2 class="govuk-heading-m">{t(first ? 'plans.publish.first' : 'plans.publish.changes')}</h2>
      {changes.length > 0 ? (
        <DifferenceList changes={changes} language={language} />
      ) : (
        <p class="govuk-body">{t('plans.publish.noChanges')}</p>
      )}
      <Ways {...props} />
      <Lines title={t('plans.publish.shoulds')} lines={shoulds} />
    </PlanPageFrame>
  )
}
