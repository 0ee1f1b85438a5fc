export { type Guide, type GuideBlock, type Guides, type GuideText, guideIds, loadGuides } from './guide.ts'
