import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Of what was on the glass when a test failed: so many lines. The rest of that file is the test's own text. */
const LINES = 90

/**
 * After all else, which tests failed and why, a line each. Where only the end of a long
 * output is kept, this is the part that must be in it.
 */
export default class Failed implements Reporter {
  private readonly failed = new Map<TestCase, TestResult>()

  onTestEnd(test: TestCase, result: TestResult): void {
    if (test.outcome() === 'unexpected') this.failed.set(test, result)
    else this.failed.delete(test)
  }

  printsToStdio(): boolean {
    return false // beside the list, not instead of it
  }

  onExit(): Promise<void> {
    for (const result of this.failed.values()) {
      const glass = result.attachments.find((a) => a.name === 'error-context')
      if (glass?.path) console.log(readFileSync(glass.path, 'utf8').split('\n').slice(0, LINES).join('\n'))
    }
    for (const [test, result] of this.failed) {
      const said = stripVTControlCharacters(result.error?.message ?? result.status)
      const why = said.split('\n').filter(Boolean).slice(0, 4).join(' | ').slice(0, 300)
      console.log(`FAILED ${test.location.file.split('/').pop() ?? ''}:${test.location.line} ${test.title}: ${why}`)
    }
    return Promise.resolve()
  }
}
