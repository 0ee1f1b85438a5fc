/** Puts documents together, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Joining } from './join-pdf.ts'

const { documents, title, tag } = workerData as Joining
const whole = await PDFDocument.create()
whole.setTitle(title)
whole.setLanguage(tag)
for (const bytes of documents) {
  const one = await PDFDocument.load(bytes)
  // Printed on both sides, it would begin on the back of the one before it.
  const last = whole.getPageCount() % 2 === 1 ? whole.getPages().at(-1) : undefined
  if (last) whole.addPage([last.getWidth(), last.getHeight()])
  for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
}
parentPort?.postMessage(await whole.save())
