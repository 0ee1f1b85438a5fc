export { type Helplines, type KnownToHelplines, loadHelplines } from './helpline-data.ts'
export { loadQuickExit, type QuickExit, type QuickExitSite } from './quick-exit.ts'
export {
  type HelpLine,
  type HelpNumbers,
  helpNumbersFor,
  isKnownShortNumber,
  type LineLabel,
  topNumbers,
} from './rules.ts'
export type { CountryHelplines, LineHours, LineKind, SourcedLine } from './schema.ts'
