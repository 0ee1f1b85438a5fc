import type { FileFaultCode } from '../../../platform/files/file-types.ts'
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { FileField, type FileFieldProps, fileFaultText } from '../../../ui/files/file-field.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'

export interface ArmsPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: { readonly country: string; readonly slug: string }
  readonly present: FileFieldProps['present']
  /** Of the toolkit, with the arms on them; none before there are arms. */
  readonly texts: readonly { readonly title: string; readonly lang: string; readonly href: string }[]
  readonly fault: FileFaultCode | undefined
  readonly done: boolean
}

const types = ['png'] as const

/** The arms that stand on what is printed of the town. */
export function ArmsPage({ of, workplace, town, present, texts, fault, done }: ArmsPageProps) {
  const { translator } = of
  const { t } = translator
  const errors = fault ? [{ text: fileFaultText(translator, fault, types, true), href: '#file' }] : []
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('prints.arms.title')}
      back={{ href: urls.officePaper(town), text: t('paper.office.title') }}
      done={done ? t('prints.arms.done') : undefined}
      refused={fault !== undefined}
      first={<Refused translator={translator} errors={errors} changed={undefined} />}
    >
      <p class="govuk-body">{t('prints.arms.about')}</p>
      <form method="post" action={urls.townArms(town)} enctype="multipart/form-data" novalidate>
        <FileField
          {...{ translator, types, mostBytes: 2_000_000, present, fault }}
          drawn
          label={t('prints.arms.field')}
          hint={t('prints.arms.hint')}
        />
        <Button preventDoubleClick>{t('plans.form.save')}</Button>
      </form>
      {texts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('prints.arms.texts')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {texts.map(({ title, lang, href }) => (
              <li>
                <a class="govuk-link" href={href} type="application/pdf">
                  <bdi lang={lang}>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficeFrame>
  )
}
