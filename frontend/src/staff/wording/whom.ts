import { m } from '../../lib/strings'
import type { AskedView } from '../../lib/views'

/** How the program writes that something is for all. */
const everybody = 'everybody'

/** The answers that a condition names, by question: "paper=yes|no; way=phone". Of a question that it does not name any answer will do. */
function named(text: string): Map<string, string[]> {
  const parts = text === '' || text === everybody ? [] : text.split('; ')
  return new Map(
    parts.map((part) => {
      const [key = '', answers = ''] = part.split('=')
      return [key, answers.split('|').filter(Boolean)]
    }),
  )
}

/** Whether who gives an answer sees it, as far as that question goes. */
export const ticked = (text: string, question: string, answer: string): boolean => named(text).get(question)?.includes(answer) ?? true

/** The condition with an answer ticked, or no longer so. A question with all its answers is no condition. */
export function toggled(asks: readonly AskedView[], text: string, question: string, answer: string): string {
  const condition = named(text)
  const answers = asks.find(({ key }) => key === question)?.answers ?? []
  const now = answers.filter(({ key }) => ticked(text, question, key) !== (key === answer)).map(({ key }) => key)
  if (now.length === answers.length) condition.delete(question)
  else condition.set(question, now)
  return [...condition].map(([key, keys]) => `${key}=${keys.join('|')}`).join('; ') || everybody
}

/** Who sees it, in the words of the buttons: Bà con đáp “Có giấy rồi” hoặc “Không có giấy”, và “Tới quầy”. */
export function whoSees(asks: readonly AskedView[], text: string): string {
  const condition = named(text)
  if ([...condition.values()].some((keys) => keys.length === 0)) return m.wordings_nobody()
  const said = asks.flatMap(({ key, answers }) => {
    const keys = condition.get(key)
    return keys
      ? answers
          .filter((answer) => keys.includes(answer.key))
          .map(({ say }) => `“${say}”`)
          .join(` ${m.wordings_or()} `)
      : []
  })
  return said.length > 0 ? m.wordings_answered({ answers: said.join(`, ${m.wordings_and()} `) }) : m.wordings_everybody()
}

/** The same after a colon. */
export function whoSeesIt(asks: readonly AskedView[], text: string): string {
  const who = whoSees(asks, text)
  return who.charAt(0).toLocaleLowerCase() + who.slice(1)
}
