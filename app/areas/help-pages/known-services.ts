import type { Service } from '../checklist/index.ts'
import type { EffectiveService } from './effective-page.ts'

/**
 * Services of others that were read for one town and stand on the pages of more: read, checked and put into words once.
 * They are true for as long as one reading takes.
 */
export class KnownServices {
  readonly #whole = new Map<string, EffectiveService>()
  /** By service and kinds: where those who were asked let it stand under some of its kinds only. */
  readonly #parts = new Map<string, EffectiveService>()

  get ids(): string[] {
    return [...this.#whole.keys()]
  }

  find(id: string): EffectiveService | undefined {
    return this.#whole.get(id)
  }

  keep(one: EffectiveService): void {
    this.#whole.set(one.service.id, one)
  }

  /** The same object for the same kinds. */
  under(whole: EffectiveService, kinds: readonly string[]): EffectiveService {
    const key = `${whole.service.id} ${kinds.join()}`
    const known = this.#parts.get(key)
    if (known) return known
    const service: Service = { ...whole.service, kinds: [...kinds] }
    const part = { ...whole, service }
    this.#parts.set(key, part)
    return part
  }
}
