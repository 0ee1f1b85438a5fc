import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Campaign } from '../campaign-rules.ts'
import type { SharedLetter } from '../deps.ts'
import type { LetterField } from '../letter-rules.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from './union-frame.tsx'

interface LanguageChoice {
  readonly code: string
  readonly tag: string
  readonly autonym: string
}

export interface LetterPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'revision'>
  /** That the form is in. */
  readonly language: LanguageChoice
  readonly languages: readonly LanguageChoice[]
  /** Codes of languages in which there is a letter. */
  readonly written: readonly string[]
  readonly typed: { readonly subject: string; readonly body: string; readonly first: boolean }
  /** What a colleague wrote meanwhile. */
  readonly theirs: { readonly subject: string; readonly body: string } | undefined
  /** Letters of associations to begin with; none where something is written already. */
  readonly shared: readonly SharedLetter[]
  /** That the form is filled with. */
  readonly from: SharedLetter | undefined
  readonly fields: readonly LetterField[]
  readonly errors: readonly FormError[]
  readonly conflict: boolean
}

/** The letter in one language. */
export function LetterPage(props: LetterPageProps) {
  const { frame, campaign, language, typed, theirs, errors, conflict } = props
  const { t } = frame.of.translator
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.step.letter')}
      caption={campaign.name}
      errors={errors}
      conflict={conflict}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <Languages {...props} />
      {theirs && (
        <InsetText>
          <p class="govuk-body">
            {t('standards.theirs')} <bdi lang={language.tag}>{theirs.subject}</bdi>
          </p>
          <p class="govuk-body" lang={language.tag} dir="auto">
            {theirs.body}
          </p>
        </InsetText>
      )}
      <h2 class="govuk-heading-m">
        <bdi lang={language.tag}>{language.autonym}</bdi>
      </h2>
      <Begin {...props} />
      {typed.body === '' && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.exchange(frame.union)}>
            {t('campaigns.letter.others')}
          </a>
        </p>
      )}
      <FieldList {...props} />
      <Words {...props} />
    </UnionPage>
  )
}

const nameOf = ({ frame: { of } }: LetterPageProps, { association }: SharedLetter) =>
  association
    ? (association.names[of.translator.language] ?? association.name)
    : of.translator.t('exchange.secretariat')

/** Somebody else's letter to begin with: by GET, nothing is saved by it. */
function Begin(props: LetterPageProps) {
  const { frame, campaign, language, shared, from } = props
  const { t } = frame.of.translator
  if (from) {
    const said = { association: apart(nameOf(props, from)), licence: t(`exchange.licence.${from.licence}`) }
    return <InsetText>{t('campaigns.letter.from', said)}</InsetText>
  }
  if (shared.length === 0) return null
  return (
    <form method="get" action={urls.campaignPart(frame.union, campaign.id, 'letter')}>
      <input type="hidden" name="language" value={language.code} />
      <Select
        name="from"
        label={t('campaigns.letter.begin')}
        items={shared.map((one) => ({
          value: one.id,
          text: `${one.title} · ${nameOf(props, one)}`,
          lang: language.tag,
        }))}
      />
      <Button classes="govuk-button--secondary">{t('campaigns.letter.beginSubmit')}</Button>
    </form>
  )
}

/** Another language: a form of its own, by GET, so that nothing typed is in it. */
function Languages({ frame, campaign, language, languages, written }: LetterPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="get" action={urls.campaignPart(frame.union, campaign.id, 'letter')}>
      <Select
        name="language"
        label={t('campaigns.letter.language')}
        hint={t('campaigns.letter.languageHint')}
        value={language.code}
        items={languages.map(({ code, tag, autonym }) => ({
          value: code,
          text: written.includes(code) ? `${autonym} ✓` : autonym,
          lang: tag,
        }))}
      />
      <Button classes="govuk-button--secondary">{t('checklist.office.languages.choose')}</Button>
    </form>
  )
}

function FieldList({ frame, fields }: LetterPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <p class="govuk-body">{t('campaigns.letter.fields')}</p>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={fields.map((field) => ({
          key: <code dir="ltr">{`{${field}}`}</code>,
          value: t(`campaigns.letter.field.${field}`),
        }))}
      />
    </>
  )
}

function Words({ frame, campaign, language, typed, errors }: LetterPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'letter')} novalidate>
      <input type="hidden" name="revision" value={`${campaign.revision}`} />
      <input type="hidden" name="into" value={language.code} />
      <TextInput
        name="subject"
        label={t('campaigns.letter.subject')}
        lang={language.tag}
        dir="auto"
        value={typed.subject}
        error={errorAt(frame, errors, 'subject')}
      />
      <Textarea
        name="body"
        label={t('campaigns.letter.body')}
        hint={t('campaigns.letter.bodyHint')}
        rows={14}
        lang={language.tag}
        dir="auto"
        value={typed.body}
        error={errorAt(frame, errors, 'body')}
      />
      <Checkboxes
        name="first"
        values={typed.first ? ['yes'] : []}
        items={[{ value: 'yes', text: t('campaigns.letter.first') }]}
        classes="govuk-checkboxes--small"
      />
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}
