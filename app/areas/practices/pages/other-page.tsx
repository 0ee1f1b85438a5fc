import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { FaultCode } from '../form-rules.ts'
import type { MessageFault } from '../message-rules.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface OtherPageProps {
  readonly frame: PracticesFrame
  readonly practice: string
  readonly title: string
  /** Of the language that it is written in. */
  readonly tag: string
  /** Whose it is. */
  readonly town: string
  readonly publicHref: string
  /** Where the secretariat takes it out of the library; undefined for every other office. */
  readonly takeOutHref: string | undefined
  /** It is not the office's own. */
  readonly isOther: boolean
  /** A town may say that it uses it. */
  readonly mayUse: boolean
  /** What the town says of its use. */
  readonly used: string | undefined
  /** Address of what the office has asked. */
  readonly question: string | undefined
  readonly messageId: string
  readonly translations: readonly {
    readonly language: string
    readonly name: string
    readonly tag: string
    readonly older: boolean
    readonly mayChange: boolean
    readonly mayRemove: boolean
  }[]
  readonly into: readonly SelectOption[]
  readonly typed: {
    readonly use?: { readonly text: string; readonly fault: MessageFault | FaultCode }
    readonly message?: { readonly text: string; readonly fault: MessageFault }
  }
  readonly done: DoneNotice | undefined
}

function Use({ frame, practice, used, typed }: OtherPageProps) {
  const { t } = frame.of.translator
  const { use } = typed
  return (
    <section aria-labelledby="use">
      <h2 class="govuk-heading-m" id="use">
        {t('practices.use.title')}
      </h2>
      <form method="post" action={urls.otherPracticeAct(frame.practices, practice, 'use')} novalidate>
        <Textarea
          name="sentence"
          label={t('practices.use.sentence')}
          hint={t('practices.use.hint')}
          rows={3}
          dir="auto"
          value={use?.text ?? used ?? ''}
          error={use && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${use.fault}`) }}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t(used === undefined ? 'practices.use.submit' : 'practices.form.save')}
        </Button>
      </form>
      {used !== undefined && (
        <form method="post" action={urls.otherPracticeAct(frame.practices, practice, 'end-use')}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('practices.use.end')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Ask({ frame, practice, town, question, messageId, typed }: OtherPageProps) {
  const { t } = frame.of.translator
  const { message } = typed
  return (
    <section aria-labelledby="ask">
      <h2 class="govuk-heading-m" id="ask">
        {t('practices.ask.title')}
      </h2>
      {question ? (
        <p class="govuk-body">
          <a class="govuk-link" href={question}>
            {t('practices.ask.open')}
          </a>
        </p>
      ) : (
        <form method="post" action={urls.otherPracticeAct(frame.practices, practice, 'ask')} novalidate>
          <input type="hidden" name="id" value={messageId} />
          <Textarea
            name="text"
            label={t('practices.ask.text', { town })}
            hint={t('practices.question.hint')}
            rows={5}
            dir="auto"
            value={message?.text ?? ''}
            error={message && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${message.fault}`) }}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('practices.question.send')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Translation({
  frame,
  practice,
  one,
}: Pick<OtherPageProps, 'frame' | 'practice'> & { readonly one: OtherPageProps['translations'][number] }) {
  const { t } = frame.of.translator
  return (
    <li class="office-item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <bdi lang={one.tag}>{one.name}</bdi>{' '}
        {one.older && <Tag classes="govuk-tag--yellow">{t('practices.translation.older')}</Tag>}
      </p>
      {one.mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.practiceTranslate(frame.practices, practice, one.language)}>
            {t('practices.translation.change')}
            <span class="govuk-visually-hidden"> {one.name}</span>
          </a>
        </p>
      )}
      {one.mayRemove && (
        <form method="post" action={urls.practiceTranslationRemove(frame.practices, practice)}>
          <input type="hidden" name="into" value={one.language} />
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('practices.translation.remove')}
            <span class="govuk-visually-hidden"> {one.name}</span>
          </Button>
        </form>
      )}
    </li>
  )
}

function Translations(props: OtherPageProps) {
  const { frame, practice, translations, into } = props
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="translations">
      <h2 class="govuk-heading-m" id="translations">
        {t('practices.translation.title')}
      </h2>
      <ul class="govuk-list">
        {translations.map((one) => (
          <Translation {...props} one={one} />
        ))}
      </ul>
      <form method="get" action={urls.practiceTranslate(frame.practices, practice)}>
        <Select name="into" label={t('practices.translation.into')} items={into} />
        <Button classes="govuk-button--secondary">{t('practices.translation.begin')}</Button>
      </form>
    </section>
  )
}

/** What an office does with a public practice. */
export function OtherPage(props: OtherPageProps) {
  const { frame, title, tag, town, publicHref, takeOutHref, isOther, mayUse, typed, done } = props
  const { t } = frame.of.translator
  const fault = typed.use?.fault ?? typed.message?.fault
  return (
    <PracticesPageFrame
      frame={frame}
      title={title}
      caption={t('practices.other.caption')}
      done={done}
      back={{ href: publicHref, text: t('practices.own.public') }}
      refused={fault !== undefined}
      first={
        fault && (
          <ErrorSummary
            title={t('checklist.office.form.errors')}
            errors={[{ text: t(`practices.error.${fault}`), href: typed.use ? '#sentence' : '#text' }]}
          />
        )
      }
    >
      <p class="govuk-body">
        <bdi>{town}</bdi> ·{' '}
        <a class="govuk-link" href={publicHref}>
          {t('practices.own.public')}{' '}
          <span class="govuk-visually-hidden" lang={tag}>
            {title}
          </span>
        </a>
      </p>
      {mayUse && <Use {...props} />}
      {isOther && <Ask {...props} />}
      <Translations {...props} />
      {takeOutHref !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={takeOutHref}>
            {t('practices.review.take-down')}
          </a>
        </p>
      )}
    </PracticesPageFrame>
  )
}
