import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'

export type CodeFormProps = {
  translator: Translator
  action: string
  to?: string | undefined
  /** The name of the field; also its id, to which the error summary leads. */
  name: 'code' | 'recovery-code'
  button: string
  /** The code was wrong. */
  refused?: boolean | undefined
}

/** A code may be pasted, filled in by the browser, or typed with spaces. */
export function CodeForm({ translator: { t }, action, to, name, button, refused }: CodeFormProps) {
  const ofApp = name === 'code'
  return (
    <form method="post" action={action} novalidate>
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <TextInput
        name={name}
        autocomplete={ofApp ? 'one-time-code' : 'off'}
        inputmode={ofApp ? 'numeric' : 'text'}
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        label={t(ofApp ? 'accounts.code.label' : 'accounts.recovery.label')}
        hint={t(ofApp ? 'accounts.code.hint' : 'accounts.recovery.hint')}
        error={refused ? { prefix: t('office.form.errorPrefix'), text: codeFault(t, name) } : undefined}
      />
      <Button preventDoubleClick>{button}</Button>
    </form>
  )
}

export function codeFault(t: Translator['t'], name: CodeFormProps['name']): string {
  return t(name === 'code' ? 'accounts.code.wrong' : 'accounts.recovery.wrong')
}
