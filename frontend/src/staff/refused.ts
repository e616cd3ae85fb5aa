import { toBackendError, type BackendError } from '../lib/backend'

/** What went wrong; a door that has shut in the meantime is shut on the page, too. */
export function refused(err: unknown, shut: () => void): BackendError {
  const problem = toBackendError(err)
  if (problem.code === 'denied') shut()
  return problem
}
