// What can stand in a Vietnamese syllable. The composer asks it before it
// turns a key into a mark, so that vneid, zalo and windows stay as typed.

/** The initials, longest first. gi and qu swallow their vowel. */
const initials = (
  'ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x'
).split(' ').concat('')

/** The rhymes without their tones; ăk for Đắk Lắk. */
const rhymes = (
  'a ai ao au ay ac ach am an ang anh ap at ăc ăk ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât ' +
  'e eo ec em en eng ep et ê êu êch êm ên êng ênh êp êt ' +
  'i ia iu ich im in inh ip it iêu iêc iêm iên iêng iêp iêt ' +
  'o oa oai oao oay oe oeo oi oc om on ong op ot ooc oong oac oach oam oan oang oanh oap oat ' +
  'oăc oăm oăn oăng oăt oem oen oeng oet ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt ' +
  'u ua ui uc um un ung up ut uân uâng uât uây uê uêu uêch uên uênh uêt uôi uôc uôm uôn uông uôt uơ ' +
  'uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưi ưu ưc ưm ưn ưng ưp ưt ' +
  'ươi ươu ươc ươm ươn ương ươp ươt y yt yêu yêm yên yêng yêt'
).split(' ')

/** After qu, which has already spent the u. */
const afterQu = rhymes
  .filter((rhyme) => /^[aăâeêơ]/.test(rhyme))
  .concat('i it o on ôc ôn y ych yn ynh yp yt ya yu yên yêt'.split(' '))

const front = /^[eêiy]/

function rhymesAfter(initial: string): readonly string[] {
  switch (initial) {
    case 'qu':
      return afterQu
    case 'k':
    case 'gh':
    case 'ngh':
      return rhymes.filter((rhyme) => front.test(rhyme))
    case 'c':
    case 'ng':
      return rhymes.filter((rhyme) => !front.test(rhyme))
    // gì, gìn and giếng are spelt with g and a rhyme in i.
    case 'g':
      return rhymes.filter((rhyme) => !/^[eêy]/.test(rhyme))
    case 'gi':
      return rhymes.filter((rhyme) => !/^[iy]/.test(rhyme))
    case '':
      return rhymes
    default:
      return rhymes.filter((rhyme) => !rhyme.startsWith('yê'))
  }
}

const syllables = initials.map((initial) => ({ initial, rhymes: rhymesAfter(initial) }))

const unmarked = new Map([
  ['ă', 'a'], ['â', 'a'], ['ê', 'e'], ['ô', 'o'], ['ơ', 'o'], ['ư', 'u'], ['đ', 'd'],
])

/** The letter without its hat, horn, bowl or stroke. */
export const bare = (letter: string): string => unmarked.get(letter) ?? letter

/** Whether more marks and more letters at the end can make whole out of part. */
function leadsTo(whole: string, part: string): boolean {
  if (part.length > whole.length) return false
  for (let i = 0; i < part.length; i++) {
    const have = part.charAt(i)
    const want = whole.charAt(i)
    if (have !== want && have !== bare(want)) return false
  }
  return true
}

/** Ends with the consonant that allows no tones but sắc and nặng. */
const stopped = /[^cpt][cpt]h?$/

/**
 * Whether a word of small letters without tones can still become a syllable
 * with a tone of that kind.
 */
export function canBecome(word: string, smooth: boolean): boolean {
  return syllables.some(({ initial, rhymes }) => {
    if (!leadsTo(initial, word.slice(0, initial.length))) return false
    const rest = word.slice(initial.length)
    if (rest === '') return !smooth
    if (smooth && stopped.test(rest)) return false
    return rhymes.some((rhyme) => leadsTo(rhyme, rest))
  })
}
