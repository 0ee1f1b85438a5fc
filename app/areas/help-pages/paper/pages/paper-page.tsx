import type { OfficeFor } from '../../../../platform/http/env.ts'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { Table } from '../../../../ui/components/table/table.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import { type PaperAudience, paperSizes } from '../paper-rules.ts'

export interface PaperPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: { readonly country: string; readonly slug: string }
  /** Nothing is published: paper has the help numbers and the way to the page. */
  readonly empty: boolean
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
  /** Code of the language that the papers are in. */
  readonly chosen: string
  /** What a poster that is printed today has. */
  readonly audiences: readonly {
    readonly audience: PaperAudience
    readonly services: number
    /** The last day, in words. */
    readonly goodUntil: string
  }[]
}

/** Cards are cut along their own marks. */
const shopSizes = ['a4', 'a5'] as const

/** Chooses the language; without script. */
function Language({ of, town, languages, chosen }: PaperPageProps) {
  const { t } = of.translator
  const items = languages.map(({ code, tag, name }) => ({ value: code, text: name, lang: tag }))
  return (
    <form method="get" action={urls.officePaper(town)} novalidate>
      <Select name="lang" label={t('paper.office.language')} items={items} value={chosen} />
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        {t('paper.office.choose')}
      </button>
    </form>
  )
}

function Papers({ of, town, languages, chosen, audiences }: PaperPageProps) {
  const { t } = of.translator
  const tag = languages.find(({ code }) => code === chosen)?.tag
  const link = (audience: PaperAudience, size: (typeof paperSizes)[number], shop = false) => (
    <li>
      <a
        class="govuk-link"
        href={urls.poster(chosen, town, { size, audience, shop })}
        hreflang={tag}
        type="application/pdf"
      >
        {t(`paper.size.${size}`)}
        {shop && ` (${t('prints.shop')})`}
        <span class="govuk-visually-hidden">
          {t('ui.colonAfter', { what: '' })} {t(`paper.office.audience.${audience}`)}
        </span>
      </a>
    </li>
  )
  return (
    <Table
      head={[
        { content: t('paper.office.forWhom') },
        { content: t('paper.office.pdf') },
        { content: t('paper.office.servicesHead') },
      ]}
      firstCellIsHeader
      rows={audiences.map(({ audience, services, goodUntil }) => [
        { content: t(`paper.office.audience.${audience}`) },
        {
          content: (
            <ul class="govuk-list">
              {paperSizes.map((size) => link(audience, size))}
              {shopSizes.map((size) => link(audience, size, true))}
            </ul>
          ),
        },
        {
          content: [
            t('paper.office.services', { count: services }),
            <br />,
            t('paper.office.until', { date: goodUntil }),
          ],
        },
      ])}
    />
  )
}

/** Everything of a town that can be printed, what is on it, and how long it may hang. */
export function PaperPage(props: PaperPageProps) {
  const { of, workplace, empty } = props
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('paper.office.title')} workplace={workplace}>
      <p class="govuk-body-l">{t('paper.office.about')}</p>
      {empty && <InsetText>{t('paper.office.empty')}</InsetText>}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.townArms(props.town)}>
            {t('prints.arms.title')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.townPrintOrder(props.town)}>
            {t('prints.order.link')}
          </a>
        </li>
      </ul>
      <Language {...props} />
      <Papers {...props} />
      <h2 class="govuk-heading-m">{t('paper.office.on')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {paperSizes.map((size) => (
          <li>
            <strong>{t(`paper.size.${size}`)}</strong>
            {t('ui.colonAfter', { what: '' })} {t(`paper.office.on.${size}`)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{t('prints.shop.about')}</p>
      <p class="govuk-body">{t('paper.office.again.service')}</p>
      <h2 class="govuk-heading-m">{t('paper.office.again')}</h2>
      <p class="govuk-body">{t('paper.office.again.changed')}</p>
    </OfficeFrame>
  )
}
