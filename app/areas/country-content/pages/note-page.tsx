import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { type LanguageChoice, LanguageForm, PublishSection, RefusedFirst } from '../../../ui/layout/written-text.tsx'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { CountryFrame, DoneNotice } from '../country-request.ts'
import type { NoteFault, NoteField, TopicId } from '../note-rules.ts'
import { type NoteState, noteColours } from './notes-page.tsx'

export interface NotePageProps {
  readonly frame: CountryFrame
  readonly topic: TopicId
  readonly state: NoteState
  /** When it is to be checked again; undefined for a new one. */
  readonly due: { readonly on: string; readonly stale: boolean } | undefined
  readonly revision: number
  /** In which it is written, and that of the form. */
  readonly source: LanguageChoice
  readonly language: LanguageChoice
  readonly languages: readonly LanguageChoice[]
  /** In which families read it. */
  readonly offered: readonly LanguageChoice[]
  /** What stands there in the language it is written in; empty on the form of that language. */
  readonly original: string
  readonly outdated: boolean
  /** Where somebody else was first: what they wrote. */
  readonly theirs: string
  readonly fields: FormFields
  readonly faults: readonly NoteFault[]
  /** Why it was not published, or not saved. */
  readonly told: 'changed' | 'second-pair' | undefined
  /** Of the country, that show it. */
  readonly towns: number
  /** Where they are listed; undefined while the country has no office of its own. */
  readonly list: string | undefined
  readonly done: DoneNotice | undefined
}

/** Set apart: in a right-to-left sentence the parts of a day would turn round. */
const examples = { url: apart('https://'), date: apart('2026-11-18') }

const errorText = ({ frame }: NotePageProps, { field, code }: NoteFault) => {
  const { t } = frame.of.translator
  if (code === 'missing') return t(`legal.error.missing.${field}`)
  if (code === 'url' || code === 'date') return t(`legal.error.${code}`, { example: examples[code] })
  return t(`legal.error.${code}`)
}

function errorOf(props: NotePageProps, field: NoteField) {
  const fault = props.faults.find((one) => one.field === field)
  const prefix = props.frame.of.translator.t('checklist.office.form.error')
  return fault && { prefix, text: errorText(props, fault) }
}

function Words(props: NotePageProps) {
  const { frame, source, language, original, outdated, theirs, fields } = props
  const { t } = frame.of.translator
  return (
    <>
      {original !== '' && (
        <blockquote class="govuk-inset-text" lang={source.tag} dir="auto">
          {original}
        </blockquote>
      )}
      {outdated && (
        <p class="govuk-body">
          <strong>{t('checklist.office.languages.outdated')}</strong>
        </p>
      )}
      <Textarea
        name="text"
        label={t('legal.field.text')}
        labelClasses="govuk-label--s"
        hint={t('legal.field.textHint')}
        lang={language.tag}
        dir="auto"
        rows={6}
        value={fields.get('text')?.[0] ?? ''}
        error={errorOf(props, 'text')}
      />
      {theirs !== '' && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={language.tag}>{theirs}</bdi>
        </InsetText>
      )}
      {source.code !== language.code && (
        <Checkboxes
          name="machine"
          values={fields.get('machine') ?? []}
          items={[{ value: 'yes', text: t('checklist.office.languages.machine') }]}
          classes="govuk-checkboxes--small"
        />
      )}
    </>
  )
}

/** Beside the language it is written in: all translations have the same. */
function Source(props: NotePageProps) {
  const { t } = props.frame.of.translator
  const input = (field: Exclude<NoteField, 'text'>, more: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      name={field}
      label={t(`legal.field.${field}`)}
      value={props.fields.get(field)?.[0] ?? ''}
      error={errorOf(props, field)}
      {...more}
    />
  )
  return (
    <>
      <h2 class="govuk-heading-m">{t('legal.field.source')}</h2>
      {input('law', { hint: t('legal.field.lawHint'), dir: 'auto' })}
      {input('article', { hint: t('legal.field.articleHint'), dir: 'auto', classes: 'govuk-input--width-20' })}
      {input('url', {
        hint: t('legal.field.urlHint', { example: examples.url }),
        type: 'url',
        dir: 'ltr',
        spellcheck: false,
      })}
      {input('checkedOn', {
        hint: t('legal.field.checkedOnHint', { example: examples.date }),
        dir: 'ltr',
        classes: 'govuk-input--width-10',
      })}
    </>
  )
}

/** The whole page of the country, which each of its towns leads to. */
function Preview({ frame, topic, revision, offered }: NotePageProps) {
  const { t } = frame.of.translator
  if (revision === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('legal.preview.title')}</h2>
      <p class="govuk-body">{t('legal.preview.about')}</p>
      <ul class="govuk-list">
        {offered.map(({ code, tag, autonym }) => (
          <li>
            <a class="govuk-link" href={urls.officeLegalPreview(frame.country, topic, code)} lang={tag} hreflang={tag}>
              {autonym}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Publish({ frame, topic, state, revision, towns, list }: NotePageProps) {
  const { translator } = frame.of
  const { t } = translator
  if (state === 'none') return null
  return (
    <PublishSection
      translator={translator}
      published={state === 'published'}
      action={urls.officeLegalAct(frame.country, topic, 'publish')}
      revision={revision}
      about={
        <p class="govuk-body">
          {t('legal.publish.about', { towns })}{' '}
          {towns > 0 && list && (
            <a class="govuk-link" href={list}>
              {t('reach.country')}
            </a>
          )}
        </p>
      }
      submit={t('legal.publish.submit')}
      withdraw={
        <Details summary={t('legal.withdraw.link')}>
          <form method="post" action={urls.officeLegalAct(frame.country, topic, 'withdraw')}>
            <p class="govuk-body">{t('legal.withdraw.about')}</p>
            <Button preventDoubleClick classes="govuk-button--warning">
              {t('legal.withdraw.submit')}
            </Button>
          </form>
        </Details>
      }
    />
  )
}

/** A legal note in one of its languages; publishing it. */
export function NotePage(props: NotePageProps) {
  const { frame, topic, state, due, revision, source, language, languages, faults, told, done } = props
  const errors = faults.map((fault) => ({ text: errorText(props, fault), href: `#${fault.field}` }))
  const { of, country, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t(`legal.topic.${topic}`)}
      refused={faults.length > 0 || told !== undefined}
      done={done && t(`content.done.${done}`)}
      back={{ href: urls.officeLegal(country), text: t('legal.office.back') }}
      first={<RefusedFirst translator={of.translator} errors={errors} told={told} />}
    >
      <p class="govuk-body">
        <Tag classes={noteColours[state]}>{t(`legal.state.${state}`)}</Tag>
      </p>
      {due && <p class="govuk-body">{t(due.stale ? 'legal.office.overdue' : 'legal.office.due', { date: due.on })}</p>}
      <p class="govuk-body">{t('legal.office.advice')}</p>
      {revision > 0 && (
        <LanguageForm
          translator={of.translator}
          action={urls.officeLegalNote(country, topic)}
          language={language}
          languages={languages}
        />
      )}
      <form method="post" action={urls.officeLegalNote(country, topic)} novalidate>
        <h2 class="govuk-heading-m">
          {t('standards.text.words')} <bdi lang={language.tag}>{language.autonym}</bdi>
        </h2>
        <input type="hidden" name="revision" value={`${revision}`} />
        <input type="hidden" name="into" value={language.code} />
        <Words {...props} />
        {source.code === language.code && <Source {...props} />}
        <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
      </form>
      <Preview {...props} />
      <Publish {...props} />
    </OfficeFrame>
  )
}
