/** Badges as a page shows them: the picture, and the code by which a website shows it. */
import type { ReadDb } from '../../platform/db/tables.ts'
import { RequestFault } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import { type BadgeSize, badgeBox, badgeSizes } from './badge-drawing.ts'
import type { CertificatesDeps } from './deps.ts'
import { badgeCode } from './present-badge.ts'
import { nameOf } from './present-verify.ts'
import { type Certified, readCertified } from './read-signature.ts'
import type { Stage } from './stage-rules.ts'

export interface BadgeShown {
  readonly size: BadgeSize
  readonly wide: number
  readonly high: number
  readonly src: string
  readonly alt: string
  /** HTML to paste. */
  readonly code: string
}

/** @param translator of the language that the badge speaks. */
export function shownBadges(
  translator: Translator,
  baseUrl: string,
  { certified, stage }: { readonly certified: Certified; readonly stage: Stage },
): BadgeShown[] {
  const alt = translator.t('certificates.badge.alt', { name: nameOf(translator, certified) })
  return badgeSizes.map((size) => ({
    ...{ size, alt, ...badgeBox[size] },
    src: urls.badge(certified.record.number, { lang: translator.language, size, stage }),
    code: badgeCode(translator, baseUrl, { certified, size, stage }),
  }))
}

/** Those of any signature that stands, whoever has signed; none where the history does not bear it out. */
export const createBadgesOf =
  (deps: Pick<CertificatesDeps, 'site' | 'stages'>) =>
  async (db: ReadDb, number: number, translator: Translator): Promise<readonly BadgeShown[]> => {
    try {
      const certified = await readCertified(deps, db, number)
      const stands = certified?.record.status === 'signed'
      return stands ? shownBadges(translator, deps.site.baseUrl, { certified, stage: 'signed' }) : []
    } catch (error) {
      if (error instanceof RequestFault) return []
      throw error
    }
  }
