/** Towns that a letter reached: somebody begins, answers ten kinds of help, and families read it. */
import type { Mailbox } from '../stage/mailbox.ts'
import { holds } from '../stage/until.ts'
import { type Stage, type Walker, walk } from '../stage/walker.ts'
import type { Coordinator } from './beginning.ts'
import { departement } from './campaign.ts'
import { communesOf, officeAddress } from './official-list.ts'

const answers = 10
const pictured = 0

/** At the address that the letter went to. @param index of the commune in its département. */
export async function joinByLetter(
  stage: Stage,
  mailbox: Mailbox,
  index: number,
  { script = true }: { readonly script?: boolean } = {},
): Promise<Walker> {
  const walker = await walk(stage, { script })
  const address = officeAddress(index)
  await walker.open(await mailbox.linkTo(address, /\/join\//))
  await walker.picture(`town-${index}-invited`)
  await sayWho(walker, address)
  await walker.open(await mailbox.linkTo(address, /\/sign-in\/invitation/))
  await walker.press('Accepter et se connecter')
  await walker.picture(`town-${index}-first-steps`)
  await answerAndPublish(walker, index)
  return walker
}

async function sayWho({ type, press, words, page }: Walker, address: string): Promise<void> {
  await type('input[name="name"]', 'Agente Exemple')
  await type('input[name="email"]', address)
  await type('input[name="post"]', 'service jeunesse')
  await press('Commencer', page.locator('main'))
  holds((await words()).includes('Un courriel avec un lien est en route'), 'a mail with a link is on its way')
}

/** At another address: proven, then the association says that they work there. */
export async function joinVouched(
  stage: Stage,
  mailbox: Mailbox,
  { walker: association }: Coordinator,
  index: number,
): Promise<void> {
  const address = 'secretariat@alleyrat.example'
  const walker = await walk(stage)
  await walker.open(await mailbox.linkTo(officeAddress(index), /\/join\//))
  await sayWho(walker, address)
  await walker.open(await mailbox.linkTo(address, /\/sign-in\/join\/confirm/))
  await walker.press('Cette adresse est la mienne')
  await walker.picture('vouched-waits')
  await association.press('Mon travail')
  await association.press('Commencer', association.page.locator('main'))
  await association.picture('vouch')
  await association.press(/^Oui, cette personne y travaille/)
  await walker.open(await mailbox.linkTo(address, /\/sign-in$/))
  await walker.type('input[name="email"]', address)
  await walker.press('M’envoyer un lien')
  await walker.open(await mailbox.linkTo(address, /\/sign-in\/link/))
  await walker.press('Se connecter', walker.page.locator('main'))
  await walker.picture('vouched-work')
  await walker.press('Commencer', walker.page.locator('main'))
  await answerAndPublish(walker, index)
  await walker.leave()
}

async function answerAndPublish(walker: Walker, index: number): Promise<void> {
  const { page, press, tick, type, words, picture } = walker
  for (let answer = 1; answer <= answers; answer += 1) {
    await press(/^Répondre/)
    if (answer === 1 && index === pictured) await picture('town-answer')
    await tick('Quelqu’un d’autre s’en charge')
    await type('textarea[name^="note-not-our-task"]', 'Exemple fictif : le département.')
    await press('Enregistrer la réponse')
  }
  holds((await words()).includes(`${answers} sur ${answers} ont une réponse`), 'the ten are answered')
  if (index === pictured) await picture('town-answered')
  await press('Regarder et publier')
  if (index === pictured) await picture('town-publish')
  await press('Publier maintenant')
  holds((await words()).includes('Les familles le voient maintenant'), 'the page is published')
  holds((await page.locator('main').innerText()).includes('Version 1'), 'it is the first version')
  if (index === pictured) await picture('town-published')
}

/** As somebody finds it who has no account. */
export async function showTown(stage: Stage): Promise<void> {
  const name = communesOf(departement)[pictured]?.nom ?? ''
  const walker = await walk(stage)
  await walker.open(`/fr/fr/${name.toLowerCase()}`)
  holds((await walker.words()).includes('Exemple fictif : le département.'), 'families read what the town has said')
  await walker.picture('town-page')
  await walker.leave()
}
