/** What the server and the thread that makes documents say to each other. */
export interface PdfSources {
  /** The folder of the templates. */
  readonly templates: string
  /** Files of fonts. */
  readonly fonts: readonly string[]
}

export interface ToWorker {
  readonly id: number
  readonly template: string
  /** JSON. */
  readonly data: string
}

/** Id 0 without bytes: ready. */
export interface FromWorker {
  readonly id: number
  readonly bytes?: Uint8Array
  readonly fault?: string
}
