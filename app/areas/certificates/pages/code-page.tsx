import { type CodeFormProps, codeFormPage } from '../../help-pages/index.ts'

/** One field for the code of a certificate. */
export function codePage(props: Omit<CodeFormProps, 'words'>): string {
  const { t } = props.chrome.translator
  return codeFormPage({
    ...props,
    words: {
      title: t('certificates.verify.title'),
      noReport: t('certificates.verify.noReport'),
      about: t('certificates.verify.about'),
      label: t('certificates.verify.label'),
      hint: t('certificates.verify.hint'),
      wrong: t('certificates.verify.unknown'),
      submit: t('certificates.verify.submit'),
    },
  })
}
