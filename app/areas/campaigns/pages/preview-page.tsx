import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { urls } from '../../../urls.ts'
import type { Campaign } from '../campaign-rules.ts'
import { type UnionFrame, UnionPage } from './union-frame.tsx'

export interface PreviewedLetter {
  readonly town: string
  readonly way: 'mail' | 'letter'
  readonly look: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export interface PreviewPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name'>
  readonly letters: readonly PreviewedLetter[]
  /** In which there is a letter. */
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  /** Of whoever looks at it. */
  readonly email: string
  readonly done: string | undefined
}

/** The letter for three members, and a mail of it to oneself. */
export function PreviewPage({ frame, campaign, letters, languages, email, done }: PreviewPageProps) {
  const { t } = frame.of.translator
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.step.preview')}
      caption={campaign.name}
      done={done}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <p class="govuk-body">{t('campaigns.preview.about')}</p>
      {letters.length === 0 && <p class="govuk-body">{t('campaigns.preview.nobody')}</p>}
      {letters.map(({ town, way, look, subject, paragraphs }) => (
        <section aria-label={town}>
          <h2 class="govuk-heading-m">
            <bdi>{town}</bdi>
          </h2>
          <p class="govuk-body-s">{t(`campaigns.preview.${way}`)}</p>
          <InsetText>
            <div lang={look.tag} dir={look.dir}>
              <p class="govuk-body">
                <strong>{subject}</strong>
              </p>
              {paragraphs.map((text) => (
                <p class="govuk-body office-kept-lines">{text}</p>
              ))}
            </div>
          </InsetText>
        </section>
      ))}
      {languages.length > 0 && (
        <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'test')}>
          <h2 class="govuk-heading-m">{t('campaigns.test.title')}</h2>
          <p class="govuk-body">
            {t('campaigns.test.about')} <bdi>{email}</bdi>
          </p>
          <Select
            name="language"
            label={t('campaigns.letter.language')}
            items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
          />
          <Button preventDoubleClick classes="govuk-button--secondary">
            {t('campaigns.test.submit')}
          </Button>
        </form>
      )}
    </UnionPage>
  )
}
