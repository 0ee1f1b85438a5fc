import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeLayout } from '../../../ui/layout/office-layout.tsx'
import { urls } from '../../../urls.ts'

export type OfficeFrameProps = {
  translator: Translator
  /** Name of this instance. */
  instance: string
  /** Of this page; the name of the instance is added. */
  title: string
  /** Who is signed in; nobody on the pages of signing in. */
  person?: { readonly name: string } | undefined
  /** Above the content: demonstration, read only. */
  notice?: Content
  /** Back link or breadcrumbs. */
  beforeContent?: Content
  /** The page is the one the navigation leads to. */
  isHome?: boolean | undefined
  children: Content
}

/** What all pages of the office have around them. */
export function OfficeFrame(props: OfficeFrameProps) {
  const { translator, instance, title, person, notice, beforeContent, isHome, children } = props
  const { t } = translator
  return (
    <OfficeLayout
      lang={translator.tag}
      dir={translator.dir}
      title={t('office.frame.pageTitle', { page: title, instance })}
      cssHref={urls.officeStyles()}
      iconHref={urls.icon()}
      serviceName={{ href: urls.office(), text: instance }}
      skipLabel={t('office.frame.skip')}
      navigation={{
        label: t('office.frame.navigation'),
        items: [{ href: urls.office(), text: t('office.frame.towns'), current: isHome }],
      }}
      person={person?.name}
      signOut={person && { action: urls.signOut(), label: t('office.frame.signOut') }}
      notice={notice}
      beforeContent={beforeContent}
    >
      {children}
    </OfficeLayout>
  )
}
