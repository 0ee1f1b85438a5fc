/** What the pages about the service say, by message key. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { AboutPage } from '../../urls.ts'
import type { AboutPageProps } from './pages/about-page.tsx'

type Content = Pick<AboutPageProps, 'title' | 'sections'>

export function aboutText(page: AboutPage, { t }: Translator, instance: string): Content {
  const section = (heading: string | undefined, ...paragraphs: string[]) => ({ heading, paragraphs })
  const texts: Record<AboutPage, () => Content> = {
    safety: () => ({
      title: t('safety.title'),
      sections: [
        section(t('safety.exit.title'), t('safety.exit.text'), t('safety.exit.not')),
        section(
          t('safety.history.title'),
          t('safety.history.text'),
          t('safety.history.calls'),
          t('safety.history.careful'),
        ),
        section(t('safety.watched.title'), t('safety.watched.text')),
        section(t('safety.ours.title'), t('safety.ours.text')),
      ],
    }),
    privacy: () => ({
      title: t('privacy.title'),
      sections: [
        section(t('privacy.readers.title'), t('privacy.readers.text')),
        section(t('privacy.search.title'), t('privacy.search.text')),
        section(t('privacy.office.title'), t('privacy.office.text')),
        section(t('privacy.operator.title'), t('privacy.operator.text', { instance })),
      ],
    }),
    accessibility: () => ({
      title: t('accessibility.title'),
      sections: [
        section(undefined, t('accessibility.text')),
        section(t('accessibility.tested.title'), t('accessibility.tested.text')),
        section(t('accessibility.limits.title'), t('accessibility.limits.text')),
      ],
    }),
    about: () => ({
      title: t('about.title'),
      sections: [
        section(undefined, t('about.text')),
        section(t('about.who.title'), t('about.who.text')),
        section(t('about.numbers.title'), t('about.numbers.text')),
        section(t('about.pact.title'), t('about.pact.text')),
        section(t('about.licence.title'), t('about.licence.text')),
      ],
    }),
  }
  return texts[page]()
}
