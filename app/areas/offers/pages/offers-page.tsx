import type { OfficeFor } from '../../../platform/http/env.ts'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { PageLinks } from '../../checklist/index.ts'
import type { OfferLine } from '../present-offers.ts'

/** Around every page about offers, of a town or of a country. */
export interface DeskFrame {
  readonly of: OfficeFor
  /** Of the town or the country. */
  readonly name: string
  readonly workplace: OfficeFrameProps['workplace']
  readonly back: { readonly href: string; readonly text: string }
  readonly listHref: (page?: number) => string
  /** One decides for towns that nobody works for. */
  readonly forOthers: boolean
}

export interface OffersPageProps {
  readonly frame: DeskFrame
  readonly offers: readonly OfferLine[]
  readonly pages: { readonly number: number; readonly count: number }
  readonly done: 'accepted' | 'declined' | undefined
}

function Line({ frame, offer }: { frame: DeskFrame; offer: OfferLine }) {
  const { t } = frame.of.translator
  return (
    <li>
      <a class="govuk-link" href={offer.href}>
        <bdi>{offer.name}</bdi>
      </a>
      <br />
      {t(frame.forOthers ? 'offers.list.byFor' : 'offers.list.by', { owner: offer.owner, town: offer.town })}
      <br />
      {offer.said}
      <br />
      <span class="govuk-hint">{offer.kinds}</span>
    </li>
  )
}

/** What others offer: what waits first. */
export function OffersPage({ frame, offers, pages, done }: OffersPageProps) {
  const { t } = frame.of.translator
  const states = (['waiting', 'accepted', 'declined'] as const).map(
    (state) => [state, offers.filter((offer) => offer.state === state)] as const,
  )
  return (
    <OfficeFrame
      of={frame.of}
      title={t('offers.title')}
      caption={frame.name}
      workplace={frame.workplace}
      back={frame.back}
      done={done && t(`offers.done.${done}`)}
    >
      <p class="govuk-body">{t(frame.forOthers ? 'offers.aboutFor' : 'offers.about')}</p>
      {offers.length === 0 && <InsetText>{t('offers.none')}</InsetText>}
      {states
        .filter(([, here]) => here.length > 0)
        .map(([state, here]) => (
          <section aria-labelledby={state}>
            <h2 class="govuk-heading-m" id={state}>
              {t(`offers.list.${state}`)}
            </h2>
            <ul class="govuk-list govuk-list--spaced">
              {here.map((offer) => (
                <Line frame={frame} offer={offer} />
              ))}
            </ul>
          </section>
        ))}
      <PageLinks translator={frame.of.translator} pages={pages} href={frame.listHref} />
    </OfficeFrame>
  )
}
