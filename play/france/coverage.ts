/** Help numbers, members, how far they have come, and what the board gets of it. */
import { holds } from '../stage/until.ts'
import type { Walker } from '../stage/walker.ts'
import { type Coordinator, openAssociation } from './beginning.ts'

export async function confirmNumber({ press, tick, words, page, picture }: Walker): Promise<void> {
  await press('Commencer', page.locator('main'))
  await picture('help-numbers')
  await press('Confirmer le suivant')
  await picture('help-number')
  await tick('J’ai appelé le numéro')
  await press(/^Confirmer$/)
  holds(page.url().includes('done=confirmed'), 'the number is confirmed')
  holds((await words()).includes('Confirmé'), 'the page says that it is')
}

export async function bringMembers({ press, words, page, picture }: Walker): Promise<void> {
  await press('Mon travail')
  await press('Faire entrer vos membres')
  await picture('members-bring')
  // An empty field means all towns of the country.
  await press('Voir ce qui changerait', page.locator('form[action$="/area"]'))
  await picture('members-list')
  await press('Ajouter 34 875 membres')
  holds((await words()).includes('34 875 membres ont été ajoutés'), 'all communes are members')
  await picture('members')
}

export interface Figures {
  readonly members: number
  readonly people: number
  /** Not reached yet. */
  readonly silent: number
  readonly invited: number
  /** Have a page with answers. */
  readonly published: number
}

export async function readCoverage({ walker }: Coordinator, name: string): Promise<Figures> {
  await openAssociation(walker)
  await walker.picture(name)
  const figure = async (row: RegExp, column = 0) => {
    const cells = walker.page.locator('tr').filter({ has: walker.page.locator('th', { hasText: row }) })
    const text = await cells.first().locator('td').nth(column).innerText()
    return Number(text.replace(/\(.*/, '').replace(/\D/g, ''))
  }
  return {
    members: await figure(/^Membres de l’association/),
    people: await figure(/^Membres de l’association/, 1),
    silent: await figure(/^Pas encore contactés/),
    invited: await figure(/^Invités/),
    published: await figure(/^Page avec des réponses/),
  }
}

/** Two pages and slides, in French. */
export async function downloadReport(walker: Walker): Promise<void> {
  await openAssociation(walker)
  for (const words of ['Deux pages (PDF)', 'Diapositives (PDF)']) {
    const bytes = await walker.download(words)
    holds(bytes.subarray(0, 5).toString() === '%PDF-' && bytes.length > 10_000, `${words} is a document`)
    walker.keep(words.startsWith('Deux') ? 'board-pages.pdf' : 'board-slides.pdf', bytes)
  }
}
