/** The forms of a service as a merge sees them: which fields belong together, and the facts in words. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { ServiceFacts } from '../../schema.ts'
import { type FormContext, writtenIn } from '../forms/context.ts'
import { mergeFields } from '../forms/form.ts'
import { newServiceFrom } from '../forms/new-service-form.ts'
import { translationRows } from '../forms/translation-form.ts'
import { textLabel } from '../pages/language-fields.tsx'
import { type FactRow, type FactWords, factRows } from '../present-facts.ts'
import { type PartId, partIds, type ServicePart, serviceParts } from '../service-parts.ts'
import { mapTexts } from '../service-texts.ts'
import { newServiceGroups, partGroups, sourceField } from './merge-groups.ts'
import type { FieldGroup } from './merge-rules.ts'

export interface ServiceForm extends Pick<ServicePart, 'factsFrom'> {
  /** The parts whose fields it holds. */
  readonly parts: readonly PartId[]
  groups(forms: readonly FormFields[]): readonly FieldGroup[]
  /** In the one spelling in which forms are compared. */
  fieldsFrom(facts: ServiceFacts, context: FormContext): FormFields
}

export function formOfPart({ id, fieldsFrom, factsFrom }: ServicePart): ServiceForm {
  return {
    parts: [id],
    factsFrom,
    groups: (forms) => partGroups(id, forms),
    fieldsFrom:
      id === 'languages' ? (facts, context) => withSources(fieldsFrom(facts, context), facts, context) : fieldsFrom,
  }
}

export const newServiceForm: ServiceForm = {
  parts: ['about', 'place'],
  factsFrom: newServiceFrom,
  groups: () => newServiceGroups,
  fieldsFrom: (facts, context) =>
    mergeFields(serviceParts.about.fieldsFrom(facts, context), serviceParts.place.fieldsFrom(facts, context)),
}

/** A translation was made from what its source said: another source makes it another translation. */
function withSources(fields: FormFields, facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  const rows = translationRows(facts, language, context.translateInto ?? language)
  const sources = rows.flatMap(({ path, source }) => (source ? [[sourceField(path), [source.text]] as const] : []))
  return mergeFields(fields, new Map(sources))
}

/** Everything that the service says, what the form holds first. */
export function formRows(form: ServiceForm, facts: ServiceFacts, words: FactWords, context: FormContext): FactRow[] {
  const { translateInto } = context
  const others = partIds.filter((part) => part !== 'languages' && !form.parts.includes(part))
  if (!form.parts.includes('languages') || translateInto === undefined) {
    return [...form.parts, ...others].flatMap((part) => [
      ...(part === 'about' ? [languageRow(facts, words, context)] : []),
      ...factRows(part, facts, words),
    ])
  }
  const translations = translationRows(facts, writtenIn(facts, context), translateInto).map(
    ({ path, translation }) => ({
      group: `text-${path}`,
      label: textLabel(words.translator, path),
      values: translation ? [translation.text] : [],
    }),
  )
  // The translations stand there for themselves.
  const elsewhere = mapTexts(facts, ({ [translateInto]: _, ...text }) => text)
  return [...translations, ...others.flatMap((part) => factRows(part, elsewhere, words))]
}

function languageRow(facts: ServiceFacts, { translator, languages }: FactWords, context: FormContext): FactRow {
  const code = writtenIn(facts, context)
  return {
    group: 'language',
    label: translator.t('checklist.office.about.language'),
    values: [languages.byCode(code)?.autonym ?? code],
  }
}

/** What several rows are called together. */
export function groupName(translator: Translator, group: string): string {
  const { t } = translator
  if (group === 'place') return t('checklist.office.place.title')
  const path = /^text-(.+)$/.exec(group)?.[1]
  return path === undefined ? t('checklist.office.contact.phones') : textLabel(translator, path)
}
