// What is measured inside the page, the same in every engine. Each function is sent there as text, so it refers to nothing
// outside itself but `tools`, which is sent along.

/** Sent before each of the others. */
export const tools = `
  const get = (mark) => document.querySelector('[data-testid="' + mark + '"]');
  const rows = () => document.querySelectorAll('[data-testid=row][data-id]');
  const total = () => Number(get('download-list').dataset.total);
  /** After what is being done now was painted. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => void afterwards().then(done)));
  /** The time once style, layout and paint of this frame are done. Not by a message port: in WebKit its messages take the way
   *  over another process, which may answer a frame later. */
  const afterwards = () => new Promise((done) => setTimeout(() => done(performance.now()), 0));
  const until = async (holds) => {
    const end = performance.now() + 20000;
    while (!holds()) {
      if (performance.now() > end) throw new Error('waited in vain for ' + holds);
      await new Promise((again) => {
        const watch = new MutationObserver(() => { watch.disconnect(); again(); });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        setTimeout(() => { watch.disconnect(); again(); }, 250);
      });
    }
    return painted();
  };
  /** In milliseconds after the page began. An engine tells of a paint after it, and of one in the background not at all. */
  const firstPaint = async () => {
    const entry = () => performance.getEntriesByName('first-contentful-paint')[0];
    await Promise.race([
      new Promise((done) => {
        new PerformanceObserver(() => { if (entry()) done(); }).observe({ type: 'paint', buffered: true });
      }),
      new Promise((done) => setTimeout(done, 2000)),
    ]);
    return entry()?.startTime ?? null;
  };
  const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const worst = (numbers) => Math.max(...numbers);
  /** Milliseconds from \`act\` to the frame that shows \`holds\`. */
  const takes = async (act, holds) => { const begun = performance.now(); act(); return (await until(holds)) - begun; };
  /** From now on: how long at most nothing else could be done, told at the end. */
  const watchHeld = () => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 0);
    return () => { clearInterval(beat); return longest; };
  };
  /** The same for what is pasted, and how long nothing else could be done meanwhile. */
  const takesPasted = async (text, holds) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    // Where a page cannot make one nothing is measured.
    if (event.clipboardData?.getData("text/plain").length !== text.length) return { counted: null, longest: null };
    const held = watchHeld();
    const counted = await takes(() => get("add-text").dispatchEvent(event), holds);
    await painted();
    return { counted, longest: held() };
  };
  const click = (row) => {
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const event = kind.startsWith('pointer') ? PointerEvent : MouseEvent;
      row.dispatchEvent(new event(kind, { bubbles: true, button: 0, isPrimary: true }));
    }
  };
  const write = (field, text) => {
    const prototype = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
`;

/** When the first rows were there, and the first paint, in milliseconds after the page began, and when that was. */
export async function started() {
  await until(() => rows().length > 0 || get("empty"));
  const [first] = performance.getEntriesByName("haul:first-rows");
  return { origin: performance.timeOrigin, paint: await firstPaint(), rows: first?.startTime ?? null };
}

/** When a page was painted that has nothing of Haul's. */
export async function paintedFirst() {
  return { origin: performance.timeOrigin, paint: await firstPaint() };
}

/** Frames while the whole list is scrolled, slowly and in leaps. */
export async function scroll() {
  const viewport = get("download-list").querySelector(".viewport") ?? get("download-list");
  const box = viewport.getBoundingClientRect();
  const frames = { interval: [], script: [], work: [], nodes: 0, blank: 0 };
  let last = null;
  // Before any other listener. A frame tells of scrolling, and what that causes is done before its callbacks are called.
  let told = null;
  addEventListener("scroll", () => (told = performance.now()), { capture: true });
  const frame = (step) =>
    new Promise((done) =>
      requestAnimationFrame((at) => {
        if (last !== null) frames.interval.push(at - last);
        last = at;
        if (told !== null) frames.script.push(performance.now() - told);
        told = null;
        viewport.scrollTop += step;
        // After style, layout and paint of this frame; what scrolling causes is in the next frame's share.
        void afterwards().then((now) => {
          frames.work.push(now - at);
          const nodes = document.querySelectorAll("[data-testid=row]");
          frames.nodes = Math.max(frames.nodes, nodes.length);
          let seen = 0;
          for (const row of nodes) {
            const { top, bottom } = row.getBoundingClientRect();
            if (bottom > box.top && top < box.bottom && !row.dataset.id) frames.blank += 1;
            else seen += 1;
          }
          if (seen === 0) frames.blank += 1;
          done();
        });
      }),
    );
  viewport.scrollTop = 0;
  for (let turn = 0; turn < 240; turn += 1) await frame(112);
  const slow = {
    ...frames,
    interval: frames.interval.slice(),
    script: frames.script.slice(),
    work: frames.work.slice(),
  };
  for (let turn = 0; turn < 60; turn += 1) await frame(viewport.scrollHeight / 60);
  const sorted = (numbers) => numbers.slice().sort((a, b) => a - b);
  const at = (numbers, share) => sorted(numbers)[Math.floor((numbers.length - 1) * share)];
  viewport.scrollTop = 0;
  await until(() => rows().length > 0);
  return {
    interval: at(slow.interval, 0.5),
    late: slow.interval.filter((passed) => passed > 25).length,
    script: at(slow.script, 0.95),
    work: at(slow.work, 0.95),
    leap: at(frames.work.slice(slow.work.length), 0.95),
    nodes: frames.nodes,
    blank: slow.blank,
  };
}

/** A letter more in the search, until the list shows what is found. */
export async function search() {
  const all = total();
  const field = get("search");
  const spent = [];
  let before = all;
  for (const text of ["d", "de", "deb", "debi", "debian", "debian-1", "debian-13", "zzz-nothing"]) {
    const was = before;
    const now = performance.now();
    write(field, text);
    // The total of one letter more may be the same: then the answer is not to be seen, and not counted.
    const seen = await Promise.race([
      until(() => total() !== was),
      new Promise((done) => setTimeout(() => done(null), 1500)),
    ]);
    if (seen !== null) spent.push(seen - now);
    before = total();
  }
  await takes(
    () => write(field, ""),
    () => total() === all,
  );
  return { median: median(spent), worst: worst(spent), counted: spent.length };
}

/** A click on a head of the list, until other rows are there. */
export async function sort() {
  const spent = [];
  const first = () => document.querySelector("[data-testid=row][data-id]")?.dataset.id;
  for (const key of ["name", "size", "name", "size", "created"]) {
    const was = first();
    const button = get(`sort-${key}`);
    if (button)
      spent.push(
        await takes(
          () => button.click(),
          () => first() !== undefined && first() !== was,
        ),
      );
  }
  return { median: median(spent), worst: worst(spent) };
}

/** The add dialog, the first time and once more, and ten thousand links pasted into it: how long, and how long nothing else could be
 *  done meanwhile. */
export async function paste() {
  const opens = () =>
    takes(
      () => get("add-button").click(),
      () => get("add-text"),
    );
  const opened = await opens();
  get("add-cancel").click();
  await until(() => !get("add-text"));
  const openedAgain = await opens();
  const links = Array.from({ length: 10_000 }, (_, n) => `https://mirror${n % 97}.example.org/pub/file-${n}.iso`);
  return {
    opened,
    openedAgain,
    ...(await takesPasted(links.join("\n"), () => get("add-confirm").dataset.count === "10000")),
  };
}

/** Ten megabytes into the dialog that is open: until they are searched, and how long nothing else could be done meanwhile. The last of all. */
export function pasteLarge() {
  let text = "";
  for (let n = 0; text.length < 10 * 1024 * 1024; n += 1)
    text += `Some words, and https://large${n % 7}.example.org/${n % 9500}.iso (among others).\n`;
  const all = document.querySelectorAll("[data-testid=add-attached-text]").length + 1;
  return takesPasted(
    text,
    () => document.querySelectorAll("[data-testid=add-attached-text][data-state=found]").length === all,
  );
}

/** From a click on a row until it is shown as selected. */
export async function select() {
  const spent = [];
  for (let turn = 1; turn < 9; turn += 1) {
    const row = rows()[turn];
    const id = row.dataset.id;
    spent.push(
      await takes(
        () => click(row),
        () => document.querySelector(`[data-id="${id}"][aria-selected=true]`),
      ),
    );
  }
  return { median: median(spent), worst: worst(spent) };
}

/** What moved by itself after the first paint: the sum of all layout shifts, where the engine tells. */
export async function shifted() {
  if (!PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) return { sum: null };
  let sum = 0;
  await new Promise((done) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(done, 500);
  });
  return { sum };
}

/** From a click on a running row's pause until the row shows it. */
export async function pause() {
  const spent = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const row = document.querySelector("[data-testid=row][data-state=running]");
    if (!row) break;
    const { id } = row.dataset;
    const now = () => document.querySelector(`[data-testid=row][data-id="${id}"]`);
    // Its buttons are there once it is selected.
    click(row);
    await until(() => now().querySelector("[data-testid=row-main]"));
    spent.push(
      await takes(
        () => now().querySelector("[data-testid=row-main]").click(),
        () => now()?.dataset.state !== "running",
      ),
    );
  }
  return { median: median(spent), worst: worst(spent) };
}

/** How long at most nothing else could be done while the engine tells what it has to tell. */
export async function held(seconds) {
  const longest = watchHeld();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  return { longest: longest() };
}
