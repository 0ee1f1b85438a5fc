/** A submitted form as names and texts; files are left out but where a form asks for one. */

/** Field name → what was typed, in order. A field that was not sent is absent. */
export type FormFields = ReadonlyMap<string, readonly string[]>

const mostFields = 2_000

export async function readForm(request: Request): Promise<FormFields> {
  return fieldsOf(await request.formData())
}

export interface SentFile {
  /** As the browser gave it, without a folder. */
  readonly name: string
  readonly content: Uint8Array
}

/** A form with one file; without it where none was chosen. */
export async function readFormWithFile(
  request: Request,
  name: string,
): Promise<{ readonly fields: FormFields; readonly file: SentFile | undefined }> {
  const body = await request.formData()
  const sent = body.get(name)
  const chosen = sent instanceof File && (sent.size > 0 || sent.name !== '')
  const file = chosen
    ? { name: sent.name.split(/[/\\]/).at(-1) ?? '', content: new Uint8Array(await sent.arrayBuffer()) }
    : undefined
  return { fields: fieldsOf(body), file }
}

function fieldsOf(body: FormData): FormFields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of body) {
    if (typeof value !== 'string' || fields.size > mostFields) continue
    const text = value.normalize('NFC').replaceAll('\r\n', '\n')
    const before = fields.get(name)
    if (before) before.push(text)
    else fields.set(name, [text])
  }
  return fields
}

/** The first value of a field, trimmed; empty where it was not sent. */
export function fieldText(fields: FormFields, name: string): string {
  return fields.get(name)?.[0]?.trim() ?? ''
}

/** All values of a field (ticked boxes), trimmed, without empty ones. */
export function fieldTexts(fields: FormFields, name: string): string[] {
  return (fields.get(name) ?? []).map((value) => value.trim()).filter((value) => value !== '')
}
