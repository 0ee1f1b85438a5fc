/** What an association says for all its towns. */
import { holds } from '../stage/until.ts'
import type { Walker } from '../stage/walker.ts'
import { openAssociation } from './beginning.ts'

export async function sayWhomToAsk(walker: Walker): Promise<void> {
  const { press, type, words, picture } = walker
  await openAssociation(walker)
  await press('À qui s’adresser')
  await type('input[name="name"]', 'Conseil aux communes')
  await type('input[name="email"]', 'conseil@communes.example')
  await type('input[name="day-1"]', '9-12')
  await type('input[name="day-4"]', '9-12')
  await press('Enregistrer')
  holds((await words()).includes('conseil@communes.example'), 'towns see whom they can ask')
  await picture('whom-to-ask')
  await press('Services nationaux')
  await press('Ouvrir le bureau du pays')
  await picture('country-office')
}

export async function publishStandardText(walker: Walker): Promise<void> {
  const { page, press, choose, tick, type, words, picture } = walker
  await openAssociation(walker)
  await press('Textes types')
  await picture('standard-texts')
  await choose('select[name="kind"]', 'Quelqu’un à qui parler rapidement')
  await tick(/proposition/)
  await press('Commencer', page.locator('main'))
  await picture('standard-text')
  for (const name of ['whatHappens', 'howDecided', 'howToComplain']) {
    const proposed = await page.locator(`textarea[name="${name}"]`).inputValue()
    holds(proposed.includes('[['), `${name} has a proposal with gaps`)
    await type(`textarea[name="${name}"]`, proposed.replace(/\[\[.*?\]\]/g, 'l’équipe d’exemple'))
  }
  await tick('enfants')
  await tick('parents')
  await press('Enregistrer')
  await press('Publier ce texte')
  holds((await words()).includes('Publié · Version 1'), 'the text is published')
}

export async function writeModelLetter(walker: Walker): Promise<void> {
  const { press, type, words, picture, page } = walker
  await press('Modèles de lettres')
  await type('input[name="title"]', 'Demande de coordonnées')
  await type(
    'textarea[name="body"]',
    'Madame, Monsieur,\n\n{town} dit sur une page qui aide les enfants. Vos coordonnées sont-elles justes ?\n\n{office}',
  )
  await press('Enregistrer', page.locator('main'))
  await picture('model-letter')
  await press('Publier pour les communes')
  holds(page.url().includes('done=published'), 'the letter is published')
  holds((await words()).includes('Publié'), 'the page says that it is')
}
