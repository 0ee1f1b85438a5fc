/** What the operator types, and the first minutes of the coordinator. */
import { type Authenticator, authenticator } from '../stage/authenticator.ts'
import type { Instance } from '../stage/instance.ts'
import type { Mailbox } from '../stage/mailbox.ts'
import { holds } from '../stage/until.ts'
import type { Walker } from '../stage/walker.ts'
import { officialList } from './official-list.ts'

const association = 'fr/communes-exemple'
const associationName = 'Association exemple des communes'
const address = 'coordinatrice@communes.example'

/** Somebody who may be asked for a code again before something important. */
export interface Coordinator {
  readonly walker: Walker
  readonly app: Authenticator
}

export async function beginInstance({ command }: Instance): Promise<void> {
  const imported = await command('import', 'authorities', officialList, '--country', 'FR')
  holds(imported.includes('added 34994'), `communes, départements and regions come in: ${imported}`)
  await command('add', 'association', association, '--name', associationName)
  await command(
    ...['add', 'person', address, '--name', 'Camille Exemple', '--language', 'fr', '--association', association],
  )
}

/** By a mail link, then with an app that is set up on the way. */
export async function signIn(walker: Walker, mailbox: Mailbox): Promise<Coordinator> {
  const { page, open, type, press, picture } = walker
  await open('/sign-in')
  await type('input[name="email"]', address)
  await press('M’envoyer un lien')
  await open(await mailbox.linkTo(address, /\/sign-in\/link/))
  await press('Se connecter', page.locator('main'))
  await picture('second-step')
  await press('Configurer une application')
  const app = authenticator(await page.locator('main code').innerText())
  await type('input[name="code"]', await app.code())
  await press('Confirmer l’application')
  await picture('recovery-codes')
  await press('Je les ai conservés')
  await picture('work-first')
  return { walker, app }
}

/** Where the page asks for another code before it does what was pressed, gives it. */
export async function proveAgain({ walker, app }: Coordinator): Promise<void> {
  if (!new URL(walker.page.url()).pathname.startsWith('/sign-in')) return
  await walker.type('input[name="code"]', await app.code())
  await walker.press('Continuer')
}

/** To the pages of the association, from wherever somebody is. */
export async function openAssociation({ press, page }: Walker): Promise<void> {
  await press('Mon travail')
  await press(associationName, page.locator('main'))
}
