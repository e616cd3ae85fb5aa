// A program for tests: one topic with everything a screen can meet, answered
// from memory. The facts are made up.

import golden from '../../../../backend/desktop/testdata/views/service.json'
import { BackendError, type Backend } from '../backend'
import { tints, type CountEvent } from '../enums'
import { baby } from './pictogram'
import { fakeStaff } from './staff'
import type { BootView, CodesView, EntryView, SearchView, ServiceView, SpeakView, SpokenView, TopicPageView, TopicView } from '../views'
import { council, item, papers, portal, rehearsal, walk } from './lesson'

export interface Counted {
  service: string
  event: CountEvent
  detail: string
  lang: string
}

export interface FakeBackend extends Backend {
  /** All that was counted, in order. */
  counted: Counted[]
  /** What was searched, in order. */
  searched: string[]
  /** Slips that were printed, with their answers. */
  slips: { service: string; answers: Record<string, string> }[]
  /** Units that were to be read aloud, in order. */
  spoken: SpeakView[]
  /** What was counted as not found. */
  missedQueries: string[]
  /** How often a visit has ended. */
  endings: number
  /** How often ready was said. */
  readies: number
  /** The next call to a method fails so. */
  failNext(code: string): void
  /** Someone presses Alt+F4. */
  askToClose(): void
  /** What the program says when a new one has proven itself. */
  prove(): void
}

export const topics: TopicView[] = [
  ['sinh-con', 'Sinh con', 'Birth'],
  ['ket-hon', 'Kết hôn', 'Marriage'],
  ['nguoi-mat', 'Người mất', 'Death'],
  ['cu-tru', 'Cư trú', 'Residence'],
  ['can-cuoc', 'Căn cước & VNeID', 'ID card & VNeID'],
  ['giay-to', 'Giấy tờ & hồ sơ', 'Papers & files'],
  ['bao-hiem', 'Bảo hiểm', 'Insurance'],
  ['dat-nha', 'Đất & nhà', 'Land & housing'],
  ['kinh-doanh', 'Kinh doanh & thuế', 'Business & tax'],
  ['xe', 'Xe & bằng lái', 'Vehicles & licences'],
  ['tro-cap', 'Trợ cấp & người có công', 'Allowances & merit'],
  ['viec-lam-hoc', 'Việc làm & học', 'Work & school'],
  ['dien-nuoc', 'Điện nước & thanh toán', 'Power, water & paying'],
  ['nong-nghiep', 'Nông nghiệp', 'Farming'],
  ['an-toan', 'An toàn trên mạng', 'Safety online'],
].map(([key = '', vi = ''], i) => ({ key, title: vi, tint: tints[i % tints.length] ?? 'rice', picture: baby }))

const topicTitles = new Map([
  ['Sinh con', 'Birth'],
  ['Kết hôn', 'Marriage'],
])

export function boot(lang: string): BootView {
  return {
    version: '0.1.0',
    edition: 1,
    edited: '2026-11-23',
    place: 'Tỉnh Thử Nghiệm',
    office: {
      title: 'Trung tâm Phục vụ hành chính công xã Thử Nghiệm',
      name: 'Trung tâm Phục vụ hành chính công xã Thử Nghiệm',
      place: 'Xã Thử Nghiệm',
      unit: 'xã',
      hours: ['Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ'],
      phone: '',
      dpi: 96,
    },
    topics: topics.map((t) => ({ ...t, title: lang === 'en' ? (topicTitles.get(t.title) ?? t.title) : t.title })),
    common: [{ key: 'khai-sinh', title: lang === 'en' ? 'Birth certificate' : 'Khai sinh cho con', picture: baby }],
    emergency: { key: 'bi-lua', title: lang === 'en' ? 'Scammed?' : 'Vừa bị lừa?', picture: baby },
    languages: ['vi', 'en'],
    languageNames: [
      { code: 'vi', name: 'Tiếng Việt' },
      { code: 'en', name: 'English' },
    ],
    wifi: 'Mot cua',
    slips: true,
    letters: 0,
    proving: false,
    idle: { quiet: 60, quietBusy: 180, warning: 20, attract: 90 },
    notice: '',
  }
}

const birth: ServiceView = {
  // a field that is new in Go is here as the program answers it
  ...(golden as ServiceView),
  key: 'khai-sinh',
  kind: 'procedure',
  code: '1.001193',
  title: 'Đăng ký khai sinh cho con',
  official: 'Thủ tục đăng ký khai sinh',
  topic: { key: 'sinh-con', title: 'Sinh con', tint: 'rice', picture: baby },
  summary: 'Con mới sinh thì cha mẹ làm giấy khai sinh cho con. Làm trong 60 ngày đầu.',
  decides: 'Ủy ban nhân dân xã, phường',
  advice: 'either',
  why: 'Nộp được trên mạng; khi nhận giấy thì ra xã ký sổ.',
  fee: { say: 'Đúng hạn thì không mất tiền', note: 'Quá hạn: hỏi cán bộ, mức do tỉnh quy định', source: portal, lang: '', target: '' },
  time: { say: 'Ngay trong ngày', note: 'Nộp sau 15 giờ thì ngày hôm sau', source: portal, lang: '', target: '' },
  deadline: { say: 'Làm trong 60 ngày đầu', note: '', source: portal, lang: '', target: '' },
  hotline: null,
  bring: papers,
  questions: 2,
  watch: [
    { say: 'Tên con ghi trên giấy chứng sinh phải đúng với tên đăng ký.', source: null, lang: '', target: '' },
    { say: 'Đăng ký muộn quá 60 ngày có thể phải nộp tiền.', source: portal, lang: '', target: '' },
  ],
  sure: 'full',
  sources: [portal, council],
  checked: '2026-11-20',
  guide: true,
  stepCount: 9,
  minutes: 3,
  rehearsal: true,
  codes: true,
}

const vneid: ServiceView = {
  ...birth,
  key: 'vneid',
  kind: 'app',
  code: '',
  title: 'Cài ứng dụng VNeID',
  official: '',
  summary: 'VNeID là giấy tờ của ông bà trên điện thoại.',
  decides: 'Bộ Công an',
  advice: 'online',
  why: '',
  fee: null,
  time: null,
  deadline: null,
  hotline: { say: '1900 0368', note: '', source: portal, lang: '', target: '' },
  bring: [item('Điện thoại và căn cước có gắn chip')],
  watch: [],
  sure: 'verified',
  guide: false,
  stepCount: 0,
  minutes: 0,
}

const unknown: ServiceView = {
  ...birth,
  key: 'khai-sinh-nuoc-ngoai',
  code: '2.000528',
  title: 'Khai sinh có yếu tố nước ngoài',
  summary: 'Khi cha hoặc mẹ là người nước ngoài.',
  advice: 'ask',
  why: 'Chưa rõ nộp trên mạng được không. Mời hỏi cán bộ.',
  fee: null,
  time: null,
  deadline: null,
  bring: [],
  watch: [],
  sure: 'name-only',
  guide: false,
  stepCount: 0,
  minutes: 0,
  codes: false,
}

export const services: ServiceView[] = [birth, vneid, unknown]

// Looks like a code and is none: three corners and a pattern.
function codePath(modules: number): string {
  let path = ''
  const corner = (x: number, y: number) => (path += `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`)
  const inCorner = (x: number, y: number) => (x < 12 && (y < 12 || y > modules - 13)) || (x > modules - 13 && y < 12)
  corner(4, 4)
  corner(modules - 11, 4)
  corner(4, modules - 11)
  for (let y = 4; y < modules - 4; y++) {
    for (let x = 4; x < modules - 4; x++) {
      if (!inCorner(x, y) && (x * x * 7 + y * 13 + x * y * 3) % 5 < 2) path += `M${x} ${y}h1v1h-1z`
    }
  }
  return path
}

export function codes(key: string): CodesView {
  const path = codePath(53)
  if (key === 'vneid') {
    const base = { url: 'https://example.gov.vn/', size: 53, path, checked: '', age: 0 }
    return {
      app: '',
      code: '',
      problem: '',
      codes: [
        { ...base, link: 'android', host: 'play.google.com', hostName: 'Cửa hàng Google Play' },
        { ...base, link: 'ios', host: 'apps.apple.com', hostName: 'Cửa hàng App Store' },
      ],
      phones: [
        { link: 'android', picture: baby },
        { link: 'ios', picture: baby },
      ],
    }
  }
  if (key === unknown.key) {
    return { app: '', code: unknown.code, codes: [], phones: [], problem: 'Chưa có địa chỉ đã kiểm tra cho mục này. Mời ông bà hỏi cán bộ.' }
  }
  const url = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/0'
  return {
    app: '',
    code: birth.code,
    problem: '',
    phones: [],
    codes: [{ link: 'portal', url, host: 'dichvucong.gov.vn', hostName: 'Cổng Dịch vụ công quốc gia', size: 53, path, checked: '2026-11-20', age: 0 }],
  }
}

export const entry: EntryView = {
  id: '019d8af3-edd0-7528-af6e-edcc8745d1f1',
  code: '1.014689',
  name: 'Thủ tục cấp phép bay',
  issuer: 'Bộ Quốc phòng',
  departments: ['Cục Tác chiến'],
  here: true,
  codes: codes('khai-sinh'),
}

/** Finds titles that have all the words; "bay" finds the catalogue entry, "?" guesses. */
function search(query: string): SearchView {
  const words = query.toLowerCase().replace('?', '').trim().split(/\s+/)
  const hits: SearchView['hits'] = services
    .filter((s) => words.every((word) => s.title.toLowerCase().includes(word)))
    .map((s) => ({ key: s.key, kind: s.kind, code: s.code, title: [{ say: s.title, hit: true }], decides: s.decides, guide: s.guide, hidden: false }))
  if (words.includes('bay')) {
    hits.push({ key: entry.id, kind: 'catalogue', code: entry.code, title: [{ say: entry.name, hit: true }], decides: entry.issuer, guide: false, hidden: false })
  }
  return { hits, unsure: query.includes('?') && hits.length > 0 }
}

/** A sentence a text, each with a sound of its own. */
function spoken(unit: SpeakView): SpokenView {
  const pieces = unit.texts.map((say, text) => ({
    text, from: 0, to: say.length, say, lang: unit.lang, sound: unit.synth ? `/sound/${text}` : '', start: 0, end: 0,
  }))
  return { pieces, missing: '', name: '' }
}

export function fakeBackend(): FakeBackend {
  let failure: BackendError | null = null
  const answer = async <T>(value: T): Promise<T> => {
    if (failure) {
      const thrown = failure
      failure = null
      throw thrown
    }
    return value
  }
  const find = (key: string): ServiceView => {
    const service = services.find((s) => s.key === key)
    if (!service) throw new BackendError('not_found', '')
    return service
  }
  let asked = (): void => undefined
  let proven = (): void => undefined
  const fake: FakeBackend = {
    counted: [],
    searched: [],
    missedQueries: [],
    slips: [],
    spoken: [],
    endings: 0,
    readies: 0,
    failNext: (code) => (failure = new BackendError(code, '')),
    boot: (lang) => answer(boot(lang)),
    topic: async (key): Promise<TopicPageView> => {
      const topic = topics.find((t) => t.key === key)
      if (!topic) throw new BackendError('not_found', '')
      return answer({ topic, services: key === 'sinh-con' ? services : [], groups: key === 'sinh-con' ? [{ title: 'Mới sinh', picture: baby, services }] : [] })
    },
    service: async (key) => answer(find(key)),
    walk: async (key, answers) => {
      const lesson = walk(answers)
      return answer(find(key).guide ? lesson : { ...lesson, ask: null, steps: [], chapters: [], checklist: [], next: [], trouble: [], handoff: '' })
    },
    rehearsal: async (_key, answers) => answer(rehearsal(answers)),
    skill: async () => answer(rehearsal({ married: 'yes', born: 'home' })),
    codes: async (key) => answer(codes(find(key).key)),
    trial: async () =>
      answer({
        code: { link: 'web', url: '', host: 'Bà con quét đúng rồi', hostName: '', size: 37, path: codePath(37), checked: '', age: 0 },
        phones: (['android', 'samsung', 'iphone', 'zalo'] as const).map((phone) => ({ phone, picture: baby })),
      }),
    search: async (query) => {
      fake.searched.push(query)
      return answer(search(query))
    },
    entry: async (id) => {
      if (id !== entry.id) throw new BackendError('not_found', '')
      return answer(entry)
    },
    voices: () => answer({ synth: ['vi', 'en'], recorded: [], languages: [], silent: false }),
    speak: async (unit) => {
      fake.spoken.push(unit)
      return answer(spoken(unit))
    },
    wifi: async () => answer({ name: 'Mot cua', password: 'motcua2026', code: { link: 'web', url: '', host: 'Mot cua', hostName: '', size: 53, path: codePath(53), checked: '', age: 0 } }),
    slip: async (service, answers) => {
      await answer(undefined)
      fake.slips.push({ service, answers: { ...answers } })
    },
    missed: (query) => void fake.missedQueries.push(query),
    count: (service, event, detail, lang) => void fake.counted.push({ service, event, detail, lang }),
    ready: () => void fake.readies++,
    beat: () => undefined,
    endSession: () => void fake.endings++,
    staff: fakeStaff(),
    onCloseAsked: (tell) => {
      asked = tell
      return () => (asked = () => undefined)
    },
    askToClose: () => asked(),
    onProven: (tell) => {
      proven = tell
      return () => (proven = () => undefined)
    },
    prove: () => proven(),
  }
  fake.staff.find = (query, lang) => fake.search(query, lang)
  return fake
}
