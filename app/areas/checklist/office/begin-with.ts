/** What a new service can begin with: a standard text of its area or association first, else a text with gaps. */
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { withCommas } from '../../../ui/lists.ts'
import type { ServiceFacts } from '../schema.ts'
import { begunWith, templateSlots } from '../service-templates.ts'
import { standardsFor } from '../use-standard.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { FormFault, Parsed } from './forms/form.ts'
import type { OfficeRequest } from './office-request.ts'
import type { BeginView } from './pages/begin-field.tsx'

/** The value of the choice; ids of standard texts are the others. */
const template = 'template'

async function offeredFor(deps: OfficeChecklistDeps, { authority }: OfficeRequest, kinds: readonly string[]) {
  return standardsFor(deps.database.db, deps.checklist, await deps.readTextOwners(authority.id), kinds)
}

/** @param language in which the service is going to be written, as far as that is known. */
export async function beginView(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  kind: string,
  language: string,
): Promise<BeginView> {
  const { translator } = office
  const standards = await offeredFor(deps, office, [kind])
  const found = deps.templates.of(kind)
  const { languages } = deps.templates
  const shown = [language, translator.language].find((code) => languages.includes(code)) ?? languages[0] ?? ''
  return {
    standards: standards.map(({ id, owner }) => ({ id, owner: owner.names[translator.language] ?? owner.name })),
    template: found && {
      value: template,
      languages: withCommas(
        translator.tag,
        languages.map((code) => deps.languages.byCode(code)?.autonym ?? code),
      ),
      tag: deps.languages.byCode(shown)?.tag ?? shown,
      machine: templateSlots.some((slot) => found[slot][shown]?.origin === 'machine'),
      words: templateSlots.flatMap((slot) => {
        const text = found[slot][shown]?.text
        return text === undefined ? [] : [{ slot, text }]
      }),
    },
  }
}

/**
 * The facts with what was chosen to begin with. Nothing that was typed is touched.
 *
 * @param language in which the service is written.
 */
export async function begun(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { fields, kind, language }: { readonly fields: FormFields; readonly kind: string; readonly language: string },
  facts: ServiceFacts,
): Promise<Parsed<ServiceFacts>> {
  const refused = (code: 'templateLanguage' | 'invalid'): Parsed<ServiceFacts> => {
    const fault: FormFault = { field: 'begin', code }
    return { ok: false, faults: [fault] }
  }
  const chosen = fieldText(fields, 'begin')
  if (chosen === '') return { ok: true, value: facts }
  if (chosen !== template) {
    const standard = (await offeredFor(deps, office, facts.kinds)).find(({ id }) => id === chosen)
    return standard ? { ok: true, value: { ...facts, standard: standard.id } } : refused('invalid')
  }
  const found = deps.templates.of(kind)
  if (!found) return refused('invalid')
  if (!deps.templates.languages.includes(language)) return refused('templateLanguage')
  return { ok: true, value: begunWith(facts, found, language) }
}
