/** A QR code as one path of unit squares, for an SVG of our own: nothing inline that the security policy refuses. */
export interface QrCode {
  /** Squares on each side, the quiet zone not counted. */
  readonly size: number
  readonly path: string
}

/** The library is loaded with the first code. */
export async function qrCodeOf(text: string): Promise<QrCode> {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data.keys()].filter((index) => data[index])
  return { size, path: dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('') }
}
