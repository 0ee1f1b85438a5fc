/** Items of a proposal in words: where each comes from, and what would be drafted. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { apart, inSentence } from '../../ui/lists.ts'
import { type FactRow, factsSaid, kindName, type LocalText, type SuggestedService, textIn } from '../checklist/index.ts'
import type { Decision } from './decision-store.ts'
import type { ProposalsDeps, ProposedTown } from './deps.ts'
import type { Named, ProposalItem } from './proposal-rules.ts'

export interface ItemView {
  readonly key: string
  readonly kind: string
  readonly kindId: string
  /** Where it comes from, and what it is: a suggestion. */
  readonly about: string
  /** What accepting it drafts, in one sentence; undefined where there is nothing to accept as it is. */
  readonly drafts: string | undefined
  /** The service that is offered: decided about on a page of its own. */
  readonly offered: string | undefined
  /** Id of the text whose words the answer may begin with. */
  readonly fill: string | undefined
  /** The words that would be drafted. */
  readonly words: readonly { readonly label: string; readonly text: string }[]
  /** All that a directory says of the service. */
  readonly facts: readonly FactRow[]
}

type Words = Pick<ProposalsDeps, 'checklist' | 'languages'>

export function presentItem(
  deps: Words,
  translator: Translator,
  { official, timeZone }: Reader,
  item: ProposalItem,
): ItemView {
  const kind = kindName(translator, deps.checklist, item.kind)
  const read = (text: LocalText) => textIn(text, [translator.language, ...official]) ?? ''
  const offered = item.type === 'offered' ? item.service.id : undefined
  const facts = item.type === 'directory' ? factsSaid(item.suggested.facts, { ...deps, translator, served: [] }) : []
  const fill = item.type === 'words' ? item.text.id : undefined
  return { key: item.key, kind, kindId: item.kind, offered, fill, facts, ...saidOf(translator, item, read, timeZone) }
}

/** The languages of a town, best first, and its clock. */
export interface Reader {
  readonly official: readonly string[]
  readonly timeZone: string
}

type Said = Pick<ItemView, 'about' | 'drafts' | 'words'>

function saidOf(translator: Translator, item: ProposalItem, read: (text: LocalText) => string, timeZone: string): Said {
  const { t, tag } = translator
  const nameOf = ({ name, names }: Named) => apart(names[translator.language] ?? name)
  switch (item.type) {
    case 'inherited': {
      const services = item.services.map(({ service, owner }) =>
        t('proposal.inherited.one', { service: apart(read(service.name)), owner: nameOf(owner) }),
      )
      return {
        about: t('proposal.inherited', { services: inSentence(tag, services) }),
        drafts: t('proposal.inherited.drafts', { answer: t('answer.available') }),
        words: [],
      }
    }
    case 'offered':
      return {
        about: t('proposal.offered', { owner: nameOf(item.owner), service: apart(read(item.service.name)) }),
        drafts: undefined,
        words: [],
      }
    case 'standard': {
      const { owner, words } = item.text
      return {
        about: t('proposal.standard', { owner: nameOf(owner) }),
        drafts: t('proposal.standard.drafts'),
        words: wordsOf(translator, read, words),
      }
    }
    case 'words':
      return {
        about: t('proposal.wordsFor', { owner: nameOf(item.text.owner) }),
        drafts: undefined,
        words: wordsOf(translator, read, item.text.words).map(({ text }) => ({
          label: t('standards.slot.duty'),
          text,
        })),
      }
    case 'answer':
      return {
        about: t('proposal.answer', { owner: nameOf(item.owner) }),
        drafts: t('proposal.answer.drafts', { answer: t(`answer.${item.status}`) }),
        words: [{ label: t('checklist.office.answer.note'), text: read(item.note) }],
      }
    case 'neighbour':
      return {
        about: t('proposal.neighbour', { owner: nameOf(item.owner), service: apart(read(item.service.name)) }),
        drafts: t('proposal.neighbour.drafts'),
        words: wordsOf(translator, read, item.pattern),
      }
    case 'directory':
      return suggestedSaid(translator, item.suggested, read, timeZone)
    case 'level':
      return { about: t(`proposal.level.${item.level}`), drafts: undefined, words: [] }
  }
}

function suggestedSaid(
  translator: Translator,
  { directory, association, facts, fetchedAt, by }: SuggestedService,
  read: (text: LocalText) => string,
  timeZone: string,
): Said {
  const { t, language } = translator
  const from = t('proposal.directory', {
    service: apart(read(facts.name)),
    directory: apart(directory),
    owner: apart(association.names[language] ?? association.name),
    date: longDate(translator, fetchedAt.toZonedDateTimeISO(timeZone).toPlainDate()),
  })
  return { about: `${from} ${t(`proposal.directory.${by}`)}`, drafts: t('proposal.directory.drafts'), words: [] }
}

type Texts = Partial<Record<'whatHappens' | 'howDecided' | 'howToComplain', LocalText>>

function wordsOf({ t }: Translator, read: (text: LocalText) => string, said: Texts): ItemView['words'] {
  return (['whatHappens', 'howDecided', 'howToComplain'] as const).flatMap((slot) => {
    const text = read(said[slot] ?? {})
    return text === '' ? [] : [{ label: t(`standards.slot.${slot}`), text }]
  })
}

export interface AcceptedView {
  readonly kind: string
  readonly kindId: string
  readonly service: string | undefined
  readonly on: string
}

export function presentDecisions(
  deps: Pick<Words, 'checklist'>,
  translator: Translator,
  { timeZone }: Pick<ProposedTown, 'timeZone'>,
  decisions: readonly Decision[],
): AcceptedView[] {
  return decisions.map(({ kind, service, at }) => ({
    kind: kindName(translator, deps.checklist, kind),
    kindId: kind,
    service: service ?? undefined,
    on: longDate(translator, at.toZonedDateTimeISO(timeZone).toPlainDate()),
  }))
}
