/** A page of a town's website, as far as it matters to what stands in it of ours. */

export interface HostTag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Level of the last heading before it. */
  readonly headingBefore: number | undefined
}

export interface HostPage {
  readonly lang: string | undefined
  readonly base: string | undefined
  /** Content security policies that stand in tags. */
  readonly policies: readonly string[]
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  readonly canonicals: readonly string[]
  /** Where its links lead. */
  readonly links: readonly string[]
  /** What it loads by itself. */
  readonly loads: readonly string[]
  readonly scripts: readonly { readonly src: string; readonly nonce: string | undefined }[]
  /** Scripts that stand in the page. */
  readonly inline: readonly string[]
  /** Frames, our elements and our fragments. */
  readonly tags: readonly HostTag[]
}
