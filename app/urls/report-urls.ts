/** Addresses of progress reports: in the office of a town, at the secretariat, for reviewers, and in public. */
import { officePath, type Town, townPath } from './town-paths.ts'

const progressPath = (town: Town) => `${officePath(town)}/progress`
const reportPath = (town: Town, report: string) => `${progressPath(town)}/${report}`
const cyclesPath = '/office/report-cycles'
const cyclePath = (number: number) => `${cyclesPath}/${number}`
const reviewsPath = '/office/reviews'
const publicPath = (lang: string, town: Town, cycle: number) => `${townPath(lang, town)}/plan/${cycle}`

export type ReportFile = 'pdf' | 'docx'

export const reportUrls = {
  /** The reports of a town; POST begins one. */
  townProgress: progressPath,
  /** POST: reminders are wanted, or not any more. */
  townProgressReminders: (town: Town) => `${progressPath(town)}/reminders`,
  townReport: reportPath,
  /** Some measures, some questions; POST keeps them. @param page from 1. */
  townReportMeasures: (town: Town, report: string, page: number) => `${reportPath(town, report)}/measures/${page}`,
  townReportQuestions: (town: Town, report: string, page: number) => `${reportPath(town, report)}/questions/${page}`,
  /** What is still to do; POST hands the report in. */
  townReportCheck: (town: Town, report: string) => `${reportPath(town, report)}/check`,
  /** Filling it in elsewhere: the way out and back in; POST brings a file. */
  townReportSheet: (town: Town, report: string) => `${reportPath(town, report)}/sheet`,
  townReportSheetFile: (town: Town, report: string) => `${reportPath(town, report)}/sheet.xlsx`,
  /** POST: what was read from a file is kept, or thrown away. */
  townReportSheetDecide: (town: Town, report: string) => `${reportPath(town, report)}/sheet/decide`,
  /** What a reviewer has written; POST answers. */
  townFeedback: (town: Town, review: string) => `${progressPath(town)}/feedback/${review}`,
  /** Of the secretariat; POST adds one. */
  reportCycles: () => cyclesPath,
  /** One of them, with its reports; POST changes it. */
  reportCycle: cyclePath,
  /** POST: a reviewer is asked to answer a report; withdrawn again. */
  reportCycleAssign: (number: number) => `${cyclePath(number)}/assign`,
  reportCycleUnassign: (number: number) => `${cyclePath(number)}/unassign`,
  /** What a reviewer is asked to answer. */
  reportReviews: () => reviewsPath,
  reportReview: (id: string) => `${reviewsPath}/${id}`,
  /** The report of a town in a cycle. @param version an earlier one. */
  planReport: (lang: string, town: Town, cycle: number, version?: number) =>
    `${publicPath(lang, town, cycle)}${version === undefined ? '' : `?version=${version}`}`,
  planReportFile: (lang: string, town: Town, cycle: number, file: ReportFile) =>
    `${publicPath(lang, town, cycle)}/report.${file}`,
} as const
