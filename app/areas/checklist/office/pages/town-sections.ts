import type { Translator } from '../../../../platform/i18n/messages.ts'
import { urls } from '../../../../urls.ts'

export type OfficeSection = 'checklist' | 'introduction' | 'publish' | 'versions' | 'people'

/** The sections of a town's office, for those who look after its page. */
export function townSections(
  { t }: Pick<Translator, 't'>,
  town: { readonly country: string; readonly slug: string },
  current: OfficeSection,
) {
  const item = (name: OfficeSection, href: string) => ({
    href,
    text: t(`checklist.office.nav.${name}`),
    current: name === current,
  })
  return [
    item('checklist', urls.officeTown(town)),
    item('introduction', urls.officeIntroduction(town)),
    item('publish', urls.officePublish(town)),
    item('versions', urls.officeVersions(town)),
    item('people', urls.townPeople(town)),
  ]
}
