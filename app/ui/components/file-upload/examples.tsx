import type { Examples } from '../example-checks.ts'
import { FileUpload } from './file-upload.tsx'

export const examples: Examples = {
  default: <FileUpload name="list" label="A file" hint="At most 5 megabytes" />,
  refused: <FileUpload name="empty" label="A file" error={{ prefix: 'Error', text: 'Choose a file' }} />,
}
