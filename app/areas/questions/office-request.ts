/** What every handler of questions starts with: whose office it is, and which question. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import type { AskingTown, NamedPlace, QuestionsOfficeDeps } from './deps.ts'
import { type Question, readQuestion } from './question-store.ts'

export type OfficeContext = Context<AppEnv>

interface Open<P extends NamedPlace> {
  readonly place: P
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

export const nameIn = (c: OfficeContext, { name, names }: NamedPlace): string =>
  names[c.get('translator').language] ?? name

/** @throws RequestFault not-found when the town is gone. */
export async function openTown(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Open<AskingTown>> {
  const [place] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!place) throw notFound()
  return { place, workplace: { name: nameIn(c, place), items: townSections(c.get('frame'), place, 'questions') } }
}

/** @throws RequestFault not-found when the association is gone. */
export async function openAssociation(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Open<NamedPlace>> {
  const subject = c.get('subject')
  const ids = subject.kind === 'association' ? [subject.id] : []
  const [place] = await deps.readAssociations(deps.database.db, ids)
  if (!place) throw notFound()
  return { place, workplace: { name: nameIn(c, place), items: officeSections(c.get('frame'), place, 'questions') } }
}

/** The question of the address. @throws RequestFault not-found where it is none of this office. */
export async function questionOfAddress(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  column: 'authority' | 'association',
  office: string,
): Promise<Question> {
  const question = await readQuestion(deps.database.db, c.req.param('id') ?? '')
  if (question?.[column] !== office) throw notFound()
  return question
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

export const pageNumber = (c: OfficeContext): number =>
  Number(/^[1-9]\d{0,5}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)

export const doneNotices = [
  'asked',
  'written',
  'answered',
  'noted',
  'pasted',
  'taken',
  'released',
  'closed',
  'taken-out',
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
