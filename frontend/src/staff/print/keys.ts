/** Whether a key is Ctrl+P; the browser's own printing stays away. */
export function asksToPrint(event: KeyboardEvent): boolean {
  const asks = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'p'
  if (asks) event.preventDefault()
  return asks
}
