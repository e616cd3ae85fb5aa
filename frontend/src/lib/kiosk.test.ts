import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Kiosk } from './kiosk.svelte'
import { fakeBackend, type FakeBackend } from './testing/fake'

let backend: FakeBackend
let kiosk: Kiosk

beforeEach(async () => {
  backend = fakeBackend()
  kiosk = new Kiosk(backend)
  await kiosk.start()
})

/** Waits until the screen asked for is on the glass. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
  expect(kiosk.busy).toBe(false)
}

async function after(...moves: (() => void)[]): Promise<void> {
  for (const move of moves) {
    move()
    await settled()
  }
}

const key = 'khai-sinh'
const open = () => kiosk.openService(key)
const lesson = [
  open,
  () => kiosk.learn(key),
  () => kiosk.answer('married', 'yes'),
  () => kiosk.answer('born', 'home'),
  () => kiosk.openStep(key, 0),
  () => kiosk.openStep(key, 1),
]

const counted = () => backend.counted.map(({ service, event, detail }) => [service, event, detail].join(' ').trim())

it('asks who can speak once more when staff leave: they may have recorded a language', async () => {
  await after(() => kiosk.openStaff())
  const asked = vi.spyOn(backend, 'voices')
  await after(() => kiosk.restart(), () => kiosk.openSearch(), () => kiosk.restart())
  expect(asked).toHaveBeenCalledOnce()
})

it('begins each visit with the letters that staff have set, and hears when it may speak again', async () => {
  const said = await backend.boot('vi')
  vi.spyOn(backend, 'boot').mockResolvedValue({ ...said, letters: 2 })
  await after(() => kiosk.openStaff(), () => kiosk.goHome())
  expect(kiosk.session.textSize).toBe(2)
  await after(() => kiosk.resize('enlarge'))
  expect(kiosk.session.textSize).toBe(3)
  await after(() => kiosk.setLanguage('en')) // no reason to change what the resident has chosen
  expect(kiosk.session.textSize).toBe(3)
  kiosk.reader.silent = true
  const asked = vi.spyOn(backend, 'voices')
  await after(() => kiosk.restart())
  expect([kiosk.session.textSize, asked.mock.calls.length]).toEqual([2, 1])
})

it('asks anew for what it has shown when staff leave: they may have found a page wrong', async () => {
  const asked = vi.spyOn(backend, 'codes')
  const look = [open, () => kiosk.goHome()]
  await after(...look, ...look)
  expect(asked).toHaveBeenCalledOnce()
  await after(() => kiosk.openStaff(), () => kiosk.goHome(), ...look)
  expect(asked).toHaveBeenCalledTimes(2)
})

describe('the way through', () => {
  it('starts at home, with what the program says', () => {
    expect([kiosk.glass?.page?.name, kiosk.boot?.topics.length]).toEqual(['home', 15])
  })

  it('goes through a lesson and back the same way', async () => {
    await after(...lesson)
    const names = [kiosk.glass?.page?.name]
    while (kiosk.session.screens.length > 1) {
      await after(() => kiosk.back())
      names.push(kiosk.glass?.page?.name)
    }
    expect(names).toEqual(['step', 'step', 'checklist', 'fact', 'fact', 'service', 'home'])
  })

  it('keeps the answers for the steps and the hand-off', async () => {
    await after(...lesson, () => kiosk.openHandoff(key))
    expect(kiosk.session.screen).toMatchObject({ name: 'handoff', answers: { married: 'yes', born: 'home' } })
  })

  it('draws the phone anew in larger letters, in the lesson and in the rehearsal', async () => {
    const { walk, rehearsal } = backend
    const drawnIn = <View extends { steps: { picture: string }[] }>(view: View, size: number) => ({
      ...view,
      steps: view.steps.map((step) => ({ ...step, picture: `letters ${size}` })),
    })
    backend.walk = async (...asked) => drawnIn(await walk(...asked), asked[3])
    backend.rehearsal = async (...asked) => drawnIn(await rehearsal(...asked), asked[3])
    const shown = () => kiosk.glass?.page && 'step' in kiosk.glass.page && kiosk.glass.page.step.picture
    await after(...lesson)
    const visit = kiosk.glass?.visit
    expect(shown()).toBe('letters 0')
    // Two quick touches: the answer to the first comes too late to count.
    await after(() => [kiosk.resize('enlarge'), kiosk.resize('enlarge')])
    expect([shown(), kiosk.glass?.visit]).toEqual(['letters 2', visit])
    // Larger still while the next screen is on its way.
    await after(() => [kiosk.rehearse(key, 1), kiosk.resize('enlarge')])
    expect([kiosk.glass?.page?.name, shown()]).toEqual(['rehearsal', 'letters 3'])
    backend.rehearsal = () => Promise.reject(new Error('no answer'))
    await after(() => [kiosk.resize('reduce'), kiosk.resize('reduce')])
    expect([kiosk.glass?.failure, shown()]).toEqual([null, 'letters 3'])
  })

  it('goes back no further than the first screen', async () => {
    await after(() => kiosk.back())
    expect(kiosk.glass?.page?.name).toBe('home')
  })

  it('opens only one screen for two taps', () => {
    kiosk.openTopic('sinh-con')
    kiosk.openTopic('ket-hon')
    expect(kiosk.session.screens).toHaveLength(2)
  })

  it('shows the screen asked for last', async () => {
    kiosk.openTopic('sinh-con')
    kiosk.restart()
    await settled()
    expect(kiosk.glass?.page?.name).toBe('home')
  })

  it('forgets everything when it starts over or ends', async () => {
    const fresh = new Kiosk(fakeBackend()).session
    for (const [leave, first] of [[() => kiosk.restart(), 'home'], [() => kiosk.end(), 'attract']] as const) {
      await after(...lesson, () => kiosk.setLanguage('en'), () => kiosk.session.enlarge(), leave)
      const { answers, language, textSize, screens, calling } = kiosk.session
      expect({ answers, language, textSize, calling }).toEqual({
        answers: fresh.answers,
        language: fresh.language,
        textSize: fresh.textSize,
        calling: fresh.calling,
      })
      expect(screens).toEqual([{ name: first }])
    }
  })

  it('tells the program of each end of a visit, and of nothing else', async () => {
    await after(...lesson, () => kiosk.back(), () => kiosk.goHome())
    expect(backend.endings).toBe(0)
    await after(() => kiosk.restart(), () => kiosk.end())
    await kiosk.greet('en', '')
    expect(backend.endings).toBe(3)
  })

  it('gives the screen back as it was when staff leave it, and never after the end', async () => {
    await after(...lesson, () => kiosk.setLanguage('en'), () => kiosk.resize('enlarge'), () => kiosk.callStaff())
    const { screens } = kiosk.session
    const told = backend.counted.length
    await after(() => kiosk.openStaff())
    expect([kiosk.glass?.page?.name, kiosk.session.calling]).toEqual(['staff', false])
    // What staff set for others is not for who is in the midst of something.
    const said = await backend.boot('en')
    vi.spyOn(backend, 'boot').mockResolvedValue({ ...said, letters: 3 })
    kiosk.session.textSize = 0
    await after(() => kiosk.back())
    const { language, textSize, answers } = kiosk.session
    expect([kiosk.glass?.page?.name, kiosk.session.screens, language, textSize, answers]).toEqual(['step', screens, 'en', 1, { married: 'yes', born: 'home' }])
    // The lesson goes on: nobody has left it.
    expect(backend.counted.slice(told)).toEqual([])
    await after(() => kiosk.openStaff(), () => kiosk.restart(), () => kiosk.back(), () => kiosk.openSearch(), () => kiosk.back())
    expect([kiosk.session.screens, kiosk.session.answers]).toEqual([[{ name: 'home' }], {}])
  })

  it('forgets the papers of one service when another is opened', async () => {
    await after(open)
    kiosk.session.togglePaper('Giấy chứng sinh')
    await after(() => kiosk.back(), () => kiosk.openService('vneid'))
    expect(kiosk.session.ready.size).toBe(0)
  })

  it('stays on the same visit when only the language changes', async () => {
    await after(open)
    const visit = kiosk.glass?.visit
    await after(() => kiosk.setLanguage('en'))
    expect([kiosk.glass?.visit, kiosk.glass?.page?.name]).toEqual([visit, 'service'])
  })
})

describe('failures', () => {
  it('shows what failed, and the screen once it works', async () => {
    backend.failNext('storage')
    await after(open)
    expect(kiosk.glass?.failure?.code).toBe('storage')
    await after(() => kiosk.retry())
    expect([kiosk.glass?.failure, kiosk.glass?.page?.name]).toEqual([null, 'service'])
  })

  it('leads back to the screen before', async () => {
    await after(() => kiosk.openTopic('sinh-con'), () => kiosk.openService('không có'))
    expect(kiosk.glass?.failure?.code).toBe('not_found')
    await after(() => kiosk.back())
    expect([kiosk.glass?.failure, kiosk.glass?.page?.name]).toEqual([null, 'topic'])
  })

  it('can start without the program and find it later', async () => {
    backend.failNext('unavailable')
    const late = new Kiosk(backend)
    await late.start()
    expect([late.glass?.failure?.code, late.boot]).toEqual(['unavailable', null])
    late.retry()
    for (let i = 0; i < 20; i++) await Promise.resolve()
    expect(late.glass?.page?.name).toBe('home')
  })
})

describe('counts', () => {
  const cases: [string, (() => void)[], string[]][] = [
    ['a service that is opened, and the code on its page', [open], ['khai-sinh opened', 'khai-sinh code_shown']],
    ['a service whose phone is to be asked for first', [() => kiosk.openService('vneid')], ['vneid opened']],
    ['not the way back to it', [open, () => kiosk.openDetails(key), () => kiosk.back()], ['khai-sinh opened', 'khai-sinh code_shown']],
    ['the code once more where the service is opened once more', [open, () => kiosk.back(), open], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh opened', 'khai-sinh code_shown']],
    ['a code, once', [open, () => kiosk.openHandoff(key)], ['khai-sinh opened', 'khai-sinh code_shown']],
    ['no code that is not there', [() => kiosk.openService('khai-sinh-nuoc-ngoai'), () => kiosk.openHandoff('khai-sinh-nuoc-ngoai')], ['khai-sinh-nuoc-ngoai opened']],
    ['no code again on the way back', [open, () => kiosk.openHandoff(key), () => kiosk.openAfter(key), () => kiosk.back()], ['khai-sinh opened', 'khai-sinh code_shown']],
    ['a lesson left before its first step', [open, () => kiosk.learn(key), () => kiosk.restart()], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh left 0']],
    ['a lesson left at a step', [...lesson, () => kiosk.end()], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh left 2', 'khai-sinh stopped flow dang-nhap/mat-khau']],
    ['a lesson left by going back', [open, () => kiosk.learn(key), () => kiosk.back()], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh left 0']],
    ['no lesson left that goes on to the code', [...lesson, () => kiosk.openHandoff(key)], ['khai-sinh opened', 'khai-sinh code_shown']],
    [
      'a visit that is finished, once',
      [open, () => kiosk.openHandoff(key), () => kiosk.openAfter(key), () => kiosk.askHelpful(key), () => kiosk.answerHelpful(true)],
      ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh finished', 'khai-sinh helpful yes'],
    ],
    [
      'a visit without a lesson that is finished',
      [
        () => kiosk.openService('vneid'),
        () => kiosk.openHandoff('vneid'), // asks whose phone it is, and shows no code
        () => kiosk.openHandoff('vneid', 'ios'),
        () => kiosk.askHelpful('vneid'),
        () => kiosk.answerHelpful(false),
      ],
      ['vneid opened', 'vneid code_shown', 'vneid helpful no', 'vneid finished'],
    ],
    [
      'a visit that is finished by walking away',
      [open, () => kiosk.openHandoff(key), () => kiosk.openAfter(key), () => kiosk.end()],
      ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh finished'],
    ],
    ['a call for staff, once', [open, () => kiosk.callStaff(), () => kiosk.callStaff()], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh staff_called']],
    ['a call from a step, by its lasting name', [...lesson, () => kiosk.callStaff()], ['khai-sinh opened', 'khai-sinh code_shown', 'khai-sinh staff_called', 'khai-sinh unclear flow dang-nhap/mat-khau']],
    ['a call from the first screen', [() => kiosk.callStaff()], ['staff_called']],
  ]
  it.each(cases)('%s', async (_, moves, events) => {
    await after(...moves)
    expect(counted()).toEqual(events)
  })

  it('counts in the language of the visit, not of the next one', async () => {
    await after(() => kiosk.setLanguage('en'), ...lesson, () => kiosk.restart())
    expect(backend.counted.map((c) => c.lang)).toEqual(['en', 'en', 'en', 'en'])
  })

  it('counts the next visit to the same service anew', async () => {
    const visit = [open, () => kiosk.openHandoff(key), () => kiosk.openAfter(key), () => kiosk.restart()]
    await after(...visit, ...visit)
    expect(counted().filter((c) => c.endsWith('finished'))).toHaveLength(2)
  })
})

describe('the slip', () => {
  it('is printed with the answers on the glass, once', async () => {
    await after(open, () => kiosk.learn(key), () => kiosk.answer('married', 'yes'), () => kiosk.answer('born', 'home'))
    const first = kiosk.printSlip(key)
    void kiosk.printSlip(key)
    expect(kiosk.slip).toBe('printing')
    await first
    expect(kiosk.slip).toBe('printed')
    expect(backend.slips).toEqual([{ service: key, answers: { married: 'yes', born: 'home' } }])
    await after(() => kiosk.back())
    expect(kiosk.slip).toBeNull()
  })

  it('says why it was not printed', async () => {
    await after(open)
    backend.failNext('unavailable')
    await kiosk.printSlip(key)
    expect(kiosk.slip).toMatchObject({ code: 'unavailable' })
    kiosk.closeSlip()
    expect(kiosk.slip).toBeNull()
  })
})

describe('the network for visitors', () => {
  it('is shown until the resident goes on', async () => {
    await after(open, () => kiosk.openHandoff(key))
    await kiosk.openWifi()
    expect(kiosk.wifi).toMatchObject({ name: 'Mot cua', password: 'motcua2026' })
    kiosk.closeWifi()
    expect(kiosk.wifi).toBeNull()
    await kiosk.openWifi()
    await after(() => kiosk.back())
    expect(kiosk.wifi).toBeNull()
  })
})

describe('what comes first', () => {
  const upTo = [open, () => kiosk.learn(key), () => kiosk.answer('married', 'yes'), () => kiosk.answer('born', 'road')]
  const name = () => kiosk.glass?.page?.name

  it('asks what one must have before the papers, and goes on when nothing is missing', async () => {
    await after(...upTo)
    expect(name()).toBe('ready')
    await after(() => kiosk.have('all'))
    expect(name()).toBe('checklist')
    await after(() => kiosk.back())
    expect(name()).toBe('ready')
  })

  it('leads to what is missing, and back to the lesson with its answers', async () => {
    await after(...upTo, () => kiosk.have('level2'))
    expect(kiosk.glass?.page).toMatchObject({ name: 'detour', first: { key: 'vneid' } })
    await after(() => kiosk.detour(key, 'Khai sinh'), () => kiosk.openAfter(key))
    expect(kiosk.session.waiting?.title).toBe('Khai sinh')
    await after(() => kiosk.resume())
    expect([name(), kiosk.session.waiting, kiosk.session.answers]).toEqual(['ready', null, { married: 'yes', born: 'road' }])
  })

  it('waits no longer for who goes back by themselves, or home, or away', async () => {
    for (const leave of [() => kiosk.back(), () => kiosk.goHome(), () => kiosk.restart(), () => kiosk.goToTopic('sinh-con')]) {
      await after(() => kiosk.restart(), ...upTo, () => kiosk.have('level2'), () => kiosk.detour(key, 'Khai sinh'))
      expect(kiosk.session.waiting).not.toBeNull()
      await after(leave)
      await after(() => kiosk.back())
      expect(kiosk.session.waiting).toBeNull()
    }
  })

  it('lets no lesson wait for itself: back on the page that sent away, nothing waits', async () => {
    await after(...upTo, () => kiosk.have('level2'), () => kiosk.detour(key, 'một'), () => kiosk.back())
    expect([name(), kiosk.session.waiting]).toEqual(['detour', null])
    await after(() => kiosk.detour(key, 'một'), () => kiosk.resume())
    expect([name(), kiosk.session.waiting]).toEqual(['ready', null])
  })

  it('remembers what waits for what waits', async () => {
    await after(...upTo, () => kiosk.have('level2'), () => kiosk.detour(key, 'một'))
    await after(() => kiosk.learn(key), () => kiosk.answer('married', 'no'), () => kiosk.answer('born', 'road'), () => kiosk.have('level2'), () => kiosk.detour(key, 'hai'))
    expect(kiosk.session.waiting?.title).toBe('hai')
    await after(() => kiosk.resume())
    expect([name(), kiosk.session.waiting?.title, kiosk.session.answers['married']]).toEqual(['ready', 'một', 'no'])
    await after(() => kiosk.resume())
    expect([name(), kiosk.session.waiting, kiosk.session.answers['married']]).toEqual(['ready', null, 'yes'])
  })

  it('goes over to the way for the desk, where nothing is needed', async () => {
    await after(...upTo, () => kiosk.have('phone'))
    expect(kiosk.glass?.page).toMatchObject({ name: 'detour', first: null, desk: true })
    await after(() => kiosk.answer('born', 'home'))
    expect(name()).toBe('checklist')
  })
})

it('practises what one step stands for, and comes back to that step', async () => {
  await after(...lesson, () => kiosk.practise(key, 'dang-nhap-cong', 0))
  expect(kiosk.glass?.page).toMatchObject({ name: 'rehearsal', index: 0, skill: 'dang-nhap-cong' })
  await after(() => kiosk.practise(key, 'dang-nhap-cong', 1), () => kiosk.practise(key, 'dang-nhap-cong', 2, true))
  expect(kiosk.glass?.page).toMatchObject({ name: 'step', index: 1 })
})
