/** What an officer decides about a list: which one it is, its language, what its columns stand for. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { MessageKey } from '../../../../platform/i18n/messages.gen.ts'
import { textColumn } from '../../import-services/csv-columns.ts'
import { type ColumnChoice, offeredColumns } from '../../import-services/propose-columns.ts'
import type { UploadChoice } from '../../import-services/upload-store.ts'
import type { KindWords } from '../../import-services/uploads.ts'
import { winners } from '../../import-services/winner-rules.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { formFields, formReader, type Parsed } from '../forms/form.ts'

type Proposal = {
  readonly earlier: UploadChoice | undefined
  /** The list whose headings it has. */
  readonly source: string | undefined
  /** Lists whose headings are known; of another one that is called the same, somebody has to say so. */
  readonly other: readonly string[]
  readonly headings: readonly string[]
  readonly proposed: ColumnChoice
  readonly language: string
  readonly sources: readonly string[]
  /** Its own choice, where it has one. */
  readonly chosen: UploadChoice | undefined
}

/** A list is called as its file, without what says the format. */
export const calledOf = (name: string): string => name.replace(/\.[a-z]{2,5}$/i, '')

/** The form as it is first shown. */
export function choiceFields(
  { earlier, source, other, headings, proposed, language, sources, chosen }: Proposal,
  name: string,
): FormFields {
  const called = calledOf(name)
  const mayBe = (one: string | undefined) => one !== undefined && (one === source || !other.includes(one))
  const known = [chosen?.source, ...[source, called, name].filter(mayBe)].find((one) => one && sources.includes(one))
  // Whoever says that it is a new one has to give it a name that no other has.
  const free = [source, called].find((one) => mayBe(one) && !sources.includes(one ?? ''))
  const own = chosen && !sources.includes(chosen.source) ? chosen.source : undefined
  return formFields({
    source: known ?? '',
    listName: own ?? free ?? '',
    language,
    defaultKind: earlier?.defaultKind ?? '',
    winner: chosen?.winner ?? 'own',
    idHeading: proposed.id,
    ...Object.fromEntries(headings.map((heading, index) => [`column-${index}`, proposed.columns[heading] ?? ''])),
  })
}

export function choiceFrom(
  fields: FormFields,
  known: {
    readonly headings: readonly string[]
    readonly kinds: ReadonlySet<string>
    readonly official: readonly string[]
    readonly language: string
    /** Of a feed: the name that it has. */
    readonly source: string | undefined
  },
): Parsed<UploadChoice> {
  const form = formReader(fields)
  const source = known.source ?? (form.text('source') || form.text('listName'))
  if (source === '' || source.length > 200) form.refuse('listName', 'listUnnamed')
  const language = form.choice('language', [...known.official, known.language]) ?? known.language
  const defaultKind = form.choice('defaultKind', [...known.kinds]) ?? ''
  const columns: Record<string, string> = {}
  known.headings.forEach((heading, index) => {
    const name = `column-${index}`
    const column = form.text(name)
    const exists = offeredColumns([]).includes(column) || textColumn(column, language) || column === 'source_id'
    if (column === '' || !exists) return
    if (Object.values(columns).includes(column)) form.refuse(name, 'columnTwice')
    columns[heading] = column
  })
  const id = form.choice('idHeading', known.headings) ?? ''
  if (known.headings.length > 0 && id === '') form.refuse('idHeading', 'listWithoutId')
  const winner = form.choice('winner', winners) ?? 'own'
  const decided = known.headings.length > 0 ? { id, columns } : null
  return form.outcome({ source, language, defaultKind, columns: decided, winner })
}

type KindKey = Extract<MessageKey, `kind.${string}`>

/** The names of the kinds in every language of the office: lists are written in people's words. */
export function kindWordsOf({ i18n, checklist }: Pick<OfficeChecklistDeps, 'i18n' | 'checklist'>): KindWords {
  return Object.fromEntries(
    i18n.offered.flatMap(({ code }) => {
      const translator = i18n.translator(code)
      return translator ? checklist.kinds.map(({ id }) => [translator.t(`kind.${id}` as KindKey), id] as const) : []
    }),
  )
}
