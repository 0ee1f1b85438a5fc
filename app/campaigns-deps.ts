/** What campaigns and the beginning of invited towns need from other areas. */
import { askToJoin, inviteFirst, peopleOf } from './areas/accounts/index.ts'
import { associationsOf, readAskingContact, readAssociations } from './areas/associations/index.ts'
import { readAuthorities, readAuthority } from './areas/authorities/index.ts'
import {
  type CampaignsDeps,
  type CampaignsOfficeDeps,
  type JoiningDeps,
  kindsToBeginWith,
} from './areas/campaigns/index.ts'
import { countStandings, currentPublication, kindName, readKeptDraft, textIn } from './areas/checklist/index.ts'
import { countMembersDue } from './areas/coverage/index.ts'
import { type Piece, readShared, sharedLetters } from './areas/exchange/index.ts'
import { kindsServedByOthers, servicesOfOthers } from './areas/help-pages/index.ts'
import { countProposed, type ProposalsDeps } from './areas/proposals/index.ts'
import { membersNeeds } from './areas/watching/index.ts'
import type { ReferenceData } from './reference-data.ts'
import type { Services } from './services.ts'
import { apart, withCommas } from './ui/lists.ts'

type Shared = Omit<CampaignsDeps, 'associationOf' | 'readAreas' | 'languagesOf' | 'contactWords' | 'languages'>

export function campaignsDepsOf(
  shared: Shared,
  { countries, languages }: Pick<ReferenceData, 'countries' | 'languages'>,
): CampaignsDeps {
  return {
    ...shared,
    languages,
    associationOf: async (db, id) => (await readAssociations(db, [id]))[0],
    readAreas: async (db, ids) => (await readAuthorities(db, ids)).filter(({ status }) => status === 'active'),
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
    contactWords: async (db, association, language) => {
      const facts = await readAskingContact(db, association)
      if (!facts) return ''
      const { tag, dir } = languages.byCode(language) ?? { tag: 'en', dir: 'ltr' }
      const { name, names, email, phone } = facts
      // In letters from right to left, addresses and numbers keep their own direction; elsewhere nothing stands around them.
      const ways = [email, phone?.number].flatMap((one) => (one ? [dir === 'rtl' ? apart(one) : one] : []))
      return withCommas(tag, [names[language] ?? name, ...ways])
    },
  }
}

const keptFor = { hours: 1 }

/** What families look for in the towns of an association: asked for by every page of a town that begins, counted once an hour. */
function keptSought({ database, clock }: Pick<Services, 'database' | 'clock'>) {
  const kept = new Map<string, { readonly needs: ReturnType<typeof membersNeeds>; readonly until: Temporal.Instant }>()
  return (association: string): ReturnType<typeof membersNeeds> => {
    const now = clock.now()
    const known = kept.get(association)
    if (known && Temporal.Instant.compare(now, known.until) < 0) return known.needs
    const needs = membersNeeds(database.db, association, now.toZonedDateTimeISO('UTC').toPlainDate())
    kept.set(association, { needs, until: now.add(keptFor) })
    // What failed is asked for again.
    needs.catch(() => kept.delete(association))
    return needs
  }
}

/** Letters that associations share, with the names of those that do. */
function sharedOf(db: Services['database']['db']): Pick<CampaignsOfficeDeps, 'sharedLetters' | 'readShared'> {
  const named = async (pieces: readonly Piece[]) => {
    const owners = await readAssociations(
      db,
      pieces.flatMap(({ association }) => association ?? []),
    )
    return pieces.map((piece) => ({ ...piece, association: owners.find(({ id }) => id === piece.association) ?? null }))
  }
  return {
    sharedLetters: async (association, language) => named(await sharedLetters(db, association, language)),
    readShared: async (id, association) => {
      const piece = await readShared(db, id, association)
      return piece && (await named([piece]))[0]
    },
  }
}

/** What the pages need, beside. */
export function campaignsOfficeDeps(services: Services, proposals: ProposalsDeps): CampaignsOfficeDeps & JoiningDeps {
  const { campaigns, database, clock, i18n, reference, pdf, config, jobs, notify, writeTo } = services
  const { checklist, languages } = reference
  const soughtIn = keptSought(services)
  const people = { config, database, jobs, i18n, clock, notify, writeTo }
  return {
    ...campaigns,
    pdf,
    countMembersDue: (association) => {
      const count = (most: number, within: readonly string[] = []) =>
        countStandings(services.checklist, { most, within })
      return countMembersDue({ database, countStandings: count }, association)
    },
    readTown: async (db, id) => {
      const town = await readAuthority(db, id)
      return town?.status === 'active' ? town : undefined
    },
    servedBy: async (town, language) => {
      const found = await database.read((reader) => servicesOfOthers(reader, town))
      return found.map(({ service, owner }) => ({
        service: textIn(service.name, [language, ...languages.list.map(({ code }) => code)]) ?? '',
        owner: owner.names[language] ?? owner.name,
      }))
    },
    countProposed: (town) => countProposed(proposals, town),
    isStaffed: async (db, town) => (await peopleOf(db, town, ['officer', 'approver'])).length > 0,
    inviteFirst: (tx, beginner, by) => inviteFirst(tx, people, beginner, by),
    askToJoin: (beginner) => askToJoin({ database, clock }, beginner),
    hasPublished: async (db, town) => (await currentPublication(db, town)) !== undefined,
    kindsOf: async (town, kinds, language) => {
      const draft = await readKeptDraft(database, town)
      const served = await database.read((reader) => kindsServedByOthers(reader, town))
      const answered = new Set([
        ...draft.answers.map(({ answer }) => answer.kind),
        ...draft.services.flatMap(({ facts }) => facts.kinds),
      ])
      const translator = i18n.translator(language) ?? i18n.negotiate(undefined)
      return kinds.map((id) => ({
        id,
        name: kindName(translator, checklist, id),
        state: answered.has(id) ? 'answered' : served.has(id) ? 'served' : 'open',
      }))
    },
    firstKinds: async (town) => {
      const sought = new Map<string, number>()
      for (const association of await associationsOf(database.db, town)) {
        for (const { kind, searches } of await soughtIn(association)) {
          sought.set(kind, Math.max(searches, sought.get(kind) ?? 0))
        }
      }
      const order = [...sought].sort(([, one], [, other]) => other - one).map(([kind]) => kind)
      return kindsToBeginWith(checklist.kinds, order)
    },
    ...sharedOf(database.db),
  }
}
