/** The parts of the office of an association, and of the instance: the same on every page about it. */
import type { OfficeFor } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import type { OfficeNavigationItem } from './office-layout.tsx'

export type OfficeSection = 'people' | 'campaigns' | 'texts' | 'feeds' | 'contact'

type Association = Parameters<typeof urls.associationPeople>[0]

/** @param association undefined: the instance. */
export function officeSections(
  { translator: { t } }: OfficeFor,
  association: Association | undefined,
  current: OfficeSection,
): OfficeNavigationItem[] {
  const pages = [
    ['people', association ? urls.associationPeople(association) : urls.instancePeople()],
    ...(association
      ? ([
          ['campaigns', urls.campaigns(association)],
          ['texts', urls.associationTexts(association)],
          ['feeds', urls.associationFeeds(association)],
        ] as const)
      : []),
    ['contact', association ? urls.associationContact(association) : urls.instanceContact()],
  ] as const
  return pages.map(([section, href]) => ({ href, text: t(`office.sections.${section}`), current: section === current }))
}
