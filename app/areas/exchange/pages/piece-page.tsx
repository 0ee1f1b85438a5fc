import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { PartName } from '../piece-rules.ts'
import type { PieceLine, UseView } from '../present-piece.ts'
import { type ExchangeFrame, ExchangePageFrame } from './exchange-frame.tsx'
import { Copy, End, Used } from './piece-acts.tsx'

export interface PiecePageProps {
  readonly frame: ExchangeFrame
  readonly piece: PieceLine & { readonly revision: number }
  readonly parts: readonly { readonly name: PartName; readonly text: string }[]
  /** The same in other languages. */
  readonly others: readonly PieceLine[]
  readonly uses: readonly UseView[]
  /** It was translated from something that was changed since. */
  readonly outdated: boolean
  readonly own: boolean
  readonly mayCopy: boolean
  /** Where whoever shares it can be asked by mail. */
  readonly askAt: string | null
  /** False: the secretariat reads. */
  readonly isAssociation: boolean
  /** Made with the page: a copy that is begun twice is one. */
  readonly copyId: string
  /** Why a sentence, or a reason, was not taken; and what was typed. */
  readonly refused: 'useMissing' | 'useLong' | 'useNames' | 'reasonMissing' | 'reasonLong' | undefined
  readonly typed: string
  /** Address of the reader's own standard text of this kind, which a copy would not replace. */
  readonly ownText: string | undefined
  readonly done: DoneNotice | undefined
}

function Facts({ frame, piece }: PiecePageProps) {
  const { t } = frame.of.translator
  const { by, language, licence, about, uses } = piece
  return (
    <SummaryList
      rows={[
        { key: t('exchange.fact.by'), value: <bdi>{by}</bdi> },
        ...(about === undefined ? [] : [{ key: t('exchange.fact.about'), value: about }]),
        { key: t('exchange.fact.language'), value: <bdi lang={language.tag}>{language.autonym}</bdi> },
        { key: t('exchange.fact.licence'), value: t(`exchange.licence.${licence}`) },
        { key: t('exchange.fact.uses'), value: t('exchange.uses', { count: uses }) },
      ]}
    />
  )
}

function Words({ frame, piece, parts }: PiecePageProps) {
  const { t } = frame.of.translator
  return (
    <>
      {parts.map(({ name, text }) => (
        <section aria-labelledby={`part-${name}`}>
          <h2 class="govuk-heading-m" id={`part-${name}`}>
            {t(`exchange.part.${name}`)}
          </h2>
          <p class="govuk-body office-said" lang={piece.language.tag} dir="auto">
            {text}
          </p>
        </section>
      ))}
    </>
  )
}

function Others({ frame, others, piece, mayCopy }: PiecePageProps) {
  const { t } = frame.of.translator
  if (others.length === 0 && !mayCopy) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('exchange.others.title')}</h2>
      {others.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {others.map(({ id, title, language, by }) => (
            <li>
              <a class="govuk-link" href={urls.piece(frame.exchange, id)}>
                <bdi lang={language.tag}>
                  {language.autonym}: {title}
                </bdi>
              </a>{' '}
              · <bdi>{by}</bdi>
            </li>
          ))}
        </ul>
      )}
      {mayCopy && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.exchangeNew(frame.exchange, { of: piece.id })}>
            {t('exchange.others.translate')}
          </a>
        </p>
      )}
    </>
  )
}

/** A letter, a text or a lesson. */
export function PiecePage(props: PiecePageProps) {
  const { frame, piece, outdated, own, refused, ownText, done } = props
  const { t } = frame.of.translator
  const field = refused?.startsWith('use') ? '#sentence' : '#reason'
  return (
    <ExchangePageFrame
      frame={frame}
      title={piece.title}
      caption={t(`exchange.kind.${piece.kind}`)}
      refused={refused !== undefined || ownText !== undefined}
      done={done && t(`exchange.done.${done}`)}
      first={
        <>
          {refused && (
            <ErrorSummary
              title={t('checklist.office.form.errors')}
              errors={[{ text: t(`exchange.error.${refused}`), href: field }]}
            />
          )}
          {ownText !== undefined && (
            <ErrorSummary title={t('exchange.copy.there')} errors={[{ text: t('exchange.copy.own'), href: ownText }]} />
          )}
        </>
      }
    >
      <Facts {...props} />
      {own && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.pieceChange(frame.exchange, piece.id)}>
            {t('exchange.change.link')}
          </a>
        </p>
      )}
      {outdated && <InsetText>{t('exchange.outdated')}</InsetText>}
      <Words {...props} />
      <Copy {...props} />
      <Others {...props} />
      <Used {...props} />
      <End {...props} />
    </ExchangePageFrame>
  )
}
