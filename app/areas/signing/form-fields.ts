/** What was answered, as the fields of the forms show it. */
import type { FormFields } from '../../platform/http/form.ts'
import { typedDay } from '../../ui/dates.ts'
import type { Application } from './application-store.ts'
import type { Contact } from './form-rules.ts'
import type { FormPage } from './journey-rules.ts'

type Typed = Readonly<Record<string, string | undefined>>

export function typedAnswers(page: FormPage, { answers }: Application, contact: Contact | undefined): Typed {
  const { who, body, decision, office, ceremony } = answers
  const typed: Record<FormPage, Typed> = {
    who: { name: who?.name, mandate: who?.mandate, domain: who?.domain },
    body: {
      name: body?.name,
      authority: body?.authority ?? undefined,
      unknown: body && !body.authority ? 'yes' : undefined,
    },
    decision: { body: decision?.body, on: typedDay(decision?.on), reference: decision?.reference },
    office: { office: office?.office, person: office?.person },
    contact: { name: contact?.name, email: contact?.email, phone: contact?.phone },
    text: { agree: answers.text ? 'yes' : undefined },
    ceremony: ceremony
      ? {
          held: ceremony.on ? 'yes' : 'no',
          on: typedDay(ceremony.on),
          place: ceremony.place,
          witness: ceremony.witness,
        }
      : {},
  }
  return typed[page]
}

export const fieldsOf = (typed: Typed): FormFields =>
  new Map(Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]] as const])))
