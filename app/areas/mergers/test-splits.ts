/** Lists of two years in which a fictional town becomes several and another loses a part, for tests. */
/** Grossau becomes Nordau, Suedau and a piece of Mitten; Unterland leaves Oberland. */
export const district = [{ code: 'D', name: 'Bezirk', kind: 'district' }]
export const before = [
  { code: '1', name: 'Grossau', areas: 'D', latitude: '47.10', longitude: '9.50' },
  { code: '2', name: 'Mitten', areas: 'D', latitude: '47.12', longitude: '9.52' },
  { code: '6', name: 'Oberland', areas: 'D', latitude: '47.20', longitude: '9.55' },
]
export const after = [
  { code: '11', name: 'Nordau', areas: 'D', latitude: '47.11', longitude: '9.50' },
  { code: '12', name: 'Suedau', areas: 'D', latitude: '47.09', longitude: '9.50' },
  ...before.slice(1),
  { code: '61', name: 'Unterland', areas: 'D', latitude: '47.21', longitude: '9.55' },
]
export const movements = [
  ...['11', '12', '2'].map((to) => ({ from: '1', to })),
  ...['6', '61'].map((to) => ({ from: '6', to })),
]
