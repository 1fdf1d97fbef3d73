// Long work on the window's own thread, cut into steps so that a key that is pressed meanwhile is not kept waiting.

/** Less than a frame. */
const STEP_MS = 8;

/** Lets everything else that waits have its turn. */
export function breathe(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** The same as `all.map(make)`, with breaks if it takes long. */
export async function mapInSteps<T, R>(all: readonly T[], make: (one: T, index: number) => R): Promise<R[]> {
  const made: R[] = [];
  await eachInSteps(all, (one, index) => made.push(make(one, index)));
  return made;
}

/** The same as `all.forEach(work)`, with breaks if it takes long. */
export async function eachInSteps<T>(all: readonly T[], work: (one: T, index: number) => unknown): Promise<void> {
  let begun = performance.now();
  for (const [index, one] of all.entries()) {
    work(one, index);
    // A look at the clock costs more than most of the work.
    if (index % 64 === 63 && performance.now() - begun > STEP_MS) {
      await breathe();
      begun = performance.now();
    }
  }
}
