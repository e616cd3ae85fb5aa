import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(import.meta.dirname, '..', '..', 'build/bin/tungbuoc-kiosk')

/** What the holders of a province hand out, made by the program's own commands. */
export class Holders {
  readonly #dir = mkdtempSync(join(tmpdir(), 'tungbuoc-holders-'))
  readonly #roots = join(this.#dir, 'khoa-goc')

  constructor() {
    mkdirSync(this.#roots)
    const names = ['so-1', 'so-2', 'so-3']
    for (const name of names) this.#run('keygen', '--out', this.#dir, '--name', name)
    this.#run('rotate', '--roots', this.#roots, ...names.flatMap((name) => ['--holder', join(this.#dir, `${name}.pub`)]))
    this.#sign('so-1', this.root)
    this.#sign('so-2', this.root)
  }

  /** The root that a kiosk trusts. */
  get root(): string {
    return join(this.#roots, '1.root.json')
  }

  /** A signed update with a program of so many bytes, in a folder; by: who has signed. */
  update(folder: string, name: string, number: number, version: string, { by = ['so-1', 'so-3'], platform = 'linux', size = 3 << 20 } = {}): string {
    const file = join(folder, name)
    const content = join(this.#dir, `tungbuoc-${number}`)
    writeFileSync(content, Buffer.alloc(size, number))
    const [first = '', ...others] = by
    rmSync(file, { force: true })
    this.#run('sign', '--key', this.#key(first), '--roots', this.#roots, '--number', String(number), '--app-version', version, `--${platform}`, content, '--out', file)
    for (const other of others) this.#sign(other, file)
    return file
  }

  /** The first half of a file. */
  static tear(file: string): void {
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, whole.length / 2))
  }

  close(): void {
    rmSync(this.#dir, { recursive: true, force: true })
  }

  #key(name: string): string {
    return join(this.#dir, `${name}.key`)
  }

  #sign(name: string, file: string): void {
    this.#run('sign', '--key', this.#key(name), file)
  }

  #run(...args: string[]): void {
    execFileSync(program, ['pack', ...args], { input: 'bốn từ dễ nhớ\nbốn từ dễ nhớ\n', stdio: ['pipe', 'ignore', 'pipe'] })
  }
}
