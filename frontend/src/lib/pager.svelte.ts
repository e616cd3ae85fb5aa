/** Which page of a list is shown. The list that is shown sets the count. */
export class Pager {
  page = $state(0)
  count = $state(1)
  /** Where each page starts in the list. */
  #starts = $state.raw<readonly number[]>([0])

  get first(): boolean {
    return this.page === 0
  }

  get last(): boolean {
    return this.page >= this.count - 1
  }

  /** Goes on by a page; false: there is none. */
  next(): boolean {
    return this.#to(this.page + 1)
  }

  previous(): boolean {
    return this.#to(this.page - 1)
  }

  #to(page: number): boolean {
    if (page < 0 || page >= this.count) return false
    this.page = page
    return true
  }

  /** Sets where pages start. */
  cut(starts: readonly number[]): void {
    this.#starts = starts
    this.resize(starts.length)
  }

  /** What of a list stands on the page. */
  shown<Item>(items: readonly Item[]): readonly Item[] {
    return items.slice(this.#starts[this.page] ?? 0, this.#starts[this.page + 1])
  }

  /** Sets the number of pages and stays on the page if it is still there. */
  resize(count: number): void {
    this.count = Math.max(1, count)
    this.page = Math.min(this.page, this.count - 1)
  }
}
