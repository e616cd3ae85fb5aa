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

  next(): void {
    if (!this.last) this.page++
  }

  previous(): void {
    if (!this.first) this.page--
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
