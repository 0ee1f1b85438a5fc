/** A service is offered: the town's office decides, or the association for a town that nobody works for. */
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { publishService } from '../../app/areas/offers/test-offers.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const town = { country: 'NL', slug: 'example-quiet-town' } as const

async function offeredTo(world: World, slug: string) {
  const authority = (await findBySlug(world.db, town.country, slug))?.authority?.id ?? ''
  const publisher = world.townScope.kind === 'authority' ? world.townScope.id : ''
  return { authority, service: await publishService(world.services, publisher, { serves: [authority] }) }
}

async function deciding(world: World, decision: string) {
  const { authority, service } = await offeredTo(world, town.slug)
  const by = await world.somebody('officer', { kind: 'authority', id: authority })
  const path = urls.officeOffer(town, service)
  return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), decision }, by }
}

export const offerActs: readonly Act[] = [
  { audit: 'offers.decide', which: 'accept', prepare: (world) => deciding(world, 'accept') },
  { audit: 'offers.decide', which: 'decline', prepare: (world) => deciding(world, 'too-far') },
  {
    audit: 'offers.decide-for',
    prepare: async (world) => {
      const { authority, service } = await offeredTo(world, 'example-police-area')
      const by = await world.somebody('coordinator', world.associationScope)
      const path = urls.officeOfferIn(town.country, authority, service)
      return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), decision: 'accept' }, by }
    },
  },
]
