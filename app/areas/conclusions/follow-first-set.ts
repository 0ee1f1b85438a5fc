/** The secretariat follows the conclusions of 2015 as those of later meetings: each gets an owner, a day, a state. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'
import { type EarlierMeetings, lockMeetings, meetingOfYear, writeMeeting } from '../meetings/index.ts'
import { insertConclusion, insertSet, lockSet, writeAdopted, writeStage } from './conclusion-store.ts'
import type { ConclusionsDeps } from './deps.ts'
import type { FirstSet } from './first-set-data.ts'
import { publishSet } from './item-store.ts'
import { writtenBy } from './keep-conclusions.ts'
import { announceConclusions } from './public-tag.ts'

export interface FirstDeps extends Pick<ConclusionsDeps, 'database'> {
  readonly firstSet: FirstSet
  readonly earlier: EarlierMeetings
}

/**
 * Once. Which body owns which the text does not say, only whom it asks: until the secretariat asks somebody, it is the
 * secretariat's. What everybody reads of them stays the words of the file.
 */
export async function followFirstSet({ database, firstSet, earlier }: FirstDeps, act: Act): Promise<void> {
  const { meeting: year, adoptedOn, conclusions } = firstSet
  await database.db.transaction().execute(async (tx) => {
    await lockMeetings(tx)
    const known = earlier.meetings.find(({ starts }) => Number(starts.slice(0, 4)) === year)
    if (!known) throw new Error('data/meetings.json has lost the meeting of the first conclusions')
    const { confidence: _, ...facts } = known
    const id = (await meetingOfYear(tx, year))?.id ?? newId()
    if (!(await meetingOfYear(tx, year))) await writeMeeting(tx, { ...facts, id, year, demonstration: false }, act.at)
    if (await lockSet(tx, id)) return
    const written = writtenBy(act)
    await insertSet(tx, { meeting: id, language: 'en' }, written)
    const lines = conclusions.map(({ number, text, asks }) => ({ id: newId(), number, text: text.en, asks: asks.en }))
    for (const { id: line, number, text, asks } of lines)
      await insertConclusion(tx, { id: line, meeting: id, position: number, body: text, asks }, written)
    const document = {
      ...{ format: 'safe-towns-conclusions/1' as const, year, language: 'en', adoptedOn, votes: null },
      conclusions: lines.map((one) => ({ ...one, votes: null })),
    }
    await writeAdopted(tx, id, { document, sha256: sha256Hex(canonicalJson(document)) }, written)
    await writeStage(tx, id, 'published', written)
    await publishSet(tx, id, written.at)
    await recordAudit(tx, act, { authority: null, subject: `conclusions ${year}`, detail: { to: 'published' } })
    await announceConclusions(tx, year)
  })
}
