/** A package as one file: a cover sheet, and each of its texts to print. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { KeptFile } from '../../platform/files/file-types.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName } from '../../ui/written-in.ts'
import { absolute, urls } from '../../urls.ts'
import type { PresentedPaper } from '../help-pages/index.ts'
import { languageRead } from './asked-rules.ts'
import type { ToolkitPagesDeps } from './deps.ts'
import {
  type PublicPackage,
  type PublicResource,
  type PublicText,
  readPackages,
  readResource,
  readText,
} from './library-store.ts'
import { toolkitTag } from './public-tag.ts'
import { renderResourcePaper } from './render-resource.ts'
import { licenceWords } from './resource-schema.ts'
import { originNotes } from './text-origin.ts'

interface Part {
  readonly resource: PublicResource
  readonly text: PublicText
  /** In the package, without an ending; undefined: it leads elsewhere. */
  readonly name: string | undefined
}

export interface PackedZip {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly taken: readonly { readonly resource: string; readonly language: string }[]
}

/** Each text in the reader's language where there is one, else as it was written. @throws {RequestFault} */
export async function packageZip(deps: ToolkitPagesDeps, translator: Translator, id: string): Promise<PackedZip> {
  const one = (await deps.database.read(readPackages)).find((each) => each.id === id)
  if (!one) throw notFound()
  const parts = await partsOf(deps, translator, one)
  const { language } = translator
  const paper = (key: string, present: () => Promise<PresentedPaper>) => deps.papers.get(key, present)
  const cover = await paper(`${urls.toolkitPackage(language, id)} ${today(deps)}`, async () =>
    coverOf(deps, translator, one, parts),
  )
  const files: Zippable = { '00.pdf': [cover, { level: 0 }] }
  for (const { resource, text, name } of parts) {
    if (name === undefined) continue
    if (text.file) files[fileOf(name, text.file)] = [await deps.files.read(text.file.sha256), { level: 0 }]
    if (text.body === '') continue
    const key = urls.resourcePaper(language, resource.id, text.language)
    const bytes = await paper(key, () => renderResourcePaper(deps, translator, resource.id, text.language))
    files[`${name}.pdf`] = [bytes, { level: 0 }]
    // To be changed by whoever uses it: a letter, a decision.
    const parts = [`# ${text.title}`, text.summary, notesOf(deps, translator, { resource, text }), text.body]
    files[`${name}.md`] = strToU8(`${parts.filter(Boolean).join('\n\n')}\n`)
  }
  const taken = parts.map(({ resource, text }) => ({ resource: resource.id, language: text.language }))
  return { bytes: zipSync(files), taken }
}

function notesOf({ languages }: ToolkitPagesDeps, translator: Translator, { resource, text }: Omit<Part, 'name'>) {
  const { language } = resource.facts
  const from = language === text.language ? undefined : languageName(translator.tag, languages, language)
  return originNotes(translator, text, from).join(' ')
}

/** Beside the text, where there is one. */
const fileOf = (name: string, { type }: KeptFile) => `${name}-file.${type}`

const today = ({ clock }: ToolkitPagesDeps) => clock.now().toZonedDateTimeISO('UTC').toPlainDate()

async function partsOf({ database }: ToolkitPagesDeps, { language }: Translator, one: PublicPackage): Promise<Part[]> {
  const parts: Part[] = []
  for (const id of one.resources) {
    const resource = await database.read((db) => readResource(db, id))
    if (!resource) continue
    const { facts, languages } = resource
    const read = languageRead(undefined, language, { language: facts.language, languages })
    const text = await database.read((db) => readText(db, id, read))
    if (!text) continue
    const number = `${parts.length + 1}`.padStart(2, '0')
    parts.push({ resource, text, name: text.link === null ? `${number}-${id}-${read}` : undefined })
  }
  return parts
}

function whereOf(name: string | undefined, { body, file, link }: PublicText): string {
  if (name === undefined) return link ?? ''
  return [...(body === '' ? [] : [`${name}.pdf`]), ...(file ? [fileOf(name, file)] : [])].join(', ')
}

function coverOf(
  deps: ToolkitPagesDeps,
  translator: Translator,
  { titles, about }: PublicPackage,
  parts: readonly Part[],
): PresentedPaper {
  const { t, tag, dir, language } = translator
  const said = (words: Readonly<Record<string, string>>) => words[language] ?? words['en'] ?? ''
  const document = {
    template: 'toolkit-cover.typ',
    ...{ tag, dir, title: said(titles) },
    data: {
      ...{ heading: said(titles), lead: said(about), about: t('toolkit.cover.about') },
      parts: parts.map(({ resource, text, name }) => ({
        title: text.title,
        summary: text.summary,
        lang: deps.languages.byCode(text.language)?.tag.slice(0, 2) ?? 'en',
        dir: deps.languages.byCode(text.language)?.dir ?? 'ltr',
        where: whereOf(name, text),
        facts: [
          languageName(translator.tag, deps.languages, text.language),
          t(`toolkit.licence.${licenceWords[resource.facts.licence]}`),
          absolute(deps.site.baseUrl, urls.resource(language, resource.id, text.language)),
        ],
      })),
      note: t('toolkit.adapt'),
      footer: t('toolkit.cover.made', { date: longDate(translator, today(deps)) }),
      address: absolute(deps.site.baseUrl, urls.toolkit(language)),
    },
  }
  return { document, dependsOn: [toolkitTag] }
}
