/** Another address, and leaving for good. */
import { linkIn } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Browser, World } from './world.ts'

async function asked(world: World): Promise<{ by: Browser; email: string }> {
  const by = await world.somebody()
  const email = `${world.fresh('new').replace(' ', '-')}@twice.example`
  await by.post(urls.changeAddress(), { email })
  return { by, email }
}

const pathOf = (address: string) => new URL(address, 'http://localhost').pathname

export const privacyActs: readonly Act[] = [
  {
    audit: 'accounts.ask-address',
    prepare: async (world) => ({
      path: urls.changeAddress(),
      fields: { email: `${world.fresh('new').replace(' ', '-')}@twice.example` },
      by: await world.somebody(),
    }),
  },
  {
    audit: 'accounts.agree-address',
    prepare: async (world) => {
      const { email } = await asked(world)
      const { token } = linkIn((await world.mails(email)).at(-1))
      return { path: pathOf(urls.confirmAddress('')), fields: { token } }
    },
  },
  {
    audit: 'accounts.cancel-address',
    refused: 'what has ended cannot be ended again, and the page says so',
    prepare: async (world) => {
      const { by } = await asked(world)
      const text = (await world.mails(by.email)).at(-1)?.text ?? ''
      const [address = ''] = /https?:\/\/\S+\/cancel\S+/.exec(text) ?? []
      const token = new URL(address).searchParams.get('token') ?? ''
      return { path: pathOf(urls.cancelAddress('')), fields: { token } }
    },
  },
  {
    audit: 'accounts.withdraw-address',
    prepare: async (world) => ({ path: urls.withdrawAddress(), fields: {}, by: (await asked(world)).by }),
  },
  {
    audit: 'privacy.download',
    different: 'each time a file as of now, and each time it is recorded that one was made',
    prepare: async (world) => ({ path: urls.myDataFile(), fields: {}, by: await world.somebody() }),
  },
  {
    audit: 'privacy.delete-account',
    refused: 'who is gone is signed out',
    prepare: async (world) => ({ path: urls.deleteAccount(), fields: { confirm: 'yes' }, by: await world.somebody() }),
  },
]
