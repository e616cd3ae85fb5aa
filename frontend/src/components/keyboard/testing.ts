// For tests: the syllables Vietnamese can spell, made from a table of its own,
// and the keys that people press for them.

import type { Tone } from './composer'

const tones: Tone[] = ['none', 'sắc', 'huyền', 'hỏi', 'ngã', 'nặng']
const marks = { none: '', sắc: '\u0301', huyền: '\u0300', hỏi: '\u0309', ngã: '\u0303', nặng: '\u0323' }

const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat('')

// The letter that carries the tone is a capital, in the old style.
const rhymes = (
  'A Ai Ao Au Ay Ac Ach Am An Ang Anh Ap At Ăc Ăm Ăn Ăng Ăp Ăt Âu Ây Âc Âm Ân Âng Âp Ât E Eo Ec Em En Eng Ep Et ' +
  'Ê Êu Êch Êm Ên Ênh Êp Êt I Ia Iu Ich Im In Inh Ip It iÊu iÊc iÊm iÊn iÊng iÊp iÊt O Oi Oc Om On Ong Op Ot oOng oOc ' +
  'Oa oAi oAo oAy oAc oAch oAm oAn oAng oAnh oAt oĂc oĂm oĂn oĂng oĂt Oe oEo oEn oEt Ô Ôi Ôc Ôm Ôn Ông Ôp Ôt ' +
  'Ơ Ơi Ơm Ơn Ơp Ơt U Ua Ui Uc Um Un Ung Up Ut uÂn uÂng uÂt uÂy uÊ uÊch uÊnh uÔi uÔc uÔm uÔn uÔng uÔt uƠ ' +
  'Uy uYa uYu uYch uYnh uYt uyÊn uyÊt Ư Ưa Ưi Ưu Ưc Ưm Ưn Ưng Ưt ưƠi ưƠu ưƠc ưƠm ưƠn ưƠng ưƠp ưƠt ' +
  'Y yÊu yÊm yÊn yÊng yÊt'
).split(' ')
const afterQu = (
  'A Ai Ao Ay Ac Ach An Ang Anh At Ăc Ăm Ăn Ăng Ăt Ân Âng Ât Ây E Eo En Et Ê Ên Ênh Êch Êt Ơ Ôc Y yÊn yÊt Ynh Yt Ych'
).split(' ')

function goes(initial: string, rhyme: string): boolean {
  const front = /^[EÊIYiy]/.test(rhyme)
  if (rhyme.startsWith('y')) return initial === ''
  if (rhyme === 'Y') return ['', 'h', 'k', 'l', 'm', 's', 't', 'v', 'th'].includes(initial)
  if (['k', 'gh', 'ngh'].includes(initial)) return front
  if (['c', 'ng'].includes(initial)) return !front
  if (initial === 'g') return !front || ['I', 'In', 'iÊng'].includes(rhyme)
  if (initial === 'gi') return !/^[IYiy]/.test(rhyme)
  return true
}

export interface Syllable {
  text: string
  /** In the new style of tones. */
  modern: string
  letters: string
  tone: Tone
}

function sung(initial: string, rhyme: string, tone: Tone): string {
  const raised = [...rhyme].map((c) => (c === c.toLowerCase() ? c : c.toLowerCase() + marks[tone]))
  return (initial + raised.join('')).normalize('NFC')
}

/** Every initial with every rhyme and tone that the rules of spelling allow. */
export function syllables(): Syllable[] {
  return initials.flatMap((initial) =>
    (initial === 'qu' ? afterQu : rhymes.filter((rhyme) => goes(initial, rhyme))).flatMap((rhyme) =>
      tones
        .filter((tone) => !/[cpt]h?$/.test(rhyme) || tone === 'sắc' || tone === 'nặng')
        .map((tone) => ({
          text: sung(initial, rhyme, tone),
          modern: sung(initial, rhyme.replace(/^O([ae])$/, (_, c: string) => 'o' + c.toUpperCase()).replace(/^Uy$/, 'uY'), tone),
          letters: initial + rhyme.toLowerCase(),
          tone,
        })),
    ),
  )
}

interface Keys {
  tones: Record<Tone, string>
  /** Of a letter: its plain key and the key for its mark. */
  mark: (letter: string) => string
}

const bases = new Map([
  ['ă', 'a'], ['â', 'a'], ['ê', 'e'], ['ô', 'o'], ['ơ', 'o'], ['ư', 'u'], ['đ', 'd'],
])
export const base = (letter: string): string => bases.get(letter) ?? letter

export const telex: Keys = {
  tones: { none: '', sắc: 's', huyền: 'f', hỏi: 'r', ngã: 'x', nặng: 'j' },
  mark: (letter) => ({ ă: 'w', ơ: 'w', ư: 'w', â: 'a', ê: 'e', ô: 'o', đ: 'd' })[letter] ?? '',
}

export const vni: Keys = {
  tones: { none: '', sắc: '1', huyền: '2', hỏi: '3', ngã: '4', nặng: '5' },
  mark: (letter) => ({ ă: '8', ơ: '7', ư: '7', â: '6', ê: '6', ô: '6', đ: '9' })[letter] ?? '',
}

/** The keys for toneless letters and a tone, in three orders. */
export function orders(letters: string, tone: Tone, keys: Keys): [string, string, string] {
  const sign = keys.tones[tone]
  const each = [...letters].map((letter) => base(letter) + keys.mark(letter))
  const plain = [...letters].map(base).join('')
  const signs = [...new Set([...letters].map(keys.mark))].join('')
  // In the middle: behind the last vowel, the marks behind the tone.
  const vowel = Math.max(...[...plain].map((c, i) => ('aeiouy'.includes(c) ? i : -1))) + 1
  if (letters.includes('oo')) {
    // Of its own: a second o is a hat in Telex, a third gives it back.
    const all = letters.replace('oo', keys === telex ? 'ooo' : 'oo')
    return [all + sign, all + sign, all.replace(/o+/, (o) => o + sign)]
  }
  return [each.join('') + sign, plain + signs + sign, plain.slice(0, vowel) + sign + plain.slice(vowel) + signs]
}

/** A syllable taken apart. */
export function spelt(syllable: string): { letters: string; tone: Tone } {
  const parts = syllable.normalize('NFD')
  const tone = tones.find((t) => t !== 'none' && parts.includes(marks[t])) ?? 'none'
  return { letters: parts.replace(tone === 'none' ? '' : marks[tone], '').normalize('NFC'), tone }
}

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
