import { Button } from '../../../ui/components/button/button.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { TextState } from '../resource-schema.ts'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'

interface Line {
  readonly href: string
  readonly title: string
  /** Of the title, BCP 47. */
  readonly tag: string
}

export interface OfficePageProps {
  readonly frame: ToolkitOfficeFrame
  readonly done: DoneNotice | undefined
  /** Originals under way; undefined: this office writes none. */
  readonly originals:
    | readonly (Line & { readonly state: 'draft' | 'sent' | 'returned'; readonly own: boolean })[]
    | undefined
  /** Translations that wait for a decision; undefined: this office decides about none. */
  readonly waiting:
    | readonly (Line & { readonly language: string; readonly from: string; readonly own: boolean })[]
    | undefined
  /** What leads nowhere. */
  readonly broken: readonly (Line & { readonly urls: readonly string[] })[]
  /** What was taken out, with the language of a translation. */
  readonly withdrawn: readonly (Line & { readonly what: string })[]
  readonly offers: readonly (Line & { readonly language: string; readonly state: 'draft' | 'sent' | 'returned' })[]
  readonly languages: readonly { readonly value: string; readonly text: string }[]
  readonly into: { readonly code: string; readonly name: string }
  /** What is asked for most stands first. */
  readonly resources: readonly (Omit<Line, 'href'> & {
    /** Where it is written or translated; undefined: not by this office. */
    readonly href: string | undefined
    readonly state: TextState
    /** How often it was wanted in the past year, in words; empty: never. */
    readonly wanted: string
    readonly isOffered: boolean
    /** Where it is taken out; undefined: not by this office. */
    readonly withdrawHref: string | undefined
    /** How often it was downloaded in the past year, in any language, in words; empty: never. */
    readonly taken: string
  })[]
}

function Originals({ frame, originals }: OfficePageProps) {
  const { t } = frame.of.translator
  if (!originals) return null
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-button" href={urls.resourceOriginal()}>
          {t('toolkit.original.new')}
        </a>
      </p>
      {originals.length > 0 && <h2 class="govuk-heading-m">{t('toolkit.original.open')}</h2>}
      <ul class="govuk-list govuk-list--spaced">
        {originals.map(({ href, title, tag, state, own }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi lang={tag}>{title}</bdi>
            </a>{' '}
            <Tag classes={state === 'returned' ? 'govuk-tag--orange' : 'govuk-tag--grey'}>
              {t(`toolkit.offer.${state}`)}
            </Tag>
            {own && state === 'sent' && <p class="govuk-hint govuk-!-margin-bottom-1">{t('toolkit.review.own')}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Waiting({ frame, waiting }: OfficePageProps) {
  const { t } = frame.of.translator
  if (!waiting) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('toolkit.office.waiting')}</h2>
      {waiting.length === 0 && <p class="govuk-body">{t('toolkit.office.waiting.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {waiting.map(({ href, title, tag, language, from, own }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi lang={tag}>{title}</bdi>
            </a>
            <p class="govuk-hint govuk-!-margin-bottom-1">
              {language} · <bdi>{from}</bdi>
            </p>
            {own && <Tag classes="govuk-tag--grey">{t('toolkit.review.own')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Broken({ frame, broken }: OfficePageProps) {
  const { t } = frame.of.translator
  if (broken.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('toolkit.office.broken')}</h2>
      <p class="govuk-body">{t('toolkit.office.broken.about')}</p>
      <ul class="govuk-list govuk-list--spaced">
        {broken.map(({ href, title, tag, urls: links }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi lang={tag}>{title}</bdi>
            </a>
            {links.map((link) => (
              <p class="govuk-hint govuk-!-margin-bottom-1">
                <bdi dir="ltr">{link}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Withdrawn({ frame, withdrawn }: OfficePageProps) {
  const { t } = frame.of.translator
  if (withdrawn.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('toolkit.withdraw.out')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {withdrawn.map(({ href, title, tag, what }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi lang={tag}>{title}</bdi>
            </a>
            {what !== '' && <p class="govuk-hint govuk-!-margin-bottom-1">{what}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Offers({ frame, offers }: OfficePageProps) {
  const { t } = frame.of.translator
  if (offers.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('toolkit.office.offers')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {offers.map(({ href, title, tag, language, state }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi lang={tag}>{title}</bdi>
            </a>{' '}
            <Tag classes={state === 'returned' ? 'govuk-tag--orange' : 'govuk-tag--grey'}>
              {t(`toolkit.offer.${state}`)}
            </Tag>
            <p class="govuk-hint govuk-!-margin-bottom-1">{language}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is there in one language, what is missing and how often somebody needed it. */
export function ToolkitOfficePage(props: OfficePageProps) {
  const { frame, done, languages, into, resources } = props
  const { t, language } = frame.of.translator
  return (
    <ToolkitPageFrame frame={frame} top title={t('toolkit.office.title')} done={done && t(`toolkit.done.${done}`)}>
      <p class="govuk-body">{t('toolkit.office.about')}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.toolkit(language)}>
            {t('toolkit.title')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.toolkitLanguages(language)}>
            {t('toolkit.languages.title')}
          </a>
        </li>
      </ul>
      <Originals {...props} />
      <Waiting {...props} />
      <Broken {...props} />
      <Withdrawn {...props} />
      <Offers {...props} />
      <form method="get" action={frame.toolkit}>
        <Select
          name="into"
          label={t('toolkit.office.language')}
          labelClasses="govuk-label--s"
          items={languages}
          value={into.code}
        />
        <Button classes="govuk-button--secondary">{t('toolkit.office.show')}</Button>
      </form>
      <h2 class="govuk-heading-m">{t('toolkit.office.in', { language: into.name })}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {resources.map(({ href, title, tag, state, wanted, taken, isOffered, withdrawHref }) => (
          <li>
            {href === undefined ? (
              <bdi lang={tag}>{title}</bdi>
            ) : (
              <a class="govuk-link" href={href}>
                <bdi lang={tag}>{title}</bdi>
              </a>
            )}{' '}
            <Tag classes={state === 'missing' || state === 'older' ? 'govuk-tag--orange' : 'govuk-tag--green'}>
              {t(`toolkit.state.${state}`)}
            </Tag>
            {isOffered && <Tag classes="govuk-tag--grey">{t('toolkit.office.underWay')}</Tag>}
            {wanted !== '' && <p class="govuk-hint govuk-!-margin-bottom-1">{wanted}</p>}
            {taken !== '' && <p class="govuk-hint govuk-!-margin-bottom-1">{taken}</p>}
            {withdrawHref !== undefined && (
              <p class="govuk-!-margin-top-1 govuk-!-margin-bottom-4">
                <a class="govuk-link" href={withdrawHref}>
                  {t('toolkit.withdraw.link')} <span class="govuk-visually-hidden">{title}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </ToolkitPageFrame>
  )
}
