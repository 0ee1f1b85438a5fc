/** Times of day as people type them. Pure. */

/** `10:00` of `10`, `10.00`, `10h30`, `9 Uhr`; null for anything else. */
export function typedTime(text: string): string | null {
  const latin = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${(digit.codePointAt(0) ?? 0) & 0xf}`)
  const found = /^(\d{1,2})(?:\s*[:.hH٫]\s*(\d{2})?)?\s*(?:uhr|h)?$/i.exec(latin.trim())
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}
