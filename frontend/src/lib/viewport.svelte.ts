/** The glass. Whoever measures reads it first, and so measures again when it changes. */
class Viewport {
  width = $state(window.innerWidth)
  height = $state(window.innerHeight)

  follow(): () => void {
    const read = () => {
      this.width = window.innerWidth
      this.height = window.innerHeight
    }
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }
}

export const viewport = new Viewport()

/** How much taller than its words a card may become: an upright glass is read from the top to the foot. */
export const mostGrown = (): number => (viewport.width < viewport.height ? 2.3 : viewport.height < 900 ? 1.6 : 2)
