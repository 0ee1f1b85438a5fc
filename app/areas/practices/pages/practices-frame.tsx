/** What the pages of practices in the office share. */
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { FactRow, SaidPart } from '../present-practice.ts'

interface FrameProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'refused' | 'first'> {
  readonly frame: PracticesFrame
  readonly done?: DoneNotice | undefined
  /** Where the page is not the list itself: the way back, to the list unless said. */
  readonly back?: { readonly href: string; readonly text: string } | 'none' | undefined
  readonly children: Content
}

export function PracticesPageFrame({ frame, done, back, children, ...props }: FrameProps) {
  const { of, practices, workplace } = frame
  const { t } = of.translator
  const way = back === 'none' ? undefined : (back ?? { href: practices, text: t('practices.back') })
  return (
    <OfficeFrame of={of} workplace={workplace} back={way} done={done && t(`practices.done.${done}`)} {...props}>
      {children}
    </OfficeFrame>
  )
}

interface SaidProps {
  readonly frame: PracticesFrame
  readonly words: readonly SaidPart[]
  readonly rows: readonly FactRow[]
  readonly evidence: readonly string[]
  /** Of the text. */
  readonly tag: string
  /** What a part said before. */
  readonly before?: readonly { readonly part: string; readonly text: string }[]
}

/** Everything that a practice says. */
export function Said({ frame, words, rows, evidence, tag, before = [] }: SaidProps) {
  const { t } = frame.of.translator
  return (
    <>
      {words.map(({ part, text }) => (
        <section aria-labelledby={`part-${part}`}>
          <h2 class="govuk-heading-m" id={`part-${part}`}>
            {t(`practices.part.${part}`)}
          </h2>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p class="govuk-body office-said" lang={tag} dir="auto">
              {paragraph}
            </p>
          ))}
          {before
            .filter((one) => one.part === part)
            .map((one) => (
              <div class="govuk-inset-text">
                <p class="govuk-body govuk-!-font-weight-bold">{t('library.before')}</p>
                <p class="govuk-body office-said" lang={tag} dir="auto">
                  {one.text}
                </p>
              </div>
            ))}
        </section>
      ))}
      {evidence.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('practices.fact.evidence')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {evidence.map((link) => (
              <li>
                <a class="govuk-link" href={link}>
                  <bdi dir="ltr">{link}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <dl class="govuk-summary-list">
        {rows.map(({ label, value }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
