/** What every mail of the product looks like: one list of blocks, written once as plain text and once as HTML. */
import { absolute } from '../../urls.ts'
import type { Translator } from '../i18n/messages.ts'
import { letterHtml } from './letter-html.tsx'
import type { Mail } from './mail.ts'
import type { NoticeText } from './notice.ts'

/** The instance that sends. */
export interface LetterSite {
  readonly baseUrl: string
  readonly instanceName: string
}

/** The language of a part, where it is not that of the letter. */
export type LetterLanguage = Pick<Translator, 'tag' | 'dir'>

export type LetterBlock = { readonly language?: LetterLanguage | undefined } & (
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'note'; readonly text: string }
  /** `action`: what the mail is for; its address is shown, for it may have to be copied. `way`: what one may also do. */
  | { readonly kind: 'action' | 'way'; readonly text: string; readonly href: string }
  /** An address that is its own text. */
  | { readonly kind: 'address'; readonly href: string }
)

export interface Letter {
  readonly language: LetterLanguage
  readonly subject: string
  readonly instanceName: string
  readonly blocks: readonly LetterBlock[]
  /** Why it came, and how to change what comes. */
  readonly ending: readonly LetterBlock[]
}

/** What one may also do, below the one thing to do. `path` begins with a slash. */
interface Ways {
  readonly ways?: readonly { readonly text: string; readonly path: string }[]
}

/** One of several things of the same sort, below a heading of its own. */
export type LetterPart = Pick<NoticeText, 'paragraphs' | 'action'> & Ways & { readonly heading: string }

/** What a mail about one thing says, or about several of the same sort. */
export interface LetterText extends NoticeText, Ways {
  /** Below everything else. */
  readonly parts?: readonly LetterPart[]
}

/** What a mail consists of, but for whom it is. */
export type LetterParts = Pick<Mail, 'subject' | 'text'> & { readonly html: string }

/**
 * A mail about one thing. Without `more` it suits people who have no account: it says why it came and from whom, and leads
 * nowhere but where the text does.
 *
 * @param more.name for the greeting; none where it is empty or left out.
 * @param more.ending what stands below the reason.
 */
export function composeLetter(
  site: LetterSite,
  translator: Translator,
  text: LetterText,
  more: { readonly name?: string | undefined; readonly ending?: readonly LetterBlock[] } = {},
): LetterParts {
  const above: LetterBlock[] = text.above === undefined ? [] : [{ kind: 'note', text: text.above }]
  const parts = (text.parts ?? []).flatMap((part): LetterBlock[] => [
    { kind: 'heading', text: part.heading },
    ...noticeBlocks(site, part),
    ...wayBlocks(site, part),
  ])
  const said = [...noticeBlocks(site, text), ...wayBlocks(site, text), ...parts]
  const blocks = [...above, ...greeting(translator, more.name), ...said]
  return writeLetter(site, translator, text.subject, blocks, [why(translator, text), ...(more.ending ?? [])])
}

const wayBlocks = (site: LetterSite, { ways = [] }: Ways): LetterBlock[] =>
  ways.map(({ text, path }) => ({ kind: 'way', text, href: absolute(site.baseUrl, path) }))

/** Writes a letter out; the ending is closed by the name and address of the instance. */
export function writeLetter(
  site: LetterSite,
  translator: Translator,
  subject: string,
  blocks: readonly LetterBlock[],
  ending: readonly LetterBlock[],
): LetterParts {
  const { baseUrl, instanceName } = site
  const sender: LetterBlock = {
    kind: 'way',
    text: translator.t('mail.sender', { instance: instanceName }),
    href: baseUrl,
  }
  const letter: Letter = {
    language: { tag: translator.tag, dir: translator.dir },
    subject: asSubject(subject),
    instanceName,
    blocks,
    ending: [...ending, sender],
  }
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) }
}

export function greeting({ t }: Translator, name: string | undefined): LetterBlock[] {
  return name ? [{ kind: 'paragraph', text: t('mail.greeting', { name }) }] : []
}

/** What a notice says, without why and from whom. */
export function noticeBlocks(
  site: LetterSite,
  text: Pick<NoticeText, 'paragraphs' | 'action'>,
  language?: LetterLanguage,
): LetterBlock[] {
  const { paragraphs, action } = text
  const said = paragraphs.map((each): LetterBlock => ({ kind: 'paragraph', text: each, language }))
  if (!action) return said
  return [...said, { kind: 'action', text: action.text, href: absolute(site.baseUrl, action.path), language }]
}

/** Why the person gets it. */
export function why({ t }: Pick<Translator, 't'>, { reason }: Pick<NoticeText, 'reason'>): LetterBlock {
  return { kind: 'note', text: t('mail.why', { reason }) }
}

const longestSubject = 150

/** One line; what is too long for a header and for a list of mails is cut at a word. */
function asSubject(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longestSubject) return line
  const word = line.lastIndexOf(' ', longestSubject)
  return `${line.slice(0, word > longestSubject / 2 ? word : longestSubject)}…`
}

/** An address stands alone in its paragraph, where every mail program makes it a link. */
function letterText({ blocks, ending }: Letter): string {
  return `${[...blocks.map(blockText), '--', ...ending.map(blockText)].join('\n\n')}\n`
}

function blockText(block: LetterBlock): string {
  if (block.kind === 'address') return block.href
  if (block.kind === 'action' || block.kind === 'way') return `${block.text}\n\n${block.href}`
  if (block.kind === 'heading') return `– ${block.text} –`
  return block.kind === 'subheading' ? `• ${block.text}` : block.text
}
