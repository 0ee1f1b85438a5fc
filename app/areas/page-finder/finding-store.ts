/** What is known of towns' websites: what was found, what somebody said, and which counts. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import {
  type Found,
  finalVerdict,
  type Said,
  sayings,
  type UnseenCode,
  unseenCodes,
  type Verdict,
  verdicts,
} from './verdict-rules.ts'

export interface KeptFinding {
  readonly found: (Found & { readonly at: Temporal.Instant }) | undefined
  /** The last try, where it showed nothing. */
  readonly unseen: { readonly reason: UnseenCode; readonly detail: string; readonly at: Temporal.Instant } | undefined
  readonly said: (Said & { readonly at: Temporal.Instant; readonly by: string | null }) | undefined
  readonly triedAt: Temporal.Instant | undefined
  readonly revision: number
}

/** Before anybody has looked or said anything. */
const unknown: KeptFinding = { found: undefined, unseen: undefined, said: undefined, triedAt: undefined, revision: 0 }

const instant = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const date = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)

const verdict = z.enum(verdicts)

function rows(db: Db) {
  return db.selectFrom('office.site_finding').selectAll()
}
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function keptOf(row: Row): KeptFinding {
  const { found, found_at, said, said_at, tried_at, unseen } = row
  return {
    found:
      found === null || found_at === null
        ? undefined
        : {
            verdict: verdict.parse(found),
            address: row.found_address ?? undefined,
            sentence: row.sentence,
            kinds: row.kinds,
            made: row.made_at === null ? undefined : instant(row.made_at),
            pages: row.pages,
            at: instant(found_at),
          },
    unseen:
      unseen === null || tried_at === null
        ? undefined
        : { reason: z.enum(unseenCodes).parse(unseen), detail: row.unseen_detail, at: instant(tried_at) },
    said:
      said === null || said_at === null
        ? undefined
        : {
            saying: z.enum(sayings).parse(said),
            verdict: verdict.parse(row.said_verdict),
            address: row.said_address ?? undefined,
            about: row.said_about ?? '',
            at: instant(said_at),
            by: row.said_by,
          },
    triedAt: tried_at === null ? undefined : instant(tried_at),
    revision: row.revision,
  }
}

/** By id of the authority; those of which nothing is known are left out. */
export async function readFindings(db: Db, authorities: readonly string[]): Promise<ReadonlyMap<string, KeptFinding>> {
  if (authorities.length === 0) return new Map()
  const found = await rows(db)
    .where(sql<boolean>`authority = any(${[...authorities]}::uuid[])`)
    .execute()
  return new Map(found.map((row) => [row.authority, keptOf(row)]))
}

export async function readFinding(db: Db, authority: string): Promise<KeptFinding> {
  return (await readFindings(db, [authority])).get(authority) ?? unknown
}

/** One at a time for a town, until the end of the transaction. */
export async function lockFinding(tx: Tx, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`website:${authority}`}, 0))`.execute(tx)
}

const orNull = (at: Temporal.Instant | undefined): Date | null => (at ? date(at) : null)

/** A person's word over what was found, and when that was. */
function countingOf({ found, said }: KeptFinding): { verdict: Verdict | null; verdict_at: Date | null } {
  const counts = finalVerdict(found, said)
  const at = said !== undefined && counts === said.verdict ? said.at : found?.at
  return counts && at ? { verdict: counts, verdict_at: date(at) } : { verdict: null, verdict_at: null }
}

const foundColumns = (found: KeptFinding['found']) => ({
  found: found?.verdict ?? null,
  found_at: orNull(found?.at),
  found_address: found?.address ?? null,
  sentence: found?.sentence ?? '',
  kinds: [...(found?.kinds ?? [])],
  made_at: orNull(found?.made),
  pages: found?.pages ?? 0,
})

const saidColumns = (said: KeptFinding['said']) => ({
  said: said?.saying ?? null,
  said_verdict: said?.verdict ?? null,
  said_address: said?.address ?? null,
  said_about: said?.about ?? null,
  said_at: orNull(said?.at),
  said_by: said?.by ?? null,
})

/** In the place of what was there; its revision is one more. */
export async function writeFinding(tx: Tx, authority: string, known: KeptFinding, at: Temporal.Instant): Promise<void> {
  const values = {
    ...countingOf(known),
    ...foundColumns(known.found),
    ...saidColumns(known.said),
    tried_at: orNull(known.triedAt),
    unseen: known.unseen?.reason ?? null,
    unseen_detail: known.unseen?.detail ?? '',
    kept_at: date(at),
    revision: known.revision + 1,
  }
  await tx
    .insertInto('office.site_finding')
    .values({ authority, ...values })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet(values))
    .execute()
}

/** What a town's own website has, for whoever counts: ours, as a copy, a page of its own, nothing. */
export interface FoundOnWebsite {
  readonly verdict: 'embedded' | 'export' | 'page' | 'none'
  /** A page of its own names services one by one. */
  readonly checklist: boolean
  /** When it was seen or said. */
  readonly at: Temporal.Instant
}

const publicVerdict = (kept: Verdict): FoundOnWebsite['verdict'] => (kept === 'checklist' ? 'page' : kept)

/**
 * By id of the authority. Those of which nothing is known yet are left out; whoever counts a whole country joins
 * `office.site_finding (authority, verdict, verdict_at)` instead.
 */
export async function foundOnWebsites(
  db: Db,
  authorities: readonly string[],
): Promise<ReadonlyMap<string, FoundOnWebsite>> {
  if (authorities.length === 0) return new Map()
  const known = await db
    .selectFrom('office.site_finding')
    .select(['authority', 'verdict', 'verdict_at'])
    .where(sql<boolean>`authority = any(${[...authorities]}::uuid[])`)
    .where('verdict', 'is not', null)
    .execute()
  return new Map(
    known.flatMap(({ authority, verdict: kept, verdict_at: at }) => {
      if (kept === null || at === null) return []
      const known = verdict.parse(kept)
      return [
        [authority, { verdict: publicVerdict(known), checklist: known === 'checklist', at: instant(at) }] as const,
      ]
    }),
  )
}
