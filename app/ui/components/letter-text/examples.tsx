import type { Examples } from '../example-checks.ts'
import { LetterText } from './letter-text.tsx'

export const examples: Examples = {
  default: (
    <LetterText
      title="To all schools"
      paragraphs={[['Dear colleagues,'], ['We ask you for two things.', 'It takes a minute.']]}
      tag="en"
      dir="ltr"
    />
  ),
  'from the right': <LetterText title="إلى المدارس" paragraphs={[['نطلب منكم أمرين.']]} tag="ar" dir="rtl" />,
}
