// Drawing on a canvas in the colours of the page.

/** Changes with the theme: what is drawn in its colours is drawn again. */
export class Theme {
  current = $state("");

  /** To be called while a component begins. */
  constructor() {
    $effect(() => {
      const { dataset } = document.documentElement;
      const read = () => (this.current = `${dataset.theme ?? ""} ${dataset.contrast ?? ""} ${dataset.accent ?? ""}`);
      const observer = new MutationObserver(read);
      read();
      observer.observe(document.documentElement, { attributeFilter: ["data-theme", "data-contrast", "data-accent"] });
      return () => observer.disconnect();
    });
  }
}

export interface Surface {
  paint: CanvasRenderingContext2D;
  color: (token: string) => string;
}

/** An empty canvas of so many CSS pixels, however many the screen has for each; null: there is none to draw on. */
export function surface(canvas: HTMLCanvasElement, width: number, height: number): Surface | null {
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const paint = canvas.getContext("2d");
  if (!paint) return null;
  const style = getComputedStyle(canvas);
  paint.scale(scale, scale);
  return { paint, color: (token) => style.getPropertyValue(token).trim() };
}
