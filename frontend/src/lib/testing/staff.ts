// The staff's part of the program for tests: a door with a PIN, a press that
// takes three looks, and one old batch.

import { BackendError, type StaffBackend } from '../backend'
import { details } from '../enums'
import type { AtDoorView, BatchView, DetailChangeView, DetailView, EnteredView, GapsView, LayoutView, LinkCodeView, LinkVerdict, LinkView, ManualBlockView, ManualChapterView, NoteView, OrderView, PaperView, PersonView, PrintersView, SettingsView, TodayView, UnfinishedView, UpdateFileView, UpdateOfferView, UpdatesView, WhomView, WordingText, WordingView } from '../views'

export const pin = '290511'
/** The recovery code, as it is shown. */
export const recovery = '4821 0937 5516'
export const setupCode = '48210937'

const old: BatchView = {
  id: 1,
  made: '2026-01-05 09:12',
  layout: 'a4x8',
  hamlet: '',
  place: '/media/x/USB',
  copies: 40,
  pages: 5,
  edition: 1,
  printed: false,
  retired: '',
  outdated: true,
  services: [{ key: 'khai-sinh', title: 'Đăng ký khai sinh cho con', copies: 40, why: ['Tiền phải nộp đã đổi.'] }],
}

const look = (name: LayoutView['name'], vi: string, sizeVi: string, sheet: string, columns = 1, rows = 1): LayoutView => ({
  name, vi, en: vi, sizeVi, sizeEn: sizeVi, sheet, width: 210, height: 297, columns, rows, folded: false,
})

/** What paper there is: a part of what the program has. */
export const paper: PaperView = {
  layouts: [
    look('a6', 'Thẻ rời', 'A6', 'A6'),
    look('a5', 'Tờ mang về', 'A5', 'A5'),
    look('a4x4', 'Thẻ bỏ ví', '4 thẻ trên A4', 'A4', 2, 2),
    look('a4x8', 'Thẻ nhỏ', '8 thẻ trên A4', 'A4', 2, 4),
    look('poster', 'Dán tường', 'A3', 'A3'),
  ],
  hamletLayout: 'a4x8',
  maxCopies: 5000,
  maxHouseholds: 500,
  maxHamletName: 60,
  often: [{ key: 'zalo', title: 'Cài Zalo' }],
}

function cells(name: string): number {
  const { columns, rows } = paper.layouts.find((l) => l.name === name) ?? { columns: 1, rows: 1 }
  return columns * rows
}

const none: UnfinishedView = { title: '', begun: '', printed: false, place: '', pages: 0, done: 0 }

/** Links to check: three pages of the portal. */
const linkKeys = ['khai-sinh', 'khai-tu', 'ket-hon']

const linkOf = (key: string): LinkView => ({
  key, url: `https://dichvucong.gov.vn/${key}`, title: `Trang ${key}`, code: '1.001193', kind: 'portal', shown: true,
  state: 'never', checked: '', who: '', local: false, own: true,
})

const control: LinkView = { ...linkOf('trang-chu'), title: 'Cổng Dịch vụ công quốc gia', code: '', kind: 'web', own: false }

const codeOf = (link: LinkView): LinkCodeView => ({
  link,
  host: 'dichvucong.gov.vn',
  size: 21,
  path: 'M0 0h1v1H0z',
})

const line = (kind: ManualBlockView['kind'], text: string, number = 0): ManualBlockView => ({
  kind, number, spans: [{ text, button: false }], picture: '', alt: '', width: 0, height: 0,
})

/** A manual of two chapters, with every kind of block. */
export const manual: ManualChapterView[] = [
  {
    name: '01-bat-may',
    title: 'Bật máy lần đầu',
    blocks: [
      line('text', 'Làm một lần.'),
      { ...line('step', 'Chạm ', 1), spans: [{ text: 'Chạm ', button: false }, { text: 'Mở', button: true }] },
      line('step', 'Ghi tên.', 2),
      { ...line('picture', ''), spans: [], picture: 'hinh/01-trang-dau.png', alt: 'Trang đầu', width: 1366, height: 768 },
      line('step', 'Chọn mã PIN.', 3),
    ],
  },
  { name: '15-hang-ngay', title: 'Mỗi ngày làm gì', blocks: [line('heading', 'Mỗi sáng'), line('point', 'Mở máy.'), line('point', 'Xem giấy.')] },
]

/** An update on a stick, and what is in it. */
export const updateFile: UpdateFileView = { path: '/media/x/USB/tung-buoc-12.tbupdate', name: 'tung-buoc-12.tbupdate', place: 'USB', stick: true, size: 31 * 1024 * 1024, folder: '' }
export const updateOffer: UpdateOfferView = { version: '1.4.0', number: 12, made: '2026-11-20', size: 30 * 1024 * 1024, file: 'tung-buoc-12.tbupdate', failed: '', instead_of: '' }

export interface FakeStaff extends StaffBackend {
  /** Who works here, and by which PIN. */
  here: (PersonView & { pin: string; old?: boolean; given?: boolean })[]
  /** How often somebody said that the recovery code is on paper. */
  written: number
  /** The questions of the set-up that wait. */
  putOffs: string[]
  /** What was said of links, in order. */
  judged: LinkVerdict[]
  /** The link of which an earlier round said that it is right. */
  judgedBefore: string
  controlOpened: boolean | undefined
  /** What was asked for, in order. */
  saved: { order: OrderView; folder: string }[]
  printed: { order: OrderView; printer: string }[]
  resumed: number[]
  measured: [number, number][]
  /** The job that was cut off. */
  left: UnfinishedView
  /** The printers there are. */
  printing: PrintersView
  /** What of the manual went where. */
  manualOut: { chapter: string; to: string }[]
  scripts: { lang: string; services: string[]; folder: string }[]
  takenIn: { lang: string; folder: string }[]
  /** Ids of the recordings of the commune. */
  clipsKept: string[]
  /** Notes by their places, as the program keeps them. */
  notesKept: Map<string, NoteView>
  /** What there is to do. */
  toDo: TodayView
  /** What the lessons lack. */
  lacking: GapsView
  /** Which versions of the program there are. */
  versions: UpdatesView
  /** What the office says of itself, as the program keeps it. */
  detailsKept: Map<string, DetailView>
  detailChanges: DetailChangeView[]
  /** The next call to save a note or a detail fails with this, once. */
  notesFail: BackendError | undefined
  /** What is set of the kiosk. */
  settingsKept: Map<string, string>
  /** How often somebody wanted to use the PC. */
  aside: number
  /** There is no window to make small. */
  windowless: boolean
  /** How often the kiosk was closed. */
  closed: number
  /** Sentences of the office's own by their places. */
  wordingsKept: Map<string, WordingView>
  /** What was taken from residents. */
  taken: Set<string>
}

const entered = ({ name, role, old = false, given = false }: FakeStaff['here'][number]): EnteredView => ({ name, role, old, given, recovery: '' })

export function fakeStaff(kept = pin): FakeStaff {
  let open = false
  let me: FakeStaff['here'][number] | undefined
  let recovering = 0
  let shown = false
  let looks = 0
  let batches = [old]
  const inside = <T>(value: T): Promise<T> =>
    open ? Promise.resolve(value) : Promise.reject(new BackendError('denied', 'Phần này dành cho cán bộ. Mời nhập mã PIN.'))
  const noteAt = (target: string): NoteView =>
    fake.notesKept.get(target) ?? { target, of: 'Khai sinh', on: `Dòng ${target}`, lessons: 0, draft: '', sequence: 0, shown: '', parked: false, under: '', saved: '', who: '', words: target.includes('/'), drawn: false, bare: false, hidden: false }
  const sentence = (say: string): WordingText => ({ say, more: '', source: '', dated: '', from: '' })
  const whom: WhomView = {
    on: 'Gõ tên cháu.', now: 'everybody', line: false, ways: [],
    asks: [{ key: 'way', ask: 'Làm cách nào?', some: false, answers: [{ key: 'phone', say: 'Điện thoại' }, { key: 'desk', say: 'Tại quầy' }] }],
  }
  const stands = (target: string): WordingText => sentence(target.endsWith('#when') ? 'everybody' : 'Gõ tên cháu.')
  const wordingAt = (target: string): WordingView =>
    fake.wordingsKept.get(target) ?? {
      target, of: 'Khai sinh', own: false, there: true, step: '', bare: false, copy: null, copyNow: null, picture: '', practice: '', alt: '', steps: [], whom: target.endsWith('#when') ? whom : null, takeable: target.endsWith('#fee'), before: stands(target), draft: stands(target), sequence: 0, writing: false, asked: false, author: '', authorId: 0,
      saved: '', flaws: [], agreed: false, parked: false, under: '', now: sentence(''), by: '', made: '',
    }
  const detailAt = (name: DetailView['name']): DetailView =>
    fake.detailsKept.get(name) ?? { name, draft: '', sequence: 0, shown: '', decided: false, problem: '', saved: '', who: '', admin: name === 'place' || name === 'name' }
  const settingsNow = (): SettingsView => ({
    settings: ([['idle', '165'], ['letters', '1'], ['speaking', 'always'], ['dpi', '96'], ['desk_printer', ''], ['slip_printer', ''], ['sumatra', '']] as const).map(([name, usual]) => {
      const kept = fake.settingsKept.get(name) ?? ''
      return { name, value: kept || usual, kept, about: '', least: 72, most: 180 }
    }),
    problem: '',
    folder: { path: '/home/kiosk/.local/share/tungbuoc', size: 12, free: 40_000 },
  })
  const fake: FakeStaff = {
    wordingsKept: new Map(),
    lacking: { office: [], groups: [], days: 30 },
    versions: { version: '1.3.0', since: '', waiting: null, failed: null, offer: null },
    toDo: { paper: 0, codes: 0, notes: 0, words: 0, begun: [], office: [], stuck: 0, update: '', job: '', missed: [], backup: null, failed: [] },
    judged: [],
    judgedBefore: '',
    controlOpened: undefined,
    saved: [],
    printed: [],
    resumed: [],
    measured: [],
    left: none,
    printing: {
      printers: [
        { name: 'may-in', about: 'Máy in phòng một cửa', ready: true, reason: '' },
        { name: 'cu', about: 'cu', ready: false, reason: 'Máy in tắt. Mời bật máy in.' },
      ],
      chosen: 'may-in',
      gone: '',
      problem: '',
    },
    manualOut: [],
    scripts: [],
    takenIn: [],
    clipsKept: ['0000000000000000', '1111111111111111'],
    manual: () => inside(manual),
    printManual: (chapter, printer) => {
      looks = 0
      fake.manualOut.push({ chapter, to: printer })
      return inside(undefined)
    },
    saveManual: (chapter, folder) => {
      looks = 0
      fake.manualOut.push({ chapter, to: folder })
      return inside(undefined)
    },
    printers: () =>
      inside(fake.printing),
    print: (order, printer) => {
      looks = 0
      fake.printed.push({ order, printer })
      return inside(undefined)
    },
    here: kept === '' ? [] : [{ id: 1, name: 'Lan', role: 'admin', hasPin: true, me: false, since: '2026-11-02', pin: kept }],
    door: () =>
      Promise.resolve({
        hasPin: fake.here.length > 0,
        people: fake.here.map(({ id, name, old = false, given = false }): AtDoorView => ({ id, name, old, given })),
        codeFile: fake.here.length > 0 ? '' : '/home/kiosk/.config/tungbuoc/ma-cai-dat.txt',
        locked: 0,
      }),
    enterCode: (code) => {
      shown = code === setupCode
      return shown ? Promise.resolve() : Promise.reject(new BackendError('denied', 'Mã cài đặt chưa đúng. Còn 4 lần thử.'))
    },
    recover: (id, code) => {
      if (code !== recovery.replaceAll(' ', '')) return Promise.reject(new BackendError('denied', 'Mã khôi phục chưa đúng. Còn 4 lần thử.'))
      recovering = id
      return Promise.resolve()
    },
    choose: (name, value) => {
      const again = me?.old ? me : fake.here.find(({ id }) => id === recovering)
      if (!shown && !again) return Promise.reject(new BackendError('denied', 'Mời nhập mã cài đặt trước khi chọn mã PIN.'))
      me = { id: 1, role: 'admin', hasPin: true, me: true, since: '2026-11-02', ...again, name: recovering > 0 && again ? again.name : name, pin: value, old: false }
      fake.here = [me, ...fake.here.filter(({ id }) => id !== me?.id)]
      open = true
      return Promise.resolve({ ...entered(me), recovery })
    },
    unlock: (id, value) => {
      me = fake.here.find((person) => person.id === id && person.pin === value)
      open = me !== undefined
      return me ? Promise.resolve(entered(me)) : Promise.reject(new BackendError('denied', 'Mã PIN chưa đúng. Còn 4 lần thử.'))
    },
    lock: () => {
      open = false
      return Promise.resolve()
    },
    ownPin: () => inside(undefined),
    people: () => inside(fake.here.map(({ id, name, role, hasPin, since }) => ({ id, name, role, hasPin, since, me: id === me?.id }))),
    addPerson: (name, role, value) => {
      fake.here = [...fake.here, { id: fake.here.length + 1, name, role, hasPin: true, me: false, since: '2026-11-23', pin: value }]
      return inside(undefined)
    },
    changePerson: (id, name, role) => {
      fake.here = fake.here.map((person) => (person.id === id ? { ...person, name, role } : person))
      return inside(undefined)
    },
    givePin: (id, value) => {
      fake.here = fake.here.map((person) => (person.id === id ? { ...person, pin: value } : person))
      return inside(undefined)
    },
    removePerson: (id) => {
      fake.here = fake.here.filter((person) => person.id !== id)
      return inside(undefined)
    },
    newRecovery: () => inside(recovery),
    recoveryWritten: () => {
      fake.written++
      return inside(undefined)
    },
    putOff: (step) => {
      fake.putOffs = [...fake.putOffs, step]
      return inside(undefined)
    },
    written: 0,
    putOffs: kept === '' ? [] : ['commune', 'hours', 'phone', 'wifi', 'people'],
    trail: (before) => inside(before > 0 ? [] : [{ id: 1, made: '2026-11-23 08:00', who: 'Lan', what: 'opened' as const, subject: '' }]),
    saveTrail: () => {
      looks = 0
      return inside(undefined)
    },
    today: () => inside(fake.toDo),
    gaps: () => inside(fake.lacking),
    saveMissed: () => {
      looks = 0
      return inside(undefined)
    },
    backup: () => {
      looks = 0
      fake.toDo = { ...fake.toDo, backup: { made: '2026-11-23 08:00', ago: 0, stick: true, days: 3, batches: 2, checks: 1, clips: 0, notes: 2, words: 1, away: 1, people: 2 } }
      return inside(undefined)
    },
    updates: () => inside(fake.versions),
    updateFiles: () => inside([updateFile]),
    checkUpdate: (path) => {
      looks = 0
      fake.versions = { ...fake.versions, offer: path === updateFile.path ? updateOffer : null }
      return inside(undefined)
    },
    takeUpdate: (value) => {
      if (value !== me?.pin) return Promise.reject(new BackendError('denied', 'Mã PIN chưa đúng. Còn 4 lần thử.'))
      looks = 0
      fake.versions = { ...fake.versions, offer: null, waiting: { version: updateOffer.version, taken: '2026-11-23 08:00', trying: false, held: '' } }
      return inside(undefined)
    },
    cancelUpdate: () => {
      fake.versions = { ...fake.versions, waiting: null }
      return inside(undefined)
    },
    paper: () => inside(paper),
    preview: (order, page) =>
      inside({
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 148 210" aria-label="${order.layout}"></svg>`,
        pages: order.hamlet ? 33 : Math.ceil(order.counts.reduce((sum, n) => sum + n, order.start - 1) / cells(order.layout)),
        page,
        cells: cells(order.layout),
        minutes: order.hamlet ? 3 : 0,
        warnings: [],
      }),
    folders: () => inside([{ path: '/media/x/USB', name: 'USB', stick: true }]),
    save: (order, folder) => {
      looks = 0
      fake.saved.push({ order, folder })
      return inside(undefined)
    },
    progress: () => {
      const done = Math.min(++looks, 3)
      return inside({ state: done < 3 ? 'busy' : 'done', done, pages: 3, file: done < 3 ? '' : '/media/x/USB/to.pdf', problem: '', warnings: [] })
    },
    stop: () => inside(undefined),
    unfinished: () => inside(fake.left),
    resume: (from) => {
      looks = 0
      fake.resumed.push(from)
      fake.left = none
      return inside(undefined)
    },
    forget: () => {
      fake.left = none
      return inside(undefined)
    },
    ruler: () => inside({ across: 190, down: 270, measured: fake.measured.length > 0 ? '2026-11-24' : '' }),
    printRuler: () => inside(undefined),
    calibrate: (_printer, _layout, across, down) => {
      fake.measured.push([across, down])
      return inside(undefined)
    },
    recordings: () =>
      inside([
        { lang: 'vi', name: 'tiếng Việt', recorded: 0, total: 1145, own: 0, outdated: [], folder: 'thu-am-tieng-viet' },
        { lang: 'tyz', name: 'tiếng Tày', recorded: 12, total: 1145, own: fake.clipsKept.length, outdated: ['0000000000000000'], folder: 'thu-am-tieng-tay' },
      ]),
    saveScript: (lang, services, folder) => {
      looks = 0
      fake.scripts.push({ lang, services: [...services], folder })
      return inside(undefined)
    },
    takeIn: (lang, folder) => {
      looks = 0
      fake.takenIn.push({ lang, folder })
      return inside(undefined)
    },
    imported: () =>
      inside({
        lang: 'tyz',
        taken: 1,
        files: [
          { file: 'a.mp3', texts: [], sound: '', problem: 'Tên tệp phải bắt đầu bằng mã trong kịch bản.' },
          { file: '1111111111111111.wav', texts: ['Mở VNeID.'], sound: '/sound/tyz-1111111111111111', problem: '' },
        ],
      }),
    clips: (lang) =>
      inside(
        fake.clipsKept.map((id) => ({
          id,
          texts: id.startsWith('0') ? [] : ['Mở VNeID.'],
          where: ['Làm giấy khai sinh'],
          sound: `/sound/${lang}-${id}`,
          now: id.startsWith('0') ? [['Chọn đúng xã', 'Xã cũ đã nhập.']] : [],
        })),
      ),
    discard: (_lang, ids) => {
      fake.clipsKept = fake.clipsKept.filter((id) => !ids.includes(id))
      return inside(undefined)
    },
    restore: (_lang, ids) => {
      fake.clipsKept = [...fake.clipsKept, ...ids].sort()
      return inside(undefined)
    },
    links: () => inside({ control: control, links: linkKeys.map(linkOf), own: 2, left: linkKeys.length, changed: [] }),
    linkCode: (key) => inside(codeOf(key === control.key ? control : linkOf(key))),
    beginLinks: () => inside(7),
    linksControl: (_sitting, opened) => {
      fake.controlOpened = opened
      return inside(undefined)
    },
    judgeLink: (verdict) => {
      if (verdict.link === fake.judgedBefore && !verdict.sure) return inside({ found: 'right' as const, day: '2026-11-01', who: 'Hoa' })
      fake.judged = [...fake.judged, verdict]
      return inside({ found: '' as const, day: '', who: '' })
    },
    undoLink: () => {
      const last = fake.judged.at(-1)?.link ?? ''
      fake.judged = fake.judged.slice(0, -1)
      return inside(last)
    },
    tryAddress: (key, pasted) =>
      pasted.startsWith('https://dichvucong.gov.vn/')
        ? inside(codeOf({ ...linkOf(key), url: pasted }))
        : Promise.reject(new BackendError('unofficial', 'Trang này không có trong danh sách trang chính thức.')),
    useAddress: (verdict) => {
      fake.judged = [...fake.judged, verdict]
      return inside(undefined)
    },
    dropAddress: () => inside(undefined),
    notesKept: new Map(),
    notesFail: undefined,
    taken: new Set(),
    notes: () => inside({ notes: [...fake.notesKept.values()], parked: 0, away: [], over: 0, longest: 200, changes: [] }),
    takeAway: (target) => {
      fake.taken.add(target)
      return inside(undefined)
    },
    bringBack: (target) => inside(void fake.taken.delete(target)),
    find: () => inside({ hits: [], unsure: false }),
    note: (target) => inside(noteAt(target)),
    saveNote: (target, text, sequence) => {
      const fails = fake.notesFail
      fake.notesFail = undefined
      if (fails) return Promise.reject(fails)
      const kept = sequence > noteAt(target).sequence
      if (kept) fake.notesKept.set(target, { ...noteAt(target), draft: text.trim(), sequence })
      return inside({ kept, note: noteAt(target) })
    },
    showNote: (target, sequence) => {
      const now = noteAt(target)
      if (now.sequence !== sequence) return Promise.reject(new BackendError('invalid', 'Ghi chú này vừa được sửa ở cửa sổ khác.'))
      fake.notesKept.set(target, { ...now, shown: now.draft, sequence: sequence + 1 })
      return inside(noteAt(target))
    },
    takeNote: (target) => {
      fake.notesKept.set(target, { ...noteAt(target), draft: '', shown: '', sequence: noteAt(target).sequence + 1 })
      return inside(undefined)
    },
    wordings: () => inside([...fake.wordingsKept.values()]),
    wording: (target) => inside(wordingAt(target)),
    printRecovery: () => inside(undefined),
    newOwn: (topic) => inside(`cua-xa-${topic}-1`),
    lesson: (key) => inside(['fee', 'order'].map((name) => wordingAt(`${key}#${name}`))),
    drawings: () => inside([]),
    saveWording: (target, text, sequence) => {
      const fails = fake.notesFail
      fake.notesFail = undefined
      if (fails) return Promise.reject(fails)
      const kept = sequence > wordingAt(target).sequence
      if (kept) fake.wordingsKept.set(target, { ...wordingAt(target), draft: text, writing: true, asked: false, author: me?.name ?? '', authorId: me?.id ?? 0, sequence })
      return inside({ kept, wording: wordingAt(target) })
    },
    askWording: (target, sequence) => {
      fake.wordingsKept.set(target, { ...wordingAt(target), asked: true, sequence: sequence + 1 })
      return inside(wordingAt(target))
    },
    agreeOnWording: (target, sequence, person, typed) => {
      const reader = fake.here.find(({ id, pin }) => id === person && pin === typed)
      if (!reader) return Promise.reject(new BackendError('denied', 'Mã PIN chưa đúng. Còn 4 lần thử.'))
      const now = wordingAt(target)
      fake.wordingsKept.set(target, { ...now, writing: false, asked: false, agreed: true, now: now.draft, by: `${now.author}, ${reader.name}`, sequence: sequence + 1 })
      return inside(undefined)
    },
    returnWording: (target, sequence) => {
      fake.wordingsKept.set(target, { ...wordingAt(target), asked: false, sequence: sequence + 1 })
      return inside(undefined)
    },
    dropWording: (target) => {
      fake.wordingsKept.delete(target)
      return inside(undefined)
    },
    settingsKept: new Map(),
    settings: () => inside(settingsNow()),
    changeSetting: (name, value) => {
      if (value === 'sai') return Promise.reject(new BackendError('invalid', 'Mục này chưa đúng. Mời chọn lại.'))
      fake.settingsKept.set(name, value)
      return inside(settingsNow())
    },
    stepAside: () => {
      fake.aside++
      return fake.windowless ? Promise.reject(new BackendError('unavailable', 'Ở đây không có cửa sổ Từng Bước.')) : inside(undefined)
    },
    leave: () => {
      fake.closed++
      return fake.windowless ? Promise.reject(new BackendError('unavailable', 'Ở đây không có cửa sổ Từng Bước.')) : inside(undefined)
    },
    aside: 0,
    closed: 0,
    windowless: false,
    copyFolder: () => inside(undefined),
    detailsKept: new Map(),
    detailChanges: [],
    commune: () => inside({ details: details.map(detailAt), changes: fake.detailChanges, putOff: fake.putOffs, places: [{ name: 'Xã Thử Nghiệm', office: 'Trung tâm xã Thử Nghiệm' }, { name: 'Phường Mới', office: 'Trung tâm phường Mới' }] }),
    saveDetail: (name, text, sequence) => {
      const fails = fake.notesFail
      fake.notesFail = undefined
      if (fails) return Promise.reject(fails)
      const kept = sequence > detailAt(name).sequence
      const problem = name === 'phone' && text.length > 40 ? 'Mục này dài quá.' : ''
      if (kept) fake.detailsKept.set(name, { ...detailAt(name), draft: text.trim(), sequence, problem })
      return inside({ kept, detail: detailAt(name) })
    },
    showDetail: (name, sequence) => {
      const now = detailAt(name)
      if (now.sequence !== sequence) return Promise.reject(new BackendError('invalid', 'Mục này vừa được sửa ở cửa sổ khác.'))
      fake.detailsKept.set(name, { ...now, shown: now.draft, decided: true, sequence: sequence + 1 })
      return inside(detailAt(name))
    },
    history: () => inside(batches),
    retire: () => {
      batches = [{ ...old, retired: '2026-11-23', outdated: false }]
      return inside(undefined)
    },
  }
  return fake
}
