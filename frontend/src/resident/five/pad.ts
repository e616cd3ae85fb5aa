// The keys of a number pad, with NumLock on or off, and of the row of digits.

export type Way = 'next' | 'previous' | 'choose' | 'back' | 'repeat' | 'louder' | 'softer'

const ways: Readonly<Record<string, Way>> = {
  5: 'choose',
  Enter: 'choose',
  2: 'next',
  6: 'next',
  8: 'previous',
  4: 'previous',
  0: 'back',
  Subtract: 'back',
  Add: 'repeat',
  Decimal: 'repeat',
  9: 'louder',
  7: 'softer',
}

/** By the place of the key: what it writes depends on NumLock and on the language of the keyboard. */
export function wayOf(event: KeyboardEvent): Way | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined
  const place = /^(?:Numpad|Digit)(\w+)$/.exec(event.code)?.[1] ?? ({ Minus: 'Subtract', Equal: 'Add', Period: 'Decimal' } as Record<string, string>)[event.code]
  return place === undefined ? undefined : ways[place]
}
