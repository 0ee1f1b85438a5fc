import { type CodeFormProps, codeFormPage } from './code-form.tsx'

/** One field for the code of a letter. */
export function letterPage(props: Omit<CodeFormProps, 'words'>): string {
  const { t } = props.chrome.translator
  return codeFormPage({
    ...props,
    words: {
      title: t('confirm.code.title'),
      noReport: t('confirm.page.noReport'),
      about: t('confirm.code.about'),
      label: t('confirm.code.label'),
      hint: t('confirm.code.hint'),
      wrong: t('confirm.code.wrong'),
      submit: t('confirm.code.submit'),
    },
  })
}
