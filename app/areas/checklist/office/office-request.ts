/** What every handler of the office starts with: the town, the officer's language, the day there. */
import type { Context } from 'hono'
import type { Author } from '../../../platform/audit/audit.ts'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { NamedAuthority, OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import type { AuthorityChoice } from './forms/context.ts'
import type { LanguageChoice } from './pages/introduction-page.tsx'
import { type Frame, type SavedNotice, savedNotices } from './pages/office-page.tsx'
import type { FactWords } from './present-facts.ts'
import { authorName } from './wording.ts'

export interface OfficeRequest {
  readonly authority: OfficeAuthority
  readonly translator: Translator
  readonly frame: Frame
  /** Languages in which the town writes, its own first; never empty. */
  readonly official: readonly string[]
  /** At the place. */
  readonly today: Temporal.PlainDate
}

export type OfficeContext = Context<AppEnv>

/** @throws RequestFault not-found when the authority is gone. */
export async function openOffice(c: OfficeContext, deps: OfficeChecklistDeps): Promise<OfficeRequest> {
  const authority = await deps.readAuthority(authorityOf(c).id)
  if (!authority) throw notFound()
  const translator = c.get('translator')
  const ofState = deps.countries.byIso(authority.country)?.officialLanguages ?? []
  const official = authority.officialLanguages.length > 0 ? authority.officialLanguages : ofState
  return {
    authority,
    translator,
    frame: {
      of: c.get('frame'),
      translator,
      town: { country: authority.country, slug: authority.slug },
      townName: authorityName(authority, translator),
      saved: savedNotice(c.req.query('saved')),
    },
    official: official.length > 0 ? official : ['en'],
    today: deps.clock.now().toZonedDateTimeISO(authority.timeZone).toPlainDate(),
  }
}

export function savedNotice(told: string | undefined): SavedNotice | undefined {
  return savedNotices.find((notice) => notice === told)
}

export function authorityName({ name, names }: Pick<NamedAuthority, 'name' | 'names'>, translator: Translator): string {
  return names[translator.language] ?? name
}

export function authorityChoice(authority: NamedAuthority, translator: Translator): AuthorityChoice {
  return { id: authority.id, name: authorityName(authority, translator) }
}

/** A part of the address. @throws RequestFault not-found without it. */
export function param(c: OfficeContext, name: string): string {
  const value: string | undefined = c.req.param(name)
  if (value === undefined) throw notFound()
  return value
}

/** Pages of the office are for one person: nobody keeps them. */
export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

/** The way on after saving, with what to tell there. */
export function saved(
  c: OfficeContext,
  path: string,
  notice: SavedNotice,
  query: Readonly<Record<string, string>> = {},
) {
  return c.redirect(`${path}?${new URLSearchParams({ saved: notice, ...query })}`, 303)
}

/** The revision that a form was made from; 0 where it says none. */
export function revisionOf(fields: FormFields): number {
  const text = fieldText(fields, 'revision')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

export function languageChoices(codes: readonly string[], { languages }: OfficeChecklistDeps): LanguageChoice[] {
  return codes.flatMap((code) => {
    const language = languages.byCode(code)
    return language ? [{ code, tag: language.tag, autonym: language.autonym }] : []
  })
}

/** The languages in which the public page can be looked at, those in which the town writes first. */
export function previewChoices(
  { i18n }: Pick<OfficeChecklistDeps, 'i18n'>,
  { official }: Pick<OfficeRequest, 'official'>,
) {
  const place = ({ code }: { readonly code: string }) =>
    official.includes(code) ? official.indexOf(code) : official.length
  return i18n.offered
    .toSorted((one, other) => place(one) - place(other))
    .map(({ code, tag, autonym }) => ({ code, tag, name: autonym }))
}

/** Who did it, by name while they exist, else by what they were. */
export async function authorWords(
  { personNames }: Pick<OfficeChecklistDeps, 'personNames'>,
  { translator }: Pick<OfficeRequest, 'translator'>,
  author: Author,
): Promise<string> {
  return authorName(translator, author, await personNames(author.person ? [author.person] : []))
}

export function factWords(
  office: OfficeRequest,
  deps: OfficeChecklistDeps,
  served: readonly AuthorityChoice[] = [],
): FactWords {
  return { translator: office.translator, checklist: deps.checklist, languages: deps.languages, served }
}
