/** What a town asks its association, and what becomes of it. */
import { association, town } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

// The same in each act: whoever else comes would be told, too.
const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))

async function asking(world: World, by: Browser) {
  const form = await by.read(urls.townQuestionNew(town, urls.officeTown(town)))
  const fields: Fields = { ...world.valuesOf(form, 'id', 'from'), subject: world.fresh('Hours'), text: 'How?' }
  return { path: urls.townQuestions(town), fields, by }
}

/** A question of a town. @returns its id. */
async function asked(world: World): Promise<string> {
  const sent = await asking(world, await world.somebody())
  await world.send(sent)
  return sent.fields['id'] ?? ''
}

type TownAct = Parameters<typeof urls.townQuestionAct>[2]
type UnionAct = Parameters<typeof urls.associationQuestionAct>[2]

/** An act of the town on a question of its own, as the page offers it. */
function ofTown(act: TownAct, fields: (question: string) => Fields) {
  return async (world: World) => {
    const [by, question] = [await world.somebody(), await asked(world)]
    const seen = world.valuesOf(await by.read(urls.townQuestion(town, question)), 'revision')
    return { path: urls.townQuestionAct(town, question, act), fields: { ...seen, ...fields(question) }, by }
  }
}

function ofAssociation(act: UnionAct, fields: (question: string) => Fields) {
  return async (world: World) => {
    const [by, question] = [await coordinator(world), await asked(world)]
    const seen = world.valuesOf(await by.read(urls.associationQuestion(association, question)), 'revision')
    return {
      path: urls.associationQuestionAct(association, question, act),
      fields: { ...seen, ...fields(question) },
      by,
    }
  }
}

const written = () => ({ id: newId(), text: 'In winter?' })

export const questionActs: readonly Act[] = [
  { audit: 'questions.ask', prepare: async (world) => asking(world, await world.somebody()) },
  { audit: 'questions.write', prepare: ofTown('write', written) },
  { audit: 'questions.close', prepare: ofTown('close', () => ({})) },
  // The first message has the id of the question.
  { audit: 'questions.take-out', prepare: ofTown('take-out', (question) => ({ id: question })) },
  { audit: 'questions.answer', prepare: ofAssociation('answer', () => ({ ...written(), next: 'answers' })) },
  { audit: 'questions.note', prepare: ofAssociation('note', written) },
  { audit: 'questions.paste', prepare: ofAssociation('paste', () => ({ ...written(), received: '3.3.2026' })) },
  { audit: 'questions.take', prepare: ofAssociation('take', () => ({ do: 'take' })) },
  { audit: 'questions.close', which: 'by the association', prepare: ofAssociation('close', () => ({})) },
  {
    audit: 'questions.take-out',
    which: 'by the association',
    prepare: ofAssociation('take-out', (question) => ({ id: question })),
  },
  {
    audit: 'questions.find',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async (world) => ({
      path: urls.associationQuestionsFind(association),
      fields: { town: 'Example' },
      by: await coordinator(world),
    }),
  },
]
