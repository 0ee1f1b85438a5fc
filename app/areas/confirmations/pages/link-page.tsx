/** What the two pages of a provider share: whose page it is about, what is published, what is over. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'

export interface LinkPageProps {
  readonly of: OfficeFor
  readonly state: 'open' | 'confirmed' | 'proposed' | 'other' | 'expired' | 'gone'
  readonly town: string
  /** As the public sees it; undefined where it is on no page. */
  readonly words:
    | {
        readonly name: string
        readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
        readonly machine: boolean
      }
    | undefined
  /** In words; empty while nothing is settled. */
  readonly settledOn: string
  /** Of the mail, or on which the letter was printed. */
  readonly askedOn: string
  readonly way: 'mail' | 'letter'
  /** The public sees something else than the mail or the letter showed. */
  readonly changedSince: boolean
  /** Address of the help numbers of the country. */
  readonly numbers: string
  /** Address of the service's public page. */
  readonly page: string | undefined
}

/** The way to help stands above everything: whoever opens this may not be who was meant. */
export function HelpFirst({ of: { translator }, numbers }: Pick<LinkPageProps, 'of' | 'numbers'>) {
  const { t } = translator
  return (
    <InsetText>
      {t('confirm.page.noReport')}{' '}
      <a class="govuk-link" href={numbers}>
        {t('confirm.page.numbers')}
      </a>
    </InsetText>
  )
}

export function PublishedFacts({ of: { translator }, words }: Pick<LinkPageProps, 'of' | 'words'>) {
  if (!words) return null
  return (
    <>
      {words.machine && <p class="govuk-body-s">{translator.t('service.machine')}</p>}
      <SummaryList
        rows={words.rows.map(({ label, lines }) => ({
          key: label,
          value: lines.map((line) => (
            <p class="govuk-body govuk-!-margin-bottom-1">
              <bdi>{line}</bdi>
            </p>
          )),
        }))}
      />
    </>
  )
}

/** Whoever has typed a code knows of no link. */
function overWords({ of, way, town, settledOn }: LinkPageProps, state: Exclude<LinkPageProps['state'], 'open'>) {
  const { t } = of.translator
  const facts = { town, date: settledOn }
  if (way === 'letter' && (state === 'expired' || state === 'other')) {
    return { title: t(`confirm.over.code.title.${state}`), text: t(`confirm.over.code.text.${state}`, facts) }
  }
  return { title: t(`confirm.over.title.${state}`), text: t(`confirm.over.text.${state}`, facts) }
}

/** Nothing can be done any more: said honestly, with what stands on the page now. */
export function OverPage(props: LinkPageProps & { readonly also?: Content }) {
  const { of, state, town, words, page } = props
  const { t } = of.translator
  if (state === 'open') throw new Error('a link that works is not over')
  const { title, text } = overWords(props, state)
  return (
    <OfficeFrame of={of} title={title} caption={words?.name ?? town}>
      <HelpFirst {...props} />
      <p class="govuk-body">{text}</p>
      {props.also}
      {page && (
        <Button href={page} classes="govuk-button--secondary">
          {t('confirm.over.page')}
        </Button>
      )}
    </OfficeFrame>
  )
}
