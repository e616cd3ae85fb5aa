/** The glass. Whoever measures reads it first, and so measures again when it changes. */
class Viewport {
  width = $state(window.innerWidth)
  /** Of what screens are drawn in: of an upright glass they take the lower half, when asked to. */
  get height(): number {
    return this.lowered && this.upright && this.#height >= 1500 ? this.#height / 2 : this.#height
  }

  /** Somebody sits before it. */
  lowered = $state(false)
  #height = $state(window.innerHeight)

  get upright(): boolean {
    return this.width < this.#height
  }

  /** Little room downwards: see tokens.css. */
  get low(): boolean {
    return this.height <= 700
  }

  follow(): () => void {
    const read = () => {
      this.width = window.innerWidth
      this.#height = window.innerHeight
    }
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }
}

export const viewport = new Viewport()
