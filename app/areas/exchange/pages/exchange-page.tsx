import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { DoneNotice } from '../office-request.ts'
import { pieceKinds } from '../piece-rules.ts'
import type { PieceLine } from '../present-piece.ts'
import { type ExchangeFrame, ExchangePageFrame } from './exchange-frame.tsx'

export interface ExchangePageProps {
  readonly frame: ExchangeFrame
  readonly pieces: readonly PieceLine[]
  readonly count: number
  readonly pages: PagesView
  /** What was looked for; undefined: everything, the newest first. */
  readonly typed: { readonly words: string; readonly kind: string; readonly language: string } | undefined
  readonly languages: readonly SelectOption[]
  readonly done: DoneNotice | undefined
}

function Search({ frame, typed, languages }: ExchangePageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.exchangeFind(frame.exchange)}>
      <h2 class="govuk-heading-m">{t('exchange.find.title')}</h2>
      <TextInput name="words" label={t('exchange.find.words')} dir="auto" value={typed?.words ?? ''} />
      <Select
        name="kind"
        label={t('exchange.find.kind')}
        value={typed?.kind ?? ''}
        items={[
          { value: '', text: t('exchange.find.any') },
          ...pieceKinds.map((kind) => ({ value: kind, text: t(`exchange.kind.${kind}`) })),
        ]}
      />
      <Select
        name="language"
        label={t('exchange.find.language')}
        value={typed?.language ?? ''}
        items={[{ value: '', text: t('exchange.find.any') }, ...languages]}
      />
      <Button classes="govuk-button--secondary">{t('exchange.find.submit')}</Button>
    </form>
  )
}

function Line({ frame, piece }: Pick<ExchangePageProps, 'frame'> & { piece: PieceLine }) {
  const { t } = frame.of.translator
  const { kind, about, language, by, licence, uses } = piece
  return (
    <>
      <Tag classes="govuk-tag--blue">{t(`exchange.kind.${kind}`)}</Tag>
      <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
        {about !== undefined && `${about} · `}
        <bdi lang={language.tag}>{language.autonym}</bdi> · <bdi>{by}</bdi> · {t(`exchange.licence.${licence}`)}
        {uses > 0 && ` · ${t('exchange.uses', { count: uses })}`}
      </p>
    </>
  )
}

function Pieces({ frame, pieces }: ExchangePageProps) {
  const { t } = frame.of.translator
  return (
    <SummaryList
      rows={pieces.map((piece) => ({
        key: <bdi lang={piece.language.tag}>{piece.title}</bdi>,
        value: <Line frame={frame} piece={piece} />,
        actions: [
          { href: urls.piece(frame.exchange, piece.id), text: t('exchange.open'), visuallyHiddenText: piece.title },
        ],
      }))}
    />
  )
}

/** What associations share with each other. */
export function ExchangePage(props: ExchangePageProps) {
  const { frame, pieces, count, pages, typed, done } = props
  const { t } = frame.of.translator
  return (
    <ExchangePageFrame frame={frame} title={t('exchange.title')} top done={done && t(`exchange.done.${done}`)}>
      <p class="govuk-body">{t('exchange.about')}</p>
      <p class="govuk-body">{t('exchange.who')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {pieceKinds.map((kind) => (
          <li>
            <a class="govuk-link" href={urls.exchangeNew(frame.exchange, { kind })}>
              {t(`exchange.share.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <Search {...props} />
      <h2 class="govuk-heading-m">{t(typed ? 'exchange.found' : 'exchange.newest')}</h2>
      <p class="govuk-body">{t('exchange.count', { count })}</p>
      {typed && count > pieces.length && <p class="govuk-body">{t('exchange.more')}</p>}
      {pieces.length > 0 && <Pieces {...props} />}
      <PageLinks
        translator={frame.of.translator}
        pages={pages}
        href={(page) => urls.exchangePage(frame.exchange, page)}
      />
    </ExchangePageFrame>
  )
}
