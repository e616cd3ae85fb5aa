import { defineConfig } from '@playwright/test'

// The real Go backend with the real content, in an office that has said nothing and
// in one with everything. Debian's Chromium: nothing is downloaded. The one without a
// window of its own is the same engine, and does a test in half the time.
const server = 'build/bin/e2e-server'

/**
 * Ports of the two programs: this one and the next; those of offices of a test's own follow. Another one
 * lets two working copies test at once. Below those that the system lends to whoever calls out (32768).
 */
const port = Number(process.env.E2E_PORT ?? 24117)
const home = `/tmp/tungbuoc-e2e-home-${port}`

export const patient = `http://127.0.0.1:${port}`
/** An office whose file says everything that can be said, with long names. */
export const furnished = `http://127.0.0.1:${port + 1}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'e2e/results',
  fullyParallel: true,
  // Most of a test is waiting for the glass to take the next touch: two cores hold more than two tests.
  workers: 4,
  // A browser may be starved on a busy machine. Who passes only then is named as flaky in the report.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./e2e/failed.ts']],
  // Only who fails waits so long: a machine may be busy.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: patient,
    viewport: { width: 1366, height: 768 },
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [
    {
      // Staff save into a home of its own.
      command: `go build -o ${server} ./backend/e2e/server && rm -rf ${home} && mkdir -p ${home}/Documents && HOME=${home} ${server} -addr 127.0.0.1:${port} -catalogue frontend/e2e/catalogue.jsonl`,
      cwd: '..',
      url: patient,
      timeout: 180_000,
    },
    {
      // Waits for the first one's build, so that both do not compile at once.
      command: `until curl -sf ${patient} >/dev/null; do sleep 0.3; done; rm -rf ${home}-full && mkdir -p ${home}-full/Documents && cp frontend/e2e/office.yaml ${home}-full/ && HOME=${home}-full ${server} -addr 127.0.0.1:${port + 1} -data ${home}-full -catalogue frontend/e2e/catalogue.jsonl`,
      cwd: '..',
      url: furnished,
      timeout: 180_000,
    },
  ],
})
