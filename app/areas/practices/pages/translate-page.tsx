import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import type { PracticeFault } from '../form-rules.ts'
import type { PracticesFrame } from '../office-request.ts'
import type { Part } from '../practice-schema.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

interface Row {
  readonly part: Part
  /** What the original says, and what it said when this was translated; empty where that is the same. */
  readonly source: string
  readonly earlier: string
  readonly typed: string
  /** What somebody else has written, where they were faster. */
  readonly theirs: string
}

export interface TranslatePageProps {
  readonly frame: PracticesFrame
  readonly action: string
  readonly practice: string
  /** Of the original. */
  readonly title: string
  readonly version: number
  readonly language: string
  readonly before: { readonly revision: number } | undefined
  readonly from: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly into: { readonly tag: string; readonly dir: 'ltr' | 'rtl'; readonly name: string }
  readonly rows: readonly Row[]
  readonly fields: FormFields
  readonly faults: readonly PracticeFault[]
  readonly changed: boolean
}

const lines = { title: 1, summary: 3, problem: 6, done: 10, results: 8, costNote: 2, needs: 6 } as const

function Words({ frame, from, into, faults, row }: TranslatePageProps & { readonly row: Row }) {
  const { t } = frame.of.translator
  const { part, source, earlier, typed, theirs } = row
  const fault = faults.find(({ field }) => field === part)
  return (
    <>
      <blockquote class="govuk-inset-text office-said" lang={from.tag} dir={from.dir}>
        {source}
      </blockquote>
      {earlier !== '' && (
        <InsetText>
          {t('library.before')}{' '}
          <bdi lang={from.tag} dir={from.dir}>
            {earlier}
          </bdi>
        </InsetText>
      )}
      <Textarea
        name={part}
        label={t(`practices.part.${part}`)}
        labelClasses="govuk-label--s"
        rows={lines[part]}
        lang={into.tag}
        dir={into.dir}
        value={typed}
        error={fault && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${fault.code}`) }}
      />
      {theirs !== '' && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={into.tag}>{theirs}</bdi>
        </InsetText>
      )}
    </>
  )
}

/** The original above each field of its translation. */
export function TranslatePage(props: TranslatePageProps) {
  const { frame, action, practice, title, version, language, before, into, rows, fields, faults, changed } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`practices.error.${code}`), href: `#${field}` }))
  return (
    <PracticesPageFrame
      frame={frame}
      title={t('practices.translate.title', { language: into.name })}
      caption={title}
      back={{ href: urls.otherPractice(frame.practices, practice), text: t('practices.other.back') }}
      refused={errors.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('standards.told.changed') : undefined}
        />
      }
    >
      <p class="govuk-body">{t('practices.translate.about')}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="into" value={language} />
        <input type="hidden" name="version" value={`${version}`} />
        <input type="hidden" name="revision" value={`${before?.revision ?? 0}`} />
        {rows.map((row) => (
          <Words {...props} row={row} />
        ))}
        <Checkboxes
          name="machine"
          legend={t('practices.translate.origin')}
          legendClasses="govuk-fieldset__legend--s"
          values={fields.get('machine') ?? []}
          items={[{ value: 'yes', text: t('practices.translate.machine') }]}
        />
        <Button preventDoubleClick>{t('practices.translate.submit')}</Button>
      </form>
    </PracticesPageFrame>
  )
}
