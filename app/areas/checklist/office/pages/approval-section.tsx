/** Two pairs of eyes on the publish page: asking, waiting, deciding, and what never waits. */
import { Button } from '../../../../ui/components/button/button.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import type { Content } from '../../../../ui/content.ts'
import { urls } from '../../../../urls.ts'
import type { DecisionRefusal } from '../../approval-rules.ts'
import type { Frame } from './office-page.tsx'

export interface RequestView {
  readonly id: string
  readonly by: string
  /** In words, as all of these. */
  readonly at: string
  readonly due: string
  readonly note: string
  /** The draft is not what it was when approval was asked for. */
  readonly changedSince: boolean
  /** Why this person cannot approve; undefined when they can. */
  readonly refusal: DecisionRefusal | undefined
}

export interface ApprovalView {
  /** The town wants a second person. */
  readonly wanted: boolean
  readonly maySwitch: boolean
  /** Nobody else works here: a second person cannot be asked for. */
  readonly alone: boolean
  /** One approver alone: nobody could approve what that one changes. */
  readonly oneApprover: boolean
  readonly request: RequestView | undefined
  /** The last one came back. */
  readonly sentBack: { readonly by: string; readonly at: string; readonly words: string } | undefined
  /** Something that families can reach now is no longer in the draft. */
  readonly urgent: boolean
  /** Hash of the draft that is shown. */
  readonly seen: string
  /** What was typed in a form that was refused. */
  readonly typed: string
}

export interface ApprovalProps {
  readonly frame: Frame
  readonly approval: ApprovalView
  /** Nothing stands in the way of publishing. */
  readonly ready: boolean
}

function Form({
  action,
  seen,
  request,
  children,
}: {
  action: string
  seen: string
  request?: string
  children: Content
}) {
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="seen" value={seen} />
      {request && <input type="hidden" name="request" value={request} />}
      {children}
    </form>
  )
}

function Ask({ frame, approval: { seen, typed } }: ApprovalProps) {
  const { t } = frame.translator
  return (
    <Form action={urls.officeAskApproval(frame.town)} seen={seen}>
      <p class="govuk-body">{t('approval.ask.about')}</p>
      <Textarea
        name="words"
        label={t('approval.ask.note')}
        hint={t('approval.ask.noteHint')}
        value={typed}
        rows={3}
        dir="auto"
      />
      <Button preventDoubleClick>{t('approval.ask.submit')}</Button>
    </Form>
  )
}

function Decide({ frame, approval: { seen, typed }, request }: ApprovalProps & { request: RequestView }) {
  const { t } = frame.translator
  return (
    <Form action={urls.officeApprove(frame.town)} seen={seen} request={request.id}>
      <p class="govuk-body">{t('approval.decide.about')}</p>
      {request.refusal === undefined && (
        <Button name="decision" value="approve" preventDoubleClick>
          {t('approval.decide.approve')}
        </Button>
      )}
      <Textarea
        name="words"
        label={t('approval.decide.words')}
        hint={t('approval.ask.noteHint')}
        value={typed}
        rows={3}
        dir="auto"
      />
      <Button name="decision" value="send-back" classes="govuk-button--secondary" preventDoubleClick>
        {t('approval.decide.sendBack')}
      </Button>
    </Form>
  )
}

function Request(props: ApprovalProps & { request: RequestView }) {
  const { frame, approval, request } = props
  const { t } = frame.translator
  const { refusal } = request
  const decides = !frame.of.support && (refusal === undefined || refusal === 'own-edit')
  return (
    <>
      <InsetText>
        <p class="govuk-body">{t('approval.request.asked', { person: request.by, when: request.at })}</p>
        <p class="govuk-body">{t('approval.request.due', { date: request.due })}</p>
        {request.note && (
          <blockquote class="govuk-body" dir="auto">
            {request.note}
          </blockquote>
        )}
        {request.changedSince && <p class="govuk-body govuk-!-margin-bottom-0">{t('approval.request.changedSince')}</p>}
      </InsetText>
      {refusal && <p class="govuk-body">{t(`approval.refused.${refusal}`)}</p>}
      {decides && <Decide {...props} />}
      {refusal === 'own-request' && !frame.of.support && (
        <Form action={urls.officeWithdrawApproval(frame.town)} seen={approval.seen} request={request.id}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('approval.request.withdraw')}
          </Button>
        </Form>
      )}
    </>
  )
}

/** What is asked for instead of publishing, where a second person is wanted. */
export function Approval(props: ApprovalProps) {
  const { frame, approval, ready } = props
  const { t } = frame.translator
  const { request, sentBack } = approval
  if (request) return <Request {...props} request={request} />
  return (
    <>
      {sentBack && (
        <InsetText>
          <p class="govuk-body">{t('approval.sentBack', { person: sentBack.by, when: sentBack.at })}</p>
          {sentBack.words && (
            <blockquote class="govuk-body" dir="auto">
              {sentBack.words}
            </blockquote>
          )}
        </InsetText>
      )}
      {ready && !frame.of.support && <Ask {...props} />}
    </>
  )
}

/** What goes at once, whoever has to look at the rest. */
export function Urgent({ frame, approval }: Pick<ApprovalProps, 'frame' | 'approval'>) {
  const { t } = frame.translator
  return (
    <section aria-labelledby="urgent">
      <h2 class="govuk-heading-m" id="urgent">
        {t('approval.urgent.title')}
      </h2>
      <p class="govuk-body">{t('approval.urgent.place')}</p>
      <p class="govuk-body">{t('approval.urgent.number')}</p>
      {approval.urgent && !frame.of.support && (
        <Form action={urls.officeUrgent(frame.town)} seen={approval.seen}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('approval.urgent.submit')}
          </Button>
        </Form>
      )}
    </section>
  )
}

/** Whether a second person is wanted, for whoever may change that. */
export function TwoPairs({ frame, approval }: Pick<ApprovalProps, 'frame' | 'approval'>) {
  const { t } = frame.translator
  const { wanted, maySwitch, alone, oneApprover, seen } = approval
  if (frame.of.support || !maySwitch) return null
  return (
    <Details summary={t('approval.switch.title')}>
      <p class="govuk-body">{t(wanted ? 'approval.switch.isOn' : 'approval.switch.isOff')}</p>
      {!wanted && alone ? (
        <p class="govuk-body">{t('approval.switch.alone')}</p>
      ) : (
        <Form action={urls.officeTwoPairs(frame.town)} seen={seen}>
          {oneApprover && <p class="govuk-body">{t('approval.switch.oneApprover')}</p>}
          <Button name="on" value={wanted ? 'no' : 'yes'} classes="govuk-button--secondary" preventDoubleClick>
            {t(wanted ? 'approval.switch.off' : 'approval.switch.on')}
          </Button>
        </Form>
      )}
    </Details>
  )
}
