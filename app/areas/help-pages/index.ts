export { type Chrome, chromeFor, readerFor, type SiteDeps } from './chrome.ts'
export { anyTown, type HelpPagesDeps, numbersOf, type WhoSigned } from './deps.ts'
export {
  type CopiesReport,
  type CopiesWanted,
  ForeignFolder,
  writeCopies,
} from './export/write-copies.ts'
export { faultPage } from './fault-page.ts'
export { headingAsked, headingLevels, siteHosts } from './frame/frame-rules.ts'
export { pageNamed } from './oembed/oembed-rules.ts'
export { type CodeFormProps, codeFormPage } from './pages/code-form.tsx'
export { elementCode, frameCode } from './pages/embed-code.tsx'
export { SitePage } from './pages/site-page.tsx'
export { createKeptPapers, type KeptPapers, type PresentedPaper } from './paper/kept-papers.ts'
export { officePaperRoutes } from './paper/office-paper-routes.tsx'
export { paperAudiences, paperSizes } from './paper/paper-rules.ts'
export type { Reader } from './reader.ts'
export { type DraftedChange, renderInherited } from './render-inherited.ts'
export { renderDraftedLegal } from './render-legal.ts'
export { renderPreview } from './render-town.ts'
export { helpPageRoutes } from './routes.tsx'
export { type ServiceWords, serviceWords } from './service-words.ts'
export { shareDrawing } from './share/share-drawing.ts'
export { kindsServedByOthers, servicesOfOthers } from './town-store.ts'
