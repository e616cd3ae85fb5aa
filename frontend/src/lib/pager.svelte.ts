/** Which page of a list is shown. The list that is shown sets the count. */
export class Pager {
  page = $state(0)
  count = $state(1)

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

  /** Sets the number of pages and stays on the page if it is still there. */
  resize(count: number): void {
    this.count = Math.max(1, count)
    this.page = Math.min(this.page, this.count - 1)
  }
}
