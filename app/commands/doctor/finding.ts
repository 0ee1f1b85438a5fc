/** One line of the report. A warning keeps nothing from production. */
export interface Finding {
  readonly check: 'settings' | 'database' | 'mail' | 'files' | 'clock' | 'languages' | 'helplines' | 'register'
  readonly state: 'ok' | 'warning' | 'fault'
  /** What is so and, where it is not well, what to do. */
  readonly text: string
}

/** What went wrong, without what a driver may quote of passwords and addresses. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code || error.name
}
