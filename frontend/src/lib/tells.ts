import type { Attachment } from 'svelte/attachments'

/**
 * Tells words to who cannot see, each time that others come: {@attach tells(words)}
 * on a place with role=status or role=alert that is there before them. The words are
 * an element of their own, new each time: WebKit on Linux says nothing of words that
 * change within one, and nobody says what arrives together with its place.
 */
export const tells =
  (words: string): Attachment<HTMLElement> =>
  (place) => {
    if (place.textContent === words) return
    place.textContent = ''
    if (words) place.appendChild(document.createElement('div')).textContent = words
  }
