/** What the letters of a campaign have in common, read once; then one after the other. */

import type { Db } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Campaign, Letter } from '../campaign-rules.ts'
import { readLetters } from '../campaign-store.ts'
import type { CampaignsDeps, Union } from '../deps.ts'
import type { Values } from '../letter-rules.ts'
import { readReplyAddress } from '../reply/reply-store.ts'

export interface LetterMaker {
  readonly association: Union
  readonly letters: readonly Letter[]
  /** Where towns answer; undefined while none is chosen. */
  readonly replyTo: string | undefined
  /** The letter in a language, or the campaign's first. */
  letterIn(language: string): Letter | undefined
  /** Of what stands around the letter. */
  translatorFor(language: string): Translator
  look(language: string): { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  valuesFor(town: TownOfLetter, language: string): Promise<Values>
}

export interface TownOfLetter {
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** May be empty. */
  readonly office: string
}

export async function letterMaker(db: Db, deps: CampaignsDeps, campaign: Campaign): Promise<LetterMaker> {
  const association = await deps.associationOf(db, campaign.association)
  if (!association) throw notFound()
  const letters = await readLetters(db, campaign.id)
  const reply =
    campaign.replyAddress === null ? undefined : await readReplyAddress(db, campaign.association, campaign.replyAddress)
  const replyTo = reply?.confirmed ? reply.email : undefined
  const contacts = new Map<string, string>()
  const letterIn = (language: string) =>
    letters.find((one) => one.language === language) ?? letters.find((one) => one.language === campaign.firstLanguage)
  return {
    ...{ association, letters, replyTo, letterIn },
    translatorFor: (language) => deps.i18n.translator(language) ?? deps.i18n.negotiate(undefined),
    look: (language) => {
      const known = deps.languages.byCode(language)
      return known ? { tag: known.tag, dir: known.dir } : { tag: 'en', dir: 'ltr' }
    },
    valuesFor: async ({ name, names, office }, language) => {
      const contact = contacts.get(language) ?? (await deps.contactWords(db, association.id, language)) ?? ''
      contacts.set(language, contact)
      const town = names[language] ?? name
      return {
        town,
        office: office || town,
        association: association.names[language] ?? association.name,
        contact: contact || (replyTo ?? association.name),
      }
    },
  }
}
