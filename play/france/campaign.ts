/** Where communes of one département are written to, a letter to them, and what a bad mail server makes of it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRefused } from '../../app/areas/campaigns/test-campaigns.ts'
import type { Mailbox } from '../stage/mailbox.ts'
import { holds, until } from '../stage/until.ts'
import { type Stage, type Walker, walk } from '../stage/walker.ts'
import { openAssociation } from './beginning.ts'
import { communesOf, contactSheet, officeAddress } from './official-list.ts'

/** Creuse. */
export const departement = '23'
const replies = 'reponses@communes.example'
const body = `Bonjour {office},

votre page est déjà commencée. Il faut une demi-heure pour dire qui aide les enfants à {town}.

{link}

{association}`

export async function giveContacts(walker: Walker, folder: string): Promise<void> {
  const { press, bring, words, picture } = walker
  const file = join(folder, 'contacts.csv')
  writeFileSync(file, contactSheet(departement))
  await press('Lettres aux membres')
  await press('Où l’on écrit aux membres')
  await press('Apporter une liste')
  await picture('contacts-bring')
  await bring('input[name="file"]', file)
  await press('Regarder')
  holds((await words()).includes('255 nouveaux, 0 modifiés'), 'the list has an address for each commune')
  await picture('contacts-list')
  await press('Reprendre')
  holds((await words()).includes('255 par courriel'), 'all addresses are taken over')
  await picture('contacts')
}

/** @returns the address of the letter's page. */
export async function writeLetter(stage: Stage, walker: Walker, mailbox: Mailbox): Promise<string> {
  const { page, press, tick, unfold, type, words, picture } = walker
  await openAssociation(walker)
  await press('Lettres aux membres')
  await type('input[name="name"]', 'Creuse, hiver')
  await press('Commencer')
  await press(/^Modifier\s+Pour qui/)
  await unfold('Départements')
  await tick(/^Creuse$/)
  await picture('letter-whom')
  await press('Enregistrer')
  holds(/Creuse\s+255 communes par courriel/.test(await words()), 'the letter goes to one département')
  await press(/^Modifier\s+La lettre/)
  await type('input[name="subject"]', '{town} : une page pour les enfants et les familles')
  await type('textarea[name="body"]', body)
  await picture('letter-words')
  await press('Enregistrer')
  await press(/^Modifier\s+Où répondent/)
  await type('input[name="email"]', replies)
  await press('Enregistrer')
  await agree(stage, await mailbox.linkTo(replies, /\/mail\/answers/))
  await press('Retour à cette lettre')
  holds((await words()).includes(replies), 'towns answer to the mailbox of the association')
  await press(/^Ouvrir\s+Aperçu/)
  holds((await page.locator('main h2').count()) >= 3, 'three members can be looked at')
  await picture('letter-preview')
  await press('Me l’envoyer')
  await press('Retour à cette lettre')
  return new URL(page.url()).pathname
}

/** Whoever reads the mailbox of the association. */
async function agree(stage: Stage, link: string): Promise<void> {
  const walker = await walk(stage)
  await walker.open(link)
  await walker.picture('mailbox')
  await walker.press('Oui')
  holds((await walker.words()).includes('C’est accepté'), 'the mailbox takes answers')
  await walker.leave()
}

export async function startLetters({ press, words, picture }: Walker, letter: string): Promise<void> {
  await press('Dire quand elle part')
  await picture('letter-when')
  await press('Lancer')
  holds(/Départ fixé|En cours/.test(await words()), `${letter} has its time`)
  await picture('letter-started')
}

/**
 * Looks at the page of the letter until nothing is on its way, as somebody does who waits for it.
 *
 * @returns how many were for a commune that is no more: where the pace had left its letter for later, one.
 */
export async function lettersEnd(walker: Walker, letter: string, mailbox: Mailbox): Promise<number> {
  await walker.open(letter)
  await until(
    'the end of the letters',
    async () => {
      await walker.page.reload()
      return /Toutes les lettres sont parties/.test(await walker.words()) ? true : undefined
    },
    { minutes: 60, every: 10_000 },
  )
  await walker.picture('letter-ended')
  const told = async (words: string) => {
    const row = walker.page.locator('main tr, main .govuk-summary-list__row').filter({ hasText: words }).first()
    if ((await row.count()) === 0) return 0
    return Number(/\d+/.exec((await row.innerText()).replace(words, ''))?.[0])
  }
  const [taken, refused] = [await told('Acceptées par le serveur'), await told('Refusées par le serveur')]
  const gone = await told('Communes qui n’existent plus')
  const { length } = communesOf(departement)
  const ends = `${taken} taken, ${refused} refused, ${gone} to a commune that is no more`
  holds(taken + refused + gone === length && gone <= 1, `each of ${length} letters has come to an end: ${ends}`)
  const done = [
    await told('Ont rejoint : quelqu’un y travaille maintenant'),
    await told('Ont publié leur première page'),
  ]
  holds(done.join() === '3,3', `three towns have joined and published: ${done}`)
  const { did } = mailbox
  holds(did.greylisted > 0 && did.dropped > 0 && did.refused === refused, `the server was bad: ${JSON.stringify(did)}`)
  await walker.press('Refusées par le serveur')
  await walker.picture('letter-refused')
  return gone
}

/** Every office that the server takes mail for has its invitation once; nobody else has one. @param spared code of a commune that got none. */
export function lettersArrived(mailbox: Mailbox, spared: string | undefined): void {
  const invitations = mailbox
    .letters()
    .filter(({ text, to }) => to.startsWith('office-') && text.includes('/mail/letters'))
  const arrived = Map.groupBy(invitations, ({ to }) => to)
  const wanted = communesOf(departement).flatMap(({ code }, index) =>
    isRefused(index) || code === spared ? [] : [officeAddress(index)],
  )
  const lost = wanted.filter((to) => !arrived.has(to))
  const doubled = [...arrived].filter(([, some]) => some.length > 1).map(([to]) => to)
  holds(lost.length === 0, `no letter is lost: ${lost.join()}`)
  holds(doubled.length === 0, `no letter came twice: ${doubled.join()}`)
  holds(arrived.size === wanted.length, `no letter went elsewhere: ${arrived.size} of ${wanted.length}`)
}
