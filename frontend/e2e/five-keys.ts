import type { Page } from '@playwright/test'
import { expect, rested } from './kiosk'

/** What is on the number pad. */
export const pad = { choose: 'Numpad5', next: 'Numpad2', previous: 'Numpad8', back: 'Numpad0', repeat: 'NumpadAdd' } as const

/** Somebody with closed eyes: all he knows of the kiosk is what it says, all he has is five keys. */
export class Listener {
  /** All that was said, text by text. */
  readonly heard: string[] = []
  /** The last was said slowly. */
  slow = false
  /** All that was said slowly. */
  readonly slowly: string[] = []

  constructor(private readonly page: Page) {}

  /** Puts him before the kiosk; what would be said is heard at once, without a sound. */
  async come(): Promise<void> {
    await this.page.route('**/call/Resident/Voices', (route) => route.fulfill({ json: { synth: ['vi', 'en'], recorded: [], languages: [], silent: false } }))
    await this.page.route('**/call/Resident/Speak', async (route) => {
      const [unit] = route.request().postDataJSON() as [{ texts: string[]; slow: boolean }]
      this.slow = unit.slow
      if (unit.slow) this.slowly.push(...unit.texts)
      this.heard.push(...unit.texts)
      await route.fulfill({ json: { pieces: [], missing: '', name: '' } })
    })
  }

  /** Presses a key and waits for what is said in answer. */
  async press(key: keyof typeof pad | string): Promise<string> {
    const before = this.heard.length
    await rested(this.page)
    await this.page.keyboard.press(key in pad ? pad[key as keyof typeof pad] : key)
    await expect.poll(() => this.heard.length).toBeGreaterThan(before)
    // Where one is is said in three parts; on a busy machine they come one by one.
    if (this.heard[before] === 'Bà con đang ở trang') await expect.poll(() => this.heard.length).toBeGreaterThan(before + 2)
    await this.quiet()
    return this.heard.slice(before).join(' ')
  }

  /** Goes on until something is said, and chooses it. Gives what is said then. */
  async choose(what: string | RegExp): Promise<string> {
    for (let said = ''; !said.endsWith('Nút bấm') || !said.match(what); ) {
      said = await this.press('next')
      if (said.startsWith('Đây là mục cuối')) throw new Error(`nothing says ${String(what)} here: ${this.heard.slice(-60).join(' | ')}`)
    }
    return this.press('choose')
  }

  /** What can be chosen from where he is to the ways back. */
  async list(): Promise<string[]> {
    const all: string[] = []
    for (let said = await this.press('next'); !said.startsWith('Quay lại'); said = await this.press('next')) {
      if (said.endsWith(' Nút bấm')) all.push(said.slice(0, -' Nút bấm'.length))
    }
    return all
  }

  /** Goes back to the first screen. */
  async home(): Promise<void> {
    while (!(await this.press('back')).startsWith('Đây là trang đầu')) continue
  }

  /** Waits until nothing more comes. */
  private async quiet(): Promise<void> {
    let before = -1
    while (before !== this.heard.length) {
      before = this.heard.length
      await this.page.waitForTimeout(120) // longer than what changes together is waited for
    }
  }
}
