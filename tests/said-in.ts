/** Everything that an answer says, in whatever it is wrapped: text, the text and facts of a PDF, the files of a ZIP. */
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from './pdf.ts'

export async function saidIn(answer: Response): Promise<string> {
  return saidInBytes(new Uint8Array(await answer.arrayBuffer()))
}

async function saidInBytes(bytes: Uint8Array): Promise<string> {
  const start = strFromU8(bytes.subarray(0, 4), true)
  if (start === '%PDF') {
    const { title, text, links } = await readPdf(bytes)
    return [title, text, ...links].join('\n')
  }
  if (start === 'PK\u0003\u0004') {
    const files = Object.entries(unzipSync(bytes))
    return (await Promise.all(files.map(async ([name, file]) => `${name}\n${await saidInBytes(file)}`))).join('\n')
  }
  return new TextDecoder().decode(bytes)
}
