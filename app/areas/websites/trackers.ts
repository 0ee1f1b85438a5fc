/** Known trackers: data/trackers.json. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import type { Tracker } from './finding-rules.ts'

const host = z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/)

const shape = z
  .strictObject({
    about,
    trackers: z.array(z.strictObject({ vendor: z.string().trim().min(1), hosts: z.array(host).min(1) })).min(1),
  })
  .superRefine(({ trackers }, ctx) => {
    const seen = new Set<string>()
    trackers.forEach(({ hosts }, index) => {
      for (const one of hosts) {
        if (seen.has(one))
          ctx.addIssue({ code: 'custom', path: ['trackers', index], message: `${one} stands there twice` })
        seen.add(one)
      }
    })
  })

/** @throws {DataFault} when the file is faulty. */
export const loadTrackers = (root?: string): Frozen<readonly Tracker[]> =>
  readDataFile('trackers.json', shape, root).trackers
