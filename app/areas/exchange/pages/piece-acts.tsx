/** What one does with a piece: copy it, say that one used it, end it. */
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { PiecePageProps } from './piece-page.tsx'

function AskFirst({ frame, askAt, piece }: PiecePageProps) {
  const { t } = frame.of.translator
  return (
    <p class="govuk-body">
      {t('exchange.copy.askFirst')} <bdi>{piece.by}</bdi>
      {askAt !== null && (
        <>
          {' '}
          <a class="govuk-link" href={`mailto:${askAt}`}>
            <bdi dir="ltr">{askAt}</bdi>
          </a>
        </>
      )}
    </p>
  )
}

/** A letter is text to copy, wherever it is sent from; a text begins a standard text. */
function CopyWay({ frame, piece, parts, isAssociation, copyId }: PiecePageProps) {
  const { t } = frame.of.translator
  if (piece.kind === 'text' && isAssociation) {
    return (
      <form method="post" action={urls.pieceAct(frame.exchange, piece.id, 'copy')}>
        <p class="govuk-body">{t('exchange.copy.text')}</p>
        <input type="hidden" name="id" value={copyId} />
        <Button preventDoubleClick>{t('exchange.copy.submit')}</Button>
      </form>
    )
  }
  return (
    <Details summary={t('exchange.copy.letter')}>
      <pre class="app-code" lang={piece.language.tag} dir="auto" tabindex={0}>
        {parts.map(({ text }) => text).join('\n\n')}
      </pre>
    </Details>
  )
}

export function Copy(props: PiecePageProps) {
  const { frame, piece, mayCopy, own } = props
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="copy">
      <h2 class="govuk-heading-m" id="copy">
        {t('exchange.copy.title')}
      </h2>
      {mayCopy ? (
        <>
          {!own && piece.licence === 'cc-by' && (
            <p class="govuk-body">
              {t('exchange.copy.name')} <bdi>{piece.by}</bdi>
            </p>
          )}
          <CopyWay {...props} />
        </>
      ) : (
        <AskFirst {...props} />
      )}
    </section>
  )
}

function SayUsed({ frame, piece, refused, typed }: PiecePageProps) {
  const { t } = frame.of.translator
  const fault = refused?.startsWith('use') ? refused : undefined
  return (
    <form method="post" action={urls.pieceAct(frame.exchange, piece.id, 'use')} novalidate>
      <TextInput
        name="sentence"
        label={t('exchange.used.sentence')}
        hint={t('exchange.used.hint')}
        dir="auto"
        value={fault ? typed : ''}
        error={fault && { prefix: t('checklist.office.form.error'), text: t(`exchange.error.${fault}`) }}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('exchange.used.submit')}
      </Button>
    </form>
  )
}

export function Used(props: PiecePageProps) {
  const { frame, uses, own } = props
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="used">
      <h2 class="govuk-heading-m" id="used">
        {t('exchange.used.title')}
      </h2>
      {uses.length === 0 && <p class="govuk-body">{t('exchange.used.none')}</p>}
      <ul class="govuk-list">
        {uses.map(({ by, sentence, when }) => (
          <li class="office-item">
            <p class="govuk-body govuk-!-margin-bottom-1" dir="auto">
              {sentence}
            </p>
            <p class="govuk-hint">
              <bdi>{by}</bdi> · {when}
            </p>
          </li>
        ))}
      </ul>
      {!own && <SayUsed {...props} />}
    </section>
  )
}

function TakeDown({ frame, piece, refused, typed }: PiecePageProps) {
  const { t } = frame.of.translator
  const fault = refused?.startsWith('reason') ? refused : undefined
  return (
    <Details summary={t('exchange.down.title')} open={fault !== undefined}>
      <form method="post" action={urls.pieceAct(frame.exchange, piece.id, 'take-down')} novalidate>
        <p class="govuk-body">{t('exchange.down.about')}</p>
        <Textarea
          name="reason"
          label={t('exchange.down.reason')}
          rows={3}
          dir="auto"
          value={fault ? typed : ''}
          error={fault && { prefix: t('checklist.office.form.error'), text: t(`exchange.error.${fault}`) }}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t('exchange.down.submit')}
        </Button>
      </form>
    </Details>
  )
}

/** Its own association withdraws a piece; the secretariat takes down what does harm. */
export function End(props: PiecePageProps) {
  const { frame, piece, own, isAssociation } = props
  const { t } = frame.of.translator
  if (!own) return isAssociation ? null : <TakeDown {...props} />
  return (
    <Details summary={t('exchange.withdraw.title')}>
      <form method="post" action={urls.pieceAct(frame.exchange, piece.id, 'withdraw')}>
        <p class="govuk-body">{t('exchange.withdraw.about')}</p>
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t('exchange.withdraw.submit')}
        </Button>
      </form>
    </Details>
  )
}
