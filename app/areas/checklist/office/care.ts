/** What a town should look at again, though nobody waits for it: services, standard texts, directories. */
import type { Care } from '../../../platform/session/care.ts'
import { urls } from '../../../urls.ts'
import { unseenAnswerStandards } from '../answer-look-store.ts'
import { townClocks } from '../clock-store.ts'
import { withoutAsked } from '../missing-rules.ts'
import { type KindState, missingFirst } from '../rules.ts'
import { readKeptDraft } from '../service.ts'
import { unseenStandards } from '../standard-look-store.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import { feedCare } from './feeds/feed-steps.ts'
import { kindName } from './wording.ts'

export type CareDeps = Pick<
  OfficeChecklistDeps,
  'database' | 'clock' | 'checklist' | 'readAskedProviders' | 'readKindsServedByOthers'
>

type CareTown = Pick<OfficeAuthority, 'id' | 'country' | 'slug' | 'timeZone'>

/** All of it. */
export async function checklistCare(deps: CareDeps, town: CareTown): Promise<Care[]> {
  const { states } = await statesOf(deps, town)
  const others = [await standardCare(deps, town), await wordsCare(deps, town), await feedCare(deps, town)]
  return [...reviewCare(deps, town, states), ...others.flat()]
}

/** Where each kind stands in the draft; of services whose provider may still answer nothing is due. */
export async function statesOf(deps: CareDeps, town: CareTown) {
  const today = deps.clock.now().toZonedDateTimeISO(town.timeZone).toPlainDate()
  const draft = await readKeptDraft(deps.database, town.id)
  const clocks = await townClocks(deps, town.id)
  const asked = await deps.readAskedProviders(town, today)
  const served = await deps.readKindsServedByOthers(town.id)
  return {
    today,
    draft,
    states: missingFirst(deps.checklist, withoutAsked(draft, { today, asked }), today, clocks, served),
  }
}

const protects = ({ kind }: KindState): boolean => kind.reviewEveryMonths === 3

/** Contacts that protect come before the rest, then the longest overdue. */
export function reviewCare({ checklist }: CareDeps, town: CareTown, states: readonly KindState[]): Care[] {
  const due = states
    .filter(({ state }) => state === 'review-due')
    .toSorted(
      (a, b) => Number(protects(b)) - Number(protects(a)) || (a.reviewDue ?? '').localeCompare(b.reviewDue ?? ''),
    )
  const [first, ...others] = due
  if (!first) return []
  return [
    {
      things: due.map((each) => ({ key: `review ${each.kind.id} ${each.reviewDue ?? ''}`, urgent: protects(each) })),
      rank: protects(first) ? 'safety' : 'care',
      href: urls.officeKind(town, first.kind.id),
      due: first.reviewDue === undefined ? undefined : Temporal.PlainDate.from(first.reviewDue),
      say: (translator) => {
        const kind = kindName(translator, checklist, first.kind.id)
        return translator.t('checklist.next.review', { kind, others: others.length })
      },
    },
  ]
}

/** A text that was taken from somebody, who has changed or withdrawn it since: told until somebody has looked. */
function textCare<T extends { readonly version: number; readonly withdrawn: boolean }>(
  unseen: readonly T[],
  { nameOf, hrefOf, says }: { nameOf(one: T): string; hrefOf(one: T): string; says: 'standard' | 'words' },
): Care[] {
  const [first, ...others] = unseen
  if (!first) return []
  return [
    {
      things: unseen.map((one) => ({
        key: `${says} ${nameOf(one)} ${one.withdrawn ? 'withdrawn' : one.version}`,
        urgent: false,
      })),
      rank: 'care',
      href: hrefOf(first),
      say: ({ t }) => t(`checklist.next.${says}${first.withdrawn ? 'Withdrawn' : ''}`, { others: others.length }),
    },
  ]
}

/** Of standard texts that services use. */
export async function standardCare({ database: { db } }: Pick<CareDeps, 'database'>, town: CareTown): Promise<Care[]> {
  return textCare(await unseenStandards(db, town.id), {
    nameOf: ({ service }) => service,
    hrefOf: ({ service }) => urls.officeServiceStandard(town, service),
    says: 'standard',
  })
}

/** Of the words that answers of duties began with. */
export async function wordsCare({ database: { db } }: Pick<CareDeps, 'database'>, town: CareTown): Promise<Care[]> {
  return textCare(await unseenAnswerStandards(db, town.id), {
    nameOf: ({ kind }) => kind,
    hrefOf: ({ kind }) => urls.officeKind(town, kind),
    says: 'words',
  })
}
