import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backspace, compose, letter, tone, visible, type Method, type ToneStyle } from './composer'
import { base, orders, random, spelt, syllables, telex, vni } from './testing'

const type = (keys: string, method: Method = 'telex', style: ToneStyle = 'old') =>
  [...keys].reduce((before, key) => compose(before, key, method, style), '')

const table = syllables()
const ways = [
  ['telex', telex],
  ['vni', vni],
] as const
const orderNames = ['marks at their letters', 'marks at the end', 'tone in the middle']

describe('every syllable', () => {
  it('of which there are many', () => {
    expect(new Set(table.map((s) => s.text)).size).toBe(table.length)
    expect(table.length).toBeGreaterThan(16_000)
  })

  const cases = ways.flatMap(([method, keys]) =>
    orderNames.flatMap((name, order) => (['old', 'new'] as const).map((style) => ({ method, keys, name, order, style }))),
  )
  it.each(cases)('$method, $name, $style style', ({ method, keys, order, style }) => {
    const wrong = table.filter(({ text, modern, letters, tone }) => {
      return type(orders(letters, tone, keys)[order] ?? '', method, style) !== (style === 'old' ? text : modern)
    })
    expect(wrong.map((s) => s.text)).toEqual([])
  })

  it('comes from the direct row, too', () => {
    const wrong = table.filter(({ text, letters, tone: wanted }) => {
      const plain = [...letters].reduce((before, c) => letter(before, c), '')
      return (wanted === 'none' ? plain : tone(plain, wanted)) !== text
    })
    expect(wrong.map((s) => s.text)).toEqual([])
  })

  it('keeps its tone right while it grows behind it', () => {
    // The tone is pressed at the first vowel, all else comes after.
    const grown = table.filter((s) => s.tone !== 'none' && !/^(qu|gi)/.test(s.letters)).filter(({ text, letters, tone: wanted }) => {
      const at = [...letters].findIndex((c) => 'aeiouy'.includes(base(c))) + 1
      const head = tone([...letters].slice(0, at).join(''), wanted)
      return [...letters].slice(at).reduce((before, c) => letter(before, c), head) !== text
    })
    expect(grown.map((s) => s.text)).toEqual([])
  })
})

it('writes every word of this window', () => {
  const words = readFileSync('messages/vi.json', 'utf8').replaceAll('\\n', ' ').match(/\p{L}+/gu) ?? []
  const whole = [...new Set(words.map((w) => w.normalize('NFC')))].filter((w) => !/[fjwz]/i.test(w) && /[^a-z]/i.test(w))
  const wrong = whole.filter((word) => {
    const { letters, tone } = spelt(word.toLowerCase())
    return !orders(letters, tone, telex).every((keys) => [type(keys), type(keys, 'telex', 'new')].includes(word.toLowerCase()))
  })
  expect(whole.length).toBeGreaterThan(200)
  expect(wrong).toEqual([])
})

describe('by hand', () => {
  it.each([
    ['ddawng kys khai sinh cho nguwowif dduwowcj', 'đăng ký khai sinh cho người được'],
    ['dawngd dangdw dangwd dduwocj dduowcj ddwowcj', 'đăng đăng đăng được được được'],
    ['nguwowif nguowif nguoiwf nguwoif', 'người người người người'],
    ['hoaf hoafn quys gif gifa giefng thuyr thuowr', 'hòa hoàn quý gì già gièng thủy thuở'],
    ['tooi nhw tw chuwa mw', 'tôi như tư chưa mư'],
    ['aaa eee ooo ddd aww uww', 'aa ee oo dd aw uw'],
    ['ass aff dangdd hoaff tooso', 'as af dangd hoaf tóo'],
    ['asz asf hosxf xooongf', 'a à hò xoòng'],
    ['Ddawng KYS NGUWOWIF DDUWOWNGF', 'Đăng KÝ NGƯỜI ĐƯỜNG'],
    ['DDawks Lawks Pas Vi xin maanf Yr La', 'Đắk Lắk Pá Vi xin mần Ỷ La'],
    ['aaw awa oow owo', 'ă â ơ ô'],
    // w alone is ư, as large as its key; a second w takes it away again.
    ['TRWOWNGF THWR NWOWCS TWF HWUX', 'TRƯỜNG THỬ NƯỚC TỪ HỮU'],
    ['Trwowngf Thwr THw tW', 'Trường Thử THư tƯ'],
    ['hww HWW Hww hWW nhww TRWW', 'hw HW Hw hW nhw TRW'],
  ])('telex %s', (keys, text) => expect(type(keys)).toBe(text))

  it.each([
    ['d9a8ng ky1 khai sinh cho ngu7o7i2 d9u7o7c5', 'đăng ký khai sinh cho người được'],
    ['nguoi72 nguo7i2 dang98 duoc975', 'người người đăng được'],
    ['a11 a66 a10 nghi dinh 123 so 5', 'a1 a6 a nghi dinh 123 so 5'],
    ['hoa2n D9A8NG', 'hoàn ĐĂNG'],
  ])('vni %s', (keys, text) => expect(type(keys, 'vni')).toBe(text))

  // Who knows nothing of Telex, and names that are not Vietnamese.
  it.each([
    'giay khai sinh', 'can cuoc cong dan', 'dien', 'bhyt', 'thue', 'xe', 'so do', 'xin', 'cccd', 'gplx', 'hdd', 'ho so',
    'vneid', 'vssid', 'zalo', 'facebook', 'windows', 'wifi', 'email', 'http', 'www', 'fax', 'karaoke', 'internet', 'sdt',
    'dang ky ket hon', 'trich luc', 'ho ngheo', 'xac nhan doc than', 'giay phep lai xe', 'doi bang lai', 'so do nha dat',
    'dangkyxe', 'giaykhaisinh', 'truong hoc', 'dien thoai', 'quoc tich', 'bao hiem xa hoi', 'yeu cau', 'uu tien', 'kw',
  ])('leaves %s alone', (text) => expect(type(text)).toBe(text))

  it('does nothing when it is off', () => {
    expect(type('ddawng kys', 'off')).toBe('ddawng kys')
  })

  it('sets tones in the new style', () => {
    expect(type('hoaf thuys khoer hoafn quys', 'telex', 'new')).toBe('hoà thuý khoẻ hoàn quý')
    expect(compose('hòa', 'n', 'telex', 'new')).toBe('hoàn')
    expect(compose('hoà', 's', 'telex', 'old')).toBe('hóa')
  })

  it('puts, replaces and takes away a tone of the direct row', () => {
    expect(tone('duong', 'huyền')).toBe('duòng')
    expect(tone('đường', 'sắc')).toBe('đướng')
    expect(tone('đường', 'huyền')).toBe('đương')
    expect(tone('đường', 'none')).toBe('đương')
    expect(tone('gì', 'sắc')).toBe('gí')
    expect(tone('qu', 'sắc')).toBe('qu')
    expect(tone('xin ', 'sắc')).toBe('xin ')
    expect(tone('khaisinh', 'sắc')).toBe('khaisính')
    expect(tone('CCCD', 'sắc')).toBe('CCCD')
  })

  it('takes and gives NFC', () => {
    const nfd = 'đường'.normalize('NFD')
    expect(compose(nfd, 's', 'telex')).toBe('đướng')
    expect(backspace(nfd)).toBe('đườn')
    expect(letter(nfd, 'ơ')).toBe('đườngơ')
  })
})

describe('whatever is typed', () => {
  const next = random(20261123)
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? ''
  const keys = [...'aaadeeeghiiknnoootuuuwwsfrxjzcmpqvy ADEOUWS']
  const odd = [...'aăâđêôơưáàảãạ ', '\u0301', '\u0323', '\u031b', '😀', '👨‍👩‍👧', '\ud83d', '\ude00', '\0', 'ß', 'İ', 'ǆ', '한', '\u200d', 'e\u0302\u0301']
  const any = () => (next() < 0.3 ? String.fromCharCode(Math.floor(next() * 0x10000)) : pick(odd))
  const word = (length: number, one: () => string) => Array.from({ length: Math.floor(next() * length) }, one).join('')
  const plain = (text: string) => [...text.normalize('NFD').replace(/\p{M}/gu, '')].map((c) => base(c.toLowerCase())).join('')

  it('loses no letter and makes up none', () => {
    for (let i = 0; i < 3000; i++) {
      let text = ''
      for (const key of word(40, () => pick(keys))) {
        const before = text
        text = compose(before, key, 'telex')
        const small = key.toLowerCase()
        const [was, is] = [plain(before), plain(text)]
        const changed = text !== before
        // A key is a letter at the end, or a mark that changes what is there, or the short ư.
        if (is === was + small) continue
        if (small === 'w' && is === was + 'u' && /ư$/i.test(text)) continue
        // Which a second w takes away, leaving itself.
        if (small === 'w' && is === was.slice(0, -1) + 'w' && /[^aeiouy]ư$/i.test(before)) continue
        expect({ before, key, text, was, is, changed }).toMatchObject({ is: was, changed: true })
        expect('sfrxjzaeodw').toContain(small)
      }
    }
  })

  it('stays NFC and never throws', () => {
    const methods: Method[] = ['telex', 'vni', 'off']
    for (let i = 0; i < 3000; i++) {
      const text = word(30, any)
      const method = methods[i % 3] ?? 'off'
      const results = [compose(text, any(), method), compose(text, pick(keys), method), tone(text, 'hỏi'), letter(text, 'ơ'), backspace(text)]
      for (const result of results) expect(result).toBe(result.normalize('NFC'))
    }
  })

  it('a tone changes no letter', () => {
    for (let i = 0; i < 3000; i++) {
      const text = word(30, any).normalize('NFC')
      const sung = tone(text, 'hỏi')
      expect(visible(sung).length).toBe(visible(text).length)
      expect(tone(tone(sung, 'sắc'), 'none').normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')).toBe(
        text.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''),
      )
    }
  })

  it('a backspace takes one visible letter, and enough of them take all', () => {
    for (let i = 0; i < 500; i++) {
      let text = i % 2 ? type(word(30, () => pick(keys))) : word(30, any).normalize('NFC')
      const count = visible(text).length
      for (let left = count; left > 0; left--) {
        const shorter = backspace(text)
        expect(text.startsWith(shorter)).toBe(true)
        expect(visible(shorter).length).toBe(left - 1)
        text = shorter
      }
      expect(text).toBe('')
      expect(backspace(text)).toBe('')
    }
  })

  it('looks at the last word only', () => {
    const long = 'nghiêng '.repeat(2000)
    for (const key of ['g', 's', 'w', 'z']) {
      for (const before of [long, 'ddawng kys ', 'Đăng ký ', '123 ', 'x'.repeat(500) + ' ']) {
        expect(compose(before + 'nghien', key, 'telex')).toBe(before + compose('nghien', key, 'telex'))
      }
    }
    expect(compose('a'.repeat(500), 's', 'telex')).toBe('a'.repeat(500) + 's')
  })
})
