/** A submitted form as names and texts; files are refused, nothing here takes any. */

/** Field name → what was typed, in order. A field that was not sent is absent. */
export type FormFields = ReadonlyMap<string, readonly string[]>

const mostFields = 2_000

export async function readForm(request: Request): Promise<FormFields> {
  const body = await request.formData()
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
