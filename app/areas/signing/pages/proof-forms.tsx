/** How an office shows that it speaks for the body that signs. */
import { Button } from '../../../ui/components/button/button.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import { errorOf, type PactFrame, type ToldFault } from './pact-frame.tsx'

export interface ProofView {
  /** What has been shown, in words. */
  readonly given: readonly string[]
  /** What is under way, in words. */
  readonly waiting: readonly string[]
  /** Domains to which a code can be sent. */
  readonly domains: readonly string[]
  /** Why there is none. */
  readonly noDomain: string
  readonly associations: boolean
  readonly letter: boolean
  /** A code is out. */
  readonly code: boolean
  readonly typed: { readonly email: string; readonly code: string }
}

interface ProofFormsProps {
  readonly frame: PactFrame
  readonly id: string
  readonly proof: ProofView
  readonly faults: readonly ToldFault[]
}

function MailForm({ frame, id, proof, faults }: ProofFormsProps) {
  const { t } = frame.of.translator
  if (proof.domains.length === 0) return <p class="govuk-body">{proof.noDomain}</p>
  return (
    <form method="post" action={urls.applicationProof(frame.base, id, 'mail')} novalidate>
      <TextInput
        name="email"
        type="email"
        label={t('signing.proof.email')}
        hint={t('signing.proof.domains', { domains: proof.domains.join(', ') })}
        dir="ltr"
        autocomplete="off"
        value={proof.typed.email}
        error={errorOf(frame, faults, 'email')}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('signing.proof.mail')}
      </Button>
    </form>
  )
}

function CodeForm({ frame, id, proof, faults }: ProofFormsProps) {
  const { t } = frame.of.translator
  if (!proof.code) return null
  return (
    <form method="post" action={urls.applicationProof(frame.base, id, 'code')} novalidate>
      <TextInput
        name="code"
        label={t('signing.proof.code')}
        hint={t('signing.proof.codeHint')}
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        value={proof.typed.code}
        error={errorOf(frame, faults, 'code')}
      />
      <Button preventDoubleClick>{t('signing.proof.give')}</Button>
    </form>
  )
}

function Ask({ frame, id, way }: Pick<ProofFormsProps, 'frame' | 'id'> & { way: 'association' | 'letter' }) {
  return (
    <form method="post" action={urls.applicationProof(frame.base, id, way)}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {frame.of.translator.t(`signing.proof.${way}`)}
      </Button>
    </form>
  )
}

export function ProofForms(props: ProofFormsProps) {
  const { frame, id, proof } = props
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="proof">
      <h2 class="govuk-heading-m" id="proof">
        {t('signing.proof.title')}
      </h2>
      {proof.given.map((one) => (
        <p class="govuk-body">
          <strong>{one}</strong>
        </p>
      ))}
      {proof.given.length === 0 && (
        <>
          <p class="govuk-body">{t('signing.proof.about')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {proof.waiting.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <CodeForm {...props} />
          <MailForm {...props} />
          {proof.associations && <Ask frame={frame} id={id} way="association" />}
          {proof.letter && <Ask frame={frame} id={id} way="letter" />}
        </>
      )}
    </section>
  )
}
