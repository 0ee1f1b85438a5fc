export {
  type Guide,
  type GuideBlock,
  type Guides,
  type GuideText,
  guideIds,
  loadGuides,
  telephoneLike,
} from './guide.ts'
