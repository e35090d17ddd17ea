/** The heights of a sheet's rows, in points: a few bytes a row, however many there are. */
export class Heights {
  // Heights are quarters of a point, which this holds exactly.
  #all = new Float32Array(256);
  #length = 0;

  add(height: number): void {
    if (this.#length === this.#all.length) {
      const larger = new Float32Array(this.#length * 2);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.#length] = height;
    this.#length += 1;
  }

  /** One for each row so far, the first row's first. */
  all(): Float32Array {
    return this.#all.slice(0, this.#length);
  }
}
