/** Why a row of a list of areas is refused: for pages by its key, for commands in a sentence. */
export const areaFaults = {
  row: 'The row cannot be read.',
  area: 'The area is missing.',
  'area-long': 'This is longer than 200 characters.',
  'area-unknown': 'No area of this country has this code or name: import it first.',
  'area-several': 'Several areas have this code or name: write the code with its scheme.',
  'name-long': 'The name is longer than 200 characters.',
  kind: 'The kind of area is one of county, police, court, health, other.',
  member: 'The code of the member is missing.',
  'member-code': 'This is not a code, or a scheme and a code.',
  'member-itself': 'An area does not belong to itself.',
  'member-unknown': 'No authority of this country has this code.',
  'member-several': 'Several authorities have this code: write it with its scheme.',
} as const

export type AreaFault = keyof typeof areaFaults
