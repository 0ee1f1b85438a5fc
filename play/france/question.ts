/** A town does not know, and its association does. */
import { holds } from '../stage/until.ts'
import type { Walker } from '../stage/walker.ts'
import type { Coordinator } from './beginning.ts'

const subject = 'Le département répond-il la nuit ?'

export async function askAndAnswer(town: Walker, { walker }: Coordinator): Promise<void> {
  await town.press(/Demander/, town.page.locator('footer, main ~ *'))
  await town.type('input[name="subject"]', subject)
  await town.type('textarea[name="text"]', 'Pouvons-nous dire que le département répond la nuit ? Exemple fictif.')
  await town.picture('question-asking')
  await town.press('Demander', town.page.locator('main form'))
  const { press, type, page, words, picture } = walker
  await press('Mon travail')
  await press('Commencer', page.locator('main'))
  await press(/^Ouvrir\s+Le département/)
  await picture('question')
  await type('main form textarea[name="text"]', 'Oui, toute la nuit. Exemple fictif.')
  await press('Envoyer à la commune')
  holds((await words()).includes('Répondue'), 'the question is answered')
  await town.press('Questions')
  await town.press(/Le département/)
  holds((await town.words()).includes('Oui, toute la nuit'), 'the town reads the answer')
  await town.picture('question-answered')
}
